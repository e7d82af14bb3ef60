"""The note in an environment of what is installed there. It also marks the folder as ours: no other is ever emptied."""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

NOTE = ".shizha-installed"


@dataclass(frozen=True)
class Installed:
    """What the note says. ``requirements``: file name -> SHA-256 of the requirements that were installed in full."""

    python: str = ""
    folder: str = ""
    requirements: dict[str, str] = field(default_factory=dict)

    def fits(self, folder: Path) -> bool:
        """Made by this very Python, and in this place: an environment that was moved with its checkout does not run."""
        return self.python == sys.version and self.folder == str(folder)

    def has(self, requirements: Path) -> bool:
        return self.requirements.get(requirements.name) == fingerprint(requirements)


def read_note(folder: Path) -> Installed | None:
    """The note of the environment in ``folder``; None if there is none, an empty one if it cannot be understood."""
    path = folder / NOTE
    if not path.is_file():
        return None
    try:
        return Installed(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Installed()


def write_note(folder: Path, note: Installed) -> None:
    """Replace the note in one step."""
    temporary = folder / f"{NOTE}.new"
    temporary.write_text(json.dumps(vars(note)), encoding="utf-8")
    temporary.replace(folder / NOTE)


def being_installed(folder: Path) -> Installed:
    """The note of an environment of this Python in which nothing is complete yet."""
    return Installed(sys.version, str(folder))


def completed(folder: Path, *requirements: Path) -> Installed:
    """The note after ``requirements`` were installed in full."""
    return Installed(sys.version, str(folder), {path.name: fingerprint(path) for path in requirements})


def fingerprint(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()
