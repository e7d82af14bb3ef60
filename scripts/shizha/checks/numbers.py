"""SZ301–SZ304: numbers and identities that readers could contact. Only registered ones may stand, and only as their id."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..content.data import Contact
from ..content.identities import Identity, identities_in
from ..content.library import Library
from ..content.numbers import Number, numbers_in
from ..content.page import Page
from ..content.plain import PlainLine, plain_lines
from ..content.references import CITATION, REFERENCE
from ..content.scan import places
from ..content.source_text import Position
from .finding import Finding, Message, shown
from .rules.numbers import IDENTITY, LINKED, RULES, SPELLED, UNREGISTERED

__all__ = ["RULES", "Spelled", "check", "spelled_numbers"]

# Keys of data/contacts.yml that hold the registered numbers themselves.
_NUMBER_KEYS = frozenset({"number", "dial", "abroad", "abroad_number"})
# Keys whose values are ids of other entries, or a key.
_ID_KEYS = frozenset({"sources", "site", "signing_key"})
# Data files whose words stand in the text of pages: there, as in pages, a number is given by its id.
_OF_PAGES = frozenset({"quizzes"})
# Ids are not text: references, source marks, fragments of links. Ids of headings are looked at by themselves.
_IDS = re.compile(
    rf"{REFERENCE.pattern}|{CITATION.pattern}|\{{ ?#[a-z0-9-]+ ?\}}|#(?:(?<=\.md#)|(?<=\]\(#))[a-z0-9-]+(?=\))"
)
# Figures right beside the number that a reference gives make another number of it: 1[[text:cn-police]].
_FIGURE = r"(?:\d|&#[0-9A-Fa-fx]{2,9};)"
_CITED = r"\[\[t(?:el|ext):[^\[\]\n]{1,80}\]\]"
_BETWEEN = r"[*_~\\-]{0,4}"
_BEFORE = re.compile(rf"(?:{_FIGURE}{_BETWEEN}){{1,20}}$")
_CITED_AND_AFTER = re.compile(rf"{_CITED}(?P<after>{_BETWEEN}(?:{_FIGURE}{{1,20}}|{_CITED}))?")
# Twenty figures, each with marks between.
_MOST_BEFORE = 20 * (12 + 4)


# A text of a file, and what says where it stands.
_Value = tuple[Callable[[], Position], str]


@dataclass(frozen=True)
class Spelled:
    """A registered number that stands as digits in the body of ``page``."""

    page: Page
    line: int
    number: Number
    contact: str


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    registered = _registered(library)
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _page(library, page, registered)
    for name, document in library.documents.items():
        values = [
            (partial(document.position, place), text)
            for place, text in document.strings
            if not (name == "contacts" and place[-1] in _NUMBER_KEYS) and _ID_KEYS.isdisjoint(place)
        ]
        path = library.project.data / f"{name}.yml"
        if name in _OF_PAGES:
            yield from _of_pages(library, path, values, registered)
        else:
            yield from _values(library, path, values, registered)


def spelled_numbers(library: Library, page: Page) -> Iterator[Spelled]:
    """Every registered number that the body of ``page`` spells out."""
    registered = _registered(library)
    for index, number in numbers_in(_body_lines(page)):
        if contact := registered.get(number.digits):
            yield Spelled(page, page.body_line + index, number, contact)


def _registered(library: Library) -> dict[str, str]:
    """Digits -> contact id; where regions share a number the first of the file has it."""
    found: dict[str, str] = {}
    for key, contact in library.data.contacts.items():
        for number in _numbers_of(contact):
            found.setdefault(re.sub(r"[^0-9]", "", number), key)
    return found


def _numbers_of(contact: Contact) -> list[str]:
    return [item for item in (contact.number, contact.dial, contact.abroad, contact.abroad_number) if item]


def _body_lines(page: Page) -> list[PlainLine]:
    return plain_lines(_without_ids(page.body))


def _without_ids(text: str) -> str:
    return _IDS.sub(lambda match: " " * len(match[0]), text)


def _page(library: Library, page: Page, registered: dict[str, str]) -> Iterator[Finding]:
    values: list[_Value] = []
    for key in page.own:
        value = page.meta.data[key]
        if key in ("reviewed", "synced_with", "sources", "related", "contacts", "reports"):
            continue  # dates, fingerprints and ids
        if isinstance(value, str):
            values.append((partial(page.key_position, key), value))
        elif isinstance(value, list):
            values += [
                (partial(page.key_position, key, index), text)
                for index, text in enumerate(value)
                if isinstance(text, str)
            ]
    values.append((Position, page.id))
    values += [(partial(Position, heading.line), heading.id or "") for heading in page.outline.headings]
    yield from _values(library, page.path, values, registered)
    for index, start, written in _run_together(page.outline.text):
        yield _beside(library, page.path, Position(page.body_line + index, start + 1), written)
    lines = _body_lines(page)
    accounts = list(identities_in(lines))
    taken = {index: [item for at, item in accounts if at == index] for index, _ in accounts}
    for index, number in numbers_in(lines):
        if all(number.end <= item.start or item.end <= number.start for item in taken.get(index, ())):
            at = Position(page.body_line + index, number.start)
            yield _finding(library, page.path, at, number, registered, in_body=True)
    for index, account in accounts:
        yield _identity(library, page.path, Position(page.body_line + index, account.start), account)


def _run_together(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column (both from 0) and text of every number by its id with figures right beside it."""
    for index, column, match in places(text, _CITED_AND_AFTER):
        line = match.string[match.start() - column : match.start()]
        before = _BEFORE.search(line, max(0, column - _MOST_BEFORE))
        if before or match["after"]:
            start = before.start() if before else column
            yield index, start, line[start:] + match[0]


