"""What the pages of one kit share: the blanks that a reader fills in once for all of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.languages import SOURCE, Language
from ..content.library import Library


@dataclass(frozen=True)
class KitField:
    """One line of a kit's form; ``id`` is that of the blanks which it fills in."""

    id: str
    label: str


def fields_of(library: Library, kit: str, language: Language) -> list[KitField]:
    """The blanks that stand in any page of ``kit`` and mean the same in every place, in the order of data/fields.yml."""
    used = {
        reference.target
        for page_id in (kit, *library.kit_members.get(kit, ()))
        if (page := library.page(SOURCE, page_id))
        for reference in page.outline.references
        if reference.kind == "field"
    }
    return [
        KitField(key, library.words(field, language))
        for key, field in library.data.fields.items()
        if key in used and not field.repeats
    ]
