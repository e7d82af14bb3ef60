"""SZ131–SZ133: a page that has been published keeps its addresses, the long one and the short one. People have it on paper, in a message, in a lesson plan."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..content.files import is_page_name
from ..content.languages import SOURCE
from ..content.library import Library, sources_in_error
from ..content.source_text import Position, SourceError, read_text
from ..content.yaml_source import parse_yaml
from .catalogue import generated_pages
from .finding import NOTHING, Finding, Message
from .rules.published import GONE, REDIRECT, RULES, UNLISTED

__all__ = ["RULES", "check"]


def check(library: Library) -> Iterator[Finding]:
    # A page in error is still there: what is wrong with it is said elsewhere.
    there = {*library.ids()} | sources_in_error(library) | generated_pages()
    yield from _published(library, there)
    for old, new in library.redirects.items():
        if problem := _redirect_problem(library, old, new, there):
            path = library.project.data / "redirects.yml"
            yield REDIRECT.found(library.project, path, library.documents["redirects"].position((old,)), *problem)


def _published(library: Library, there: set[str]) -> Iterator[Finding]:
    path = library.project.data / "published.yml"
    as_list = Message("每行写一个编号，比如：- scams/fake-police", "Write one id to a line, like: - scams/fake-police")
    try:
        document = parse_yaml(read_text(path))
    except SourceError as error:
        yield GONE.found(
            library.project,
            path,
            error.position,
            Message("读不懂发布过的网址清单", "The list of published addresses cannot be read"),
            as_list,
        )
        return
    if not isinstance(document.data, list):
        yield GONE.found(
            library.project, path, Position(), Message("这里应该是一个清单", "This should be a list"), as_list
        )
        return
    unlisted = sorted({*library.ids()} - {item for item in document.data if isinstance(item, str)})
    for index, page_id in enumerate(document.data):
        at = document.position((index,))
        if not isinstance(page_id, str) or not is_page_name(page_id):
            yield GONE.found(
                library.project,
                path,
                at,
                Message(f"“{page_id}”不是页面编号", f"“{page_id}” is not the id of a page"),
                as_list,
            )
        elif page_id in document.data[:index]:
            yield GONE.found(
                library.project,
                path,
                at,
                Message(f"“{page_id}”写了两遍", f"“{page_id}” is there twice"),
                Message("删掉刚加的这一行。", "Delete the line that was added last."),
            )
        elif library.data is not None and page_id not in there and page_id not in library.redirects:
            yield GONE.found(library.project, path, at, *_gone(page_id, unlisted))
    for page_id in unlisted:
        yield UNLISTED.found(
            library.project,
            library.source(page_id).path,
            Position(),
            Message("这一页还没有短网址", "This page has no short address yet"),
            Message(
                f"在 data/published.yml 的最后加一行：- {page_id}",
                f"Add a line at the end of data/published.yml: - {page_id}",
            ),
        )


def forgotten(library: Library, before: Library) -> Iterator[Finding]:
    """A finding for each address or redirect that was there ``before`` a change and is not, or is another, in ``library``."""
    now = library.published
    path = library.project.data / "published.yml"
    moved = next((new for old, new in zip(before.published, now, strict=False) if old != new), None)
    if moved and {*before.published} <= {*now}:
        yield GONE.found(
            library.project,
            path,
            Position(),
            Message(f"“{moved}”不在它原来的位置", f"“{moved}” is not at the place it had"),
            Message(
                "页面在清单里排第几，短网址就是几。新页面只加在最后，别的不动。",
                "The place of a page in the list is its short address. Add new pages at the end and leave the others alone.",
            ),
        )
    for page_id in before.published:
        if page_id not in now:
            yield GONE.found(
                library.project,
                path,
                Position(),
                Message(f"清单里少了“{page_id}”", f"“{page_id}” is missing from the list"),
                Message(
                    f"发布过的网址不能从清单里删掉，写回去：- {page_id}",
                    f"A published address stays. Write it again: - {page_id}",
                ),
            )
    path = library.project.data / "redirects.yml"
    for old, new in before.redirects.items():
        if old not in library.redirects:
            yield REDIRECT.found(
                library.project,
                path,
                Position(),
                Message(f"少了“{old}”这一行", f"The line of “{old}” is missing"),
                Message(
                    f"旧网址要一直转下去，写回去：{old}: {new}",
                    f"An old address leads on for good. Write it again: {old}: {new}",
                ),
            )


def _gone(page_id: str, unlisted: list[str]) -> tuple[Message, Message]:
    """What to say of ``page_id``; ``unlisted`` are pages that are new, of which one may be the old page renamed."""
    file = f"docs/{SOURCE.code}/{page_id}.md"
    close = difflib.get_close_matches(page_id, unlisted, n=1, cutoff=0.5)
    new = close[0] if close else "…"
    return (
        Message(
            f"发布过的页面 {page_id} 没有了，别人存的网址会打不开",
            f"The published page {page_id} is gone: addresses that people keep would lead nowhere",
        ),
        Message(
            f"把 {file} 放回去；换了名字或者合并了，在 data/redirects.yml 写一行：{page_id}: {new}",
            f"Put {file} back. If it was renamed or merged, write in data/redirects.yml: {page_id}: {new}",
        ),
    )


def _redirect_problem(library: Library, old: str, new: str, there: set[str]) -> tuple[Message, Message] | None:
    redirects = library.redirects
    if not is_page_name(old):
        return Message(f"“{old}”不能做网址", f"“{old}” cannot be an address"), NOTHING
    if old in there:
        page = library.source(old)
        file = f"docs/{SOURCE.code}/{page.file if page else old}"
        return (
            Message(f"{old} 还是一页，不能转走", f"{old} is still a page and cannot lead elsewhere"),
            Message(
                f"删掉这一行，或者删掉 {file}。",
                f"Delete this line, or {file}.",
            ),
        )
    if new in redirects:
        end = _end_of(new, redirects)
        return (
            Message(f"{new} 自己也转走了", f"{new} leads elsewhere itself"),
            Message(f"直接写 {old}: {end}", f"Write it in one step: {old}: {end}")
            if end in there
            else Message("转了一圈又回来了：写真正的那一页。", "This leads in a circle: write the page that exists."),
        )
    if new not in there:
        close = difflib.get_close_matches(new, sorted(there), n=1)
        hint = Message(f"是不是 {close[0]}？", f"Did you mean {close[0]}?") if close else NOTHING
        return Message(f"没有 {new} 这一页", f"There is no page {new}"), hint
    return None


def _end_of(page_id: str, redirects: dict[str, str]) -> str | None:
    """Where a chain of redirects ends; None if it never does."""
    seen: set[str] = set()
    while page_id in redirects:
        if page_id in seen:
            return None
        seen.add(page_id)
        page_id = redirects[page_id]
    return page_id
