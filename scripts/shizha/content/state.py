"""The state of a library: how far each language is, and which reviews are due."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .languages import LANGUAGES, SOURCE
from .library import Library


@dataclass(frozen=True)
class LanguageStatus:
    """How far one language is: pages by state, and the share of the source's pages that it really has."""

    code: str
    own_name: str
    total: int
    by_hand: int
    derived: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]

    @property
    def share(self) -> float:
        return (self.by_hand + self.derived) / self.total if self.total else 0.0


def language_statuses(library: Library) -> list[LanguageStatus]:
    """One status per language, the source language first."""
    ids = library.ids()
    result = []
    for language in LANGUAGES:
        pages = library.pages[language.code]
        hand = [page for page in pages.values() if not page.derived]
        stale = [] if language is SOURCE else [p.id for p in hand if p.synced_with != library.source(p.id).fingerprint]
        missing = [page_id for page_id in ids if page_id not in pages]
        result.append(
            LanguageStatus(
                language.code,
                language.own_name,
                len(ids),
                len(hand),
                len(pages) - len(hand),
                tuple(missing),
                tuple(sorted(stale)),
            )
        )
    return result


def reviews_due(library: Library, today: datetime.date, days: int = 30) -> list[tuple[datetime.date, str]]:
    """Source pages whose review is due within ``days`` of ``today`` or overdue, the most urgent first."""
    limit = today + datetime.timedelta(days=days)
    due = [
        (page.front.review_by, page.id) for page in library.pages[SOURCE.code].values() if page.front.review_by <= limit
    ]
    return sorted(due)
