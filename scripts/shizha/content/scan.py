"""Looking for something in many lines at once: one search over the whole text instead of one for each line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def lines_with(text: str, patterns: Iterable[re.Pattern[str]]) -> list[int]:
    """The lines of ``text``, counted from 0, in which any of ``patterns`` matches. None of them may match a line break."""
    found: set[int] = set()
    for pattern in patterns:
        line = counted = start = 0
        while match := pattern.search(text, start):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            found.add(line)
            start = text.find("\n", counted) + 1
            if not start:
                break
    return sorted(found)


def one_line_each(texts: Iterable[str]) -> str:
    """``texts`` as the lines of one text, to be searched with `lines_with`."""
    return "\n".join(text.replace("\n", " ") for text in texts)


def places(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Each match of ``pattern`` with its line and its column, both counted from 0. It may not match a line break."""
    line = begins = 0
    for match in pattern.finditer(text):
        start = match.start()
        if breaks := text.count("\n", begins, start):
            line += breaks
            begins = text.rfind("\n", begins, start) + 1
        yield line, start - begins, match
