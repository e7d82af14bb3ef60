"""The figures in a text, in one form for every language, so that a translation can be held against its source.

``10万元`` and ``100,000 yuan``, ``2024年12月1日`` and ``1 December 2024``, ``44.1%`` and ``44.1 per cent`` give the same. Figures in
digits are stated; those in words (两天, three steps, 第三十一条) are only said: they answer for a stated one in the other
language, and nothing more, because words such as “one”, 一下 or “a third” are too often no figures at all.

Left out, because no two writers give them alike: 0 and 1, times of day, months without a day where one side names none,
and everything said in words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from .references import CITATION, REFERENCE


@dataclass(frozen=True, order=True)
class Figure:
    """kind: ``number``, ``percent``, ``month`` (1–12) or ``day`` (month * 100 + day)."""

    kind: str
    value: Decimal


_DIGIT = re.compile(r"[0-9]")
_NO_TEXT = re.compile(
    rf"{REFERENCE.pattern}|{CITATION.pattern}|\{{[ ]?#[a-z0-9-]+[ ]?\}}|(?<=\])\([^()\n]{{0,200}}\)|^[ \t>]*(?:[0-9]{{1,3}}[.)][ ]|#+[ ])|<[^<>]{{0,200}}>"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<{}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH_ALONE = re.compile(rf"\b{_MONTH.format('name')}(?![a-z])")
_NUMBER = r"(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,18})(?:\.[0-9]{1,9})?(?![0-9])"
_SCALES = {
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12,
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_RANGE = r"(?:[ ]?[-\u2010-\u2015~～]+[ ]?|至|到|[ ]to[ ]|[ ]and[ ])"
_TIME = re.compile(r"(?<![0-9])([0-2]?[0-9])[:：]([0-5][0-9])(?![0-9])")
_STATED = re.compile(
    r"(?P<time>(?<![0-9])[0-2]?[0-9][:：][0-5][0-9](?![0-9]))"
    r"|(?P<iso>(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9])"
    rf"|(?P<m1>[01]?[0-9])月(?P<d1>[0-3]?[0-9])日?(?:{_RANGE}(?P<e1>[0-3]?[0-9])日)?"
    r"|(?<![0-9])(?P<m2>[01]?[0-9])月(?!内)"
    rf"|(?:(?P<e3>[0-3]?[0-9])(?:st|nd|rd|th)?{_RANGE})?(?P<d3>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? {_MONTH.format('n3')}"
    rf"|{_MONTH.format('n4')} (?P<d4>[0-3]?[0-9])(?:st|nd|rd|th)?(?:{_RANGE}(?P<e4>[0-3]?[0-9]))?(?![0-9])"
    rf"|{_MONTH.format('n5')} (?=(?:19|20)[0-9]{{2}})"
    rf"|(?P<number>{_NUMBER})(?:(?P<percent>[ ]?(?:[%％]|个百分点|per ?cent(?:age points?)?))"
    r"|[ ]?(?P<scale>万亿|百万|千万|[十百千万亿]|(?:hundred|thousand|million|billion|trillion)\b))?",
)
_HAN = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_RUN = re.compile(r"(?<![0-9])[〇零一二两三四五六七八九十百千万亿]{1,20}")
_EITHER = re.compile(r"([一二两三四五六七八九]{2})([十百千万])\Z")
_TENTHS = re.compile(r"([1-9一二两三四五六七八九])成")
_PRICE = re.compile(r"([0-9]{1,4}|[一二两三四五六七八九十百千]{1,6})[块元]([1-9一二三四五六七八九])")
# Words that stand for a figure of the other language.
_SAID_ZH = {
    "半": Figure("number", Decimal(30)),
    "未成年": Figure("number", Decimal(18)),
    "没成年": Figure("number", Decimal(18)),
}
_SAID_EN = {
    word: Figure("number", Decimal(24))
    for word in ("round the clock", "around the clock", "all hours", "day and night")
}
_WORDS = {
    word: value
    for value, words in enumerate(
        ("zero", "one first once single", "two second twice both pair", "three third", "four fourth", "five fifth", "six sixth", "seven seventh",
         "eight eighth", "nine ninth", "ten tenth", "eleven eleventh", "twelve twelfth", "thirteen", "fourteen", "fifteen",
         "sixteen", "seventeen", "eighteen", "nineteen", "twenty twentieth")
    )
    for word in words.split()
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half": 30}  # fmt: skip
_WORD_RUN = re.compile(
    r"\b(?:{words})(?:[ -](?:and )?(?:{words}|hundred|thousand|million))*\b|\ba (?:hundred|thousand|million)\b".format(
        words="|".join(_WORDS)
    ),
    re.IGNORECASE,
)


# A figure with the text that it was written in.
Written = dict[Figure, str]


def differing_figures(source: list[str], translation: list[str], language: str) -> tuple[Written, Written]:
    """The figures that only ``source`` (Chinese) states, and those that only ``translation`` states.

    language: code of the translation's. A figure that the other side says in words is not among them.
    """
    there, here = (
        _all_stated([_NO_TEXT.sub(" ", line) for line in lines if _DIGIT.search(line)])
        for lines in (source, translation)
    )
    if there.keys() == here.keys():
        return {}, {}
    lost, extra = _missing(there, here), _missing(here, there)
    # What is said in words takes longer to find, and is seldom needed.
    return (
        _missing(lost, _all_said(translation, language)) if lost else lost,
        _missing(extra, _all_said(source, "zh")) if extra else extra,
    )


def _missing(stated: Written, known: Iterable[Figure]) -> Written:
    """What of ``stated`` is not ``known``. 20% and 20 points are taken for the same."""
    values = {(figure.kind in ("day", "month"), figure.value) for figure in known}
    return {
        figure: text for figure, text in stated.items() if (figure.kind in ("day", "month"), figure.value) not in values
    }


def _all_stated(lines: Iterable[str]) -> Written:
    found: Written = {}
    for line in lines:
        for figure, written in _stated(line) if _DIGIT.search(line) else ():
            if figure.value not in (0, 1):
                found.setdefault(figure, written)
    return found


def _all_said(lines: list[str], language: str) -> Iterator[Figure]:
    for line in lines:
        yield from _said_in_english(line) if language == "en" else _said_in_chinese(line)
        for hour, minute in _TIME.findall(line):
            yield from (Figure("number", Decimal(value)) for value in (int(hour), int(hour) - 12, int(minute)))


def _stated(text: str) -> Iterator[tuple[Figure, str]]:
    for match in _STATED.finditer(text):
        written = match[0].strip()
        if match["time"]:
            continue
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
            yield Figure("number", Decimal(year)), written
            yield Figure("day", Decimal(month * 100 + day)), written
        elif match["number"]:
            value = Decimal(match["number"].replace(",", ""))
            if match["percent"]:
                yield Figure("percent", value), written
            else:
                yield Figure("number", value * _SCALES.get(match["scale"], 1)), written
        else:
            month = int(match["m1"] or match["m2"] or 0) or _month(match["n3"] or match["n4"] or match["n5"])
            days = [day for name in ("d1", "e1", "d3", "e3", "d4", "e4") if (day := match[name])]
            for day in days:
                yield Figure("day", Decimal(month * 100 + int(day))), written
            if not days:
                yield Figure("month", Decimal(month)), written


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _said_in_chinese(text: str) -> Iterator[Figure]:
    for match in _HAN_RUN.finditer(text):
        for value in _han_values(match[0]):
            yield Figure("number", Decimal(value))
            yield Figure("percent", Decimal(value))
    for match in _TENTHS.finditer(text):
        yield Figure("percent", Decimal(_digit(match[1]) * 10))
    for match in _PRICE.finditer(text):
        yield Figure("number", _han_or_digits(match[1]) + Decimal(_digit(match[2])) / 10)
    yield from (figure for word, figure in _SAID_ZH.items() if word in text)


def _han_or_digits(text: str) -> int:
    return int(text) if text.isdigit() and text.isascii() else _han_value(text)


def _digit(text: str) -> int:
    return int(text) if text.isascii() else _HAN[text]


def _han_values(run: str) -> Iterator[int]:
    """What ``run`` may mean: 二十一 is 21; 二〇二四 is 2024; 三五 is 3 and 5; 三五百 is 300 and 500; 一万二 is 12000."""
    yield _han_value(run)
    if all(character in _HAN for character in run):
        yield int("".join(str(_HAN[character]) for character in run))
        yield from (_HAN[character] for character in run)
    elif run[-1] in _HAN and run[-2:-1] in ("百", "千", "万"):
        yield _han_value(run[:-1]) + _HAN[run[-1]] * _SCALES[run[-2]] // 10
    if match := _EITHER.match(run):
        yield from (_HAN[digit] * _SCALES[match[2]] for digit in match[1])


def _han_value(run: str) -> int:
    total = section = digit = 0
    for character in run:
        if character in _HAN:
            digit = _HAN[character]
        elif character in "十百千":
            section += (digit or 1) * _SCALES[character]
            digit = 0
        else:
            total = (
                (total + section + digit) * _SCALES[character]
                if character == "亿"
                else total + (section + digit or 1) * 10_000
            )
            section = digit = 0
    return total + section + digit


def _said_in_english(text: str) -> Iterator[Figure]:
    for match in _WORD_RUN.finditer(text):
        value = _english_value(re.split(r"[ -]", match[0].lower()))
        yield Figure("number", Decimal(value))
        yield Figure("percent", Decimal(value))
    for match in _MONTH_ALONE.finditer(text):
        yield Figure("month", Decimal(_month(match["name"])))
    small = text.lower()
    yield from (figure for word, figure in _SAID_EN.items() if word in small)


def _english_value(words: list[str]) -> int:
    total = group = 0
    for word in words:
        if word in ("thousand", "million"):
            total += (group or 1) * _SCALES[word]
            group = 0
        elif word == "hundred":
            group = (group or 1) * 100
        else:
            group += _WORDS.get(word, 0)
    return total + group
