"""JPEG. Format: ITU-T T.81, annex B; JFIF 1.02 for the first segment."""

from __future__ import annotations

import re

from .examined import Examined, Fault

_START = b"\xff\xd8"
_END = 0xD9
_SCAN = 0xDA
# Tables, restart interval, scans, and the colour mark that some programs need.
_NEEDED = frozenset({0xC4, 0xDB, 0xDD, _SCAN})
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_NAMES = {0xE1: "EXIF/XMP", 0xE2: "ICC", 0xED: "IPTC", 0xFE: "COM"}
# The next marker after a scan's data: FF, but not a stuffed zero and not a restart.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def examine(raw: bytes) -> Examined:
    if not raw.startswith(_START + b"\xff"):
        return Examined((Fault("not-this-format"),))
    faults: list[Fault] = []
    width = height = 0
    at = len(_START)
    while True:
        found = _MARKER.match(raw, at)
        if not found:
            return Examined((*faults, Fault("broken")), width, height)
        marker, at = raw[found.end() - 1], found.end()
        if marker == _END:
            break
        length = int.from_bytes(raw[at : at + 2])
        body = raw[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:
            return Examined((*faults, Fault("broken")), width, height)
        if marker in _FRAMES and len(body) >= 6:
            height, width = int.from_bytes(body[1:3]), int.from_bytes(body[3:5])
        elif marker not in _NEEDED and not _is_plain_header(marker, body):
            faults.append(Fault("metadata", _NAMES.get(marker, f"FF{marker:02X}")))
        at += length
        if marker == _SCAN:
            following = _MARKER.search(raw, at)
            if not following:
                return Examined((*faults, Fault("broken")), width, height)
            at = following.start()
    if at != len(raw):
        faults.append(Fault("metadata", "…"))
    if not (width and height):
        faults.append(Fault("broken"))
    return Examined(tuple(dict.fromkeys(faults)), width, height)


def _is_plain_header(marker: int, body: bytes) -> bool:
    """A JFIF header without a thumbnail, or Adobe's note on the colours."""
    return (marker == 0xE0 and body[:5] == b"JFIF\0" and len(body) == 14) or (
        marker == 0xEE and body[:5] == b"Adobe" and len(body) == 12
    )
