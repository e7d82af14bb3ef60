"""Front matter and data files: what a Chinese keyboard or another program makes of YAML.

Spaces are only mended where what is read stays the same, or where nothing could be read before.
"""

from __future__ import annotations

import datetime
import re

from ..content.front_matter import KEY_ORDER
from ..content.source_text import SourceError
from ..content.yaml_source import parse_yaml
from .mended import Mended

_FENCE = "---"
_INDENT = re.compile("^[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_WIDTHS = {"\t": "  ", "\u3000": "  "}
_TRAILING = re.compile("[ \t\u00a0\u2000-\u200a\u202f\u3000]+$")

_KEY = "|".join(KEY_ORDER)
# A known key at the start of a line, then a Chinese colon or none of the space that YAML wants after its own.
_COLON = re.compile(rf"^({_KEY})(?:[ \u3000]*：[ \u3000]*|:(?=[^ \t\n]))")
# Keys of which every item is an id, so that no comma can be part of one.
_ID_LIST = re.compile(
    r"^((?:audience|contacts|routes|hooks|reports|related|sources): *)[\[【［](.*)[\]】］]( *(?:#.*)?)$"
)
_ID_COMMA = re.compile(r"[ \u3000]*[,，、；;][ \u3000]*")
_DAY = re.compile(
    r"""^([ ]*(?:reviewed|checked|in_force):[ ]+)(["']?)(\d{4})[ ]?[-/.年][ ]?(\d{1,2})[ ]?[-/.月][ ]?(\d{1,2})日?\2([ ]*(?:[#].*)?)$"""
)
_MONTHS = re.compile(r"""^(review_in:[ ]+)(["']?)(\d{1,2})[ ]?(?:个月|個月|months?)\2$""")


def split(text: str) -> tuple[list[str], list[str]]:
    """The lines of the front matter with both fences, and the lines after it. All are body if there is no front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return [], lines
    closing = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), -1)
    return lines[: closing + 1], lines[closing + 1 :]


def mend_front(lines: list[str]) -> list[str]:
    """``lines`` as `split` gives them, mended one by one."""
    if not lines:
        return lines
    keys = [_with_colon(line) for line in lines[1:-1]]
    return [_FENCE, *(_value(line) for line in _spaced(keys)), _FENCE]


def mend_data(text: str) -> str:
    """The text of a data file, mended line by line."""
    return "\n".join(_day(line) for line in _spaced(text.split("\n")))


def in_order(text: str, place: str) -> tuple[str, list[Mended]]:
    """The text of a page with the keys of its front matter in their order, and what that changed."""
    head, rest = split(text)
    lines = head[1:-1]
    blocks: dict[str, list[str]] = {}
    loose: list[str] = []  # comments and empty lines, which belong to the key after them
    key = ""
    for line in lines:
        if match := re.match(r"([a-z_]+):(?: |$)", line):
            key = match[1]
            blocks.setdefault(key, []).extend([*loose, line])
            loose = []
        elif not line.strip() or line.startswith("#") or not key:
            loose.append(line)
        else:
            blocks[key].extend([*loose, line])
            loose = []
    wanted = sorted(blocks, key=lambda item: KEY_ORDER.index(item) if item in KEY_ORDER else len(KEY_ORDER))
    there = list(blocks)
    if there == wanted:
        return text, []
    ordered = [*(line for item in wanted for line in blocks[item]), *loose]
    if _read(ordered) is None or _read(ordered) != _read(lines):
        return text, []
    first = next(number for number, item in enumerate(there) if item != wanted[number])
    last = next(number for number in range(len(there), 0, -1) if there[number - 1] != wanted[number - 1])
    line = 2 + lines.index(blocks[there[first]][0])
    change = Mended(place, line, ", ".join(there[first:last]), ", ".join(wanted[first:last]))
    return "\n".join([_FENCE, *ordered, _FENCE, *rest]), [change]


def _spaced(lines: list[str]) -> list[str]:
    mended = [_TRAILING.sub("", _INDENT.sub(_plain_indent, line)) for line in lines]
    before = _read(lines)
    return mended if before is None or _means_the_same(before, _read(mended)) else lines


def _means_the_same(one: object, other: object) -> bool:
    """Whether both are the same but for spaces at the ends of values, which nobody means to write."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_means_the_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_means_the_same, one, other))
    return one == other or (isinstance(one, str) and one.strip() == str(other))


def _plain_indent(match: re.Match[str]) -> str:
    return "".join(_WIDTHS.get(character, " ") for character in match[0])


def _read(lines: list[str]) -> object:
    """What YAML makes of ``lines``; None if it cannot be read."""
    try:
        return parse_yaml("\n".join(lines)).data
    except SourceError:
        return None


def _with_colon(line: str) -> str:
    return _COLON.sub(r"\1: ", line)


def _value(line: str) -> str:
    line = _MONTHS.sub(lambda match: f"{match[1]}{int(match[3])} months", line)
    line = _ID_LIST.sub(lambda match: f"{match[1]}[{_ID_COMMA.sub(', ', match[2]).strip(' ,')}]{match[3]}", line)
    return _day(line)


def _day(line: str) -> str:
    match = _DAY.match(line)
    if not match:
        return line
    try:
        day = datetime.date(*map(int, match.group(3, 4, 5)))
    except ValueError:
        return line
    return f"{match[1]}{day.isoformat()}{match[6]}"
