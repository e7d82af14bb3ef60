"""The words of a data file that are written in one language: the values of its keys ``zh``, ``en`` and ``zh-Hant``."""

from __future__ import annotations

from collections.abc import Iterator

from .languages import BY_CODE
from .source_text import Position
from .yaml_source import Path, YamlDocument


def words_of(document: YamlDocument) -> Iterator[tuple[Path, str]]:
    """Every such value with its path of keys; the last key is the code of its language."""
    yield from _words(document.data, ())


def _words(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if path and path[-1] in BY_CODE:
            yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _words(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _words(item, (*path, index))


def position_of(part: str, value_at: Position, lines: list[str]) -> Position:
    """Where ``part`` of the value at ``value_at`` stands; the beginning of the value if it is not on that line as it is."""
    column = lines[value_at.line - 1].find(part, value_at.column - 1)
    return Position(value_at.line, column + 1) if column >= 0 else value_at
