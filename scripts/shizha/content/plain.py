"""A line of text as a reader's eye takes it: disguises undone, each character knowing the column it came from.

Digits in full width, inside character references or split by invisible characters or HTML comments read like any other to a
person who is about to dial; so they must to the checks that look for numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

_DISGUISES = re.compile(r"<!--.*?-->|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
# Chinese digits as they are used to spell a number, not to count: 九六一一〇, 幺幺零.
_HAN_DIGITS = dict(zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789", strict=True))
_HAN_RUN = re.compile(f"[{''.join(_HAN_DIGITS)}]{{3,}}")
# Anything but ASCII without references and comments, Han characters, and the punctuation and kana blocks beside them: what
# is left of a line without these needs no undoing.
_UNUSUAL = re.compile(
    rf"[^\x00-\x7f\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff，。？！（）：；]|&|<!--|{_HAN_RUN.pattern}"
)


@dataclass(frozen=True)
class PlainLine:
    """``columns[i]`` is the column, from 1, where ``text[i]`` began in the file; one more for the end."""

    text: str
    columns: Sequence[int]


def plain_line(line: str) -> PlainLine:
    """``line`` with comments and invisible characters dropped, references and compatibility characters resolved."""
    if not _UNUSUAL.search(line):
        return PlainLine(line, range(1, len(line) + 2))
    characters: list[str] = []
    columns: list[int] = []
    last = 0
    for match in _DISGUISES.finditer(line):
        _append(line[last : match.start()], last, characters, columns)
        if not match[0].startswith("<"):
            _append_as(unescape(match[0]), match.start(), characters, columns)
        last = match.end()
    _append(line[last:], last, characters, columns)
    text = _HAN_RUN.sub(lambda run: "".join(_HAN_DIGITS[digit] for digit in run[0]), "".join(characters))
    return PlainLine(text, (*columns, len(line) + 1))


def _append(part: str, offset: int, characters: list[str], columns: list[int]) -> None:
    for index, character in enumerate(part):
        _append_as(character, offset + index, characters, columns)


def _append_as(text: str, offset: int, characters: list[str], columns: list[int]) -> None:
    for character in unicodedata.normalize("NFKC", text) if not text.isascii() else text:
        category = unicodedata.category(character)
        if category == "Nd":
            character = str(unicodedata.decimal(character))
        if category not in ("Cf", "Mn", "Me") and character != "\u3164":
            characters.append(character)
            columns.append(offset + 1)
