"""Mark a translation as matching the present text of its source."""

from __future__ import annotations

from .content.languages import SOURCE
from .content.library import Library
from .content.page import Page
from .mend.mended import save_text


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
    lines = page.path.read_text(encoding="utf-8").split("\n")
    closing = page.body_line - 2  # where split_page found the second fence, counted from 0
    # Digits alone would be read as a number.
    value = f"synced_with: {fingerprint}" if not fingerprint.isdigit() else f'synced_with: "{fingerprint}"'
    kept = [line for line in lines[1:closing] if not line.startswith("synced_with:")]
    save_text(page.path, "\n".join([lines[0], *kept, value, *lines[closing:]]))
    return True
