"""A small page at each old address (``data/redirects.yml``) and at each short one, in every language: it leads on by itself, without script."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..content.languages import Language
from ..content.library import Library


def write_redirects(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write ``<address>/index.html`` for every old and every short address and each of ``languages``."""
    for old, new in [*library.redirects.items(), *library.short_addresses.items()]:
        for language in languages:
            folder = out / language.url_of(old)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "index.html").write_text(
                redirect_page(library, old, new, language), encoding="utf-8", newline="\n"
            )


def redirect_page(library: Library, old: str, new: str, language: Language) -> str:
    """The HTML at the address of ``old`` in the ``language`` edition. The way to ``new`` is relative, as all links are."""
    page = library.edition(language, new)
    way = "../" * language.url_of(old).count("/") + language.url_of(new)
    title, text = (
        escape(library.words(getattr(library.data.strings, key), language)) for key in ("moved-title", "moved-text")
    )
    return f"""<!doctype html>
<html lang="{language.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={way}">
<link rel="canonical" href="{escape(library.data.site.url + page.url)}">
<link rel="icon" href="data:,">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text} <a href="{way}" lang="{page.language.tag}">{escape(page.front.title)}</a></p>
</main>
</body>
</html>
"""
