"""SZ201–SZ203, SZ207–SZ209: the structure of any page's body: headings, tables, blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position
from .finding import ENOUGH, Finding, Message
from .rules.structure import ANY_PAGE as RULES
from .rules.structure import DUPLICATE_ID, EMPTY, FENCE, HEADING_ID, LEVELS, TABLE

__all__ = ["RULES", "check"]


_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")

# A paragraph that says nothing: …, ......, 。。。, ？？？
_ONLY_DOTS = re.compile(r"[ >]*[…．.。·？?、]{1,40}[ ]*$")
# What the generator takes for a heading and an editor does not, or the other way round: a heading within a quotation or an
# item, an indented one, one right below a table (of which it becomes a row), text underlined with === or ---.
_INSIDE = re.compile(r"(?:[ ]{0,3}(?:>|[-*+][ ]|[0-9]{1,3}[.)][ ]))+[ ]{0,3}#{1,6}[ ]")
_INDENTED = re.compile(r"[ ]{1,3}#{1,6}[ ]")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_STARTS_A_BLOCK = re.compile(r"\s*(?:[|>#]|[-*+][ ]|[0-9]{1,3}[.)][ ]|///|$)")


def check(library: Library) -> Iterator[Finding]:
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                for look in (_code, _headings, _disguised_headings, _ellipses, _tables):
                    yield from islice(look(library, page), ENOUGH)


def _code(library: Library, page: Page) -> Iterator[Finding]:
    for line in page.outline.unclosed_fences:
        yield FENCE.found(
            library.project,
            page.path,
            Position(line),
            Message("这个代码块没有结束", "This block of code is not closed"),
            Message(
                "在代码后面单独加一行同样的符号：```。", "After the code add a line with the same characters: ```."
            ),
        )


def _headings(library: Library, page: Page) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    level = 1
    headings = page.outline.headings
    for item in headings:
        at = Position(item.line)
        if item.level == 1:
            yield LEVELS.found(
                library.project,
                page.path,
                at,
                Message(
                    "正文里不用一级标题，它由 title 生成", "No level-one heading in the body: it is made from title"
                ),
                Message("改成 ## 开头。", "Begin it with ##."),
            )
        elif item.level > level + 1:
            yield LEVELS.found(
                library.project,
                page.path,
                at,
                Message(f"标题从{level}级跳到了{item.level}级", f"The level jumps from {level} to {item.level}"),
                Message(f"改成 {'#' * (level + 1)} 开头。", f"Begin it with {'#' * (level + 1)}."),
            )
        level = item.level
        if not item.id or not set(item.id) <= _ID_CHARACTERS:
            yield HEADING_ID.found(
                library.project,
                page.path,
                at,
                Message(f"标题“{item.text}”没有英文编号", f"The heading “{item.text}” has no ASCII id"),
                Message(
                    "在这一行最后空一格，加上英文编号，比如 { #how-to-find }。花括号、井号用英文的；英文页用同样的编号。",
                    "End the line with a space and an id, like { #how-to-find }, equal in every language.",
                ),
            )
        elif item.id in seen:
            yield DUPLICATE_ID.found(
                library.project,
                page.path,
                at,
                Message(
                    f"编号 {item.id} 在第{seen[item.id]}行用过了",
                    f"The id {item.id} is already used on line {seen[item.id]}",
                ),
                Message(
                    f"给这个标题换一个，比如 {{ #{item.id}-2 }}。",
                    f"Give this heading another, like {{ #{item.id}-2 }}.",
                ),
            )
        else:
            seen[item.id] = item.line
    text = {number for number, line in enumerate(page.outline.plain, page.body_line) if line and not line.isspace()}
    last = max(text, default=page.body_line)
    for here, after in zip(headings, [*headings[1:], None], strict=False):  # no heading, no pair
        end = after.line if after else last + 1
        deeper = after is not None and after.level > here.level
        if (
            not deeper
            and not any(number in text for number in range(here.line + 1, end))
            and not _has_code(page, here.line, end)
        ):
            yield EMPTY.found(
                library.project,
                page.path,
                Position(here.line),
                Message(f"“{here.text}”下面没有内容", f"Nothing stands under “{here.text}”"),
                Message("写上内容；不需要这一节，就连标题一起删掉。", "Write it, or delete the heading as well."),
            )


def _disguised_headings(library: Library, page: Page) -> Iterator[Finding]:
    before = ""
    in_table = False  # which reaches to the next empty line
    for number, line in page.outline.prose:
        in_table = bool(line.strip()) and (in_table or "|" in before)
        underlined = _UNDERLINE.match(line) and not _STARTS_A_BLOCK.match(before)
        if underlined or (in_table and line.startswith("#")) or _INSIDE.match(line) or _INDENTED.match(line):
            yield LEVELS.found(
                library.project,
                page.path,
                Position(number),
                Message("标题的写法不对", "Not the way to write a heading"),
                Message(
                    "标题单独一行，从行首写：## 小标题 { #short-name }。不是标题，就在 # 前面加 \\。表格后面、分隔线 --- 前面空一行。",
                    "A heading has a line of its own, from its start: ## Heading { #short-name }. If it is none, write \\#. Leave an empty line below a table and above ---.",
                ),
            )
        before = line


def _ellipses(library: Library, page: Page) -> Iterator[Finding]:
    for number, line in page.outline.prose:
        if _ONLY_DOTS.match(line):
            yield EMPTY.found(
                library.project,
                page.path,
                Position(number),
                Message("这一行什么也没有说", "This line says nothing"),
                Message("写完，或者删掉。", "Finish it or delete it."),
            )


def _has_code(page: Page, start: int, end: int) -> bool:
    lines = page.body.split("\n")[start - page.body_line + 1 : end - page.body_line]
    return any(line.strip() for line in lines)


def _tables(library: Library, page: Page) -> Iterator[Finding]:
    for table in page.outline.tables:
        at = Position(table.line)
        if not all(table.header):
            yield TABLE.found(
                library.project,
                page.path,
                at,
                Message("表头有空着的格", "The header has an empty cell")
                if any(table.header)
                else Message("表格没有表头", "The table has no header"),
                Message(
                    "在第一行写上每一列是什么：| 号码 | 做什么 |。",
                    "Say in its first line what each column is: | Number | What to do |.",
                ),
            )
        for index, row in enumerate(table.rows):
            if len(row) != len(table.header):
                yield TABLE.found(
                    library.project,
                    page.path,
                    Position(table.line + 2 + index),
                    Message(
                        f"这一行有{len(row)}格，表头有{len(table.header)}格",
                        f"This row has {len(row)} cells, the header {len(table.header)}",
                    ),
                    Message(
                        "每一格两边都有 |，格数和表头一样。没有内容的格写“—”。",
                        "Every cell has a | on both sides, as many as the header. Write — into an empty one.",
                    ),
                )
