"""A folder as one value, to compare two of them byte by byte."""

import hashlib
from pathlib import Path


def tree(folder: Path) -> dict[str, str]:
    """Path -> SHA-256 of every file below ``folder``."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
