"""``feed.xml`` of each language: the pages that were reviewed last, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from ..content.languages import Language
from ..content.library import Library

_MOST = 60


def write_feeds(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write the feed of each of ``languages``."""
    for language in languages:
        (out / language.url_of("index") / "feed.xml").write_text(
            feed(library, language), encoding="utf-8", newline="\n"
        )


def feed(library: Library, language: Language) -> str:
    """The feed of ``language`` as text. An entry is a page; its day is that of its last review, for no clock enters the site."""
    site = library.data.site
    home = site.url + language.url_of("index")
    pages = [page for page in library.pages[language.code].values() if not page.generated]
    pages.sort(key=lambda page: (-page.front.reviewed.toordinal(), page.id))
    latest = max(page.front.reviewed for page in pages)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language.tag}">',
        f"<id>{escape(home)}</id>",
        f"<title>{escape(library.words(site.name, language))}</title>",
        f"<subtitle>{escape(library.words(site.tagline, language))}</subtitle>",
        f"<updated>{latest}T00:00:00Z</updated>",
        f"<author><name>{escape(library.words(site.short_name, language))}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(home + "feed.xml")}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(home)}/>',
        "<rights>CC BY 4.0</rights>",
    ]
    for page in pages[:_MOST]:
        url = site.url + page.url
        lines += [
            "<entry>",
            f"<id>{escape(url)}</id>",
            f"<title>{escape(page.front.title)}</title>",
            f'<link rel="alternate" type="text/html" href={quoteattr(url)}/>',
            f"<updated>{page.front.reviewed}T00:00:00Z</updated>",
            f"<summary>{escape(page.front.description)}</summary>",
            f"<category term={quoteattr(page.front.kind)}/>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])
