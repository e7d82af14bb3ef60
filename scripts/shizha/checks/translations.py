"""SZ801–SZ809: translations that are missing, stale or built differently from their source."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

from ..content.languages import LANGUAGES, SOURCE, Origin
from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position
from .finding import Finding, Message, Rule
from .rules.translations import MISSING, REFERENCES, RULES, STALE, STRUCTURE

__all__ = ["RULES", "check"]

_ITEMS = Message("条", "items")
_NESTED = Message("条（下一级）", "items of a lower level")
_ROWS = Message("行", "rows")


def check(library: Library) -> Iterator[Finding]:
    for language in LANGUAGES:
        if language.origin is Origin.SOURCE:
            continue
        pages = library.pages[language.code]
        for page_id, source in library.pages[SOURCE.code].items():
            page = pages.get(page_id)
            if page is None:
                if language.origin is Origin.TRANSLATED:
                    yield MISSING.found(
                        library.project,
                        source.path,
                        Position(),
                        Message(f"还没有{language.own_name}译文", f"Not yet in {language.own_name}"),
                        Message(
                            f"新建 docs/{language.code}/{source.file}。", f"Create docs/{language.code}/{source.file}."
                        ),
                    )
            elif not page.derived:
                yield from _compare(library, page, source, regional=language.origin is Origin.DERIVED)


def _compare(library: Library, page: Page, source: Page, regional: bool) -> Iterator[Finding]:
    project = library.project
    if page.synced_with != source.fingerprint:
        yield STALE.found(
            project,
            page.path,
            page.key_position("synced_with"),
            Message("中文原文在译文核对之后改过", "The Chinese source has changed since this was matched with it")
            if page.synced_with
            else Message("译文还没有和原文核对的记号", "This translation is not marked as matching its source"),
            Message(
                f"不会改就留着，会有人来改。改好以后：python3 scripts check --mark-synced {project.relative(page.path)}",
                f"Leave it if you cannot compare them. When both agree: python3 scripts check --mark-synced {project.relative(page.path)}",
            ),
        )
    if regional:  # written by hand because it differs
        return
    # A source that has moved on must not keep its editor from proposing the change: then the differences only remind.
    behind = page.is_behind(source)
    structure, references = (
        dataclasses.replace(rule, severity="reminder") if behind else rule for rule in (STRUCTURE, REFERENCES)
    )
    there, here = ([heading.id for heading in item.outline.headings] for item in (source, page))
    if there != here:
        # A heading without an id is the finding of another rule.
        lost = [item for item in there if item and item not in here]
        extra = [item for item in here if item and item not in there]
        detail_zh = "；".join([f"{what} {'、'.join(ids)}" for what, ids in (("少了", lost), ("多了", extra)) if ids])
        detail_en = "; ".join(
            [f"{what} {', '.join(ids)}" for what, ids in (("missing", lost), ("extra", extra)) if ids]
        )
        yield structure.found(
            project,
            page.path,
            Position(page.body_line),
            Message(
                f"小节和原文不同：{detail_zh or '顺序不同'}",
                f"Sections differ from the source: {detail_en or 'another order'}",
            ),
        )
    yield from _counts(library, page, source, structure)
    wanted, found = _facts(source), _facts(page)
    for target, zh, en in [
        *((item, "少了", "missing") for item in sorted(wanted - found)),
        *((item, "多了", "extra") for item in sorted(found - wanted)),
    ]:
        at = next(
            (Position(ref.line, ref.column) for ref in page.outline.references if ref.target == target),
            Position(page.body_line),
        )
        yield references.found(
            project,
            page.path,
            at,
            Message(f"和原文相比{zh} {target}", f"Compared with the source, {target} is {en}"),
        )


def _counts(library: Library, page: Page, source: Page, rule: Rule) -> Iterator[Finding]:
    """A step, a sign or a row that is lost in translation is lost help; one that is added rests on nothing."""
    there, here = _sizes(source), _sizes(page)
    for section, what in dict.fromkeys([*there, *here]):
        counts = there[section, what], here[section, what]
        heading = page.outline.heading(section) if section else None
        if counts[0] != counts[1] and (heading or not section):
            yield rule.found(
                library.project,
                page.path,
                Position(heading.line if heading else page.body_line),
                Message(
                    f"{section or page.id}：原文{counts[0]}{what.zh}，这里{counts[1]}{what.zh}",
                    f"{section or page.id}: {counts[0]} {what.en} in the source, {counts[1]} here",
                ),
            )
    phrases = [getattr(item.front, "phrases", []) for item in (source, page)]
    if "phrases" in page.own and len(phrases[0]) != len(phrases[1]):
        yield rule.found(
            library.project,
            page.path,
            page.key_position("phrases"),
            Message(
                f"phrases：原文{len(phrases[0])}条，这里{len(phrases[1])}条",
                f"phrases: {len(phrases[0])} items in the source, {len(phrases[1])} here",
            ),
        )


def _sizes(page: Page) -> Counter[tuple[str, Message]]:
    """How many list items and rows of tables each section has."""
    sizes = Counter((item.section or "", _NESTED if item.depth else _ITEMS) for item in page.outline.items)
    for table in page.outline.tables:
        sizes[table.section or "", _ROWS] += len(table.rows)
    return sizes


def _facts(page: Page) -> set[str]:
    """Ids of the numbers and sources in a body. Whether a number is a link or plain text may differ between languages."""
    return {reference.target for reference in page.outline.references if reference.kind in ("tel", "text", "source")}
