"""What the pages of one kit share: the blanks that a reader fills in once for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.languages import SOURCE
from ..content.library import Library
from ..content.page import Page


@dataclass(frozen=True)
class KitField:
    """One line of a kit's form; ``id`` is that of the blanks which it fills in. ``tally``: known when the work is done."""

    id: str
    label: str
    tally: bool


def fields_of(library: Library, page: Page) -> list[KitField]:
    """The blanks that mean the same in every place of a kit, in the order of data/fields.yml.

    On the page of the kit those of all its pages; on a material those that stand on it.
    """
    if not page.kit:
        return []
    pages = (page.kit, *library.kit_members.get(page.kit, ())) if page.id == page.kit else (page.id,)
    used = {
        reference.target
        for page_id in pages
        if (source := library.page(SOURCE, page_id))
        for reference in source.outline.references
        if reference.kind == "field"
    }
    return [
        KitField(key, library.words(field, page.language), field.tally)
        for key, field in library.data.fields.items()
        if key in used and not field.repeats
    ]
