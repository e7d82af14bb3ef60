"""The state of translations and reviews, for people who plan the next day's work."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .content.languages import LANGUAGES, SOURCE
from .content.library import Library


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


def print_status(library: Library, today: datetime.date, reader: str) -> None:
    """Print both, in ``zh`` or ``en``."""
    zh = reader == "zh"
    for item in language_statuses(library):
        text = (
            f"{item.total}页中有{item.by_hand}页手写、{item.derived}页由程序转换"
            if zh
            else (f"{item.by_hand} by hand and {item.derived} derived of {item.total} pages")
        )
        print(f"{item.code:8} {item.own_name:8} {item.share:5.0%}  {text}")
        for label, ids in (
            ("缺译文" if zh else "missing", item.missing),
            ("要对照原文" if zh else "to compare with the source", item.stale),
        ):
            for page_id in ids:
                print(f"    {label}  {page_id}")
    due = reviews_due(library, today)
    print(f"30天内要复核：{len(due)}页" if zh else f"Reviews due within 30 days: {len(due)}")
    for day, page_id in due:
        mark = ("已过期" if zh else "overdue") if day < today else ""
        print(f"    {day}  {page_id} {mark}".rstrip())
