"""The ranking: which pages answer a question, in which order, and why.

Every text of a page is a unit: its title, its name, each alias, each thing the other side says. Two things count. First how much of
the question a page has in any of its units (BM25F: a rare term counts more, a second occurrence less than the first), the more the
greater the part of the question that it covers. Second the one name or alias that is most like the whole question. Robertson and Zaragoza,
The Probabilistic Relevance Framework: BM25 and Beyond (2009), has the first; the weights were tuned on tests/search/dev.tsv.

It works on the index that is published (see index.py), and ``overrides/assets/search.js`` does the same in the browser.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from .lexicon import GROUP, HAPPENED, SYLLABLES, Lexicon
from .words import atoms, distance, is_han, normalized, runs, terms

# Fields whose Han characters are also compared by their sound.
_SPOKEN = frozenset({"title", "name", "aliases", "others"})
# Fields in which "it has happened" says what the page is for, and not what somebody says on the way.
_SUBJECT = frozenset({"title", "name"})
# What a page is called: the texts that a whole question is compared with.
_CALLED = frozenset({"name", "aliases", "others"})
_MARKS = (GROUP, SYLLABLES, HAPPENED)
# Shorter words are not taken for slips of others.
_SHORTEST = 4


@dataclass(frozen=True)
class Unit:
    """One text of a page. ``page``: its place in the index. ``counts``: how often each term stands in it."""

    page: int
    field: str
    text: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Reason:
    """What one term of the question gave a page. ``fields``: where it stands there."""

    term: str
    score: float
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Hit:
    """One page found. ``unit``: the text that is most like the whole question, ``unit_score`` what it gave."""

    id: str
    score: float
    reasons: tuple[Reason, ...] = ()
    unit: str = ""
    unit_field: str = ""
    unit_score: float = 0.0
    coverage: float = 0.0


@dataclass(frozen=True)
class Answer:
    """``emergency``: the question tells that it has happened; the way to the emergency page belongs above the results."""

    hits: list[Hit] = field(default_factory=list)
    emergency: bool = False


class Ranking:
    """Answers questions from one published index."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self.index = index
        self.weights = index["weights"]
        self.lexicon = Lexicon(index)
        self.pages: list[str] = [page["id"] for page in index["pages"]]
        self._kinds = [self.weights["kinds"].get(page["kind"], 1) for page in index["pages"]]
        self.units = [unit for place, page in enumerate(index["pages"]) for unit in self._units(place, page)]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self.units):
            for term in unit.counts:
                self._postings[term].append(number)
        self.worth = {term: self._worth(term, numbers) for term, numbers in self._postings.items()}
        self._mass = [sum(self.worth[term] for term in unit.counts if term[0] not in _MARKS) for unit in self.units]
        self._words = [
            term for term in self._postings if term[0] not in _MARKS and not is_han(term) and " " not in term
        ]
        self._letters = {word: frozenset(word) for word in self._words if len(word) >= _SHORTEST}

    def ask(self, question: str) -> Answer:
        """The pages for ``question``, the best first; pages of the same score in the order of their ids."""
        text = normalized(question, self.lexicon.fold)
        asked = self.asked(text)
        total = sum(self.worth[term] * factor for term, factor in asked.items())
        if not total:
            return Answer([], self.lexicon.happened(text))
        found: dict[int, dict[str, float]] = defaultdict(dict)
        shared: dict[int, float] = defaultdict(float)
        for term, factor in asked.items():
            for number in self._postings[term]:
                unit = self.units[number]
                weighted = found[unit.page]
                weighted[term] = weighted.get(term, 0) + self.weights["fields"][unit.field] * unit.counts[term]
                shared[number] += self.worth[term] * factor
        best: dict[int, tuple[float, int]] = {}
        for number, overlap in shared.items():
            score = self._likeness(number, overlap, total)
            page = self.units[number].page
            if page not in best or score > best[page][0]:
                best[page] = (score, number)
        hits = [self._hit(page, weighted, asked, total, *best[page]) for page, weighted in found.items()]
        # Rounded, so that the last digits of a logarithm decide nothing: they differ between this and the browser.
        hits = sorted((hit for hit in hits if hit.score > 0), key=lambda hit: (-round(hit.score, 6), hit.id))
        return Answer(hits, self.lexicon.happened(text))

    def asked(self, text: str) -> dict[str, float]:
        """The terms that normalized ``text`` asks for and the index has, each with the part that it counts."""
        asked: dict[str, float] = {}

        def add(term: str, factor: float) -> None:
            if term in self._postings:
                asked[term] = max(asked.get(term, 0), factor)

        for term in terms(text):
            if term in self._postings:
                add(term, 1)
            elif is_han(term):
                for pair in self.lexicon.sounds(term):
                    add(pair, self.weights["sound"])
            elif " " in term:
                continue
            elif begun := [word for word in self._words if word.startswith(term)] if len(term) > 2 else []:
                for word in begun:
                    add(word, self.weights["begun"])
            else:
                for word, wrong in self._misspelt(term):
                    add(word, self.weights["misspelt"] / wrong)
        words = runs(text)
        if words and not any(map(is_han, words)):
            for pair in self.lexicon.pinyin_pairs("".join(words)):
                add(pair, self.weights["pinyin"])
        for group in self.lexicon.groups(atoms(text)):
            add(group, self.weights["alike"])
        if self.lexicon.happened(text):
            add(HAPPENED, self.weights["happened"])
        return asked

    def _units(self, place: int, page: Mapping[str, Any]) -> list[Unit]:
        units = []
        for name in self.weights["fields"]:
            value = page.get(name) or []
            for text in [value] if isinstance(value, str) else value:
                units.append(Unit(place, name, text, self._counts(name, normalized(text, self.lexicon.fold))))
        return units

    def _counts(self, name: str, text: str) -> dict[str, int]:
        found = [*terms(text), *self.lexicon.groups(atoms(text))]
        if name in _SPOKEN:
            found += [pair for run in runs(text) if is_han(run) for pair in self.lexicon.sounds(run)]
        if name in _SUBJECT and self.lexicon.happened(text):
            found.append(HAPPENED)
        counts: dict[str, int] = {}
        for term in found:
            counts[term] = counts.get(term, 0) + 1
        return counts

    def _worth(self, term: str, numbers: Sequence[int]) -> float:
        """What a term is worth: the more, the fewer pages have it; a page that has it only in a minor field counts as part of one."""
        fields = self.weights["fields"]
        heaviest = max(fields.values())
        presence: dict[int, float] = {}
        for number in numbers:
            unit = self.units[number]
            presence[unit.page] = max(presence.get(unit.page, 0), math.sqrt(fields[unit.field] / heaviest))
        pages = sum(presence.values())
        worth = math.log(1 + (len(self.pages) - pages + 0.5) / (pages + 0.5))
        return worth * self.lexicon.loudness(term, self.weights)

    def _likeness(self, number: int, overlap: float, total: float) -> float:
        """How much a unit is like the question as a whole: what they share, times its part of the question and of the unit."""
        if self.units[number].field not in _CALLED or not self._mass[number]:
            return 0.0
        weights = self.weights
        part = min(1.0, overlap / self._mass[number])
        return weights["unit"] * overlap * (overlap / total) ** weights["of_question"] * part ** weights["of_unit"]

    def _hit(
        self,
        page: int,
        weighted: Mapping[str, float],
        asked: Mapping[str, float],
        total: float,
        likeness: float,
        number: int,
    ) -> Hit:
        coverage = sum(self.worth[term] * asked[term] for term in weighted) / total
        part = coverage ** self.weights["coverage"]
        saturation = self.weights["saturation"]
        kind = self._kinds[page]
        reasons = [
            Reason(
                term,
                kind * part * self.worth[term] * asked[term] * weight / (saturation + weight),
                self._fields(page, term),
            )
            for term, weight in weighted.items()
        ]
        unit = self.units[number]
        score = sum(reason.score for reason in reasons) + kind * likeness
        ordered = tuple(sorted(reasons, key=lambda reason: (-reason.score, reason.term)))
        return Hit(self.pages[page], score, ordered, unit.text, unit.field, kind * likeness, coverage)

    def _fields(self, page: int, term: str) -> tuple[str, ...]:
        numbers = self._postings[term]  # in the order of the pages
        start = bisect_left(numbers, page, key=lambda number: self.units[number].page)
        units = takewhile(lambda unit: unit.page == page, (self.units[number] for number in numbers[start:]))
        return tuple(dict.fromkeys(unit.field for unit in units))

    def _misspelt(self, word: str) -> list[tuple[str, int]]:
        """Words of the index that ``word`` may be a slip for, with the number of wrong letters."""
        if len(word) < _SHORTEST or not word.isalpha():
            return []
        limit = 1 if len(word) < 7 else 2
        letters = set(word)
        # A slip brings in one wrong letter at most. Counting those is quicker than measuring the distance.
        near = (known for known, own in self._letters.items() if len(letters - own) <= limit)
        slips = ((known, distance(word, known, limit)) for known in near)
        return [(known, wrong) for known, wrong in slips if wrong <= limit]
