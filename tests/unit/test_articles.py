"""The HTML of an article is found again only while everything that it was made from is the same."""

import pytest

from shizha.build import build_site
from shizha.content.library import load_library
from shizha.hooks import articles
from shizha.hooks.articles import Articles
from shizha.hooks.generator import GeneratorError
from support.miniature import plain_front
from support.tree import tree

FILE, LANGUAGE, MARKDOWN = "zh/contacts/index.md", "zh", "一句话。"


HTML = "<p>一句话。</p>"


def articles_of(miniature):
    return Articles(load_library(miniature.project))


def kept(miniature, file=FILE, language=LANGUAGE, markdown=MARKDOWN):
    """Whether the article is there already and need not be rendered."""
    rendered = []
    articles_of(miniature).of(file, language, markdown, lambda text: rendered.append(text) or HTML)
    assert rendered in ([], [markdown])
    return not rendered


@pytest.fixture
def made(miniature):
    """A project of which one article has been kept."""
    first = articles_of(miniature)
    assert first.of(FILE, LANGUAGE, MARKDOWN, lambda text: f"<p>{text}</p>") == HTML
    first.keep()
    return miniature


def test_the_same_markdown_gives_what_was_kept(made):
    assert articles_of(made).of(FILE, LANGUAGE, MARKDOWN, lambda _text: "another") == HTML


@pytest.mark.parametrize("other", [{"file": "zh/index.md"}, {"language": "en"}, {"markdown": "另一句。"}])
def test_another_page_edition_or_text_is_made_anew(made, other):
    assert kept(made) and not kept(made, **other)


def test_where_pages_come_or_go_links_lead_elsewhere_and_all_is_made_anew(made):
    made.write("docs/zh/patterns.md", plain_front("help", "套路") + "\n## 一样的地方 { #same }\n\n急。\n")
    assert not kept(made)


def test_with_other_settings_or_another_program_all_is_made_anew(made, monkeypatch, tmp_path):
    made.edit("mkdocs.yml", "  - attr_list\n", "")
    assert not kept(made)
    made.edit("mkdocs.yml", "  - tables\n", "  - attr_list\n  - tables\n")
    assert kept(made)
    changed = tmp_path / "parts.py"
    changed.write_text("# otherwise\n", encoding="utf-8")
    monkeypatch.setattr(articles, "_PROGRAM", (changed,))
    assert not kept(made)


def test_what_the_generator_complained_of_is_not_kept(miniature, tmp_path, monkeypatch):
    monkeypatch.setattr("shizha.build.run_checks", lambda _library, **_options: [])
    miniature.edit("docs/zh/index.md", "看[全部骗局]", "看[没有的](no-such-page.md)和[全部骗局]")
    for _ in range(2):
        with pytest.raises(GeneratorError, match="no-such-page"):
            build_site(miniature.project, tmp_path / "site")


def test_a_link_to_an_anchor_that_is_not_there_stops_the_build(miniature, tmp_path, monkeypatch):
    monkeypatch.setattr("shizha.build.run_checks", lambda _library, **_options: [])
    miniature.edit("docs/zh/index.md", "看[全部骗局]", "看[没有的](contacts/index.md#nowhere)和[全部骗局]")
    with pytest.raises(GeneratorError, match="#nowhere"):
        build_site(miniature.project, tmp_path / "site")


def test_a_site_of_kept_articles_is_the_same_site(miniature, tmp_path):
    for name in ("made", "kept"):
        build_site(miniature.project, tmp_path / name)
    assert tree(tmp_path / "made") == tree(tmp_path / "kept")


def test_a_new_link_into_a_kept_article_is_as_good_as_before(miniature, tmp_path):
    build_site(miniature.project, tmp_path / "site")
    miniature.edit("docs/zh/index.md", "看[全部骗局]", "看[电话](contacts/index.md#numbers)和[全部骗局]")
    build_site(miniature.project, tmp_path / "site")
    assert 'href="contacts/#numbers"' in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
