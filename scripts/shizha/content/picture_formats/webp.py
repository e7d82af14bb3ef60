"""WebP. Format: RFC 9649, sections 2.3 to 2.7."""

from __future__ import annotations

from .examined import Examined, Fault

_NEEDED = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_ANIMATION = frozenset({b"ANIM", b"ANMF"})


def examine(raw: bytes) -> Examined:
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP":
        return Examined((Fault("not-this-format"),))
    end = int.from_bytes(raw[4:8], "little") + 8
    if end > len(raw):
        return Examined((Fault("broken"),))
    faults: list[Fault] = []
    width = height = 0
    at = 12
    while at < end:
        kind, size = raw[at : at + 4], int.from_bytes(raw[at + 4 : at + 8], "little")
        body = raw[at + 8 : at + 8 + size]
        if len(body) != size or at + 8 + size > end:
            return Examined((*faults, Fault("broken")), width, height)
        if kind in _ANIMATION:
            faults.append(Fault("animated"))
        elif kind not in _NEEDED:
            faults.append(Fault("metadata", kind.decode("ascii", "replace").strip()))
        elif not width:
            width, height = _size(kind, body)
        at += 8 + size + size % 2
    if end != len(raw):
        faults.append(Fault("metadata", "…"))
    if not (width and height):
        faults.append(Fault("broken"))
    return Examined(tuple(dict.fromkeys(faults)), width, height)


def _size(kind: bytes, body: bytes) -> tuple[int, int]:
    """Width and height as the first chunk of the picture gives them; zeros where it is broken."""
    if kind == b"VP8X" and len(body) == 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if kind == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 " and len(body) >= 10 and body[3:6] == b"\x9d\x01\x2a":
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    return 0, 0
