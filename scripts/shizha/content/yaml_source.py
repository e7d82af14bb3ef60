"""YAML as this project allows it: plain maps, lists and scalars, each with its position in the file.

Python objects, tags, anchors, aliases, repeated keys and deep nesting are refused: front matter comes from strangers. Of
the implicit types only ``true``/``false``, whole numbers, ISO dates and empty values are recognised, so that a Norwegian
``no`` or a version ``1.10`` stays the text that the editor wrote.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import yaml

from .source_text import Position, SourceError
from .yaml_slips import find_slip

Path = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MAX_DEPTH = 12
_INTEGER = re.compile(r"[+-]?(0|[1-9]\d{0,14})\Z")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")


@dataclass
class YamlDocument:
    """Parsed YAML: ``data`` made of dict, list, str, int, bool, date and None; ``positions`` by path of keys."""

    data: object
    positions: dict[Path, Position] = field(default_factory=dict)

    def position(self, path: Path) -> Position:
        """Where ``path`` begins; the nearest parent that is known otherwise."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, Position())

    @cached_property
    def strings(self) -> list[tuple[Path, str]]:
        """Every text among the values, with the keys that lead to it, in the order of the file."""
        return list(_strings(self.data, ()))


def parse_yaml(text: str, first_line: int = 1) -> YamlDocument:
    """Parse ``text``, whose first line is line ``first_line`` of its file.

    Raises SourceError with a code of `find_slip`, or ``yaml-syntax``, ``yaml-tab``, ``yaml-alias``, ``yaml-tag``, ``yaml-depth``,
    ``yaml-duplicate-key``, ``yaml-key-type`` or ``yaml-many-documents``.
    """
    loader = _Loader(text)
    try:
        return _Reader(loader.get_event, first_line - 1).document()
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, first_line - 1) from None
    except yaml.YAMLError as error:
        raise SourceError("yaml-syntax", Position(first_line), problem=str(error).splitlines()[0]) from None
    finally:
        loader.dispose()


class _Reader:
    """Makes a document from the events of the YAML parser, in one pass.

    What YAML allows and this project does not is refused where it stands; a key that is wrong, only once the rest of the
    text is known to be YAML at all.
    """

    def __init__(self, next_event: Callable[[], yaml.Event], offset: int) -> None:
        self._next = next_event
        self._offset = offset
        self._depth = 0
        self._positions: dict[Path, Position] = {}
        self._wrong_key: SourceError | None = None

    def document(self) -> YamlDocument:
        data: object = None
        documents = 0
        self._next()  # the beginning of the stream
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise SourceError("yaml-many-documents", self._at(event))
                event = self._next()
                self._positions[()] = self._at(event)
                data = self._value(event, ())
        if self._wrong_key:
            raise self._wrong_key
        return YamlDocument(data, self._positions)

    def _value(self, event: yaml.Event, path: Path) -> object:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise SourceError("yaml-alias", self._at(event))
        if event.tag:
            raise SourceError("yaml-tag", self._at(event), tag=str(event.tag))
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise SourceError("yaml-depth", self._at(event))
        value = self._map(path) if isinstance(event, yaml.MappingStartEvent) else self._list(path)
        self._depth -= 1
        return value

    def _map(self, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            at = self._at(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse_key("yaml-key-type", at)
            self._value(event, path)
            key = getattr(event, "value", "")
            place = (*path, key)
            if key in result:
                self._refuse_key("yaml-duplicate-key", at, key=key, first=self._positions[place].line)
            self._positions[place] = at
            result[key] = self._value(self._next(), place)
        return result

    def _list(self, path: Path) -> list[object]:
        result: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            place = (*path, len(result))
            self._positions[place] = self._at(event)
            result.append(self._value(event, place))
        return result

    def _refuse_key(self, code: str, at: Position, **values: object) -> None:
        self._wrong_key = self._wrong_key or SourceError(code, at, **values)

    def _at(self, event: yaml.Event) -> Position:
        return _at(event.start_mark, self._offset)


def _scalar(event: yaml.ScalarEvent) -> object:
    value = event.value
    if event.style:  # quoted, or a block scalar: always text
        return value
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if _INTEGER.match(value):
        return int(value)
    if match := _DATE.match(value):
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            return value  # 2026-02-30 stays text; the model says what is wrong with it
    return value


def _strings(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


def _syntax_error(error: yaml.MarkedYAMLError, text: str, offset: int) -> SourceError:
    mark = error.problem_mark or error.context_mark
    at = _at(mark, offset) if mark else Position(offset + 1)
    line_number = at.line - offset - 1
    lines = text.splitlines()
    line = lines[line_number] if line_number < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return SourceError("yaml-tab", at)
    if slip := find_slip(text, line_number + 1):
        code, place, values = slip
        return SourceError(code, Position(place.line + offset, place.column), **values)
    return SourceError("yaml-syntax", at, problem=error.problem or error.context or "")


def _at(mark: yaml.Mark, offset: int) -> Position:
    return Position(mark.line + 1 + offset, mark.column + 1)
