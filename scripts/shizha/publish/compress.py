"""``.br`` and ``.gz`` beside each file of text, so that a web server sends what is ready and compresses nothing itself."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import brotli

from ..in_two import in_two
from ..store import Store

# Kinds of file that are text. Pictures and documents are compressed as they are.
TEXT = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics"))
# Below this many bytes an answer takes one packet either way, and the quickest copy will do: what Ethernet carries, less the headers of
# IP and TCP with their options.
_PACKET = 1400
# Some files take a hundred times as long as others; whichever process has come to the end of a part takes another one.
_PARTS = 16
# Ending of the copy -> its compressor, how thorough it is, and how thorough where it is to be quick. Brotli's highest, 11, takes twice the
# time of 10 for two hundredths less; 5 takes a twentieth of the time of 10 for a file of one packet.
_METHODS: dict[str, tuple[Callable[[bytes, int], bytes], int, int]] = {
    ".br": (lambda content, quality: brotli.compress(content, quality=quality), 10, 5),
    ".gz": (lambda content, level: gzip.compress(content, level, mtime=0), 9, 6),
}


def write_compressed(out: Path, files: Sequence[Path], store: Store) -> dict[str, str]:
    """Write the compressed copies of those of ``files``, which lie below ``out``, that are text. Copies of contents that ``store`` has seen
    before are taken from there.

    Returns the path below ``out`` of every file -> its SHA-256, in hexadecimal digits, for both need the content.
    """
    parts = in_two(*(partial(_compress_all, files[start::_PARTS], store) for start in range(_PARTS)))
    return {path.relative_to(out).as_posix(): digest for path, digest in sorted(parts)}


def _compress_all(files: Sequence[Path], store: Store) -> list[tuple[Path, str]]:
    return [(path, _compress(path, store)) for path in files]


def _compress(path: Path, store: Store) -> str:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if path.suffix in TEXT:
        for ending, (compressor, thorough, quick) in _METHODS.items():
            if len(content) < _PACKET:
                compressed = compressor(content, quick)  # sooner made than found
            else:
                compressed = _kept(store, f"{digest}{ending}{thorough}", partial(compressor, content, thorough))
            if len(compressed) < len(content):
                path.with_name(path.name + ending).write_bytes(compressed)
    return digest


def _kept(store: Store, name: str, make: Callable[[], bytes]) -> bytes:
    content = store.get(name)
    if content is None:
        content = make()
        store.put(name, content)
    return content
