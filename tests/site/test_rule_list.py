"""The published list of the rules: one page that lists them, one for each, in every language, made while the site is built."""

import re

import pytest

from shizha.build import build_site
from shizha.checks import RULES
from shizha.content.languages import LANGUAGES
from support.miniature import Miniature, plain_front, translated_front


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rules")
    miniature = Miniature(folder / "project")
    text = "\n## 改错 { #mend }\n\n看[规则](rules.md)，比如[这一条](rules.md#SZ301)。\n"
    miniature.write("docs/zh/about/index.md", plain_front("about", "关于") + text)
    miniature.write("docs/en/about/index.md", translated_front("About") + text)
    out = folder / "site"
    build_site(miniature.project, out)
    return out


def read(folder, path):
    return (folder / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_list_leads_to_every_rule(small, language):
    html = read(small, language.url_of("about/rules"))
    assert re.findall(r'<li id="(SZ\d+)"><a href="(sz\d+)/">', html) == [(rule, rule.lower()) for rule in sorted(RULES)]
    assert '<h2 id="group-3">' in html


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_rule_has_a_page_like_all_others(small, language):
    for rule in RULES:
        html = read(small, language.url_of(f"about/rules/{rule.lower()}"))
        assert f'<html lang="{language.tag}"' in html and html.count("<h1") == 1
        for part in ("site-header", 'class="languages"', 'class="breadcrumbs"', "site-footer"):
            assert part in html, (rule, part)
        assert f'<a href="../#{rule}">' in html


def test_a_rule_is_told_in_the_language_of_the_reader(small):
    assert "<h1>SZ301 没有登记过的号码</h1>" in read(small, "about/rules/sz301")
    assert "<h1>SZ301 沒有登記過的號碼</h1>" in read(small, "zh-Hant/about/rules/sz301")
    english = read(small, "en/about/rules/sz301")
    assert "<h1>SZ301 A number that is not registered</h1>" in english
    assert "“96101” is not a registered number" in english
    assert "python3 scripts check --fix" in read(small, "about/rules/sz302")


def test_what_is_wrong_is_labelled_struck_through_and_leads_nowhere(small):
    for rule in RULES:
        html = read(small, f"en/about/rules/{rule.lower()}")
        wrong = re.search(
            r'Wrong, do not copy</h2>\s*<pre[^>]*lang="zh-Hans"><code><del>(.*?)</del></code></pre>', html, re.S
        )
        assert wrong and "<" not in wrong[1], rule
        assert "tel:" not in re.sub(r"<pre.*?</pre>", "", html, flags=re.S)


def test_the_languages_of_a_rule_know_each_other(small):
    html = read(small, "en/about/rules/sz301")
    assert '<link rel="canonical" href="https://shizha.example/en/about/rules/sz301/">' in html
    alternates = dict(re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))
    assert alternates == {
        "zh-Hans": "https://shizha.example/about/rules/sz301/",
        "zh-Hant": "https://shizha.example/zh-Hant/about/rules/sz301/",
        "en": "https://shizha.example/en/about/rules/sz301/",
        "x-default": "https://shizha.example/about/rules/sz301/",
    }
    assert "<loc>https://shizha.example/en/about/rules/sz301/</loc>" in (small / "sitemap.xml").read_text(
        encoding="utf-8"
    )


def test_pages_link_to_the_list_and_their_section_shows_it(small):
    html = read(small, "about")
    assert 'href="rules/"' in html and 'href="rules/#SZ301"' in html
    assert "检查的规则" in html


def test_readers_who_search_do_not_meet_the_rules(small):
    for index in (small / "search").glob("*.json"):
        assert "SZ301" not in index.read_text(encoding="utf-8")


def test_a_build_of_one_language_has_no_link_to_the_others(miniature, tmp_path):
    build_site(miniature.project, tmp_path / "site", ["zh"])
    html = read(tmp_path / "site", "about/rules/sz301")
    assert 'hreflang="en"' not in html
    assert not (tmp_path / "site/en").exists()
