"""The outline of a Markdown body: what checks and templates need to know of it, found in one pass over its lines.

This is not a Markdown parser. It knows headings with their explicit ids, list items, tables, links and references, and it
knows which lines are code, so that nothing inside code is taken for any of these.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .references import Reference, find_references
from .source_text import Position

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+\{[ \t]*#([^}\s]*)[ \t]*\})?[ \t]*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,3})[.)])[ \t]+(\S.*)$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_INLINE_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.)*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)>?(?:\s+(\"[^\"]*\"|'[^']*'))?\s*\)"
)


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class ListItem:
    """One list item. ``section`` is the id of the nearest heading above it, ``depth`` its indentation in columns."""

    text: str
    ordered: bool
    depth: int
    section: str | None
    line: int


@dataclass(frozen=True)
class Link:
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
    headings: list[Heading] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    # Lines of prose with code blanked out, as (line number, text): what checks of wording look at.
    prose: list[tuple[int, str]] = field(default_factory=list)

    def heading(self, heading_id: str) -> Heading | None:
        return next((item for item in self.headings if item.id == heading_id), None)

    def ids(self) -> set[str]:
        return {item.id for item in self.headings if item.id}

    def items_of(self, section: str) -> list[ListItem]:
        """The top-level list items under the heading ``section``."""
        return [item for item in self.items if item.section == section and item.depth == 0]


def outline_of(body: str, first_line: int) -> Outline:
    """The outline of ``body``, whose first line is line ``first_line`` of its file."""
    outline = Outline()
    fence: str | None = None
    section: str | None = None
    lines = body.split("\n")
    for index, raw in enumerate(lines):
        number = first_line + index
        if match := _FENCE.match(raw):
            mark = match[1]
            if fence is None:
                fence = mark
                continue
            if mark[0] == fence[0] and len(mark) >= len(fence) and not raw.strip().strip(mark[0]):
                fence = None
                continue
        if fence is not None:
            continue
        line = _INLINE_CODE.sub(lambda code: " " * len(code[0]), raw)
        outline.prose.append((number, line))
        if heading := _HEADING.match(line):
            section = heading[3]
            outline.headings.append(Heading(len(heading[1]), heading[2], heading[3], number))
        elif item := _ITEM.match(line):
            outline.items.append(ListItem(item[3], item[2] is not None, len(item[1].expandtabs(4)), section, number))
        if _TABLE_RULE.match(line) and "|" in line and index and "|" in lines[index - 1]:
            outline.tables.append(_table(lines, index, section, number - 1))
        for link in _LINK.finditer(line):
            outline.links.append(Link(link[2], link[3], link[1] == "!", Position(number, link.start() + 1)))
        outline.references.extend(find_references(line, number))
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
    return tuple(cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|"))
