"""The scam pages by family, as the home page and the index of scams show them, and what the index can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..content.data import Words
from ..content.front_matter import Scam
from ..content.languages import Language
from ..content.library import Library
from .strings import Strings


@dataclass(frozen=True)
class ScamView:
    """One entry of the index. ``marks``: the options of every filter that this scam answers to, as class names."""

    name: str
    title: str
    url: str
    marks: tuple[str, ...]


@dataclass(frozen=True)
class FamilyView:
    """One family with its pages; ``id`` is also the name of its picture."""

    id: str
    name: str
    plain: str
    pages: list[ScamView] = field(default_factory=list)


@dataclass(frozen=True)
class FilterOption:
    """``mark``: the class that the entries carry which this option leaves in sight; ``count``: how many they are."""

    mark: str
    name: str
    count: int


@dataclass(frozen=True)
class Filter:
    """One question that narrows the index, with its answers. Only answers that leave something are offered."""

    id: str
    name: str
    options: list[FilterOption]


def families_of(library: Library, language: Language) -> list[FamilyView]:
    """Every family that has a page, in the order of the taxonomy."""
    taxonomy = library.data.taxonomy
    pages: dict[str, list[ScamView]] = {key: [] for key in taxonomy.families}
    for page in library.of_kind(language, "scam"):
        front = page.front
        pages[front.family].append(ScamView(front.name, front.title, language.url_of(page.id), _marks(front)))
    return [
        FamilyView(key, library.words(family.name, language), library.words(family.plain, language), pages[key])
        for key, family in taxonomy.families.items()
        if pages[key]
    ]


def filters_of(library: Library, language: Language) -> list[Filter]:
    """The filters of the index of scams: how they reach you, what they play on, who meets it, which family."""
    taxonomy = library.data.taxonomy
    counts: dict[str, int] = {}
    for page in library.of_kind(language, "scam"):
        for mark in _marks(page.front):
            counts[mark] = counts.get(mark, 0) + 1
    strings = Strings(library, language)
    vocabularies: dict[str, dict[str, Words]] = {
        "routes": taxonomy.routes,
        "hooks": taxonomy.hooks,
        "audience": taxonomy.audiences,
        "family": {key: family.name for key, family in taxonomy.families.items()},
    }
    return [
        Filter(
            name,
            strings(name),
            [
                FilterOption(mark, library.words(words, language), counts[mark])
                for key, words in vocabulary.items()
                if (mark := f"{name}-{key}") in counts
            ],
        )
        for name, vocabulary in vocabularies.items()
    ]


def _marks(front: Scam) -> tuple[str, ...]:
    values = {"routes": front.routes, "hooks": front.hooks, "audience": front.audience, "family": [front.family]}
    return tuple(f"{name}-{value}" for name, ids in values.items() for value in ids)
