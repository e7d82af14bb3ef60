"""What mending changed, as people read it, and how a mended file is written."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

# So much of the line around a change is shown that its place is recognised.
_CONTEXT = 6


@dataclass(frozen=True, order=True)
class Mended:
    """One change: the place relative to the project, what stood there and what stands there now."""

    path: str
    line: int
    before: str
    after: str


def differences(place: str, before: str, after: str) -> list[Mended]:
    """The lines of which ``after`` differs from ``before``; both have the same number of lines."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=True)
    return [Mended(place, number, *_shown(old, new)) for number, (old, new) in enumerate(pairs, start=1) if old != new]


def _shown(old: str, new: str) -> tuple[str, str]:
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    cut, left = max(0, start - _CONTEXT), max(0, end - _CONTEXT)
    before, after = (_visible(line[cut : len(line) - left]) for line in (old, new))
    return tuple(f"{'…' if cut else ''}{text}{'…' if left else ''}" for text in (before, after))


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _visible(text: str) -> str:
    """``text`` with spaces at its ends and characters that cannot be seen made visible."""
    shown = "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
    return f"“{shown}”" if shown != shown.strip() or not shown else shown


def save_text(path: Path, text: str) -> None:
    """Write ``path`` as a whole or not at all, with the permissions that it had. Raises OSError."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_text(text, encoding="utf-8", newline="\n")
        shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
