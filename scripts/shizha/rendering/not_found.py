"""What the 404 page shows: it belongs to no language, so it names each region's emergency number in all of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.languages import LANGUAGES
from ..content.library import Library
from .expand import dial_link


@dataclass(frozen=True)
class RegionNumber:
    """``names``: the region in each language as (BCP 47 tag, name), a name that repeats left out."""

    names: list[tuple[str, str]]
    number: str
    href: str


def region_numbers(library: Library) -> list[RegionNumber]:
    """The first emergency contact of each region, in the order of the taxonomy; regions abroad have too many and none."""
    found: list[RegionNumber] = []
    for region, words in library.data.taxonomy.regions.items():
        contacts = [
            item
            for item in library.data.contacts.values()
            if item.region == region and item.emergency and region != "abroad"
        ]
        if contacts:
            first = min(contacts, key=lambda item: item.order)
            names = {library.words(words, language): language.tag for language in reversed(LANGUAGES)}
            found.append(
                RegionNumber([(tag, name) for name, tag in reversed(names.items())], first.number, dial_link(first))
            )
    return found
