"""``build --offline``: the site as a folder that opens from a stick or a disk, for a village hall or a classroom without internet.

A browser that reads files finds no ``index.html`` by itself, starts no modules and fetches nothing: links name their files, and
what needs a script or a network is left out. Every page works without script.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from .files import files_below

_LINK = re.compile(r'(?<=\shref=")(?![a-z]+:|//|#)([^"#?]*)(#[^"]*)?(?=")')
_SCRIPT = re.compile(r'<script src="[^"]*"[^>]*></script>')
# The manifest, and what is fetched ahead for the search.
NEEDS_NETWORK = re.compile(
    r'<(?:template>.*?</template>|link rel="(?:manifest|modulepreload|preload)"[^>]*>)', re.DOTALL
)
# Root of the site as the 404 page has it, which nobody reaches from a folder.
_LEFT_OUT = ("404.html", "robots.txt", "sitemap.xml", "sw.js")


def make_offline(out: Path) -> None:
    """Turn the generated site in ``out`` into a folder that works from ``file://``."""
    for name in _LEFT_OUT:
        (out / name).unlink(missing_ok=True)
    for path in files_below(out, (".js",)):
        path.unlink()
    for path in files_below(out, (".html",)):
        html = path.read_text(encoding="utf-8")
        html = NEEDS_NETWORK.sub("", _SCRIPT.sub("", html))
        html = _LINK.sub(partial(_to_file, path.parent), html)
        path.write_text(html, encoding="utf-8", newline="\n")


def _to_file(folder: Path, match: re.Match[str]) -> str:
    """The address of ``match``, a link in a file of ``folder``, with the file that it means."""
    address, fragment = match[1], match[2] or ""
    target = folder / address
    if address and target.is_dir():
        return f"{address.rstrip('/')}/index.html{fragment}"
    return f"{address}{fragment}"
