"""What the published nginx configuration answers: headers, caching, compressed files, and nothing that leads elsewhere."""

import gzip
import http.client
import json

import pytest

from shizha.content.languages import LANGUAGES


def ask(nginx, path, method="GET", **headers):
    """Status, headers by small name and body of one request; nothing is followed or normalised."""
    connection = http.client.HTTPConnection(nginx, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@pytest.fixture(scope="session")
def hashed(site):
    return json.loads((site / "release.json").read_text(encoding="utf-8"))["assets"]


@pytest.mark.parametrize(
    "path", ["/", "/en/scams/fake-police/", "/emergency/", "/no-such-page/", "/sw.js", "/api/pages.json"]
)
def test_every_answer_is_guarded(nginx, path):
    _, headers, _ = ask(nginx, path)
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert headers["server"] == "nginx"  # and no version


def test_a_missing_page_is_the_site_s_own_page(nginx, site):
    status, headers, body = ask(nginx, "/no/such/page/")
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert body == (site / "404.html").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_page_comes_compressed_as_it_lies(nginx, site, language):
    path = language.url_of("scams/fake-police")
    status, headers, body = ask(nginx, f"/{path}", Accept_Encoding="gzip")
    assert (status, headers["content-encoding"], headers["content-type"]) == (200, "gzip", "text/html; charset=utf-8")
    assert body == (site / path / "index.html.gz").read_bytes()
    assert gzip.decompress(body) == ask(nginx, f"/{path}")[2]


def test_what_never_changes_is_kept_and_pages_are_asked_for_again(nginx, hashed):
    for name in hashed:
        assert ask(nginx, f"/{name}")[1]["cache-control"] == "public, max-age=31536000, immutable"
    assert ask(nginx, "/")[1]["cache-control"] == "public, max-age=300, must-revalidate"
    assert ask(nginx, "/sw.js")[1]["cache-control"] == "no-cache"
    tag = ask(nginx, "/en/")[1]["etag"]
    assert ask(nginx, "/en/", If_None_Match=tag)[0] == 304


def test_types_are_right(nginx, hashed):
    wanted = {".css": "text/css", ".js": "application/javascript", ".json": "application/json"}
    for name in hashed:
        assert ask(nginx, f"/{name}")[1]["content-type"].startswith(wanted[name[name.rindex(".") :]])
    assert ask(nginx, "/manifest.webmanifest")[1]["content-type"].startswith("application/manifest+json")
    assert ask(nginx, "/assets/icon.svg")[1]["content-type"].startswith("image/svg+xml")


def test_only_the_open_data_may_be_read_by_other_sites(nginx):
    assert ask(nginx, "/api/contacts.json")[1]["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in ask(nginx, "/")[1]


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "//evil.example/",
        "/\\evil.example/",
        "/%2f%2fevil.example/",
        "/scams/..//evil.example/",
        "/%5cevil.example",
    ],
)
def test_nothing_leads_to_another_host(nginx, path):
    status, headers, _ = ask(nginx, path, Host="evil.example")
    assert status == 404 and "location" not in headers


def test_a_forgotten_slash_is_added_without_naming_a_host(nginx):
    status, headers, _ = ask(nginx, "/scams", Host="evil.example")
    assert (status, headers["location"]) == (301, "/scams/")


@pytest.mark.parametrize("path", ["/.server/nginx.conf", "/.shizha-build", "/_headers", "/.git/config", "/en/.hidden"])
def test_what_is_not_for_readers_is_not_there(nginx, path):
    assert ask(nginx, path)[0] == 404


def test_the_well_known_files_are_there(nginx):
    assert ask(nginx, "/.well-known/security.txt")[0] == ask(nginx, "/.well-known/hashes.txt")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_reading_is_all_that_can_be_done(nginx, method):
    assert ask(nginx, "/", method)[0] == 405


def test_the_list_of_hashes_is_true(nginx, site):
    import hashlib

    for line in (site / ".well-known/hashes.txt").read_text(encoding="utf-8").splitlines()[::40]:
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((site / name).read_bytes()).hexdigest() == digest
