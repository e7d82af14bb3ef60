"""``sitemap.xml``: every page that really exists, with its other languages, dated by its last review."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..content.languages import SOURCE, Language
from ..content.library import Library


def write_sitemap(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Replace the generator's sitemap, which announces fallback pages as translations, by a true one."""
    (out / "sitemap.xml.gz").unlink(missing_ok=True)
    (out / "sitemap.xml").write_text(sitemap(library, languages), encoding="utf-8", newline="\n")


def sitemap(library: Library, languages: Sequence[Language]) -> str:
    """The sitemap of ``languages`` as text. Protocol: sitemaps.org 0.9; ``xhtml:link`` as search engines ask for translated pages."""
    base = library.data.site.url
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for language in languages:
        for page_id, page in sorted(library.pages[language.code].items()):
            lines += ["<url>", f"<loc>{escape(base + page.url)}</loc>", f"<lastmod>{page.front.reviewed}</lastmod>"]
            alternates = [(item.tag, item) for item in library.languages_of(page_id) if item in languages] + [
                ("x-default", SOURCE)
            ]
            lines += [
                f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(base + item.url_of(page_id))}/>'
                for tag, item in alternates
            ]
            lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])
