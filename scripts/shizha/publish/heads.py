"""What the heads of finished pages get: styles, the published names of scripts, the manifest, their policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..content.languages import Language
from ..content.library import Library
from ..in_two import in_two
from .assets import Published
from .files import files_below
from .manifest import NAME
from .policy import Hashes, with_policy

_HEAD_END = "</head>"


def finish_heads(library: Library, out: Path, languages: Sequence[Language], assets: Published) -> Hashes:
    """Rewrite every HTML file below ``out``; returns the hashes of everything that stands inline in any of them."""
    manifests = _manifests(library, languages)
    every = Hashes()
    paths = files_below(out, (".html",))
    for hashes in in_two(
        lambda: [_finish(out, path, assets, manifests) for path in paths[::2]],
        lambda: [_finish(out, path, assets, manifests) for path in paths[1::2]],
    ):
        every.add(hashes)
    return every


def _finish(out: Path, path: Path, assets: Published, manifests: Mapping[str, str]) -> Hashes:
    html = assets.in_html(path.read_text(encoding="utf-8"))
    if manifest := manifests.get(path.relative_to(out).as_posix()):
        html = html.replace(_HEAD_END, f'<link rel="manifest" href="/{manifest}">\n{_HEAD_END}', 1)
    html, hashes = with_policy(html)
    path.write_text(html, encoding="utf-8", newline="\n")
    return hashes


def _manifests(library: Library, languages: Sequence[Language]) -> dict[str, str]:
    """File of a page -> its manifest. Not for the emergency page, which asks the network for nothing."""
    return {
        f"{language.url_of(page_id)}index.html": f"{language.url_of('index')}{NAME}"
        for language in languages
        for page_id in library.ids()
        if page_id != "emergency"
    }
