"""SZ301–SZ304: numbers and identities that readers could contact. Only registered ones may stand, and only as their id."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ..content.data import Contact
from ..content.library import Library
from ..content.numbers import NUMBER_SIGNS, Number, numbers_in
from ..content.page import Page
from ..content.plain import plain_line
from ..content.references import CITATION, REFERENCE
from ..content.scan import lines_with, one_line_each
from ..content.source_text import Position
from .finding import Finding, Message, Rule

UNREGISTERED = Rule("SZ301", Message("没有登记过的号码", "A number that is not registered"))
SPELLED = Rule("SZ302", Message("正文里写了号码", "A number spelled out in the text"), "reminder")
IDENTITY = Rule("SZ303", Message("聊天账号", "An account of a chat app"))
LINKED = Rule("SZ304", Message("手写的拨号链接", "A dialling link written by hand"))

RULES = (UNREGISTERED, SPELLED, IDENTITY, LINKED)

# Keys of data/contacts.yml that hold the registered numbers themselves.
_NUMBER_KEYS = frozenset({"number", "dial", "abroad", "abroad_number"})
# Keys whose values are ids of other entries.
_ID_KEYS = frozenset({"sources", "site"})
_CHAT_APPS = r"(?:QQ|扣扣|企鹅|微信|薇信|威信|WeChat|weixin|Telegram|电报|纸飞机|WhatsApp|LINE|Skype|Signal)"
_ACCOUNT = r"[:：=是为搜加][ ]?[@+]?(?=[A-Za-z0-9_+-]{0,19}[0-9_])([A-Za-z0-9_+-]{5,20})"
_IDENTITY = re.compile(rf"{_CHAT_APPS}[ ]?(?:群|号|账号|帐号|ID|id|group|account)?[ ]?{_ACCOUNT}", re.IGNORECASE)
# A text that has none of these, nor of NUMBER_SIGNS, holds neither number nor account.
_ACCOUNT_SIGN = re.compile(_ACCOUNT)
# Ids are not text: references, source marks, ids of headings.
_IDS = re.compile(rf"{REFERENCE.pattern}|{CITATION.pattern}|\{{ ?#[a-z0-9-]+ ?\}}|#[a-z0-9-]+(?=\))")


Place = TypeVar("Place")


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
        path = library.project.data / f"{name}.yml"
        texts = [
            (place, text)
            for place, text in _strings(document.data, ())
            if not (name == "contacts" and place[-1] in _NUMBER_KEYS) and not _ID_KEYS & set(place)
        ]
        for place, text in _suspicious(texts):
            yield from _text(library, path, document.position(place), text, registered)


def spelled_numbers(library: Library, page: Page) -> Iterator[Spelled]:
    """Every registered number that the body of ``page`` spells out."""
    registered = _registered(library)
    for line, text in _body_lines(page):
        for number in numbers_in(plain_line(text)):
            if contact := registered.get(number.digits):
                yield Spelled(page, line, number, contact)


def _registered(library: Library) -> dict[str, str]:
    """Digits -> contact id; where regions share a number the first of the file has it."""
    found: dict[str, str] = {}
    for key, contact in library.data.contacts.items():
        for number in _numbers_of(contact):
            found.setdefault(re.sub(r"[^0-9]", "", number), key)
    return found


def _numbers_of(contact: Contact) -> list[str]:
    return [item for item in (contact.number, contact.dial, contact.abroad, contact.abroad_number) if item]


def _worth_a_look(text: str) -> list[int]:
    """The lines of ``text``, from 0, that may hold a number or an account: few do, and to look closely is slow."""
    return lines_with(text, (*NUMBER_SIGNS, _ACCOUNT_SIGN))


def _suspicious(texts: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """Those of ``texts`` that are worth a look."""
    return [texts[index] for index in _worth_a_look(one_line_each(text for _, text in texts))]


def _body_lines(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of the body that are worth a look, with what is no text blanked out."""
    body = _IDS.sub(lambda match: " " * len(match[0]), page.body)
    lines = body.split("\n")
    for index in _worth_a_look(body):
        yield page.body_line + index, lines[index]


