"""What the picture formats of this site may contain. Each module reads one format by its own headers and trusts nothing in it."""

from __future__ import annotations

from collections.abc import Callable

from . import jpeg, png, svg, webp
from .examined import Examined, Fault

# By the ending of the file's name.
FORMATS: dict[str, Callable[[bytes], Examined]] = {
    ".svg": svg.examine,
    ".png": png.examine,
    ".webp": webp.examine,
    ".jpg": jpeg.examine,
}

__all__ = ["FORMATS", "Examined", "Fault"]
