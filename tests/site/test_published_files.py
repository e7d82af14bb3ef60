"""What is published beside the pages: data with its schemas, feeds, files that machines ask for, and a folder for a stick."""

import gzip
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import brotli
import pytest
from jsonschema import Draft202012Validator

from shizha.build import build_site
from shizha.publish.checksums import SigningProblem
from support.miniature import Miniature

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def miniature(tmp_path_factory):
    return Miniature(tmp_path_factory.mktemp("published") / "project")


@pytest.fixture(scope="module")
def built(miniature):
    out = miniature.project.root.parent / "site"
    build_site(miniature.project, out)
    return out


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["pages", "scams", "contacts"])
def test_data_holds_to_its_schema(site, name):
    schema, data = read_json(site / f"api/schema/{name}.json"), read_json(site / f"api/{name}.json")
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert data["items"] and data["licence"].endswith("/by/4.0/")


def test_data_says_what_the_pages_say(site, library):
    pages = read_json(site / "api/pages.json")["items"]
    assert {(page["id"], page["language"]) for page in pages} == {
        (page.id, page.language.tag) for own in library.pages.values() for page in own.values()
    }
    police = next(item for item in read_json(site / "api/contacts.json")["items"] if item["id"] == "cn-police")
    assert (police["dial"], police["names"]["en"]) == ("110", library.data.contacts["cn-police"].name.en)
    for page in pages[::25]:
        assert (site / page["url"].removeprefix(library.data.site.url) / "index.html").is_file()
        assert (site / page["short_url"].removeprefix(library.data.site.url) / "index.html").is_file()


def test_a_translation_says_how_it_stands(built):
    states = {
        (page["id"], page["language"]): page["translation"] for page in read_json(built / "api/pages.json")["items"]
    }
    assert states["emergency", "zh-Hans"] == "source" and states["scams/fake-police", "zh-Hant"] == "derived"
    assert states["emergency", "en"] == "matches"


@pytest.mark.parametrize(("folder", "tag"), [("", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("en", "en")])
def test_a_feed_has_the_latest_pages_of_its_language(site, folder, tag):
    feed = ElementTree.parse(site / folder / "feed.xml").getroot()
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    entries = feed.findall("a:entry", ATOM)
    days = [entry.find("a:updated", ATOM).text for entry in entries]
    assert days == sorted(days, reverse=True) and days[0] == feed.find("a:updated", ATOM).text
    ids = [entry.find("a:id", ATOM).text for entry in entries]
    assert len(set(ids)) == len(ids) > 20 and all(f"/{folder}" in address for address in ids)


def test_files_that_machines_ask_for(site, library):
    url = library.data.site.url
    assert f"Sitemap: {url}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8")
    security = (site / ".well-known/security.txt").read_text(encoding="utf-8")
    assert re.search(r"^Expires: \d{4}-\d\d-\d\dT00:00:00Z$", security, re.M) and "Contact: mailto:" in security
    guide = (site / "llms.txt").read_text(encoding="utf-8")
    assert guide.startswith("# ") and all(
        f"{url}en/{page_id}/" in guide for page_id in ("emergency", "scams/fake-police")
    )


@pytest.mark.parametrize("folder", ["", "zh-Hant", "en"])
def test_a_manifest_leads_to_pages_that_exist(site, folder):
    manifest = read_json(site / folder / "manifest.webmanifest")
    for address in (manifest["start_url"], *(item["url"] for item in manifest["shortcuts"])):
        assert (site / address.strip("/") / "index.html").is_file()
    assert all((site / icon["src"].strip("/")).is_file() for icon in manifest["icons"])


def test_compressed_files_hold_what_lies_beside_them(built):
    compressed = [path for path in built.rglob("*") if path.suffix in (".br", ".gz")]
    assert len(compressed) > 40
    for path in compressed:
        expand = brotli.decompress if path.suffix == ".br" else gzip.decompress
        assert expand(path.read_bytes()) == path.with_suffix("").read_bytes()
        assert path.stat().st_size < path.with_suffix("").stat().st_size


@pytest.mark.parametrize("ending", [".br", ".gz"])
def test_every_page_script_and_feed_has_its_copies_the_smallest_too(site, ending):
    kinds = (".html", ".js", ".json", ".xml", ".txt", ".webmanifest", ".ics")
    without = [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.suffix in kinds
        and not path.with_name(path.name + ending).is_file()
        and path.name != "robots.txt"  # two lines, shorter than what gzip puts around them
    ]
    assert without == []


def test_what_search_engines_are_told_is_on_the_page(site):
    for where, kind in (
        ("en/schools/primary/class-meeting-20", "HowTo"),
        ("en/scams/fake-police", "Article"),
        ("contacts", "Dataset"),
        ("", "WebSite"),
    ):
        html = (site / where / "index.html").read_text(encoding="utf-8")
        graph = json.loads(re.search(r"ld\+json\">(.*?)</script>", html, re.S)[1])["@graph"]
        assert kind in [thing["@type"] for thing in graph], where
        assert not any(mark in json.dumps(graph) for mark in ("[[", "**", "{ #"))


def test_a_second_release_keeps_what_readers_of_the_first_still_ask_for(built, miniature):
    names = read_json(built / "release.json")["assets"]
    old = next(name for name in names if name.startswith("assets/shizha."))
    script = miniature.project.overrides / "assets/shizha.js"
    script.write_text(script.read_text(encoding="utf-8") + "\nlet another;\n", encoding="utf-8")
    second = built.parent / "second"
    shutil.copytree(built, second)
    build_site(miniature.project, second)
    assert old not in read_json(second / "release.json")["assets"] and (second / old).is_file()
    script.write_text(script.read_text(encoding="utf-8") + "\nlet yetAnother;\n", encoding="utf-8")
    build_site(miniature.project, second)
    assert not (second / old).exists()


def test_a_key_signs_the_list_of_hashes(miniature, tmp_path):
    if not shutil.which("ssh-keygen"):
        pytest.skip("no OpenSSH here")
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    public = " ".join(key.with_suffix(".pub").read_text(encoding="utf-8").split()[:2])
    facts = miniature.project.data / "site.yml"
    facts.write_text(f"{facts.read_text(encoding='utf-8')}signing_key: {public}\n", encoding="utf-8")
    build_site(miniature.project, tmp_path / "site", key=key)
    signers = tmp_path / "signers"
    signers.write_text(f"publisher {key.with_suffix('.pub').read_text(encoding='utf-8')}", encoding="utf-8")
    listed = tmp_path / "site/.well-known/hashes.txt"
    command = ["ssh-keygen", "-Y", "verify", "-f", signers, "-I", "publisher", "-n", "shizha", "-s", f"{listed}.sig"]
    assert subprocess.run(command, input=listed.read_bytes(), check=False, capture_output=True).returncode == 0
    assert subprocess.run(command, input=listed.read_bytes() + b"x", check=False, capture_output=True).returncode != 0
    with pytest.raises(SigningProblem):
        build_site(miniature.project, tmp_path / "other", key=tmp_path / "no-such-key")
    assert not (tmp_path / "other").exists()


def test_the_folder_for_a_stick_needs_no_server(project, tmp_path):
    out = tmp_path / "offline"
    build_site(project, out, offline=True)
    assert not list(out.rglob("*.js"))
    for page in out.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert "Content-Security-Policy" not in html and "<script src" not in html
        for address in re.findall(r'\s(?:href|src)="([^"#?]+)', html):
            if not re.match(r"[a-z]+:", address):
                target = Path(page.parent, address)
                assert target.is_file(), (page.relative_to(out), address)
