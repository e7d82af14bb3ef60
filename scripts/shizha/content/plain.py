"""A line of text as a reader's eye takes it: disguises undone, each character knowing the column it came from.

Digits in full width, in circles, inside character references, spelled in words or split by invisible characters or HTML
comments read like any other to a person who is about to dial; so they must to the checks that look for numbers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from .scan import lines_with

# A digit in a circle that begins a point: ④联系银行. In a row of them it is a disguise.
_CIRCLED = r"[\u2460-\u24ff\u2776-\u2793]"
_DISGUISES = re.compile(
    rf"(?<!{_CIRCLED}){_CIRCLED}(?=[ ]?[A-Za-z\u3400-\u9fff])|"
    r"<!--.*?-->|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});|(?:%3[0-9]){2,40}|%2[bB](?=[0-9%])"
)
# Chinese digits as they are used to spell a number, not to count: 九六一一〇, 幺幺零.
_HAN_DIGITS = dict(zip("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸", "0001234567891123456789236", strict=True))
_HAN = "".join(_HAN_DIGITS)
_BETWEEN = r"[ .·•_*\u2010-\u2015-]{0,2}"
# Chinese digits and others in one row. A Chinese digit that goes with the next word is none of them: 96101一个.
_HAN_DIGIT = rf"[{_HAN}](?![个個起次下样樣直定些种種条條位点點切般旦同共律])"
_HAN_RUN = re.compile(rf"(?:[0-9]|{_HAN_DIGIT})(?:{_BETWEEN}(?:[0-9]|{_HAN_DIGIT}))*")
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WORD = f"(?:{'|'.join(_WORDS)})"
_WORD_RUN = re.compile(rf"\b{_WORD}(?:[ ,-]{{1,2}}{_WORD}){{2,}}\b", re.IGNORECASE)
# Letters that pass for digits: 96l1O.
_LETTER_RUN = re.compile(r"(?<![A-Za-z0-9])[0-9OoIl]{5,40}(?![A-Za-z0-9])")
_LETTERS = str.maketrans("OoIl", "0011")
# A text without any of these needs no undoing: characters other than ASCII, Han, and the punctuation and kana blocks beside
# them; references, comments and codes; Chinese digits in a row or beside others; letters beside digits. Each begins with one
# set of characters, or with one character: so the engine runs over whole pages at full speed.
_DISGUISED: tuple[re.Pattern[str], ...] = tuple(
    map(
        re.compile,
        (
            r"[^\x00-\x7f\u2014\u2018-\u201d\u2026\u3000-\u3020\u302a-\u303f\u3400-\u9fff，。？！（）：；]",
            "&",
            "<!--",
            "%[23]",
            rf"[{_HAN}](?:[{_HAN}]{{2}}|[0-9]|[ .·•_*\u2010-\u2015-]{{1,2}}[{_HAN}])",
            rf"[0-9][{_HAN}OoIl]",
            "[OoIl][0-9]",
        ),
    )
)
# In small letters; of three words of a row it sees two.
_WORDS_IN_A_ROW = re.compile(rf"{_WORD}[ ,-]{{1,2}}{_WORD}")
# What may turn into something else, or vanish.
_NOT_ITSELF = re.compile(r"[^\x00-\x7f\u3400-\u9fff]")


class PlainLine(NamedTuple):
    """``columns[i]`` is the column, from 1, where ``text[i]`` began in the file; one more for the end."""

    text: str
    columns: Sequence[int]


def plain_lines(text: str) -> list[PlainLine]:
    """Each line of ``text`` with comments and invisible characters dropped, references, compatibility characters and spelled digits resolved."""
    disguised = {*lines_with(text, _DISGUISED)}
    spelled = {*lines_with(text.lower(), (_WORDS_IN_A_ROW,))}
    lines = [PlainLine(line, range(1, len(line) + 2)) for line in text.split("\n")]
    for index in disguised | spelled:
        lines[index] = _undone(lines[index], index in disguised)
    return lines


def plain_line(line: str) -> PlainLine:
    """One line, as `plain_lines` has it."""
    return _undone(PlainLine(line, range(1, len(line) + 2)), any(pattern.search(line) for pattern in _DISGUISED))


def _undone(line: PlainLine, disguised: bool) -> PlainLine:
    plain = line
    if disguised:
        plain = _without_disguises(line.text)
        plain = _replaced(plain, _HAN_RUN, _han_digits)
        plain = _replaced(plain, _LETTER_RUN, _letter_digits)
    return PlainLine(*_replaced(plain, _WORD_RUN, _word_digits))


def _without_disguises(line: str) -> tuple[str, Sequence[int]]:
    characters: list[str] = []
    columns: list[int] = []
    last = 0
    for match in _DISGUISES.finditer(line):
        _append(line[last : match.start()], last, characters, columns)
        if len(match[0]) == 1:
            characters.append(match[0])
            columns.append(match.start() + 1)
        elif match[0].startswith("%"):
            _append_as(unquote(match[0]), match.start(), characters, columns)
        elif not match[0].startswith("<"):
            _append_as(unescape(match[0]), match.start(), characters, columns)
        last = match.end()
    _append(line[last:], last, characters, columns)
    return "".join(characters), (*columns, len(line) + 1)


def _append(part: str, offset: int, characters: list[str], columns: list[int]) -> None:
    last = 0
    for match in _NOT_ITSELF.finditer(part):
        _append_as_it_is(part[last : match.start()], offset + last, characters, columns)
        _append_as(match[0], offset + match.start(), characters, columns)
        last = match.end()
    _append_as_it_is(part[last:], offset + last, characters, columns)


def _append_as_it_is(part: str, offset: int, characters: list[str], columns: list[int]) -> None:
    characters.extend(part)
    columns.extend(range(offset + 1, offset + len(part) + 1))


def _append_as(text: str, offset: int, characters: list[str], columns: list[int]) -> None:
    for character in unicodedata.normalize("NFKC", text) if not text.isascii() else text:
        category = unicodedata.category(character)
        if category in ("Nd", "No", "Nl"):
            character = _digit(character)
        if category not in ("Cf", "Mn", "Me") and character != "\u3164":
            characters.append(character)
            columns.append(offset + 1)


def _digit(character: str) -> str:
    """The digit that ``character`` stands for: of another script, in a circle, of the Suzhou numerals."""
    value = unicodedata.numeric(character, -1)
    return str(int(value)) if value in range(10) else character


# --- digits that are spelled ------------------------------------------------------------------------------------------


def _replaced(
    plain: tuple[str, Sequence[int]], pattern: re.Pattern[str], digits: Callable[[str], str]
) -> tuple[str, Sequence[int]]:
    """``plain`` with ``digits(run)`` for each run of ``pattern``; each new character has the column of its place in the run."""
    text, columns = plain
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for run in pattern.finditer(text):
        new = digits(run[0])
        if new == run[0]:
            continue
        parts += (text[last : run.start()], new)
        places += columns[last : run.start()]
        step = (run.end() - run.start()) / len(new)
        places += (columns[run.start() + int(index * step)] for index in range(len(new)))
        last = run.end()
    if not parts:
        return plain
    return "".join([*parts, text[last:]]), (*places, *columns[last:])


def _han_digits(run: str) -> str:
    han = sum(character in _HAN_DIGITS for character in run)
    other = sum(character.isdigit() and character.isascii() for character in run)
    spelled = han >= 3 or (han and han + other >= 5 and han + other == len(run))
    return "".join(_HAN_DIGITS.get(character, character) for character in run) if spelled else run


def _letter_digits(run: str) -> str:
    return run.translate(_LETTERS) if sum(character.isdigit() for character in run) >= 3 else run


def _word_digits(run: str) -> str:
    return "".join(str(_WORDS.index(word)) for word in re.split(r"[ ,-]+", run.lower()))
