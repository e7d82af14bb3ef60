"""The steps over a finished folder, in order."""

from __future__ import annotations

from pathlib import Path

from ..content.library import Library
from .sitemap import write_sitemap


def finish(library: Library, out: Path) -> None:
    """Turn what the generator wrote into ``out`` into what is published."""
    write_sitemap(library, out)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {library.data.site.url}sitemap.xml\n"
    (out / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")
