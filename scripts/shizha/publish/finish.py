"""From what the generator wrote to what is published: the steps over the folder of each edition, then those over all of them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path

from ..content.languages import LANGUAGES, Language, built_languages
from ..content.library import Library
from ..content.signing import HASHES
from ..store import Store
from .assets import ASSETS, RELEASE, keep_previous, publish_assets
from .checksums import write_checksums
from .compress import write_compressed
from .feeds import write_feeds
from .files import files_below
from .heads import finish_heads
from .kit_archives import without_archive_links, write_kit_archives
from .manifest import write_manifests
from .offline_folder import make_offline
from .offline_list import write_offline_list
from .open_data import write_open_data
from .policy import Hashes, previous_hashes
from .redirects import write_redirects
from .search_indexes import FOLDER as SEARCH
from .servers import write_server_files
from .sitemap import write_sitemap
from .text_files import write_text_files


def finish_pages(library: Library, out: Path, language: Language) -> Hashes:
    """Turn what the generator wrote into ``out`` for one ``language`` into its pages, and what they offer to download.

    Returns the hashes of what stands inline in them. This is all that a preview shows.
    """
    write_kit_archives(library, out, [language], _archives(library))
    return finish_heads(library, out, [language], publish_assets(out))


def finish_edition(library: Library, out: Path, language: Language) -> Hashes:
    """Turn what the generator wrote into ``out`` for one ``language`` into all that is published of it alone.

    Returns the hashes of what stands inline in its pages.
    """
    write_redirects(library, out, [language])
    write_feeds(library, out, [language])
    write_manifests(library, out, [language])
    return finish_pages(library, out, language)


def finish_edition_offline(library: Library, out: Path, language: Language) -> None:
    """Add to what the generator wrote into ``out`` for one ``language`` what a folder without a server has of it too."""
    write_redirects(library, out, [language])


def finish(
    library: Library,
    out: Path,
    languages: Collection[str],
    inline: Iterable[Hashes],
    previous: Path,
    key: Path | None = None,
) -> None:
    """Add to the finished editions of ``languages`` (codes) in ``out`` what is published of all of them.

    inline: the hashes of what stands inline in the pages of each. previous: the published folder that this one will replace, if it is
    there: some of it is kept for readers in between. key: the private key that signs the list of hashes. Raises SigningProblem.
    """
    built = built_languages(languages)
    own = Hashes()
    for hashes in inline:
        own.add(hashes)
    hashed = [path.relative_to(out).as_posix() for path in sorted((out / ASSETS).glob("*.js"))]
    write_sitemap(library, out, built)
    write_open_data(library, out, built)
    write_text_files(library, out, built)
    write_offline_list(library, out, built, hashed)
    _write_release(out, hashed, own)
    compressed = Store(library.project.cache / "compressed")
    digests = write_compressed(out, files_below(out), compressed)
    write_checksums(out, digests, key, library.data.site.signing_key)
    # From here on the former release has its part in it.
    kept = keep_previous(previous, out)
    served = previous_hashes(previous)
    served.add(own)
    write_server_files(out, library.data.site.url, served, [*hashed, *kept])
    write_compressed(out, [out / name for name in (HASHES, *kept)], compressed)
    compressed.prune()
    _archives(library).prune()


def finish_offline(out: Path) -> None:
    """Turn the editions in ``out`` into a folder that works without a server."""
    for index in (out / SEARCH).glob("*.json"):
        index.unlink()  # nothing there can ask for it
    without_archive_links(out)
    make_offline(out)


def put_over(draft: Path, out: Path, language: Language) -> None:
    """Put the pages of ``language`` from ``draft`` over those of a finished folder ``out``; scripts stay as they are."""
    others = {item.code for item in LANGUAGES if item.prefix} | {ASSETS}
    top = draft / language.prefix
    for path in files_below(top):
        place = path.relative_to(draft)
        if language.prefix or place.parts[0] not in others:
            (out / place).parent.mkdir(parents=True, exist_ok=True)
            path.replace(out / place)


def _archives(library: Library) -> Store:
    return Store(library.project.cache / "archives")


def _write_release(out: Path, hashed: list[str], own: Hashes) -> None:
    """What the next release has to keep of this one."""
    content = {"assets": hashed, "scripts": sorted(own.scripts), "styles": sorted(own.styles)}
    (out / RELEASE).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8", newline="\n")
