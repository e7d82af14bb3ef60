"""``check --fix``: mend what is mechanical. So far: numbers that a page spells out become references to their contact."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from .checks.numbers import Spelled, spelled_numbers
from .content.library import Library
from .content.page import Page
from .selection import Selection

# After these words a reader is to dial, so the number becomes a link; elsewhere it is only named.
_DIAL = re.compile(r"(?:打|拨|拨打|致电|(?<![A-Za-z])(?:call|Call|dial|Dial|ring|Ring))[ ]?$")


@dataclass(frozen=True)
class Mended:
    """One change: the place relative to the project, what stood there and what stands there now."""

    path: str
    line: int
    before: str
    after: str


def fix_numbers(library: Library, selection: Selection) -> list[Mended]:
    """Write references for the numbers spelled out in the selected pages; returns what changed, by file and line."""
    done: list[Mended] = []
    for pages in library.pages.values():
        for page in sorted(pages.values(), key=lambda page: page.path):
            if not page.derived and selection.holds(library.project.relative(page.path)):
                done += _fix_page(library, page)
    return done


def _fix_page(library: Library, page: Page) -> list[Mended]:
    found: dict[int, list[Spelled]] = defaultdict(list)
    for spelled in spelled_numbers(library, page):
        if spelled.number.whole and not spelled.number.linked:
            found[spelled.line].append(spelled)
    if not found:
        return []
    lines = page.path.read_text(encoding="utf-8").split("\n")
    done: list[Mended] = []
    for number in sorted(found):
        for spelled in sorted(found[number], key=lambda item: -item.number.start):
            line = lines[number - 1]
            start, end = spelled.number.start - 1, spelled.number.end - 1
            contact = library.data.contacts[spelled.contact]
            kind = "tel" if contact.dial and contact.public_calls and _DIAL.search(line[:start]) else "text"
            reference = f"[[{kind}:{spelled.contact}]]"
            lines[number - 1] = line[:start] + reference + line[end:]
            done.append(Mended(library.project.relative(page.path), number, line[start:end], reference))
    temporary = page.path.with_suffix(".md.new")
    temporary.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    temporary.replace(page.path)
    return done
