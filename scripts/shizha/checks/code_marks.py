"""SZ508: backticks that the generator pairs otherwise than this project does.

Code is left out of what is looked at: that holds only while both find the same code in a page. So what they would read
differently is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..content.code import code_lines, inline_code, without_inline_code
from ..content.library import Library
from ..content.source_text import Position
from .finding import ENOUGH, Finding, Message
from .passages import Passage, passages
from .rules.code_marks import CODE_MARKS, RULES

__all__ = ["RULES", "check"]


_IN_VALUE = Message("这里不能写反引号", "No backtick can stand here")
_IN_BODY = Message("这里的反引号不成对", "The backticks here do not pair")
_ONLY_WORDS = Message("删掉它，只写文字。", "Delete it and write only words.")
_IN_PAIRS = Message(
    "代码前后各一个反引号，在同一行里。代码块前后各一行 ```，顶格写。不用的反引号删掉。",
    "Put one backtick before and one behind the code, on the same line. A block of code has a line ``` above and below, at the margin. Delete backticks that are not used.",
)


def check(library: Library) -> Iterator[Finding]:
    for passage in passages(library):
        places = _in_body(passage) if passage.is_body else _in_value(passage)
        message, hint = (_IN_BODY, _IN_PAIRS) if passage.is_body else (_IN_VALUE, _ONLY_WORDS)
        for at in islice(places, ENOUGH):
            yield CODE_MARKS.found(library.project, passage.path, at, message, hint)


def _in_value(passage: Passage) -> Iterator[Position]:
    """A value holds no code: names of data files stand in the middle of pages, where a backtick would pair with theirs."""
    at = -1
    while (at := passage.text.find("`", at + 1)) >= 0:
        yield passage.position(at, at + 1)


def _in_body(passage: Passage) -> Iterator[Position]:
    if "`" not in passage.text and "~~~" not in passage.text:
        return
    lines = passage.text.split("\n")
    first = passage.page.body_line
    for number, (line, (is_code, unclosed)) in enumerate(zip(lines, code_lines(lines), strict=True), first):
        if is_code:
            # A blank that is no space ends a block here, and not for the generator.
            if line.startswith(("```", "~~~")) and line.rstrip() != line.rstrip(" \t"):
                yield Position(number, len(line.rstrip()) + 1)
        elif "`" in line and not unclosed and (column := _odd_ticks(line)):
            yield Position(number, column)


def _odd_ticks(line: str) -> int | None:
    """The column of the first backtick that begins or ends no code, or has a backslash before it."""
    odd = [start for start, _ in inline_code(line) if line[start - 1 : start] == "\\"]
    if (unpaired := without_inline_code(line).find("`")) >= 0:
        odd.append(unpaired)
    return min(odd) + 1 if odd else None
