"""SZ201–SZ209: the structure of a page's body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.front_matter import Material, Scam
from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position
from .finding import NOTHING, Finding, Message, Rule

HEADING_ID = Rule("SZ201", Message("标题没有编号", "A heading has no id"))
DUPLICATE_ID = Rule("SZ202", Message("标题编号重复", "A heading id is used twice"))
LEVELS = Rule("SZ203", Message("标题级别不对", "Heading levels"))
SECTIONS = Rule("SZ204", Message("缺少固定的小节", "A required section is missing"))
STEPS = Rule("SZ205", Message("步骤数不对", "Number of steps"))
MINUTES = Rule("SZ206", Message("课时加起来不对", "Minutes of a lesson"))
TABLE = Rule("SZ207", Message("表格不完整", "A table is not complete"))
EMPTY = Rule("SZ208", Message("小节是空的", "A section is empty"))
FENCE = Rule("SZ209", Message("代码块没有结束", "A block of code is not closed"))

RULES = (HEADING_ID, DUPLICATE_ID, LEVELS, SECTIONS, STEPS, MINUTES, TABLE, EMPTY, FENCE)

_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")

# A paragraph that says nothing: …, ......, 。。。, ？？？
_ONLY_DOTS = re.compile(r"[ >]*[…．.。·？?、]{1,40}[ ]*$")
# What the generator takes for a heading and an editor does not, or the other way round: ##text, a heading within a quotation
# or an item, an indented one, a line of text underlined with === or ---.
_NO_SPACE = re.compile(r"#{1,6}[^#\s]")
_INSIDE = re.compile(r"(?:[ ]{0,3}(?:>|[-*+][ ]|[0-9]{1,3}[.)][ ]))+[ ]{0,3}#{1,6}[ ]")
_INDENTED = re.compile(r"[ ]{1,3}#{1,6}[ ]")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_STARTS_A_BLOCK = re.compile(r"\s*(?:[|>#]|[-*+][ ]|[0-9]{1,3}[.)][ ]|///|$)")

SCAM_SECTIONS = ("course", "signs", "now", "real", "family", "variants", "case", "teach", "card")
SCAM_SUBSECTIONS = {"now": ("not-paid", "gave-info", "installed", "paid"), "family": ("to-send", "to-elder")}
LESSON_SECTIONS = (
    "goal",
    "needs",
    "words",
    "steps",
    "script",
    "exit-ticket",
    "take-home",
    "answers",
    "one-minute",
    "no-projector",
)


def check(library: Library) -> Iterator[Finding]:
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _code(library, page)
                yield from _headings(library, page)
                yield from _disguised_headings(library, page)
                yield from _ellipses(library, page)
                yield from _tables(library, page)
                if isinstance(page.front, Scam):
                    yield from _scam(library, page, page.front)
                if isinstance(page.front, Material) and page.front.form == "lesson":
                    yield from _lesson(library, page, page.front)


def _code(library: Library, page: Page) -> Iterator[Finding]:
    for line in page.outline.unclosed_fences:
        yield FENCE.found(
            library.project,
            page.path,
            Position(line),
            Message("这个代码块没有结束", "This block of code is not closed"),
            Message("在它后面加一行同样的符号。", "Add a line with the same characters after it."),
        )


def _headings(library: Library, page: Page) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    level = 1
    headings = page.outline.headings
    for heading in headings:
        at = Position(heading.line)
        if heading.level == 1:
            yield LEVELS.found(
                library.project,
                page.path,
                at,
                Message(
                    "正文里不用一级标题，它由 title 生成", "No level-one heading in the body: it is made from title"
                ),
                Message("改成 ## 开头。", "Begin it with ##."),
            )
        elif heading.level > level + 1:
            yield LEVELS.found(
                library.project,
                page.path,
                at,
                Message(f"标题从{level}级跳到了{heading.level}级", f"The level jumps from {level} to {heading.level}"),
                Message(f"改成 {'#' * (level + 1)} 开头。", f"Begin it with {'#' * (level + 1)}."),
            )
        level = heading.level
        if not heading.id or not set(heading.id) <= _ID_CHARACTERS:
            yield HEADING_ID.found(
                library.project,
                page.path,
                at,
                Message(f"标题“{heading.text}”没有英文编号", f"The heading “{heading.text}” has no ASCII id"),
                Message(
                    "在行尾加上 { #short-name }，各语言一样。",
                    "End the line with { #short-name }, equal in every language.",
                ),
            )
        elif heading.id in seen:
            yield DUPLICATE_ID.found(
                library.project,
                page.path,
                at,
                Message(
                    f"编号 {heading.id} 在第{seen[heading.id]}行用过了",
                    f"The id {heading.id} is already used on line {seen[heading.id]}",
                ),
            )
        else:
            seen[heading.id] = heading.line
    text = {number for number, line in enumerate(page.outline.plain, page.body_line) if line and not line.isspace()}
    last = max(text, default=page.body_line)
    for here, after in zip(headings, [*headings[1:], None], strict=False):  # no heading, no pair
        end = after.line if after else last + 1
        deeper = after is not None and after.level > here.level
        if (
            not deeper
            and not any(number in text for number in range(here.line + 1, end))
            and not _has_code(page, here.line, end)
        ):
            yield EMPTY.found(
                library.project,
                page.path,
                Position(here.line),
                Message(f"“{here.text}”下面没有内容", f"Nothing stands under “{here.text}”"),
            )


def _disguised_headings(library: Library, page: Page) -> Iterator[Finding]:
    before = ""
    for number, line in page.outline.prose:
        underlined = _UNDERLINE.match(line) and not _STARTS_A_BLOCK.match(before)
        if underlined or _NO_SPACE.match(line) or _INSIDE.match(line) or _INDENTED.match(line):
            yield LEVELS.found(
                library.project,
                page.path,
                Position(number),
                Message("标题的写法不对", "Not the way to write a heading"),
                Message(
                    "标题单独一行，从行首写：## 小标题 { #short-name }。不是标题，就在 # 前面加 \\，分隔线 --- 前面空一行。",
                    "A heading has a line of its own, from its start: ## Heading { #short-name }. If it is none, write \\#, and an empty line before ---.",
                ),
            )
        before = line


def _ellipses(library: Library, page: Page) -> Iterator[Finding]:
    for number, line in page.outline.prose:
        if _ONLY_DOTS.match(line):
            yield EMPTY.found(
                library.project,
                page.path,
                Position(number),
                Message("这一行什么也没有说", "This line says nothing"),
                Message("写完，或者删掉。", "Finish it or delete it."),
            )


def _has_code(page: Page, start: int, end: int) -> bool:
    lines = page.body.split("\n")[start - page.body_line + 1 : end - page.body_line]
    return any(line.strip() for line in lines)


def _tables(library: Library, page: Page) -> Iterator[Finding]:
    for table in page.outline.tables:
        at = Position(table.line)
        if not any(table.header):
            yield TABLE.found(library.project, page.path, at, Message("表格没有表头", "The table has no header"))
        for index, row in enumerate(table.rows):
            if len(row) != len(table.header):
                yield TABLE.found(
                    library.project,
                    page.path,
                    Position(table.line + 2 + index),
                    Message(
                        f"这一行有{len(row)}格，表头有{len(table.header)}格",
                        f"This row has {len(row)} cells, the header {len(table.header)}",
                    ),
                )


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
                    f"加一个标题：{'#' * level} … {{ #{section} }}", f"Add a heading: {'#' * level} … {{ #{section} }}"
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
    yield from _count(library, page, "card", len(card), 3, 3)
    if course and front.turn > len(course):
        yield STEPS.found(
            library.project,
            page.path,
            page.key_position("turn"),
            Message(
                f"turn 是第{front.turn}步，可是只有{len(course)}步",
                f"turn is step {front.turn}, but there are only {len(course)}",
            ),
        )


def _count(library: Library, page: Page, section: str, found: int, low: int, high: int) -> Iterator[Finding]:
    heading = page.outline.heading(section)
    if heading and not low <= found <= high:
        wanted = str(low) if low == high else f"{low}–{high}"
        yield STEPS.found(
            library.project,
            page.path,
            Position(heading.line),
            Message(
                f"“{heading.text}”要有{wanted}条，现在是{found}条",
                f"“{heading.text}” needs {wanted} items and has {found}",
            ),
            NOTHING,
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
        )
