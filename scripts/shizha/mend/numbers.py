"""Numbers that a page spells out become references to their contact."""

from __future__ import annotations

import re
from collections import defaultdict

from ..checks.numbers import Spelled, spelled_numbers
from ..content.library import Library
from ..content.page import Page
from ..selection import Selection
from .mended import Mended, save_text

# After these words a reader is to dial, so the number becomes a link; elsewhere it is only named.
_DIAL = re.compile(r"(?:打|拨|拨打|致电|(?<![A-Za-z])(?:call|Call|dial|Dial|ring|Ring))[ ]?$")


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
    # In code a reference would stay as it is written.
    prose = dict(page.outline.prose)
    for spelled in spelled_numbers(library, page):
        number = spelled.number
        is_prose = prose.get(spelled.line, "")[number.start - 1 : number.end - 1].strip()
        if number.whole and not number.linked and is_prose:
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
    save_text(page.path, "\n".join(lines))
    return done
