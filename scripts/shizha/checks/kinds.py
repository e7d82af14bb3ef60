"""SZ204–SZ206: what the kind of a page asks of its body: the sections of a scam, the minutes of a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.front_matter import Material, Scam
from ..content.languages import EN, SOURCE
from ..content.library import Library
from ..content.page import Page
from ..content.sections import LESSON_SECTIONS, SCAM_SECTIONS, SCAM_SUBSECTIONS, heading
from ..content.source_text import Position
from .finding import Finding, Message
from .rules.structure import MINUTES, SECTIONS, STEPS
from .rules.structure import OF_A_KIND as RULES

__all__ = ["RULES", "check"]


def check(library: Library) -> Iterator[Finding]:
    for pages in library.pages.values():
        for page in pages.values():
            if page.derived:
                continue
            if isinstance(page.front, Scam):
                yield from _scam(library, page, page.front)
            elif isinstance(page.front, Material) and page.front.form == "lesson":
                yield from _lesson(library, page, page.front)


def _required(library: Library, page: Page, wanted: tuple[str, ...], level: int, within: str = "") -> Iterator[Finding]:
    ids = page.outline.ids()
    for section in wanted:
        if section not in ids:
            parent = page.outline.heading(within) if within else None
            yield SECTIONS.found(
                library.project,
                page.path,
                Position(parent.line if parent else page.body_line),
                Message(f"缺少小节 {section}", f"The section {section} is missing"),
                Message(
                    f"加一行标题，下面写内容：{heading(level, section, SOURCE)}",
                    f"Add this heading and write under it: {heading(level, section, EN)}",
                ),
            )


def _scam(library: Library, page: Page, front: Scam) -> Iterator[Finding]:
    yield from _required(library, page, SCAM_SECTIONS, 2)
    for section, wanted in SCAM_SUBSECTIONS.items():
        if section in page.outline.ids():
            yield from _required(library, page, wanted, 3, section)
    order = list(
        dict.fromkeys(item.id for item in page.outline.headings if item.level == 2 and item.id in SCAM_SECTIONS)
    )
    if order != [section for section in SCAM_SECTIONS if section in order]:
        yield SECTIONS.found(
            library.project,
            page.path,
            Position(page.body_line),
            Message("小节的顺序不对", "The sections are in the wrong order"),
            Message("顺序是：" + " ".join(SCAM_SECTIONS), "The order is: " + " ".join(SCAM_SECTIONS)),
        )
    course, signs, card = (page.outline.items_of(section) for section in ("course", "signs", "card"))
    yield from _count(library, page, "course", sum(item.ordered for item in course), 4, 7)
    yield from _count(library, page, "signs", sum(item.ordered for item in signs), 3, 3)
    yield from _count(library, page, "card", len(card), 3, 3, ordered=False)
    if course and front.turn > len(course):
        yield STEPS.found(
            library.project,
            page.path,
            page.key_position("turn"),
            Message(
                f"turn 是第{front.turn}步，可是只有{len(course)}步",
                f"turn is step {front.turn}, but there are only {len(course)}",
            ),
            Message("turn 写钱在第几步离开。", "turn says at which step the money leaves."),
        )


def _count(
    library: Library, page: Page, section: str, found: int, low: int, high: int, ordered: bool = True
) -> Iterator[Finding]:
    at = page.outline.heading(section)
    if at and not low <= found <= high:
        wanted = str(low) if low == high else f"{low}–{high}"
        yield STEPS.found(
            library.project,
            page.path,
            Position(at.line),
            Message(
                f"“{at.text}”要有{wanted}条，现在是{found}条",
                f"“{at.text}” needs {wanted} items and has {found}",
            ),
            Message(
                f"每条一行，{'数字和英文点开头，后面空一格：1. ' if ordered else '减号开头，后面空一格：- '}文字",
                f"One to a line, with a space: {'1. ' if ordered else '- '}text",
            ),
        )


def _lesson(library: Library, page: Page, front: Material) -> Iterator[Finding]:
    yield from _required(library, page, LESSON_SECTIONS, 2)
    table = next((table for table in page.outline.tables if table.section == "steps"), None)
    if table is None or front.minutes is None:
        yield MINUTES.found(
            library.project,
            page.path,
            page.key_position("minutes"),
            Message(
                "课要写 minutes，steps 小节要有一张表，第一列是分钟数",
                "A lesson needs minutes, and a table under steps whose first column is minutes",
            ),
            Message(
                "文件开头写 minutes: 40，再加一张表：| 分钟 | 做什么 |。",
                "Write minutes: 40 in the front matter, and a table: | Minutes | What to do |.",
            ),
        )
        return
    numbers = [int(row[0]) for row in table.rows if re.fullmatch(r"[0-9]{1,3}", row[0])]
    total = sum(numbers)
    if len(numbers) != len(table.rows) or total != front.minutes:
        yield MINUTES.found(
            library.project,
            page.path,
            Position(table.line),
            Message(
                f"各步加起来是{total}分钟，minutes 写的是{front.minutes}",
                f"The steps add up to {total} minutes, minutes says {front.minutes}",
            ),
            Message(
                "改表里的分钟数，或者改 minutes。第一列只写数字。",
                "Change the table or minutes. The first column holds digits only.",
            ),
        )
