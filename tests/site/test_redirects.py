"""Old and short addresses in the built site."""

import re

import pytest

from shizha.build import build_site
from support.miniature import Miniature


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("redirects")
    miniature = Miniature(folder / "project")
    miniature.write("data/redirects.yml", "scams/old-name: scams/fake-police\nold-section: scams\n")
    miniature.write("data/published.yml", "- index\n- scams/old-name\n- emergency\n")
    build_site(miniature.project, folder / "site")
    return folder / "site"


# The second of the list of published pages has another name now; its short address leads there in one step.
@pytest.mark.parametrize(
    "old, new",
    [("scams/old-name", "scams/fake-police"), ("old-section", "scams"), ("2", "scams/fake-police"), ("3", "emergency")],
)
@pytest.mark.parametrize(("edition", "tag"), [("", "zh-Hans"), ("zh-Hant", "zh-Hant"), ("en", "en")])
def test_an_old_address_leads_to_the_new_one_in_the_reader_s_language(built, edition, tag, old, new):
    file = built / edition / old / "index.html"
    html = file.read_text(encoding="utf-8")
    ways = [re.search(r'content="0; url=([^"]+)"', html)[1], re.search(r'<a href="([^"]+)"', html)[1]]
    wanted = (built / edition / new).resolve()
    assert [(file.parent / way).resolve() for way in ways] == [wanted, wanted] and (wanted / "index.html").is_file()
    assert f'<html lang="{tag}">' in html and 'name="robots" content="noindex"' in html and "<script" not in html


def test_the_words_are_those_of_the_language(built):
    words = {"": "这一页换了地方", "zh-Hant": "這一頁換了地方", "en": "This page has moved"}
    for edition, text in words.items():
        assert f"<h1>{text}</h1>" in (built / edition / "scams/old-name/index.html").read_text(encoding="utf-8")


def test_search_engines_are_sent_to_the_page_that_really_exists(built):
    canonical = {
        "en/old-section": "https://shizha.example/en/scams/",
        "en/scams/old-name": "https://shizha.example/scams/fake-police/",
        "zh-Hant/scams/old-name": "https://shizha.example/zh-Hant/scams/fake-police/",
    }
    for path, url in canonical.items():
        assert f'<link rel="canonical" href="{url}">' in (built / path / "index.html").read_text(encoding="utf-8")
    assert "old-name" not in (built / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "address"), [("", "1"), ("en", "en/1"), ("scams/fake-police", "2")])
def test_a_page_shows_its_short_address(built, page, address):
    assert f"<p>https://shizha.example/{address}/</p>" in (built / page / "index.html").read_text(encoding="utf-8")
