"""What a document is made from: the HTML of a page as the site shows it, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from ..content.front_matter import Material
from ..content.languages import SOURCE
from ..content.library import Library
from ..content.page import Page
from ..rendering.expand import page_sources
from ..rendering.strings import Strings
from .typography import Look, look_of

# The way to another page of the site, as the generator writes it: relative.
_HREF = re.compile(r'href="(?!#|[a-z]+:)([^"]*)"')
# The room for an answer becomes one in which no line ends.
_ANSWER = ("（　　）", "（\u00a0\u00a0\u00a0\u00a0）")
_SITE_LINK = re.compile(r'<a href="([^"#]*)(?:#[^"]*)?"')


@dataclass(frozen=True)
class DocumentContent:
    """``html``: the body with absolute links, and what stands at its end. ``footer``: at the foot of each sheet.

    contents: the words above a list of the parts.
    """

    page: Page
    look: Look
    title: str
    subtitle: str
    html: str
    footer: str
    contents: str


def content_of(library: Library, page: Page, body: str) -> DocumentContent:
    """What the documents of the material ``page`` are made from; ``body``: its HTML as the generator made it."""
    front = page.front
    assert isinstance(front, Material)
    words, address = Strings(library, page.language), library.data.site.url + page.url
    absolute = _HREF.sub(lambda found: f'href="{urljoin(address, found[1])}"', body.replace(*_ANSWER))
    kit = library.edition(page.language, front.kit)
    labels = [kit.front.name if kit else "", library.words(library.data.taxonomy.materials[front.form], page.language)]
    if front.minutes:
        labels.append(words("lesson-minutes", minutes=front.minutes))
    site = library.words(library.data.site.short_name, page.language)
    return DocumentContent(
        page,
        look_of(front.form, "elder" in {*front.audience, *(kit.front.audience if kit else ())}),
        front.title,
        " · ".join(filter(None, labels)),
        absolute + _end(library, page, words, absolute),
        words("document-footer", site=site, address=address, date=front.reviewed),
        words("document-contents"),
    )


def _end(library: Library, page: Page, words: Strings, html: str) -> str:
    """The sources, numbered as they are cited, and the pages that the text leads to with their addresses, since paper has no links."""
    parts = []
    if sources := page_sources(library, page):
        items = "".join(f"<li>{escape(_source(library, page, source))}</li>" for source in sources)
        parts.append(f"<p><strong>{escape(words('sources'))}</strong></p><ol>{items}</ol>")
    if pages := dict(_pages_named(library, page, html)):
        items = "".join(f"<li>{escape(name)} {escape(address)}</li>" for address, name in pages.items())
        parts.append(f"<p><strong>{escape(words('document-pages'))}</strong></p><ul>{items}</ul>")
    parts.append(f"<p>{escape(words('licence'))}</p>")
    return f'<div class="document-end">{"".join(parts)}</div>'


def _source(library: Library, page: Page, source_id: str) -> str:
    source = library.data.sources[source_id]
    texts = [library.words(source.title, page.language), library.words(source.publisher, page.language), source.date]
    return Strings(library, page.language)("list-separator").join(filter(None, texts))


def _pages_named(library: Library, page: Page, html: str) -> Iterator[tuple[str, str]]:
    """Address and name of every page of the site that ``html`` links to, in the order of the text."""
    site = library.data.site.url
    for found in _SITE_LINK.finditer(html):
        path = found[1].removeprefix(site)
        for language in {page.language.code: page.language, SOURCE.code: SOURCE}.values():
            named = library.page(language, path.removeprefix(language.prefix).rstrip("/") or "index")
            if named and found[1] == site + named.url != site + page.url:
                yield found[1], named.front.name
