"""What a check says: a finding at a place, under a rule with a permanent id."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from ..content.source_text import Position
from ..project import Project

Severity = Literal["error", "reminder"]


@dataclass(frozen=True, order=True)
class Message:
    """The same sentence in the two languages that editors read."""

    zh: str
    en: str

    def in_language(self, code: str) -> str:
        return self.en if code == "en" else self.zh


NOTHING = Message("", "")
_SHOWN = 60
# Findings of one text: who has more has seen what is wrong.
ENOUGH = 50


def shown(text: object) -> str:
    """``text`` as a message quotes it: what is too long to read is cut."""
    whole = str(text)
    return whole if len(whole) <= _SHOWN else f"{whole[:_SHOWN]}…"


@dataclass(frozen=True, order=True)
class Finding:
    """Something that is wrong, or worth a look, at one place. ``path`` is relative to the project, with ``/``."""

    path: str
    line: int
    column: int
    rule: str
    message: Message
    severity: Severity = field(compare=False)
    hint: Message = field(compare=False, default=NOTHING)


@dataclass(frozen=True)
class Rule:
    """A rule of the check. ``id`` is permanent: it stands in messages, in the published list and in discussions.

    The rest is for the page that the published list has for every rule. why: the harm that the rule keeps from readers or
    editors. wrong, right: the same few lines of a file before and after the mend, in the source language. says: a sentence
    that the check prints of it, the one that its fixture in tests/rules/ brings about. command: what mends it, if a command
    does.
    """

    id: str
    title: Message
    severity: Severity = "error"
    why: Message = NOTHING
    wrong: str = ""
    right: str = ""
    says: Message = NOTHING
    command: str = ""

    def found(
        self, project: Project, path: Path, position: Position, message: Message, hint: Message = NOTHING
    ) -> Finding:
        return Finding(project.relative(path), position.line, position.column, self.id, message, self.severity, hint)
