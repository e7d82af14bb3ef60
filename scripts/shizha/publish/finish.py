"""The steps over a finished folder, in order."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from ..content.languages import built_languages
from ..content.library import Library
from ..documents.workshop import Document
from .redirects import write_redirects
from .search_indexes import write_search_indexes
from .sitemap import write_sitemap


def finish(library: Library, out: Path, languages: Collection[str], documents: Sequence[Document] = ()) -> None:
    """Turn what the generator wrote into ``out`` for ``languages`` (codes) into what is published, ``documents`` beside it."""
    built = built_languages(languages)
    write_sitemap(library, out, built)
    write_redirects(library, out, built)
    write_search_indexes(library, out, built)
    for document in documents:
        (out / document.url).write_bytes(document.content)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {library.data.site.url}sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
