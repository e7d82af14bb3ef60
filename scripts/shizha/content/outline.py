"""The outline of a Markdown body: what checks and templates need to know of it, found in one pass over its lines.

This is not a Markdown parser. It knows headings with their explicit ids, list items, tables, links and references, and it
knows which lines are code, so that nothing inside code is taken for any of these. What there are thousands of in a library are tuples
with names: they are made several times as fast as frozen dataclasses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from .code import code_lines, without_inline_code
from .references import Reference, find_references
from .scan import places
from .source_text import Position

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+\{[ \t]*#([^}\s]*)[ \t]*\})?[ \t]*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,3})[.)])[ \t]+(\S.*)$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
# It begins with one certain character, and none of it matches a line break: so a page is searched at once, and fast.
_LINK = re.compile(
    r"\[((?:[^\[\]\\\n]|\\.)*)\]\([ \t]{0,9}<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?"
    r"(?:[ \t]{1,9}(\"[^\"\n]*\"|'[^'\n]*'))?[ \t]{0,9}\)"
)
# [name]: address — the other half of a link by name, and of a footnote
_DEFINITION = re.compile(r"[ ]{0,3}\[[^\[\]]{1,99}\]:")


class Heading(NamedTuple):
    level: int
    text: str
    id: str | None
    line: int


class ListItem(NamedTuple):
    """One list item. ``section`` is the id of the nearest heading above it, ``depth`` its indentation in columns."""

    text: str
    ordered: bool
    depth: int
    section: str | None
    line: int


class Link(NamedTuple):
    """``[text](target)`` or, with ``image``, ``![text](target)``."""

    text: str
    target: str
    image: bool
    position: Position


@dataclass(frozen=True)
class Table:
    """A table: its header cells and its rows of cells. ``line`` is that of the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    section: str | None
    line: int


@dataclass
class Outline:
    """``code``: for each line of the body, whether it is code of a fenced block. ``first_line``: the line of its first one.

    plain: the lines of the body with code blanked out, whole lines of it empty: what checks of wording look at.
    unclosed_fences, definitions: lines of a code fence that nothing closes, and of link definitions; the check refuses both.
    """

    first_line: int
    code: list[bool] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    unclosed_fences: list[int] = field(default_factory=list)
    definitions: list[int] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The lines of ``plain`` as one text, to be searched at once."""
        return "\n".join(self.plain)

    @property
    def prose(self) -> list[tuple[int, str]]:
        """The lines of ``plain`` that are no code, with their numbers in the file."""
        lines = enumerate(zip(self.plain, self.code, strict=True), self.first_line)
        return [(number, line) for number, (line, is_code) in lines if not is_code]

    def heading(self, heading_id: str) -> Heading | None:
        return next((item for item in self.headings if item.id == heading_id), None)

    def ids(self) -> frozenset[str]:
        return self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(item.id for item in self.headings if item.id)

    def items_of(self, section: str) -> list[ListItem]:
        """The top-level list items under the heading ``section``."""
        return [item for item in self.items if item.section == section and item.depth == 0]


def outline_of(body: str, first_line: int) -> Outline:
    """The outline of ``body``, whose first line is line ``first_line`` of its file."""
    lines = body.split("\n")
    code = list(code_lines(lines))
    outline = Outline(first_line, [is_code for is_code, _ in code])
    outline.unclosed_fences = [first_line + index for index, (_, unclosed) in enumerate(code) if unclosed]
    plain = outline.plain = (
        ["" if is_code else without_inline_code(line) for line, is_code in zip(lines, outline.code, strict=True)]
        if "`" in body or "~~~" in body
        else lines
    )
    section: str | None = None
    for index, line in enumerate(plain):
        if not line:
            continue
        number = first_line + index
        if line[0] == "#" and (heading := _HEADING.match(line)):
            section = heading[3]
            outline.headings.append(Heading(len(heading[1]), heading[2], heading[3], number))
        elif item := _ITEM.match(line):
            outline.items.append(ListItem(item[3], item[2] is not None, len(item[1].expandtabs(4)), section, number))
        elif "]:" in line and _DEFINITION.match(line):
            outline.definitions.append(number)
        if "|" in line and index and "|" in plain[index - 1] and _TABLE_RULE.match(line):
            outline.tables.append(_table(plain, index, section, number - 1))
    for row, column, match in places(outline.text, _LINK):
        image = outline.plain[row][column - 1 : column] == "!"
        at = Position(first_line + row, column + 1 - image)
        outline.links.append(Link(match[1], match[2], image, at))
    outline.references = find_references(outline.text, first_line)
    return outline


def _table(lines: list[str], rule: int, section: str | None, line: int) -> Table:
    rows = []
    for text in lines[rule + 1 :]:
        if "|" not in text:
            break
        rows.append(cells(text))
    return Table(cells(lines[rule - 1]), tuple(rows), section, line)


def cells(row: str) -> tuple[str, ...]:
    """The cells of one table row."""
    return tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|")))
