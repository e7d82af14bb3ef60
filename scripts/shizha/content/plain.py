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
_HAN_DIGIT = f"[{''.join(_HAN_DIGITS)}]"
_HAN_RUN = re.compile(f"{_HAN_DIGIT}{{3,}}")
# A line without any of these has nothing to undo: characters other than ASCII, Han, and the punctuation and kana blocks beside
# them; references and comments; three Chinese digits. Each begins with a set of characters or with one: so the engine runs
# over whole pages at full speed.
DISGUISED: tuple[re.Pattern[str], ...] = (
    re.compile(r"[^\x00-\x7f\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff，。？！（）：；]"),
    re.compile("&"),
    re.compile("<!--"),
    re.compile(_HAN_DIGIT * 3),
)
# What may turn into something else or vanish.
_NOT_ITSELF = re.compile(r"[^\x00-\x7f\u3400-\u9fff]")


@dataclass(frozen=True)
class PlainLine:
    """``columns[i]`` is the column, from 1, where ``text[i]`` began in the file; one more for the end."""

    text: str
    columns: Sequence[int]


def plain_line(line: str) -> PlainLine:
    """``line`` with comments and invisible characters dropped, references and compatibility characters resolved."""
    if not any(pattern.search(line) for pattern in DISGUISED):
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
    last = 0
    for match in _NOT_ITSELF.finditer(part):
        _append_as_it_is(part, last, match.start(), offset, characters, columns)
        _append_as(match[0], offset + match.start(), characters, columns)
        last = match.end()
    _append_as_it_is(part, last, len(part), offset, characters, columns)


def _append_as_it_is(part: str, start: int, end: int, offset: int, characters: list[str], columns: list[int]) -> None:
    characters.extend(part[start:end])
    columns.extend(range(offset + start + 1, offset + end + 1))


def _append_as(text: str, offset: int, characters: list[str], columns: list[int]) -> None:
    for character in unicodedata.normalize("NFKC", text) if not text.isascii() else text:
        category = unicodedata.category(character)
        if category == "Nd":
            character = str(unicodedata.decimal(character))
        if category not in ("Cf", "Mn", "Me") and character != "\u3164":
            characters.append(character)
            columns.append(offset + 1)
