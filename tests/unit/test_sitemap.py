from xml.etree import ElementTree

from shizha.content.languages import EN, LANGUAGES, ZH
from shizha.publish.sitemap import sitemap

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_every_real_page_is_listed_with_its_alternates(miniature):
    root = ElementTree.fromstring(sitemap(miniature.library(), LANGUAGES))
    entries = {entry.find("s:loc", NAMES).text: entry for entry in root.findall("s:url", NAMES)}
    assert len(entries) == 5 + 5 + 4
    emergency = entries["https://shizha.example/en/emergency/"]
    assert emergency.find("s:lastmod", NAMES).text == "2026-11-24"
    assert [link.get("hreflang") for link in emergency.findall("x:link", NAMES)] == [
        "zh-Hans",
        "zh-Hant",
        "en",
        "x-default",
    ]


def test_a_fallback_is_not_listed(miniature):
    assert "https://shizha.example/en/scams/fake-police/" not in sitemap(miniature.library(), LANGUAGES)


def test_a_language_that_was_not_built_is_not_named(miniature):
    text = sitemap(miniature.library(), (ZH, EN))
    assert "zh-Hant" not in text and "/en/emergency/" in text
