"""Mark a translation as matching the present text of its source."""

from __future__ import annotations

import re
from pathlib import Path

from .content.languages import SOURCE
from .content.library import Library
from .content.page import Page

_LINE = re.compile(r"(?m)^synced_with:.*$")


def hand_written_translations(library: Library) -> list[Page]:
    """Every translation that has a file of its own, sorted by path."""
    pages = [
        page
        for code, pages in library.pages.items()
        if code != SOURCE.code
        for page in pages.values()
        if not page.derived
    ]
    return sorted(pages, key=lambda page: page.path)


def mark_synced(library: Library, page: Page) -> bool:
    """Write the source's fingerprint into the translation's front matter; True if the file changed."""
    fingerprint = library.source(page.id).fingerprint
    if page.synced_with == fingerprint:
        return False
    text = page.path.read_text(encoding="utf-8")
    head, fence, body = text.partition("\n---\n")
    line = f"synced_with: {fingerprint}" if not fingerprint.isdigit() else f'synced_with: "{fingerprint}"'
    head = _LINE.sub(line, head) if _LINE.search(head) else f"{head}\n{line}"
    _write(page.path, head + fence + body)
    return True


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
