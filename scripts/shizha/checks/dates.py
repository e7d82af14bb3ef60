"""SZ121–SZ125: days of review, the length of titles and descriptions, the order of the keys of front matter."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..content.front_matter import KEY_ORDER
from ..content.languages import EN, SOURCE
from ..content.library import Library
from ..content.page import Page
from .finding import Finding, Message
from .rules.dates import FUTURE, KEYS, OVERDUE, RULES, TOO_LONG, TOO_SHORT

__all__ = ["RULES", "check"]

# What a list of the site and a search engine show without cutting it off; Latin letters are about half as wide as Han ones.
_LONGEST = {"han": {"title": 32, "description": 110}, "latin": {"title": 90, "description": 200}}
_SHORTEST = {"han": 20, "latin": 60}
_CHINA = datetime.timezone(datetime.timedelta(hours=8))  # one time zone for the whole country, without summer time


def check(library: Library, today: datetime.date | None = None) -> Iterator[Finding]:
    """``today``: the day to compare with; without it, today in China, so that all machines agree."""
    today = today or _today(library)
    # Where an editor lives it may be a day later already than where this runs.
    last = today + datetime.timedelta(days=1)
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _reviewed(library, page, today, last)
                yield from _lengths(library, page)
                yield from _keys(library, page)
    for name, document in library.documents.items():
        for place, day in _checked(document.data, ()):
            if day > last:
                path = library.project.data / f"{name}.yml"
                yield FUTURE.found(library.project, path, document.position(place), *_not_yet("checked", day, today))


def _today(library: Library) -> datetime.date:
    """The day in China by this computer's clock; if that is behind most of the content, the clock is wrong and not the content."""
    days = sorted(page.front.reviewed for page in library.pages[SOURCE.code].values())
    usual = days[len(days) // 2] if days else datetime.date.min
    return max(datetime.datetime.now(_CHINA).date(), usual)


def _checked(value: object, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], datetime.date]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _checked(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _checked(item, (*place, index))
    elif isinstance(value, datetime.date) and place and place[-1] == "checked":
        yield place, value


def _not_yet(key: str, day: datetime.date, today: datetime.date) -> tuple[Message, Message]:
    return (
        Message(f"{key} 写的是{day}，这一天还没到", f"{key} says {day}, a day that has not come"),
        Message(
            f"写真正核对的那一天，比如 {key}: {today}。今天是{today}；不对的话，先调好电脑的日期。",
            f"Write the day on which it was really compared, like {key}: {today}. "
            f"Today is {today}; if it is not, set this computer’s date.",
        ),
    )


def _reviewed(library: Library, page: Page, today: datetime.date, last: datetime.date) -> Iterator[Finding]:
    if "reviewed" not in page.own:
        return  # a translation is as old as its source
    at = page.key_position("reviewed")
    if page.front.reviewed > last:
        yield FUTURE.found(library.project, page.path, at, *_not_yet("reviewed", page.front.reviewed, today))
    elif page.front.review_by < today:
        yield OVERDUE.found(
            library.project,
            page.path,
            at,
            Message(f"应在{page.front.review_by}以前复核，已经过了", f"The review was due by {page.front.review_by}"),
            Message(
                f"逐句对照出处，改好以后写 reviewed: {today}。",
                f"Compare every sentence with its source, then write reviewed: {today}.",
            ),
        )


def _lengths(library: Library, page: Page) -> Iterator[Finding]:
    script = "latin" if page.language is EN else "han"
    for key, longest in _LONGEST[script].items():
        length = len(getattr(page.front, key))
        if length > longest:
            yield TOO_LONG.found(
                library.project,
                page.path,
                page.key_position(key),
                Message(
                    f"{key} 有{length}个字，最多{longest}个", f"{key} has {length} characters; {longest} is the most"
                ),
                Message(
                    f"删掉{length - longest}个字以上，太长的在搜索结果里显示不全。",
                    f"Take out {length - longest} or more: search results cut off what is longer.",
                ),
            )
    length = len(page.front.description)
    if length < _SHORTEST[script]:
        yield TOO_SHORT.found(
            library.project,
            page.path,
            page.key_position("description"),
            Message(
                f"description 只有{length}个字，最少{_SHORTEST[script]}个",
                f"description has only {length} characters; {_SHORTEST[script]} is the least",
            ),
            Message("写清楚：这一页给谁看，回答什么问题。", "Say whom the page is for and which questions it answers."),
        )


def _keys(library: Library, page: Page) -> Iterator[Finding]:
    keys = list(page.meta.data)
    right = sorted(keys, key=lambda key: KEY_ORDER.index(key) if key in KEY_ORDER else len(KEY_ORDER))
    if keys != right:
        index = next(number for number, key in enumerate(keys) if key != right[number])
        yield KEYS.found(
            library.project,
            page.path,
            page.key_position(keys[index]),
            Message(
                f"这里应该是 {right[index]}，现在是 {keys[index]}", f"{right[index]} belongs here, not {keys[index]}"
            ),
            Message(f"顺序是：{'、'.join(right)}。", f"The order is: {', '.join(right)}."),
        )
