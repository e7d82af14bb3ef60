"""Python's search for circular garbage, at rest while a library is read and checked, and seldom while pages are drawn.

Nearly everything made there stays until the end, and nearly nothing of it is circular: with a thousand pages the search takes
a fifth of the time and finds nothing. Drawing a page leaves some behind, so that there it must be searched for at last.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Objects that are made before it is searched for; Python's own number is 700.
_SELDOM = 100_000


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Within it nothing is searched for; after it, as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def collector_seldom() -> Iterator[None]:
    """Within it what is there already counts as needed, and what is made is searched seldom; after it, as before."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
