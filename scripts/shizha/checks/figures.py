"""SZ805–SZ806: figures and dates that a translation gives otherwise than its source.

List items and rows of tables are held against their counterparts one by one, the rest of a section as a whole; where a
section has another number of items, all of it as a whole. What counts as the same figure, and what is left out because two
writers never give it alike, is in `content.figures`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from ..content.figures import Written, differing_figures
from ..content.languages import LANGUAGES, Origin
from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position
from .finding import Finding, Message
from .rules.figures import DIFFERENT, ONE_SIDED, RULES

__all__ = ["RULES", "check"]

_ITEM = re.compile(r"\s*(?:[-*+]|[0-9]{1,3}[.)])[ \t]+(?=\S)")
_BEGINS_AN_ITEM = frozenset("-*+0123456789")
# Front matter that is translated sentence by sentence. Descriptions may dwell on other things, so only a figure that
# replaces another counts there.
_KEYS = ("title", "description", "verdict")

# Lines with their numbers, by section and by what they are: ("now", "item", 2), ("now", "text", 0).
_Parts = dict[tuple[str, str, int], list[tuple[int, str]]]


def check(library: Library) -> Iterator[Finding]:
    for language in LANGUAGES:
        if language.origin is Origin.TRANSLATED:
            for page_id, page in library.pages[language.code].items():
                if source := library.source(page_id):
                    yield from _compare(library, source, page)


def _compare(library: Library, source: Page, page: Page) -> Iterator[Finding]:
    behind = page.is_behind(source)
    for there, here in _counterparts(_parts(source), _parts(page)):
        yield from _differences(library, page, there, here, behind, one_sided=True)
    for key in _KEYS:
        texts = [getattr(item.front, key, "") for item in (source, page)]
        if key in page.own and all(isinstance(text, str) for text in texts):
            line = page.key_position(key).line
            yield from _differences(library, page, [(0, texts[0])], [(line, texts[1])], behind, one_sided=False)
    phrases = [getattr(item.front, "phrases", []) for item in (source, page)]
    if "phrases" in page.own and len(phrases[0]) == len(phrases[1]):
        for index, (there, here) in enumerate(zip(*phrases, strict=True)):
            line = page.key_position("phrases", index).line
            yield from _differences(library, page, [(0, there)], [(line, here)], behind, one_sided=False)


def _parts(page: Page) -> _Parts:
    headings = {heading.line: heading.id or "" for heading in page.outline.headings}
    section = ""
    counts: dict[tuple[str, str], int] = {}
    parts: _Parts = {}
    for number, line in enumerate(page.lines, page.body_line):
        section = headings.get(number, section)
        begins = line.lstrip()[:1]
        item = _ITEM.match(line) if begins in _BEGINS_AN_ITEM else None
        kind = "item" if item else "row" if begins == "|" else "text"
        index = 0
        if kind != "text":
            index = counts[section, kind] = counts.get((section, kind), 0) + 1
        parts.setdefault((section, kind, index), []).append((number, line[item.end() :] if item else line))
    return parts


def _counterparts(there: _Parts, here: _Parts) -> Iterator[tuple[list[tuple[int, str]], list[tuple[int, str]]]]:
    """What is compared with what. Sections that only one of the two has are told by another rule."""
    sections = [_by_section(parts) for parts in (there, here)]
    for section, own in sections[0].items():
        if (other := sections[1].get(section)) is None:
            continue
        text = (section, "text", 0)
        if {*own, text} == {*other, text}:
            yield from ((there.get(key, []), here.get(key, [])) for key in sorted({*own, *other}))
        else:
            yield tuple(
                [line for key in sorted(keys) for line in parts[key]] for keys, parts in ((own, there), (other, here))
            )


def _by_section(parts: _Parts) -> dict[str, list[tuple[str, str, int]]]:
    keys: dict[str, list[tuple[str, str, int]]] = {}
    for key in parts:
        keys.setdefault(key[0], []).append(key)
    return keys


def _differences(
    library: Library,
    page: Page,
    there: list[tuple[int, str]],
    here: list[tuple[int, str]],
    behind: bool,
    one_sided: bool,
) -> Iterator[Finding]:
    lost, extra = differing_figures([text for _, text in there], [text for _, text in here], page.language.code)
    if not (lost or extra) or not (one_sided or (lost and extra)):
        return
    rule = DIFFERENT if lost and extra else ONE_SIDED
    if behind:  # the source has moved on, and a translator is asked for already
        rule = dataclasses.replace(rule, severity="reminder")
    first = next(iter(extra.values()), "")
    line = next((number for number, text in here if first in text), page.body_line) if here else page.body_line
    yield rule.found(
        library.project,
        page.path,
        Position(line),
        difference(lost, extra),
        Message(
            "照原文改；数字没有错，就两边都用阿拉伯数字写。",
            "Follow the source; if nothing is wrong, write the figure in digits on both sides.",
        ),
    )


def difference(lost: Written, extra: Written) -> Message:
    """Which figures are ``lost`` in a translation, and which it has besides."""
    source, here = ("、".join(dict.fromkeys(found.values())) for found in (lost, extra))
    if lost and extra:
        return Message(f"原文是 {source}，这里是 {here}", f"The source says {source}, this says {here}")
    if lost:
        return Message(f"原文的 {source} 这里没有", f"{source} of the source is missing here")
    return Message(f"原文没有 {here}", f"The source does not have {here}")
