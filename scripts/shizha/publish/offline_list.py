"""``offline.json``: what the service worker keeps for readers who have come back, and until which day it may be shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..content.languages import Language
from ..content.library import Library
from .search_indexes import FOLDER


def write_offline_list(library: Library, out: Path, languages: Sequence[Language], hashed: Sequence[str]) -> None:
    """Write the list for ``languages``. hashed: the scripts by their published names.

    The version changes with any of the files, so that a browser that has them all asks for none again.
    """
    editions = {}
    digest = hashlib.sha256()
    for language in languages:
        pages = [page for page_id in _page_ids(library) if (page := library.edition(language, page_id))]
        addresses = {f"/{language.url_of(page.id)}": str(page.front.review_by) for page in pages}
        index = FOLDER / f"{language.code}.json"
        digest.update((out / index).read_bytes())
        for address in addresses:
            digest.update((out / address.strip("/") / "index.html").read_bytes())
        editions[language.code] = {
            "pages": [{"address": address, "until": until} for address, until in addresses.items()],
            "search": f"/{index.as_posix()}",
            "files": [f"/{name}" for name in hashed],
            "note": _note(library, language),
        }
    digest.update("".join(hashed).encode())
    content = {"on": library.data.site.offline, "version": digest.hexdigest()[:16], "editions": editions}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    (out / "offline.json").write_text(text, encoding="utf-8", newline="\n")


def _page_ids(library: Library) -> list[str]:
    return [
        page_id
        for page_id in library.ids()
        if page_id in ("emergency", "search") or f"{page_id}/".startswith("contacts/")
    ]


def _note(library: Library, language: Language) -> str:
    """What is shown where a page was not kept, or must no longer be shown. It holds no number: a number here could be stale."""
    title, text, link = (
        escape(library.words(getattr(library.data.strings, key), language))
        for key in ("offline-title", "offline-text", "offline-emergency")
    )
    return (
        f'<!doctype html><html lang="{language.tag}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title><h1>{title}</h1><p>{text}</p>'
        f'<p><a href="/{language.url_of("emergency")}">{link}</a></p>'
    )