def _of_pages(library: Library, path: Path, values: list[_Value], registered: dict[str, str]) -> Iterator[Finding]:
    """What values of a data file hold that stand in the text of pages."""
    for position, text in values:
        for _, _, written in _run_together(text):
            yield _beside(library, path, position(), written)
    without = [(position, _without_ids(text)) for position, text in values]
    yield from _values(library, path, without, registered, in_body=True)


def _values(
    library: Library, path: Path, values: list[_Value], registered: dict[str, str], in_body: bool = False
) -> Iterator[Finding]:
    """What values of front matter or of a data file hold; registered numbers may stand there, but not ``in_body``."""
    # A line of its own between two values: no number goes on from one to the next.
    lines = plain_lines("\n|\n".join(text for _, text in values))
    of_line = [position for position, text in values for _ in range(text.count("\n") + 2)]
    accounts = list(identities_in(lines))
    taken = {of_line[index] for index, _ in accounts}
    for index, account in accounts:
        yield _identity(library, path, of_line[index](), account)
    for index, number in numbers_in(lines):
        position = of_line[index]
        if position not in taken and (in_body or number.linked or number.digits not in registered):
            yield _finding(library, path, position(), number, registered, in_body)


def _finding(
    library: Library, path: Path, at: Position, number: Number, registered: dict[str, str], in_body: bool
) -> Finding:
    contact = registered.get(number.digits)
    written = shown(number.written)
    if number.linked:
        use = f"[[tel:{contact or '…'}]]"
        return LINKED.found(
            library.project,
            path,
            at,
            Message(f"“{written}”是手写的拨号链接", f"“{written}” is a dialling link written by hand"),
            Message(
                f"写成 {use}，号码由 data/contacts.yml 给出。", f"Write {use}; data/contacts.yml gives the number."
            ),
        )
    if contact and in_body:
        mends = path.suffix == ".md"
        return SPELLED.found(
            library.project,
            path,
            at,
            Message(f"“{written}”写成了数字", f"“{written}” is spelled out"),
            Message(
                f"写成 [[tel:{contact}]]（能拨）或 [[text:{contact}]]。python3 scripts check --fix 会替你改。",
                f"Write [[tel:{contact}]] (it dials) or [[text:{contact}]]; python3 scripts check --fix does it for you.",
            )
            if mends
            else Message(f"写成 [[text:{contact}]]。", f"Write [[text:{contact}]]."),
        )
    close = difflib.get_close_matches(number.digits[:20], list(registered), n=1, cutoff=0.7)
    meant = f"想写 {close[0]} 吗？" if close else ""
    meant_en = f"Did you mean {close[0]}? " if close else ""
    use = registered[close[0]] if close else "编号"
    return UNREGISTERED.found(
        library.project,
        path,
        at,
        Message(f"“{written}”不是登记过的号码", f"“{written}” is not a registered number"),
        Message(
            f"{meant}登记过的号码在 data/contacts.yml，用编号引用：[[tel:{use}]]。",
            f"{meant_en}Registered numbers are in data/contacts.yml; refer to them by id: [[tel:{use if close else 'id'}]].",
        ),
    )


def _beside(library: Library, path: Path, at: Position, written: str) -> Finding:
    return UNREGISTERED.found(
        library.project,
        path,
        at,
        Message(
            f"“{shown(written)}”连在一起，读起来是另一个号码", f"“{shown(written)}” runs together into another number"
        ),
        Message(
            "号码的引用前后不紧挨着数字，用文字或标点隔开。",
            "Keep figures away from a reference to a number: put words or a comma between.",
        ),
    )


def _identity(library: Library, path: Path, at: Position, account: Identity) -> Finding:
    return IDENTITY.found(
        library.project,
        path,
        at,
        Message(f"“{account.written}”像一个聊天账号", f"“{account.written}” reads like an account of a chat app"),
        Message(
            "网站不给读者任何聊天账号。说骗局时写“一个微信号”。",
            "Readers are given no chat accounts. Of a scam say “a WeChat account”.",
        ),
    )
