"""The files of a folder that is being published."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path


def files_below(folder: Path, kinds: Collection[str] = ()) -> list[Path]:
    """Every file below ``folder``, in order of its path; with ``kinds`` (``.html``) only those of these kinds.

    Each folder is read once; `Path.rglob` reads it twice, and a site has a folder for every page.
    """
    return sorted(
        Path(root, name)
        for root, _, names in os.walk(folder)
        for name in names
        if not kinds or name.endswith(tuple(kinds))
    )
