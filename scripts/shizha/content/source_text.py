"""Read one text file the way an editor's tools may have left it, and say precisely what is wrong with it."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import NamedTuple

# A page is a few kilobytes, a line a few hundred characters; anything near these sizes is a mistake (a pasted image, a log
# file) or an attack on the patterns that look for links and numbers.
MAX_BYTES = 256 * 1024
MAX_LINE = 4_000
MAX_INDENT = 40


# Whitespace at the beginning of a line after the first, as far as MAX_INDENT lets it be.
_DEEP = re.compile(rf"\n[^\S\n]{{{MAX_INDENT + 1}}}")


class Position(NamedTuple):
    """A place in a file; line and column count from 1, as editors show them."""

    line: int = 1
    column: int = 1


BEGINNING = Position()


class SourceError(Exception):
    """A file cannot be understood.

    code: a stable name of the problem; ``checks`` turns it into a sentence in the reader's language.
    values: what the sentence needs (the key, the allowed values, …).
    """

    def __init__(self, code: str, position: Position = BEGINNING, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.position = position
        self.values = values


def read_text(path: Path) -> str:
    """The text of ``path``.

    Raises SourceError with code ``symbolic-link``, ``not-a-file`` (a pipe or a device), ``missing-file``, ``unreadable``,
    ``too-large``, ``empty``, ``byte-order-mark``, ``utf-16``, ``nul``, ``not-utf-8``, ``carriage-return``, ``line-too-long`` or ``indented-too-far``.
    """
    return decode_text(read_bytes(path))


def read_bytes(path: Path) -> bytes:
    """The beginning of ``path``, one byte more than a page may have. Raises SourceError as `read_text` does.

    A link is not followed, and a pipe that nobody writes to is not waited for.
    """
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise SourceError("symbolic-link")
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise SourceError("not-a-file")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise SourceError("missing-file") from None
    except OSError as error:
        raise SourceError("unreadable", reason=error.strerror or type(error).__name__) from None


def decode_text(raw: bytes) -> str:
    """``raw`` as text; raises as `read_text` does."""
    if len(raw) > MAX_BYTES:
        raise SourceError("too-large", limit=MAX_BYTES // 1024)
    if not raw.strip():
        raise SourceError("empty")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError("utf-16")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise SourceError("byte-order-mark")
    if (at := raw.find(b"\0")) >= 0:
        raise SourceError("nul", _position(raw, at))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError("not-utf-8", _position(raw, error.start)) from None
    if (at := raw.find(b"\r")) >= 0:
        raise SourceError("carriage-return", _position(raw, at))
    lines = text.split("\n")
    if max(map(len, lines)) <= MAX_LINE and not text[0].isspace() and not _DEEP.search(text):
        return text  # nothing to look for, as in nearly every file
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            raise SourceError("line-too-long", Position(number, MAX_LINE + 1), limit=MAX_LINE)
        if len(line) - len(line.lstrip()) > MAX_INDENT:
            raise SourceError("indented-too-far", Position(number, MAX_INDENT + 1))
    return text


def _position(raw: bytes, at: int) -> Position:
    before = raw[:at]
    start = before.rfind(b"\n") + 1
    return Position(before.count(b"\n") + 1, len(before[start:].decode("utf-8", "replace")) + 1)
