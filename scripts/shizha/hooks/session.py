"""The library that the running build works on, handed from the program to the hooks that MkDocs calls."""

from __future__ import annotations

from ..content.library import Library, load_library
from ..project import this_project

_library: Library | None = None


def open_session(library: Library) -> None:
    """Let the hooks use ``library`` until the next call."""
    global _library
    _library = library


def library() -> Library:
    """The library of this build; loaded on first use when MkDocs was started by hand."""
    global _library
    if _library is None:
        _library = load_library(this_project())
    return _library
