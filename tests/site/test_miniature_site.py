"""The whole way from Markdown to a folder, on a miniature project."""

import gzip
import re

import pytest

from shizha.build import ContentError, build_site
from shizha.hooks import generator


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    from support.miniature import Miniature

    folder = tmp_path_factory.mktemp("miniature")
    miniature = Miniature(folder / "project")
    out = folder / "site"
    build_site(miniature.project, out)
    return out


def read(folder, path):
    return (folder / path).read_text(encoding="utf-8")


def test_every_page_is_there_in_every_language(small):
    for prefix in ("", "zh-Hant/", "en/"):
        for page in ("", "emergency/", "scams/", "scams/fake-police/", "contacts/"):
            assert (small / prefix / page / "index.html").is_file(), prefix + page


def test_a_translation_names_itself_its_language_and_the_others(small):
    html = read(small, "en/emergency/index.html")
    assert '<html lang="en"' in html
    assert '<link rel="canonical" href="https://shizha.example/en/emergency/">' in html
    alternates = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', html))
    assert alternates == {
        "zh-Hans": "https://shizha.example/emergency/",
        "zh-Hant": "https://shizha.example/zh-Hant/emergency/",
        "en": "https://shizha.example/en/emergency/",
        "x-default": "https://shizha.example/emergency/",
    }


def test_hreflang_is_reciprocal(small):
    def alternates(path):
        return sorted(re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', read(small, path)))

    assert alternates("scams/index.html") == alternates("zh-Hant/scams/index.html") == alternates("en/scams/index.html")


def test_a_fallback_tells_the_truth(small):
    html = read(small, "en/scams/fake-police/index.html")
    assert "This page has not been translated yet" in html
    assert re.search(r'<main[^>]* lang="zh-Hans"', html) or re.search(r'<article[^>]* lang="zh-Hans"', html)
    assert '<link rel="canonical" href="https://shizha.example/scams/fake-police/">' in html
    assert 'content="noindex"' in html
    assert "hreflang" not in re.sub(r"<nav.*?</nav>", "", html, flags=re.S)


def test_the_source_page_does_not_announce_a_translation_that_is_missing(small):
    assert 'hreflang="en"' not in re.sub(r"<nav.*?</nav>", "", read(small, "scams/fake-police/index.html"), flags=re.S)


def test_the_derived_page_is_traditional_and_keeps_names_and_ids(small):
    html = read(small, "zh-Hant/scams/fake-police/index.html")
    assert '<html lang="zh-Hant"' in html
    assert "騙局怎麼走" in html
    assert "《反電信網絡詐騙法》" in html
    assert "國家反詐中心App" in html
    assert 'id="course"' in html


def test_a_page_written_by_hand_replaces_the_derived_one(small):
    assert "手寫的這一頁" in read(small, "zh-Hant/emergency/index.html")


def test_references_become_numbers_sources_and_tables(small):
    page = read(small, "scams/fake-police/index.html")
    assert '<a class="tel" href="tel:110"' in page
    assert 'id="source-law-anti-fraud"' in page
    assert 'href="#source-law-anti-fraud"' in page
    contacts = read(small, "contacts/index.html")
    assert 'href="tel:96110"' in contacts
    assert "[[" not in contacts + page


def test_the_step_at_which_money_leaves_is_marked(small):
    html = read(small, "scams/fake-police/index.html")
    turn = re.search(r'<li class="turn">(.*?)</li>', html, re.S)
    assert turn and "转账" in turn[1]


def test_a_composite_case_says_so_in_each_language(small):
    assert "不是真人真事" in read(small, "scams/fake-police/index.html")
    assert "不是真人真事" in read(small, "zh-Hant/scams/fake-police/index.html")


def test_the_404_page_speaks_every_language_and_leads_to_help(small):
    html = read(small, "404.html")
    for target in ("/emergency/", "/zh-Hant/emergency/", "/en/emergency/"):
        assert f'href="{target}"' in html
    assert 'href="tel:110"' in html


def test_the_sitemap_lists_real_pages_only(small):
    sitemap = read(small, "sitemap.xml")
    assert "<loc>https://shizha.example/zh-Hant/scams/fake-police/</loc>" in sitemap
    assert "<loc>https://shizha.example/en/scams/fake-police/</loc>" not in sitemap
    assert gzip.decompress((small / "sitemap.xml.gz").read_bytes()).decode() == sitemap  # not the generator's


def test_every_page_has_one_policy(small):
    for path in small.rglob("*.html"):
        assert path.read_text(encoding="utf-8").count("Content-Security-Policy") == 1, path


def test_pages_have_no_indents(small):
    for path in small.rglob("*.html"):
        html = re.sub(r"<pre.*?</pre>", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert re.findall(r"^[ \t]+\S.*", html, re.M) == [], path


def test_nothing_of_the_theme_is_shipped_and_nothing_is_asked_of_another_host(small):
    for path in small.rglob("*"):
        assert "assets/javascripts" not in path.as_posix()
    for path in small.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        for url in re.findall(
            r'<(?:script|img|iframe|source)[^>]* src="([^"]+)"|<link rel="(?:stylesheet|icon|preload)"[^>]* href="([^"]+)"',
            html,
        ):
            assert not re.match(r"https?:|//", "".join(url)), path


def test_a_page_with_an_error_builds_nothing(miniature, tmp_path):
    out = tmp_path / "out"
    build_site(miniature.project, out)
    before = read(out, "scams/fake-police/index.html")
    miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    with pytest.raises(ContentError) as error:
        build_site(miniature.project, out)
    assert [finding.rule for finding in error.value.findings] == ["SZ401"]
    assert read(out, "scams/fake-police/index.html") == before
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".")] == []


def test_what_a_stranger_writes_into_front_matter_and_data_reaches_the_page_as_text(miniature, tmp_path):
    hostile = '"5 < 6 & 7 > 2"'  # a whole tag is refused by the check; these alone must not begin one
    for key in ("title", "description", "verdict", "name"):
        miniature.edit("docs/zh/scams/fake-police.md", f"{key}: ", f"{key}: {hostile} #")
    miniature.edit("data/sources.yml", 'title: {zh: "中华人民共和国反电信网络诈骗法"', f"title: {{zh: {hostile}")
    build_site(miniature.project, tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.html"):
        assert "5 < 6" not in path.read_text(encoding="utf-8"), path
    assert "5 &lt; 6 &amp; 7" in read(tmp_path / "out", "scams/fake-police/index.html")


def test_a_fallback_of_the_emergency_page_says_so_too(miniature, tmp_path):
    (miniature.project.docs / "en" / "emergency.md").unlink()
    build_site(miniature.project, tmp_path / "out")
    html = read(tmp_path / "out", "en/emergency/index.html")
    assert "This page has not been translated yet" in html and '<main lang="zh-Hans"' in html


def test_the_generator_failing_is_told_in_words(miniature, tmp_path, monkeypatch):
    def fail(*arguments):
        raise ValueError("something unforeseen")

    monkeypatch.setattr(generator, "build", fail)
    with pytest.raises(generator.GeneratorError) as error:
        build_site(miniature.project, tmp_path / "out")
    assert "something unforeseen" in str(error.value) and not (tmp_path / "out").exists()
