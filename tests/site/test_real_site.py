"""The real site as a folder: what every page must have, found without a browser."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest

from shizha.content.languages import LANGUAGES

BASE = "https://shizha.example/"


class Links(HTMLParser):
    """Collects ids, and the targets of links and of everything that a browser would fetch."""

    def __init__(self, html):
        super().__init__()
        self.ids, self.links, self.fetched = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag in ("script", "img", "iframe", "source", "video", "audio") and found.get("src"):
            self.fetched.append(found["src"])
        if tag == "link" and set((found.get("rel") or "").split()) & {
            "stylesheet",
            "icon",
            "preload",
            "manifest",
            "modulepreload",
            "prefetch",
        }:
            self.fetched.append(found["href"])


@pytest.fixture(scope="module")
def parsed(site):
    """URL path -> what the page there holds."""
    pages = {}
    for path in site.rglob("*.html"):
        where = path.relative_to(site).as_posix().removesuffix("index.html")
        pages["/" + where] = Links(path.read_text(encoding="utf-8"))
    return pages


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_page_of_the_library_is_at_its_address(site, library, language):
    for page_id in library.ids():
        html = (site / language.url_of(page_id) / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language.tag}"' in html
        assert html.count("<h1") == 1, page_id


def test_no_page_stands_in_english_only_as_a_fallback(site):
    fallbacks = [
        path.as_posix()
        for path in (site / "en").rglob("index.html")
        if "notice-fallback" in path.read_text(encoding="utf-8")
    ]
    assert fallbacks == []


def test_every_link_inside_the_site_leads_somewhere(parsed, site):
    dead = []
    for where, page in parsed.items():
        for link in page.links:
            if urlsplit(link).scheme in ("tel", "sms", "mailto"):
                continue
            target = urlsplit(urljoin(BASE.rstrip("/") + where, link))
            if target.netloc != "shizha.example" or target.path.startswith("/source/"):
                continue
            if (site / target.path.lstrip("/")).is_file():  # a document to take away
                continue
            other = parsed.get(target.path)
            if other is None or (target.fragment and target.fragment not in other.ids):
                dead.append(f"{where} -> {link}")
    assert dead == []


def test_links_to_other_hosts_go_to_registered_official_sites_only(parsed, library):
    allowed = {site.url for site in library.data.domains.values()}
    for where, page in parsed.items():
        for link in page.links:
            parts = urlsplit(link)
            assert parts.scheme in ("", "tel", "sms", "mailto", "https"), f"{where}: {link}"
            if parts.scheme == "https" and parts.netloc != "shizha.example":
                assert link in allowed, f"{where}: {link}"


def test_every_number_that_dials_is_registered(parsed, library):
    known = {contact.dial for contact in library.data.contacts.values()} | {
        contact.abroad for contact in library.data.contacts.values()
    }
    for where, page in parsed.items():
        for link in page.links:
            if urlsplit(link).scheme in ("tel", "sms"):
                assert link.partition(":")[2].replace("%23", "#") in known, f"{where}: {link}"


def test_nothing_is_fetched_from_another_host_and_nothing_is_missing(parsed, site):
    for where, page in parsed.items():
        for asset in page.fetched:
            if asset.startswith("data:"):
                continue
            target = urlsplit(urljoin(BASE.rstrip("/") + where, asset))
            assert target.netloc == "shizha.example", f"{where}: {asset}"
            assert (site / target.path.lstrip("/")).is_file(), f"{where}: {asset}"


def test_ids_are_unique_on_each_page(parsed):
    doubled = {where: sorted({item for item in page.ids if page.ids.count(item) > 1}) for where, page in parsed.items()}
    assert {where: ids for where, ids in doubled.items() if ids} == {}


def test_the_emergency_page_is_one_response_without_script(site):
    for language in LANGUAGES:
        html = (site / language.url_of("emergency") / "index.html").read_text(encoding="utf-8")
        assert "<script" not in html and "stylesheet" not in html and "<img" not in html


def test_no_reference_is_left_unresolved(site):
    left = [
        path.as_posix()
        for path in site.rglob("*.html")
        # The rules of the check show how things must not be written.
        if "about/rules" not in path.as_posix()
        and re.search(
            r"\[\[[a-z]+:|\[\^[a-z]|///|\{ ?[#:.]",
            re.sub(r"<style>.*?</style>|<code>.*?</code>", "", path.read_text(encoding="utf-8"), flags=re.S),
        )
    ]
    assert left == []


def test_every_file_is_small(site):
    """Cheap phones: nothing that a reader opens takes more than 100 kB of the network. The site map and the data are for machines."""
    travels = {
        path: (compressed if (compressed := path.with_name(f"{path.name}.br")).is_file() else path).stat().st_size
        for path in site.rglob("*")
        if path.is_file()
        and path.suffix not in (".br", ".gz", ".zip")  # an archive is a whole kit, and its page says how large it is
        and path.name != "sitemap.xml"
        and path.parent not in (site / "api", site / ".well-known")
    }
    assert {path.relative_to(site).as_posix(): size for path, size in travels.items() if size > 100_000} == {}