def _page(library: Library, page: Page, registered: dict[str, str]) -> Iterator[Finding]:
    texts: list[tuple[tuple[str | int, ...], str]] = []
    for key in page.own:
        value = page.meta.data[key]
        if key in ("reviewed", "synced_with", "sources", "related", "contacts", "reports"):
            continue  # dates, fingerprints and ids
        if isinstance(value, list):
            texts += [((key, index), text) for index, text in enumerate(value) if isinstance(text, str)]
        elif isinstance(value, str):
            texts.append(((key,), value))
    for place, text in _suspicious(texts):
        yield from _text(library, page.path, page.key_position(*place), text, registered)
    for line, text in _body_lines(page):
        for number in numbers_in(plain_line(text)):
            yield _finding(library, page.path, Position(line, number.start), number, registered, in_body=True)
        yield from _identities(library, page.path, line, text)


def _text(library: Library, path: Path, position: Position, text: str, registered: dict[str, str]) -> Iterator[Finding]:
    for number in numbers_in(plain_line(text.replace("\n", " "))):
        if number.linked or number.digits not in registered:
            yield _finding(library, path, position, number, registered, in_body=False)
    yield from _identities(library, path, position.line, text)


def _finding(
    library: Library, path: Path, at: Position, number: Number, registered: dict[str, str], in_body: bool
) -> Finding:
    contact = registered.get(number.digits)
    if number.linked:
        use = f"[[tel:{contact or '…'}]]"
        return LINKED.found(
            library.project,
            path,
            at,
            Message(f"“{number.written}”是手写的拨号链接", f"“{number.written}” is a dialling link written by hand"),
            Message(
                f"写成 {use}，号码由 data/contacts.yml 给出。", f"Write {use}; data/contacts.yml gives the number."
            ),
        )
    if contact and in_body:
        return SPELLED.found(
            library.project,
            path,
            at,
            Message(f"“{number.written}”写成了数字", f"“{number.written}” is spelled out"),
            Message(
                f"写成 [[tel:{contact}]]（能拨）或 [[text:{contact}]]；check --fix 会替你改。",
                f"Write [[tel:{contact}]] (it dials) or [[text:{contact}]]; check --fix does it for you.",
            ),
        )
    close = difflib.get_close_matches(number.digits, list(registered), n=1, cutoff=0.7)
    meant = f"想写 {close[0]} 吗？" if close else ""
    meant_en = f"Did you mean {close[0]}? " if close else ""
    use = registered[close[0]] if close else "编号"
    return UNREGISTERED.found(
        library.project,
        path,
        at,
        Message(f"“{number.written}”不是登记过的号码", f"“{number.written}” is not a registered number"),
        Message(
            f"{meant}登记过的号码在 data/contacts.yml，用编号引用：[[tel:{use}]]。",
            f"{meant_en}Registered numbers are in data/contacts.yml; refer to them by id: [[tel:{use if close else 'id'}]].",
        ),
    )


def _identities(library: Library, path: Path, line: int, text: str) -> Iterator[Finding]:
    plain = plain_line(text)
    if plain.text == text and not _ACCOUNT_SIGN.search(text):
        return
    for match in _IDENTITY.finditer(plain.text):
        yield IDENTITY.found(
            library.project,
            path,
            Position(line, plain.columns[match.start(1)]),
            Message(f"“{match[1]}”像一个聊天账号", f"“{match[1]}” reads like an account of a chat app"),
            Message(
                "网站不给读者任何聊天账号。说骗局时写“一个微信号”。",
                "Readers are given no chat accounts. Of a scam say “a WeChat account”.",
            ),
        )


def _strings(value: object, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*place, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*place, index))
