"""The body of a page: spaces and marks of Markdown as a Chinese keyboard or a word processor writes them.

Code is left alone, and so is everything that would make another kind of line of a paragraph.
"""

from __future__ import annotations

import re

from ..content.code import code_lines, inline_code
from ..content.references import KINDS

_ODD = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
# Two wide spaces begin a paragraph in a word processor. Not before what would then become a list, a heading, code or a table.
_PARAGRAPH_INDENT = re.compile(rf"^((?:>[ ]?)*)[\u2003\u3000][{_ODD} ]*+(?![-*+#>|`~:=/ ]|\d+[.)])")
_MARK = re.compile(rf"^([ ]*(?:>[ ]?)*(?:[-*+]|\d{{1,3}}[.)]|#{{1,6}}))[ ]*[{_ODD}][{_ODD} ]*(?=\S)")
_HEADING = re.compile(r"^(#{2,6})(?=[^#\s])")
_HEADING_ID = re.compile(rf"^(#{{1,6}} .*?)[{_ODD} ]*[{{｛][{_ODD} ]*[#＃][{_ODD} ]*([a-z0-9-]+)[{_ODD} ]*[}}｝]$")
_NEAT_ID = re.compile(r"^#{1,6} .*\S[ ]+\{[ ]*#[a-z0-9-]+[ ]*\}$")
_REFERENCE = re.compile(
    rf"(?:\[\[|【【|［［)[ ]*({'|'.join(KINDS)})[ ]*[:：][ ]*([a-z0-9]+(?:-[a-z0-9]+)*)[ ]*(?:\]\]|】】|］］)"
)
_CITATION = re.compile(r"[\[【［][\^＾]([a-z0-9]+(?:-[a-z0-9]+)*)[\]】］]")
_PAGE_LINK = re.compile(r"(?<=\])[（(]((?:\.\./)*[a-z0-9/-]+\.md(?:#[a-z0-9-]+)?)[）)]")
_TRAILING = re.compile(rf"[{_ODD} ]+$")


def mend_body(lines: list[str]) -> list[str]:
    """``lines`` of a body, mended one by one."""
    code = [is_code for is_code, _ in code_lines(lines)]
    return [line if is_code else _line(line) for line, is_code in zip(lines, code, strict=True)]


def _line(line: str) -> str:
    line = _TRAILING.sub(_line_end, line)
    line = _MARK.sub(r"\1 ", line)
    line = _PARAGRAPH_INDENT.sub(r"\1", line)
    line = _HEADING.sub(r"\1 ", line)
    if not _NEAT_ID.match(line):
        line = _HEADING_ID.sub(r"\1 { #\2 }", line)
    return _outside_code(line)


def _line_end(match: re.Match[str]) -> str:
    """Two spaces at the end of a line are a line break in Markdown, and stay."""
    return "  " if match[0].endswith("  ") and match.start() else ""


def _outside_code(line: str) -> str:
    parts, last = [], 0
    for start, end in [*inline_code(line), (len(line), len(line))]:
        parts += [_marks(line[last:start]), line[start:end]]
        last = end
    return "".join(parts)


def _marks(text: str) -> str:
    text = _REFERENCE.sub(r"[[\1:\2]]", text)
    text = _CITATION.sub(r"[^\1]", text)
    return _PAGE_LINK.sub(r"(\1)", text)
