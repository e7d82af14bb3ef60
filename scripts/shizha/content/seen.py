"""A text as a browser or a reader takes it: character references, compatibility forms and invisible characters undone.

`plain` does this, and more, for numbers. Here letters stay letters: an address has no digits that are spelled.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

# A code within a code (&amp;#60;) is one for whatever decodes twice. Browsers take some codes without their semicolon.
_REFERENCE = r"&(?:amp;){0,2}(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});?"
# Anything but ASCII, Han characters, and the punctuation of Chinese: these stand for themselves.
_UNUSUAL = re.compile(
    rf"{_REFERENCE}|<!--.*?-->|"
    r"[^\x00-\x7f\u2013\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff，。？！（）：；、·×￥％～]"
)
_DOUBLED = 3


@dataclass(frozen=True)
class Seen:
    """``offsets[i]`` is where ``text[i]`` stands in the text as written; one more for the end."""

    text: str
    offsets: Sequence[int]

    def index(self, offset: int) -> int:
        """Where the written ``offset`` is seen."""
        return bisect_left(self.offsets, offset)


def seen(written: str) -> Seen:
    """``written`` without its disguises."""
    parts: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _UNUSUAL.finditer(written):
        meant = _meaning(match[0])
        if meant != match[0]:
            parts += written[last : match.start()], meant
            offsets += range(last, match.start())
            offsets += [match.start()] * len(meant)
            last = match.end()
    if not parts:
        return Seen(written, range(len(written) + 1))
    return Seen("".join([*parts, written[last:]]), [*offsets, *range(last, len(written) + 1)])


@lru_cache(maxsize=4096)
def _meaning(written: str) -> str:
    if written.startswith("<!--"):
        return ""
    meant = written
    for _ in range(_DOUBLED):
        meant = unescape(meant)
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", meant)
        if unicodedata.category(character) not in ("Cf", "Mn", "Me") and character != "\u3164"
    )
