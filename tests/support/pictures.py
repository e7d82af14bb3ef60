"""Small pictures of each format, and what may be hidden in them."""

from __future__ import annotations

import zlib

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><title>停</title><path fill="#0b5a69" d="M4 4h24v24H4z"/></svg>\n'


def svg(inside: str, attributes: str = "") -> bytes:
    """A drawing with ``inside`` in it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"{attributes}>\n{inside}\n</svg>\n'.encode()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4) + kind + body + zlib.crc32(kind + body).to_bytes(4)


def png(width: int = 2, height: int = 2, *extra: tuple[bytes, bytes]) -> bytes:
    """A black picture with the chunks ``extra``, each a kind and its body."""
    header = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    data = zlib.compress((b"\x00" * (width + 1)) * height)
    middle = b"".join(_chunk(kind, body) for kind, body in extra)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + middle + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2) + body


def jpeg(width: int = 2, height: int = 2, *extra: tuple[int, bytes]) -> bytes:
    """The segments of a photograph, with those of ``extra``, each a marker and its body."""
    header = _segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")
    frame = _segment(0xC0, b"\x08" + height.to_bytes(2) + width.to_bytes(2) + b"\x01\x01\x11\x00")
    middle = b"".join(_segment(marker, body) for marker, body in extra)
    return (
        b"\xff\xd8"
        + header
        + middle
        + frame
        + _segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
        + b"\x12\xff\x00\x34\xff\xd9"
    )


def webp(width: int = 2, height: int = 2, *extra: tuple[bytes, bytes]) -> bytes:
    """A lossless picture with the chunks ``extra``, each a kind and its body."""
    bits = (width - 1) | (height - 1) << 14
    chunks = [(b"VP8L", b"\x2f" + bits.to_bytes(4, "little") + b"\x00"), *extra]
    body = b"".join(kind + len(data).to_bytes(4, "little") + data + b"\x00" * (len(data) % 2) for kind, data in chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body
