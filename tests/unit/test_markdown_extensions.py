"""What the project's own Markdown extensions make of tables and of parts, and what they leave out."""

import pytest
from markdown import Markdown

from shizha.content.languages import ZH
from shizha.rendering.expand import expand

EXTENSIONS = ["tables", "attr_list", "shizha.rendering.tables", "shizha.rendering.parts"]


def html(text):
    return Markdown(extensions=EXTENSIONS).convert(text)


def test_each_cell_knows_the_header_of_its_column():
    table = html("| 哪天 | 谁 |\n| --- | --- |\n| 周一 | 老师 |\n| 周二 |\n")
    assert '<td data-label="哪天" role="cell">周一</td>' in table
    assert '<td data-label="谁" role="cell">老师</td>' in table
    assert table.count('role="row"') == 3 and 'role="columnheader"' in table


def test_a_header_made_of_html_gives_its_words_only():
    table = html('| <span class="blank">x</span> 数 |\n| --- |\n| 3 |\n')
    assert "\x02" not in table and 'data-label="x 数"' in table


def test_a_table_of_many_columns_stands_in_a_frame_of_its_own():
    many, few = (html("|" + " 一 |" * columns + "\n|" + " --- |" * columns + "\n") for columns in (6, 5))
    assert many.startswith('<div class="many-columns"><table') and few.startswith("<table")


def test_a_part_is_a_heading_of_level_two_with_what_follows_it():
    text = html("前言\n\n## 一 { #one }\n\n甲\n\n### 小 { #small }\n\n乙\n\n## 二 { #two }\n\n丙\n")
    first, second = text.split('<div class="part" data-part="one">')[1].split('<div class="part" data-part="two">')
    assert "甲" in first and "乙" in first and "丙" in second
    assert text.startswith("<p>前言</p>")


def test_a_text_without_headings_stays_as_it_is():
    assert html("一句话") == "<p>一句话</p>"


def strict(text):
    return Markdown(extensions=["toc", "shizha.rendering.strict", *EXTENSIONS]).convert(text)


@pytest.mark.parametrize(
    "text",
    [
        "看[这里][a]\n\n[a]: https://evil.example\n",
        "看[这里]\n\n[这里]: https://evil.example\n",
        "![图][a]\n\n[a]: https://evil.example/a.png\n",
        "<https://evil.example>",
        "<someone@evil.example>",
    ],
)
def test_what_the_check_refuses_is_nothing_to_the_generator(text):
    assert "<a" in html(text) or "<img" in html(text)
    assert "<a" not in strict(text) and "<img" not in strict(text)


def test_a_heading_has_the_id_that_was_written_and_no_other():
    assert strict("## 标题\n\n## 另一个 { #other }\n").count("id=") == 1


@pytest.mark.parametrize("line", ["---", "===", "- "])
def test_a_line_below_a_text_makes_no_heading_of_it(line):
    assert "<h" not in strict(f"一句话\n{line}\n").replace("<hr", "")


def test_our_own_pages_come_out_as_the_whole_of_markdown_draws_them(library):
    for page in library.pages[ZH.code].values():
        text = expand(library, page)
        assert strict(text) == html(text), page.id
