"""How text becomes what is compared: folded characters, pairs of Han characters, stems of English words, syllables.

The browser does the same in ``overrides/assets/search.js``, under the same names; tests/browser/test_search.py holds the two to the
same answers. Whoever changes one changes the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_VOWEL = re.compile("[aeiouy]")
# Spellings that many speakers do not tell apart: zh/z, ch/c, sh/s; in/ing, en/eng, an/ang.
_RETROFLEX = re.compile("^([zcs])h")
_NASAL = re.compile("([aei]n)g$")
_LONGEST_SYLLABLE = 6


def is_han(text: str) -> bool:
    return text[0] >= "\u3400"


def normalized(text: str, fold: Mapping[int, str]) -> str:
    """``text`` in half width and lower case, without apostrophes, each character replaced by the one that stands for its variants.

    fold: that one, by the code of the variant, as `str.maketrans` makes it.
    """
    return _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text)).lower().translate(fold)


def runs(text: str) -> list[str]:
    """The unbroken runs of Latin letters and digits, and of Han characters, in normalized ``text``."""
    return _RUN.findall(text)


@cache  # pages say the same words again and again
def stem(word: str) -> str:
    """An English word without its most common endings: scams and scammed, sharing and share become the same."""
    if len(word) < 4 or word[-1].isdigit():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        start = word[: -len(ending)]
        if word.endswith(ending) and len(start) > 2 and _VOWEL.search(start):
            word = start[:-1] if len(start) > 3 and start[-1] == start[-2] and start[-1] not in "lsz" else start
            break
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def terms(text: str) -> list[str]:
    """The terms of normalized ``text``: stems of words, pairs of neighbouring words and Han characters, Han characters that stand alone."""
    found: list[str] = []
    before = ""
    for run in runs(text):
        if is_han(run):
            found += [run] if len(run) == 1 else map(str.__add__, run, run[1:])
            before = ""
        else:
            word = stem(run)
            found += [word, f"{before} {word}"] if before else [word]
            before = word
    return found


def atoms(text: str) -> list[str]:
    """Normalized ``text`` as a row of Han characters and stems of words; ``""`` stands where a run of Han characters ends or begins."""
    row: list[str] = []
    for run in runs(text):
        row += ["", *run, ""] if is_han(run) else [stem(run)]
    return row


def spaced(text: str) -> str:
    """Normalized ``text`` as runs with one space between them and around them."""
    return f" {' '.join(runs(text))} "


def fuzzy(syllable: str) -> str:
    """A syllable of pinyin in the one spelling that stands for those which many speakers do not tell apart."""
    return _NASAL.sub(r"\1", _RETROFLEX.sub(r"\1", syllable))


def syllables(letters: str, known: Collection[str]) -> list[str]:
    """``letters`` cut into as few ``known`` syllables as possible, the longest first; nothing if they are no pinyin."""
    best: list[list[str] | None] = [[], *([None] * len(letters))]
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            before, piece = best[start], letters[start:end]
            if before is not None and piece in known and (best[end] is None or len(before) + 1 < len(best[end])):
                best[end] = [*before, piece]
    return best[-1] or []


def distance(one: str, other: str, limit: int) -> int:
    """How many letters are wrong, missing, too many or changed places between two words; ``limit + 1`` if more than ``limit``.

    The optimal string alignment distance.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        below = [i]
        for j, against in enumerate(other, 1):
            cost = min(row[j] + 1, below[-1] + 1, row[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            below.append(cost)
        if min(below) > limit:
            return limit + 1
        before, row = row, below
    return row[-1]
