"""What an index knows of words: characters that stand for others, words that mean the same, what says little, sounds.

Three kinds of term are not text and begin with a mark of their own: a group of words that mean the same, a pair of syllables, and
that it has happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from .characters import UNREAD, common_characters
from .words import atoms, fuzzy, is_han, normalized, spaced, syllables, terms

GROUP, SYLLABLES, HAPPENED = "#", "~", "!"
_COUNTED = re.compile(r"(\D+)(\d+)")
_LISTED = re.compile(r"([a-z]+)([^a-z]+)")


class Lexicon:
    """The words of one published index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        pairs = index["fold"]
        self.fold = str.maketrans(dict(zip(pairs[::2], pairs[1::2], strict=True)))
        self._quiet = {term for word in index["quiet"] for term in terms(normalized(word, self.fold))}
        self._said, self._unless = (re.compile(pattern) for pattern in index["happened"])
        self._groups: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
        for number, group in enumerate(index["alike"]):
            for word in group:
                row = self.row(word)
                self._groups[row[0]].append((row, f"{GROUP}{number}"))
        self._readings: dict[str, list[str]] = defaultdict(list)
        self._known: set[str] = set()
        self._read(*index["readings"])

    def row(self, word: str) -> list[str]:
        """``word`` as it is looked for among the atoms of a text."""
        row = atoms(normalized(word, self.fold))
        while row and not row[0]:
            del row[0]
        while row and not row[-1]:
            del row[-1]
        return row

    def loudness(self, term: str, weights: Mapping[str, float]) -> float:
        """The part of its worth that a term keeps: little if it is quiet, some if it is a pair with a quiet word or character."""
        quiet = [part in self._quiet for part in (term if is_han(term) else term.split(" "))]
        if term in self._quiet or all(quiet):
            return weights["quiet"]
        return weights["half_quiet"] if any(quiet) else 1

    def happened(self, text: str) -> bool:
        """True if normalized ``text`` tells that money or data are gone already."""
        line = spaced(text)
        return bool(self._said.search(line)) and not self._unless.search(line)

    def groups(self, row: Sequence[str]) -> list[str]:
        """The groups of words that mean the same of which a word stands in ``row``, once for each time."""
        return [
            group
            for at, atom in enumerate(row)
            for word, group in self._groups.get(atom, ())
            if list(row[at : at + len(word)]) == word
        ]

    def sounds(self, run: str) -> list[str]:
        """The pairs of syllables that a run of Han characters may be read as."""
        return [
            f"{SYLLABLES}{one} {other}"
            for left, right in pairwise(run)
            for one in self._readings.get(left, ())
            for other in self._readings.get(right, ())
        ]

    def pinyin_pairs(self, letters: str) -> list[str]:
        """The pairs of syllables in ``letters``, if they are pinyin of two syllables or more."""
        return [f"{SYLLABLES}{fuzzy(one)} {fuzzy(other)}" for one, other in pairwise(syllables(letters, self._known))]

    def _read(self, along: str, others: str) -> None:
        characters = iter(common_characters())
        for item in along.split():
            syllable, count = _COUNTED.fullmatch(item).groups()
            self._add(syllable, (next(characters) for _ in range(int(count))))
        for item in others.split():
            self._add(*_LISTED.fullmatch(item).groups())

    def _add(self, syllable: str, characters: Iterable[str]) -> None:
        for character in characters:
            if syllable != UNREAD:
                self._known.add(syllable)
                self._readings[character].append(fuzzy(syllable))
