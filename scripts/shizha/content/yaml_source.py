"""YAML as this project allows it: plain maps, lists and scalars, each with its position in the file.

Python objects, tags, anchors, aliases, repeated keys and deep nesting are refused: front matter comes from strangers. Of
the implicit types only ``true``/``false``, whole numbers, ISO dates and empty values are recognised, so that a Norwegian
``no`` or a version ``1.10`` stays the text that the editor wrote.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
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
    offset = first_line - 1
    try:
        _refuse_dangerous_events(text, offset)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, text, offset) from None
    except yaml.YAMLError as error:
        raise SourceError("yaml-syntax", Position(first_line), problem=str(error).splitlines()[0]) from None
    document = YamlDocument(None)
    if node is not None:
        document.data = _build(node, (), document.positions, offset)
    return document


def _refuse_dangerous_events(text: str, offset: int) -> None:
    depth = documents = 0
    for event in yaml.parse(text, Loader=_Loader):
        at = _at(event.start_mark, offset)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise SourceError("yaml-many-documents", at)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise SourceError("yaml-alias", at)
        elif getattr(event, "tag", None):
            raise SourceError("yaml-tag", at, tag=str(event.tag))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                raise SourceError("yaml-depth", at)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _build(node: yaml.Node, path: Path, positions: dict[Path, Position], offset: int) -> object:
    positions.setdefault(path, _at(node.start_mark, offset))
    if isinstance(node, yaml.MappingNode):
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            at = _at(key_node.start_mark, offset)
            if not isinstance(key_node, yaml.ScalarNode):
                raise SourceError("yaml-key-type", at)
            key = key_node.value
            if key in result:
                raise SourceError("yaml-duplicate-key", at, key=key, first=positions[(*path, key)].line)
            positions[(*path, key)] = at
            result[key] = _build(value_node, (*path, key), positions, offset)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), positions, offset) for index, item in enumerate(node.value)]
    return _scalar(node)


def _scalar(node: yaml.ScalarNode) -> object:
    value = node.value
    if node.style:  # quoted, or a block scalar: always text
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
