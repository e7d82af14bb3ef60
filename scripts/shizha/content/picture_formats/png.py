"""PNG. Format: W3C Portable Network Graphics (Third Edition), sections 5 and 11."""

from __future__ import annotations

import zlib

from .examined import Examined, Fault

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# The picture itself, and how its colours are meant.
_NEEDED = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"cICP"}
)
_ANIMATION = frozenset({b"acTL", b"fcTL", b"fdAT"})


def examine(raw: bytes) -> Examined:
    if not raw.startswith(_SIGNATURE):
        return Examined((Fault("not-this-format"),))
    faults: list[Fault] = []
    width = height = 0
    at = len(_SIGNATURE)
    kind = b""
    while kind != b"IEND":
        length, kind = int.from_bytes(raw[at : at + 4]), raw[at + 4 : at + 8]
        end = at + 8 + length
        if end + 4 > len(raw) or zlib.crc32(raw[at + 4 : end]) != int.from_bytes(raw[end : end + 4]):
            return Examined((*faults, Fault("broken")), width, height)
        if (kind == b"IHDR") != (at == len(_SIGNATURE)) or (kind == b"IHDR" and length != 13):
            return Examined((*faults, Fault("broken")), width, height)
        if kind == b"IHDR":
            width, height = int.from_bytes(raw[at + 8 : at + 12]), int.from_bytes(raw[at + 12 : at + 16])
        elif kind in _ANIMATION:
            faults.append(Fault("animated"))
        elif kind not in _NEEDED:
            faults.append(Fault("metadata", kind.decode("ascii", "replace")))
        at = end + 4
    if at != len(raw):
        faults.append(Fault("metadata", "…"))
    return Examined(tuple(dict.fromkeys(faults)), width, height)
