"""What an editor most likely meant where a parser of YAML can only say that it is lost.

The parser stops at the line after the slip, or at the end of the file, and speaks of tokens. Here the lines are read as a
person reads them: one key, a colon, a value. This runs only after the parser has refused the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .source_text import Position

# code of SourceError, and what its sentence needs
Slip = tuple[str, dict[str, str]]

_KEY = re.compile(
    r"(?P<indent> *)(?:- )?(?P<key>[^\s:：\"'#\[\]{}|>，,-][^\s:：\"'\[\]{}，,]*) ?(?P<colon>[:：])(?P<rest>.*)$"
)
_NEEDS_QUOTES = "@`%&*!|>"


def find_slip(text: str, problem_line: int) -> tuple[str, Position, dict[str, str]] | None:
    """The slip that made a parser stop at line ``problem_line`` (from 1) of ``text``: its code, place and values.

    None if no line looks like one of the usual slips. Codes: ``yaml-chinese-colon``, ``yaml-no-space``, ``yaml-open-quote``,
    ``yaml-quote-inside``, ``yaml-open-bracket``, ``yaml-colon-in-value``, ``yaml-first-character``, ``yaml-indent``.
    """
    lines = text.split("\n")[:problem_line]
    before = [
        (number, column, slip)
        for number, (previous, line) in enumerate(zip(["", *lines], lines, strict=False), start=1)
        for column, slip in _slips(line, previous)
    ]
    if not before:
        return None
    # The last slip before the place where the parser gave up, but an open quote or bracket swallows what follows it.
    opening = [item for item in before if item[2][0] in ("yaml-open-quote", "yaml-open-bracket")]
    number, column, (code, values) = opening[0] if opening else before[-1]
    return code, Position(number, column), values


def _slips(line: str, previous: str) -> Iterator[tuple[int, Slip]]:
    match = _KEY.match(line)
    if not match:
        return
    key, rest = match["key"], match["rest"]
    value = rest.strip()
    if match["colon"] == "：":
        yield match.start("colon") + 1, ("yaml-chinese-colon", {"key": key, "value": value})
    elif rest and not rest.startswith(" "):
        yield match.start("colon") + 1, ("yaml-no-space", {"key": key, "value": value})
    elif slip := next((slip for test, slip in _VALUES if test(value)), None):
        yield match.end() - len(rest.lstrip()) + 1, (slip, {"key": key, "value": value, "first": value[:1]})
    elif match["indent"] and previous.strip() and not previous.startswith((" ", "-")) and not _opens_block(previous):
        yield 1, ("yaml-indent", {"key": key})


def _opens_block(line: str) -> bool:
    return line.rstrip().endswith((":", "|", ">"))


def _open_quote(value: str) -> bool:
    first = value[:1]
    return first in ('"', "'") and first != "" and value.replace('\\"', "").count(first) % 2 == 1


def _text_after_quote(value: str) -> bool:
    """``"a" b``: something stands after the closing quotation mark."""
    match = re.match(r'"(?:[^"\\]|\\.)*"\s*([^\s#,].*)$', value)
    return match is not None


def _open_bracket(value: str) -> bool:
    return value.startswith("[") and value.count("[") > value.count("]")


def _colon_in_value(value: str) -> bool:
    return value[:1] not in ('"', "'", "[", "{") and (": " in value or value.endswith(":"))


_VALUES: tuple[tuple[Callable[[str], bool], str], ...] = (
    (_open_quote, "yaml-open-quote"),
    (_text_after_quote, "yaml-quote-inside"),
    (_open_bracket, "yaml-open-bracket"),
    (_colon_in_value, "yaml-colon-in-value"),
    (lambda value: value[:1] != "" and value[0] in _NEEDS_QUOTES, "yaml-first-character"),
)
