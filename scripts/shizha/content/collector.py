"""Python's search for circular garbage, at rest while a library is read and checked.

Nearly everything made there stays until the end, and nearly nothing of it is circular: with a thousand pages the search takes
a fifth of the time and finds nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
