"""Tables of Han characters that the browser needs: which one stands for its variants, and how they are pronounced.

Sources: OpenCC's ``t2s`` table for variants, pypinyin for readings, GB 2312-80 for the order of the 3,755 most common characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from itertools import groupby

import opencc

from ..content.data import Terms

# Stands for the reading of a character that has none in pypinyin.
UNREAD = "-"
_HAN = range(0x3400, 0xA000)
_SYLLABLE = re.compile("[a-z]+")
# Rows 16 to 55 of GB 2312 hold the common characters in the order of their pronunciation; the last row has five empty places.
_COMMON_ROWS = range(0xB0, 0xD8)


def folding(terms: Terms) -> dict[int, str]:
    """For each Traditional character, and each of the reviewed pairs and dialect characters of data/terms.yml, the Simplified one
    that stands for it; a table for `str.translate`."""
    converter = opencc.OpenCC("t2s")
    table = dict(_simplified())
    for term in terms.variants:
        if len(term.zh) == len(term.zh_hant) == 1:
            for variant in (term.zh_hant, converter.convert(term.zh_hant)):
                if variant != term.zh:
                    table[variant] = term.zh
    for variant, common in terms.search.characters.items():
        table[variant] = common
        if (simple := converter.convert(variant)) != variant and simple not in table.values():
            table[simple] = common
    # A character that another one stands for may stand for a third: 臺, 台 and the like end at the same one.
    ends = {variant: table.get(simple, simple) for variant, simple in table.items()}
    return str.maketrans({variant: simple for variant, simple in ends.items() if variant != simple})


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    converter = opencc.OpenCC("t2s")
    characters = [chr(code) for code in _HAN]
    pairs = zip(
        characters, converter.convert("\n".join(characters)).split("\n"), strict=True
    )  # a line each, so that none makes a word
    return {variant: simple for variant, simple in pairs if len(simple) == 1 and simple != variant}


def fold_pairs(table: Mapping[int, str], used: Collection[str]) -> str:
    """Variant and standing character, one pair after the other, for those whose standing character is ``used``."""
    return "".join(chr(variant) + simple for variant, simple in sorted(table.items()) if simple in used)


def common_characters() -> str:
    """The common characters of GB 2312, in its order. Browsers make the same text with ``new TextDecoder("gbk")``."""
    codes = bytes(part for row in _COMMON_ROWS for cell in range(0xA1, 0xFF) for part in (row, cell))
    return codes.decode("gbk", "ignore")


def readings(used: Iterable[str]) -> tuple[str, str]:
    """How characters are pronounced, in two lists with spaces between.

    The first runs along the common characters: a syllable and how many characters in a row have it. The second has a syllable and
    its characters, for the characters in the runs of ``used`` that are not common or that are read another way there: 行 in 银行.
    """
    usual = _usual_readings()
    along = [f"{syllable}{len(list(group))}" for syllable, group in groupby(usual.values())]
    others: dict[str, set[str]] = {}
    for run in set(used):
        for character, syllable in zip(run, readings_of(run), strict=True):
            if syllable not in (UNREAD, usual.get(character)):
                others.setdefault(syllable, set()).add(character)
    return " ".join(along), " ".join(syllable + "".join(sorted(group)) for syllable, group in sorted(others.items()))


@lru_cache(maxsize=1)
def _usual_readings() -> dict[str, str]:
    return {character: readings_of(character)[0] for character in common_characters()}


@cache  # the Chinese editions say the same once their variants are folded
def readings_of(run: str) -> tuple[str, ...]:
    """How each Han character of ``run`` is read there, without its tone; `UNREAD` if nobody knows."""
    # Only now: pypinyin's dictionaries take a sixth of a second, and most commands never ask how a character is read. They are asked
    # directly, since `pypinyin.pinyin` can do much more and takes five times as long.
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.seg.mmseg import seg

    found: list[str] = []
    for word in seg.cut(run):
        if word in PHRASES_DICT:
            found += (first for first, *_ in PHRASES_DICT[word])
        else:
            found += (PINYIN_DICT.get(ord(character), "").partition(",")[0] for character in word)
    return tuple(map(_toneless, found))


@cache
def _toneless(syllable: str) -> str:
    from pypinyin import Style
    from pypinyin.style import convert

    plain = convert(syllable, Style.NORMAL, strict=True)
    return plain if _SYLLABLE.fullmatch(plain) else UNREAD
