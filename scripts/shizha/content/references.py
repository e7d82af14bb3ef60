"""The references that pages use instead of spelling a number, a source or an official address.

``[[tel:cn-police]]`` a number that can be dialled · ``[[text:cn-police]]`` the number as text · ``[[name:cn-police]]`` the
service's name · ``[[site:npc-laws]]`` an official site · ``[[field:school]]`` a blank of a kit · ``[[contacts:macau]]`` alone
on a line, the table of a region · ``[[quiz:primary-lower]]``, ``[[answers:…]]``, ``[[take:…]]`` alone on a line, the paper of a quiz, its
key, and the quiz to be taken on the page · ``[[own:host]]`` this site's own domain name, ``[[own:verify]]`` alone on a line, how a copy of
it is verified · ``[^law-anti-fraud]`` the source of the sentence before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .scan import places

REFERENCE = re.compile(r"\[\[([^\[\]\n]{0,80})\]\]")
CITATION = re.compile(r"\[\^([^\[\]\s]{1,80})\](?!:)")
KINDS = ("tel", "text", "name", "site", "field", "contacts", "quiz", "answers", "take", "own")
# Of a quiz: its paper, its key, and the part of a page on which it can be taken.
QUIZ_KINDS = ("quiz", "answers", "take")
# Of this site itself: its domain name, and how a copy is verified.
OWN = ("host", "verify")

_WELL_FORMED = re.compile(r"([a-z]+):([A-Za-z0-9-]+)\Z")


class Reference(NamedTuple):
    """One ``[[kind:target]]`` or ``[^target]`` (kind ``source``); column counts from 1. ``kind`` is ``""`` if malformed."""

    kind: str
    target: str
    line: int
    column: int


@lru_cache(maxsize=4096)
def split_reference(inside: str) -> tuple[str, str]:
    """``"tel:cn-police"`` -> ``("tel", "cn-police")``; ``("", inside)`` when it has another form."""
    match = _WELL_FORMED.match(inside.strip())
    return (match[1], match[2]) if match and match[1] in KINDS else ("", inside)


def find_references(text: str, first_line: int = 1) -> list[Reference]:
    """Every reference in prose (code already blanked out), by line; citations after the others of their line."""
    found = [
        Reference(*split_reference(match[1]), first_line + line, column + 1)
        for line, column, match in places(text, REFERENCE)
    ]
    cited = [
        Reference("source", match[1], first_line + line, column + 1) for line, column, match in places(text, CITATION)
    ]
    return sorted([*found, *cited], key=lambda reference: reference.line)
