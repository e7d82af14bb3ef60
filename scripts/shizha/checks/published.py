"""SZ131: a page that has been published keeps its address. People have it on paper, in a message, in a lesson plan."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..content.files import is_page_name
from ..content.languages import SOURCE
from ..content.library import Library, page_id_of_path
from ..content.source_text import Position, SourceError, read_text
from ..content.yaml_source import parse_yaml
from .catalogue import generated_pages
from .finding import Finding, Message
from .rules.published import GONE, RULES

__all__ = ["RULES", "check"]


def check(library: Library) -> Iterator[Finding]:
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
    # A page in error is still there: what is wrong with it is said elsewhere.
    source = library.project.docs / SOURCE.code
    there = {*library.ids()} | {
        page_id_of_path(library, problem.path) for problem in library.problems if source in problem.path.parents
    }
    there |= generated_pages()
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
        elif page_id not in there:
            yield GONE.found(library.project, path, at, *_gone(page_id, unlisted))


def _gone(page_id: str, unlisted: list[str]) -> tuple[Message, Message]:
    """What to say of ``page_id``; ``unlisted`` are pages that are new, of which one may be the old page renamed."""
    file = f"docs/{SOURCE.code}/{page_id}.md"
    close = difflib.get_close_matches(page_id, unlisted, n=1, cutoff=0.5)
    return (
        Message(
            f"发布过的页面 {page_id} 没有了，别人存的网址会打不开",
            f"The published page {page_id} is gone: addresses that people keep would lead nowhere",
        ),
        Message(
            f"把 docs/{SOURCE.code}/{close[0]}.md 改回原来的名字 {file}。",
            f"Give docs/{SOURCE.code}/{close[0]}.md its old name {file}.",
        )
        if close
        else Message(
            f"把 {file} 放回去；内容合并到别页的，这一页留下，写明去哪里看。",
            f"Put {file} back. If its text has moved, keep the page and say there where to look.",
        ),
    )
