"""What an editor may have meant by something that does not exist."""

from __future__ import annotations

import difflib
from functools import lru_cache


@lru_cache(maxsize=1024)
def closest(value: str, known: frozenset[str], likeness: float = 0.6) -> str | None:
    """The one of ``known`` that is most like ``value``, from 0 to 1 at least ``likeness``; None if there is none.

    Kept, because when a page is renamed every link to it asks the same.
    """
    return next(iter(difflib.get_close_matches(value, known, n=1, cutoff=likeness)), None)
