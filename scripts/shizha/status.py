"""The state of translations and reviews, for people who plan the next day's work."""

from __future__ import annotations

import datetime

from .content.library import Library
from .content.state import language_statuses, reviews_due


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
