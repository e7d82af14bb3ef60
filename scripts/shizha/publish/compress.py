"""``.br`` and ``.gz`` beside each file of text, so that a web server sends what is ready and compresses nothing itself."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from ..in_two import in_two
from ..store import Store

# Kinds of file that are text. Pictures and documents are compressed as they are.
TEXT = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ".ics"))
# Below this many bytes an answer takes one packet either way.
_LEAST = 512
# Some files take a hundred times as long as others; who has come to the end of a part takes another one.
_PARTS = 16
_METHODS: dict[str, Callable[[bytes], bytes]] = {
    ".br": lambda content: brotli.compress(content, quality=11),
    ".gz": lambda content: gzip.compress(content, 9, mtime=0),
}


def write_compressed(out: Path, store: Store) -> None:
    """Write the compressed files into ``out``; those of contents that ``store`` has seen before are taken from there."""
    files = [path for path in sorted(out.rglob("*")) if path.suffix in TEXT and path.is_file()]
    in_two(*(partial(_compress_all, files[start::_PARTS], store) for start in range(_PARTS)))


def _compress_all(files: Sequence[Path], store: Store) -> Sequence[None]:
    # Both compressors leave Python while they work, so that threads use every processor even where there is one process.
    with ThreadPoolExecutor() as workers:
        return list(workers.map(lambda path: _compress(path, store), files))


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
