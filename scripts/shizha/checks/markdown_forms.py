"""SZ508, SZ509: forms that the generator takes for code or a heading, and this project does not, or the other way round.

Ids of headings are known and code is left out where it is code: that holds only while both read a page the same way. So what
they would read differently is refused, and there is nothing an editor could not say in the plain form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..content.code import code_lines, inline_code, without_inline_code
from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position
from .finding import Finding, Message, shown
from .passages import Passage, passages
from .rules.markdown_forms import CODE_MARKS, HEADING_FORM, RULES

__all__ = ["RULES", "check"]

_TICKS = re.compile(r"`+")
# A line of dashes, or a heading without its space; or, below a line that is not empty, one with it. The line's end first: so
# the search runs from line to line.
_CROWDED = re.compile(
    r"\n(?:(?P<rule>(?<=[^\n]\n)[ >]*(?:=+|-+)[ \t]*)(?=\n|\Z)|(?P<joined>#+(?![# \t]|\n|\Z))|(?P<heading>(?<=[^\n]\n)#{1,6}[ \t]))"
)
_ENOUGH = 50  # findings of one text: who has more has seen what is wrong


def check(library: Library) -> Iterator[Finding]:
    for passage in passages(library):
        found = _body(library, passage) if passage.is_body else _value(library, passage)
        yield from islice(found, _ENOUGH)


def _value(library: Library, passage: Passage) -> Iterator[Finding]:
    """A value holds no code: names of data files stand in the middle of pages, where a backtick would pair with theirs."""
    at = -1
    while (at := passage.text.find("`", at + 1)) >= 0:
        yield CODE_MARKS.found(
            library.project,
            passage.path,
            passage.position(at, at + 1),
            Message("这里不能写反引号", "No backtick can stand here"),
            Message("删掉它，只写文字。", "Delete it and write only words."),
        )


def _body(library: Library, passage: Passage) -> Iterator[Finding]:
    if "`" in passage.text or "~~~" in passage.text:
        yield from _code(library, passage.page)
    yield from _crowded(library, passage, passage.page)


def _crowded(library: Library, passage: Passage, page: Page) -> Iterator[Finding]:
    matches = list(_CROWDED.finditer("\n" + passage.text))
    if not matches:
        return
    lines = passage.text.split("\n")
    code = [is_code for is_code, _ in code_lines(lines)]
    for match in matches:
        line = passage.line_of(match.start())
        above = lines[line - 1].strip(" \t>") if line else ""
        fine = not above if match["rule"] else "|" not in above if match["heading"] else False
        if not fine and not code[line]:
            at = passage.position(match.start(), match.end() - 1)
            yield HEADING_FORM.found(library.project, page.path, at, *_crowded_words(match.lastgroup, lines[line]))


def _crowded_words(kind: str, line: str) -> tuple[Message, Message]:
    if kind == "joined":
        text = line.lstrip("#")
        right = f"{line[: len(line) - len(text)]} {shown(text.strip())}"
        return Message("# 后面没有英文的空格", "There is no plain space behind #"), Message(
            f"写成：{right}。不是标题，就不用 # 开头。",
            f"Write: {right}. A line that is no heading does not begin with #.",
        )
    if kind == "heading":
        return Message("标题紧跟在表格下面", "The heading stands right below a table"), Message(
            "在它上面空一行。", "Leave an empty line above it."
        )
    return Message("横线紧跟在文字下面", "The rule stands right below text"), Message(
        "在它上面空一行。要写标题，用 ## 开头。", "Leave an empty line above it. A heading begins with ##."
    )


def _code(library: Library, page: Page) -> Iterator[Finding]:
    lines = page.body.split("\n")
    for number, (line, (is_code, unclosed)) in enumerate(zip(lines, code_lines(lines), strict=True), page.body_line):
        if is_code:
            # A blank that is no space ends a block here, and not for the generator.
            if line.startswith(("```", "~~~")) and line.rstrip() != line.rstrip(" \t"):
                yield _code_marks(library, page, Position(number, len(line.rstrip()) + 1))
        elif "`" in line and not unclosed and (column := _odd_ticks(line)):
            yield _code_marks(library, page, Position(number, column))


def _code_marks(library: Library, page: Page, at: Position) -> Finding:
    return CODE_MARKS.found(
        library.project,
        page.path,
        at,
        Message("这里的反引号不成对", "The backticks here do not pair"),
        Message(
            "代码前后各一个反引号，在同一行里。代码块前后各一行 ```，顶格写。不用的反引号删掉。",
            "Put one backtick before and one behind the code, on the same line. A block of code has a line ``` above and below, at the margin. Delete backticks that are not used.",
        ),
    )


def _odd_ticks(line: str) -> int | None:
    """The column of the first backtick that begins or ends no code, or has a backslash before it."""
    odd = [start for start, _ in inline_code(line) if line[start - 1 : start] == "\\"]
    if (unpaired := without_inline_code(line).find("`")) >= 0:
        odd.append(unpaired)
    return min(odd) + 1 if odd else None
