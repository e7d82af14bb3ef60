"""``assets/search/<language>.json``: what the browser searches in, asked for when a reader goes to search."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..content.languages import Language
from ..content.library import Library
from ..search.index import build_index, index_text

FOLDER = Path("assets/search")


def write_search_indexes(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write the index of each of ``languages`` into the finished folder ``out``."""
    (out / FOLDER).mkdir(parents=True, exist_ok=True)
    for language in languages:
        file = out / FOLDER / f"{language.code}.json"
        file.write_text(index_text(build_index(library, language)), encoding="utf-8", newline="\n")
