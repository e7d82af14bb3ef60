"""What was made once is kept by a hash of everything it was made from. Nothing here needs to be kept: without it, it is made again."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size
_UNUSED_FOR = 30 * 24 * 3600  # seconds


class Cache:
    """A folder of entries, each a digest followed by the content. A folder that cannot be written to keeps nothing.

    An entry appears whole or not at all, so builds may run at once and be killed; one that was spoiled counts as missing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The content kept under ``key``, a hexadecimal hash; None if there is none or it is not what was put there."""
        path = self.folder / key[:2] / key
        try:
            entry = path.read_bytes()
            if hashlib.sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
                return None
            os.utime(path)  # in use: spared when old entries are cleared
        except OSError:
            return None
        return entry[_DIGEST:]

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content`` under ``key``, if the folder can be written to."""
        path = self.folder / key[:2] / key
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix="new-", dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            Path(name).replace(path)
        except OSError:
            return

    def clear_old(self) -> None:
        """Remove entries, and leftovers of killed builds, that nothing has used for a month."""
        since = time.time() - _UNUSED_FOR
        for path in self.folder.glob("??/*"):
            try:
                if path.stat().st_mtime < since:
                    path.unlink()
            except OSError:
                continue  # another build was faster
