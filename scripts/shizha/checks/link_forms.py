"""SZ419: links in a form that the generator opens and this project does not see.

Every link is looked at: that holds only while both find the same links in a page. So there is one form, [text](target "title")
on one line, and whatever else the generator might take for a link is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..content.code import code_lines, without_inline_code
from ..content.library import Library
from ..content.outline import Link
from ..content.references import REFERENCE
from ..content.source_text import Position
from .finding import ENOUGH, Finding, Message
from .passages import Passage, passages
from .rules.link_forms import LINK_FORM, RULES

__all__ = ["RULES", "check"]

_BETWEEN = re.compile(r"\]\(|\]:")
# A body without these, whose links are all known, has none that is not in the one form.
_SUSPECT = ("`", "~~~", "\\", "]:")
_ODD_TARGET = re.compile(r"\]\([^()\n]*[<>]")

_IN_VALUE = Message("这里不能写链接", "No link can stand here")
_IN_BODY = Message("这个链接的写法这里不用", "Links are not written in this form here")
_ONLY_WORDS = Message("删掉它，只写文字。", "Delete it and write only words.")
_ONE_FORM = Message(
    "写成 [文字](../页面.md)，在一行里，文字里没有方括号和别的引用。出处写 [^编号]。",
    "Write [text](../page.md) on one line, with no brackets or references in its text. A source is cited as [^id].",
)


def check(library: Library) -> Iterator[Finding]:
    for passage in passages(library):
        places = _in_body(passage) if passage.is_body else _in_value(passage)
        message, hint = (_IN_BODY, _ONE_FORM) if passage.is_body else (_IN_VALUE, _ONLY_WORDS)
        for at in islice(places, ENOUGH):
            yield LINK_FORM.found(library.project, passage.path, at, message, hint)


def _in_value(passage: Passage) -> Iterator[Position]:
    """A value holds no link: names of data files stand in the middle of pages, before their links are made."""
    at = -1
    while (at := passage.text.find("](", at + 1)) >= 0:
        yield passage.position(at, at + 2)


def _in_body(passage: Passage) -> Iterator[Position]:
    text, page = passage.text, passage.page
    known = text.count("](") == len(page.outline.links) and not _ODD_TARGET.search(text)
    if known and not any(part in text for part in _SUSPECT):
        return
    lines = text.split("\n")
    defined = frozenset(page.outline.definitions)  # which the check of references names
    for number, (line, (is_code, _)) in enumerate(zip(lines, code_lines(lines), strict=True), start=page.body_line):
        if not is_code and number not in defined and ("](" in line or "]:" in line):
            links = [link for link in page.outline.links if link.position.line == number]
            for column in _odd_links(line, links):
                yield Position(number, column)


def _odd_links(line: str, links: list[Link]) -> Iterator[int]:
    """The column of each link of one line of prose that is not in the one form. links: those of the line that are known."""
    plain = {between for link in links if (between := _between(line, link))}
    prose = REFERENCE.sub(lambda reference: " " * len(reference[0]), without_inline_code(line))
    for match in _BETWEEN.finditer(prose):
        if match.start() not in plain:
            yield match.start() + 1


def _between(line: str, link: Link) -> int | None:
    """Where ``](`` of ``link`` stands, if nothing about it is odd: no backslash before it, no code or < around its target."""
    start = link.position.column - 1
    between = start + (2 if link.image else 1) + len(link.text)
    behind = line[between + 2 :].lstrip(" \t")
    ends = behind.removeprefix(link.target).lstrip(" \t")[:1]
    plain = behind.startswith(link.target) and ends in (")", '"', "'") and line[start - 1 : start] != "\\"
    return between if plain else None
