"""How a file is stored: marks at its beginning, the encoding that it names itself, line ends, the end of the last line."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ..content.source_text import MAX_BYTES, SourceError, read_bytes
from .mended import Mended

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def decode(path: Path, place: str) -> tuple[bytes, str, list[Mended]] | None:
    """The file as it is, its text as it should be stored, and what that changes. None if it is not text, or empty.

    An encoding is only changed if the file names it: GBK cannot be told from others without guessing.
    """
    try:
        raw = read_bytes(path)
    except SourceError:
        return None
    if len(raw) > MAX_BYTES or not raw.strip():
        return None
    done: list[Mended] = []
    mark = raw[:2] if raw[:2] in _UTF_16 else codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    try:
        text = raw[len(mark) :].decode(_UTF_16.get(mark, "utf-8"))
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    if mark:
        done.append(Mended(place, 1, "UTF-16" if mark in _UTF_16 else "UTF-8 + BOM", "UTF-8"))
    ended = re.sub(r"\r+\n", "\n", text)
    if "\r" in ended and "\n" not in ended:
        ended = ended.replace("\r", "\n")
    if ended != text:
        done.append(Mended(place, 1, "CRLF" if "\n" in text else "CR", "LF"))
    whole = ended.rstrip(" \n") + "\n"
    if whole != ended:
        last = whole.count("\n")
        missing = not ended.endswith("\n")
        done.append(Mended(place, last, "…", "…\\n") if missing else Mended(place, last, "\\n\\n", "\\n"))
    return raw, whole, done
