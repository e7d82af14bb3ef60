"""What was made once and need not be made again, kept by what it was made from.

A store only ever saves time: an entry that is damaged is none, and where nothing can be written nothing is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size
_DAY = 24 * 60 * 60  # seconds
# Entries that no build has asked for in this time are removed.
_KEPT = 30 * _DAY
# Its age tells when they were last looked for.
_PRUNED = ".pruned"


def fingerprint(packages: Iterable[str], files: Iterable[Path]) -> str:
    """A hash of programs: the versions of installed ``packages`` and the contents of ``files``, which must exist."""
    state = hashlib.sha256("\n".join(f"{name} {version(name)}" for name in packages).encode())
    for path in files:
        state.update(hashlib.sha256(path.read_bytes()).digest())
    return state.hexdigest()


def name_of(state: object) -> str:
    """The name under which to keep what is made of ``state``, anything that JSON can hold."""
    return hashlib.sha256(json.dumps(state, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


class Store:
    """Bytes by name below ``folder``. Two builds may use one store at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """What was kept under ``name``; None if nothing was, or it is no longer what it was."""
        path = self._path(name)
        try:
            with path.open("rb") as file:
                kept = file.read()
                last_asked = os.fstat(file.fileno()).st_mtime
        except OSError:
            return None
        digest, content = kept[:_DIGEST], kept[_DIGEST:]
        if hashlib.sha256(content).digest() != digest:
            return None
        if last_asked < time.time() - _DAY:
            with contextlib.suppress(OSError):
                os.utime(path)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep ``content`` under ``name``, if there is room for it."""
        path = self._path(name)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(hashlib.sha256(content).digest() + content)
            unfinished.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                unfinished.unlink(missing_ok=True)

    def prune(self) -> None:
        """Remove what nobody has asked for in thirty days. Looking through all entries takes a while and is done once a day."""
        now = time.time()
        mark = self.folder / _PRUNED
        with contextlib.suppress(OSError):
            if mark.exists() and now - _DAY < mark.stat().st_mtime <= now:
                return
            for path in self.folder.rglob("*"):
                if path.is_file() and path.stat().st_mtime < now - _KEPT:
                    path.unlink()
            mark.touch()

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name
