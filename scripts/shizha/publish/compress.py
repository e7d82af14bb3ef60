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
from .files import files_below

# Kinds of file that are text. Pictures and documents are compressed as they are.
TEXT = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics"))
# Below this many bytes an answer takes one packet either way: what Ethernet carries, less the headers of IP and TCP with their options.
_LEAST = 1400
# Some files take a hundred times as long as others; whichever process has come to the end of a part takes another one.
_PARTS = 16
_METHODS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: brotli.compress(content, quality=11),
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
}


def write_compressed(out: Path, store: Store) -> None:
    """Write the compressed files into ``out``; those of contents that ``store`` has seen before are taken from there."""
    files = files_below(out, TEXT)
    in_two(*(partial(_compress_all, files[start::_PARTS], store) for start in range(_PARTS)))


def _compress_all(files: Sequence[Path], store: Store) -> Sequence[None]:
    return [_compress(path, store) for path in files]


def _compress(path: Path, store: Store) -> None:
    content = path.read_bytes()
    if len(content) < _LEAST:
        return
    name = hashlib.sha256(content).hexdigest()
    for ending, method in _METHODS.items():
        compressed = store.get(name + ending)
        if compressed is None:
            compressed = method(content)
            store.put(name + ending, compressed)
        if len(compressed) < len(content):
            path.with_name(path.name + ending).write_bytes(compressed)
