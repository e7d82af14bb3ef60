"""``manifest.webmanifest`` of each language: with it the site can be put on a phone's home screen (W3C Web Application Manifest)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from ..content.languages import Language
from ..content.library import Library

NAME = "manifest.webmanifest"


def write_manifests(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write the manifest of each of ``languages``."""
    site = library.data.site
    for language in languages:
        home = f"/{language.url_of('index')}"
        content = {
            "id": home,
            "name": library.words(site.name, language),
            "short_name": library.words(site.short_name, language),
            "description": library.words(site.tagline, language),
            "lang": language.tag,
            "start_url": home,
            "scope": "/",
            "display": "minimal-ui",
            "background_color": "#fbf9f4",
            "theme_color": "#fbf9f4",
            "icons": [
                {"src": "/assets/icon.svg", "type": "image/svg+xml", "sizes": "any"},
                {"src": "/assets/share.png", "type": "image/png", "sizes": "512x512"},
            ],
            "shortcuts": [
                {"name": page.front.title, "url": f"/{language.url_of(page_id)}"}
                for page_id in ("emergency", "check", "contacts")
                if (page := library.edition(language, page_id))
            ],
        }
        path = out / language.url_of("index") / NAME
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
