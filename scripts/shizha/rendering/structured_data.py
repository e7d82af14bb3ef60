"""What a page is, for search engines and other programs: JSON-LD in the words of schema.org.

Only what the page itself shows. The day of the last review stands for the day of the last change.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from ..content.front_matter import Material
from ..content.library import Library
from ..content.page import Page
from ..content.references import CITATION, REFERENCE, split_reference

# What Markdown adds to a sentence: targets of links, ids, marks.
_MARKS = re.compile(r"(?<=\])\([^()\n]*\)|\{[^{}\n]*\}|[*`_\[\]]")
# LICENSE-CONTENT.md
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Pages that show what a file of open data holds.
_DATASETS = {"scams": "scams", "contacts": "contacts"}


def structured_data(library: Library, page: Page, canonical: str, breadcrumbs: Sequence[tuple[str, str]]) -> str:
    """The JSON-LD of ``page`` as text that may stand in a script element.

    canonical: its absolute address. breadcrumbs: name and absolute address of the pages above it, the home page first.
    """
    things = [_what_it_is(library, page, canonical)]
    if page.id in _DATASETS:
        things.append(_dataset(library, page, _DATASETS[page.id]))
    if breadcrumbs:
        things.append(_breadcrumbs([*breadcrumbs, (page.front.name, canonical)]))
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _what_it_is(library: Library, page: Page, canonical: str) -> dict[str, Any]:
    publisher = {
        "@type": "Organization",
        "name": library.words(library.data.site.short_name, page.language),
        "url": library.data.site.url,
    }
    common = {
        "url": canonical,
        "description": page.front.description,
        "inLanguage": page.language.tag,
        "isAccessibleForFree": True,
        "license": _LICENCE,
        "publisher": publisher,
    }
    if page.id == "index":
        return {"@type": "WebSite", "name": library.words(library.data.site.name, page.language), **common}
    steps = _steps(library, page)
    if steps:
        how_to = {"@type": "HowTo", "name": page.front.title, **common, "step": steps}
        if isinstance(page.front, Material) and page.front.minutes:
            how_to["totalTime"] = f"PT{page.front.minutes}M"
        return how_to
    return {
        "@type": "Article",
        "headline": page.front.title,
        "dateModified": str(page.front.reviewed),
        "author": publisher,
        **common,
    }


def _steps(library: Library, page: Page) -> list[dict[str, str]]:
    """The steps of a lesson, by its table; no other page is one thing to do. The emergency page holds no script, not even data."""
    if not (isinstance(page.front, Material) and page.front.form == "lesson"):
        return []
    table = next((table for table in page.outline.tables if table.section == "steps"), None)
    texts = [row[1] for row in table.rows if len(row) > 1] if table else []
    return [{"@type": "HowToStep", "text": _plain(library, page, text)} for text in texts]


def _plain(library: Library, page: Page, text: str) -> str:
    """``text`` without marks; numbers and names in the place of their references."""

    def said(match: re.Match[str]) -> str:
        kind, key = split_reference(match[1])
        if kind in ("tel", "text"):
            return library.data.contacts[key].number or ""
        return library.words(library.data.contacts[key].name, page.language) if kind == "name" else ""

    return _MARKS.sub("", REFERENCE.sub(said, CITATION.sub("", text))).strip()


def _dataset(library: Library, page: Page, name: str) -> dict[str, Any]:
    return {
        "@type": "Dataset",
        "name": page.front.title,
        "description": page.front.description,
        "license": _LICENCE,
        "isAccessibleForFree": True,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{library.data.site.url}api/{name}.json",
        },
    }


def _breadcrumbs(links: Sequence[tuple[str, str]]) -> dict[str, Any]:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(links, 1)
        ],
    }
