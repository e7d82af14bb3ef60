"""``<kit>/<kit>.zip``: everything of a kit for a room without internet: documents, slides, calendar, and its pages to open from a stick.

``index.html``, the kit's own page, comes first; ``documents/`` has the files in the order of the kit; ``pages/`` the materials and the
pages that the kit leads to. Links stay inside the archive where they can, and name the site otherwise. Nothing in it needs a script.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from urllib.parse import urljoin

from ..content.files import page_id_of
from ..content.languages import Language
from ..content.library import Library
from ..content.page import Page
from ..documents.archive import packed
from ..documents.offers import size
from ..in_two import in_two
from ..store import Store, fingerprint
from . import offline_folder
from .files import files_below

# What stands for the size of the archive on the kit's page until it is known.
SIZE = "@@archive-size@@"
_OWN_LINK = re.compile(r'<a [^>]*data-document="zip".*?</a>', re.DOTALL)
_ADDRESS = re.compile(r'(?<=\s)(href|src)="(?![a-z]+:|//|#|")([^"#?]*)(#[^"]*)?"')
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_ASSETS = ("assets/shizha.css", "assets/kit.css", "assets/icon.svg")
_DOCUMENTS = (".docx", ".pptx", ".ics")
# Compressed already; a second time takes time and saves nothing.
_PACKED = (".docx", ".pptx", ".png", ".jpg", ".webp")
_NOWHERE = "https://archive.invalid/"


def archive_url(page: Page) -> str:
    """The path of the archive of the kit ``page`` from the root of the site."""
    return f"{page.url}{page.id.rpartition('/')[2]}.zip"


def write_kit_archives(library: Library, out: Path, languages: Sequence[Language], store: Store) -> None:
    """Write the archive of every kit in each of ``languages`` that it stands in, and its size on its page.

    out: the generated site, before its assets get their published names. Archives that ``store`` has seen are taken from there.
    """
    program = fingerprint((), (Path(__file__), Path(offline_folder.__file__)))

    @cache  # many kits have the same pages
    def digest(source: str) -> bytes:
        return hashlib.sha256((out / source).read_bytes()).digest()

    kits = [page for language in languages for kit in sorted(library.kits) if (page := library.page(language, kit))]
    lengths = in_two(*(partial(_write, library, out, page, store, program, digest) for page in kits))
    # Only now, for one kit may hold another's page: each is packed as it was generated.
    for page, length in zip(kits, lengths, strict=True):
        file = out / page.url / "index.html"
        html = file.read_text(encoding="utf-8").replace(SIZE, size(length))
        file.write_text(html, encoding="utf-8", newline="\n")


def _write(
    library: Library, out: Path, kit: Page, store: Store, program: str, digest: Callable[[str], bytes]
) -> list[int]:
    """Write the archive of ``kit``; gives its bytes. digest: of a file of the site."""
    archive = _archive(library, out, kit, store, program, digest)
    (out / archive_url(kit)).write_bytes(archive)
    return [len(archive)]


def without_archive_links(out: Path) -> None:
    """Take the links to archives off the pages below ``out``: a folder for a stick has none in it."""
    for path in files_below(out, (".html",)):
        html = path.read_text(encoding="utf-8")
        if SIZE in html:
            path.write_text(_OWN_LINK.sub("", html), encoding="utf-8", newline="\n")


def _archive(
    library: Library, out: Path, kit: Page, store: Store, program: str, digest: Callable[[str], bytes]
) -> bytes:
    names = dict(_names(library, out, kit))
    state = hashlib.sha256(program.encode())
    for source in names:
        state.update(source.encode() + digest(source))
    key = state.hexdigest()
    archive = store.get(key)
    if archive is None:
        site = library.data.site.url
        contents = ((source, name, (out / source).read_bytes()) for source, name in names.items())
        archive = packed(
            (
                (name, _offline(content, source, names, site) if name.endswith(".html") else content)
                for source, name, content in contents
            ),
            _PACKED,
        )
        store.put(key, archive)
    return archive


def _names(library: Library, out: Path, kit: Page) -> Iterator[tuple[str, str]]:
    """File of the site -> its name in the archive, in the archive's order."""
    members = [page for item in library.kit_members.get(kit.id, ()) if (page := library.edition(kit.language, item))]
    yield f"{kit.url}index.html", "index.html"
    for number, page in enumerate([kit, *members]):
        own = out / page.language.url_of(page.id)
        for path in sorted(path for path in own.iterdir() if path.suffix in _DOCUMENTS):
            yield path.relative_to(out).as_posix(), f"documents/{number:02}-{path.name}"
    pages = {page.id: page for page in [*members, *_led_to(library, [kit, *members])] if page.id != kit.id}
    for page_id in pages:
        yield f"{kit.language.url_of(page_id)}index.html", f"pages/{page_id.replace('/', '-')}.html"
    for page in [kit, *pages.values()]:
        for picture in _pictures(library, page):
            yield picture, picture
    for asset in _ASSETS:
        yield asset, asset


def _led_to(library: Library, pages: Sequence[Page]) -> Iterator[Page]:
    """The pages that ``pages`` link to in their text or name as related, and the emergency page."""
    for page in pages:
        targets = [link.target.partition("#")[0] for link in page.outline.links if not link.image]
        files = [
            posixpath.normpath(posixpath.join(posixpath.dirname(page.file), target)) for target in targets if target
        ]
        for page_id in [*map(page_id_of, files), *page.front.related, "emergency"]:
            if found := library.edition(page.language, page_id):
                yield found


def _pictures(library: Library, page: Page) -> Iterator[str]:
    for link in page.outline.links:
        path = posixpath.normpath(posixpath.join(page.language.code, posixpath.dirname(page.file), link.target))
        if link.image and path in library.pictures:
            yield path


# Many kits have the same pages, and all pages the same menus.
_way = cache(posixpath.relpath)


@cache
def _path_of(source: str, link: str) -> str:
    """The path below the root of the site that ``link`` means in the file ``source``."""
    return urljoin(_NOWHERE + source, link).removeprefix(_NOWHERE)


def _offline(content: bytes, source: str, names: dict[str, str], site: str) -> bytes:
    """A page of the site as a file of the archive."""
    html = offline_folder.NEEDS_NETWORK.sub("", _SCRIPT.sub("", _OWN_LINK.sub("", content.decode())))
    here = posixpath.dirname(names[source]) or "."

    def address(found: re.Match[str]) -> str:
        path = _path_of(source, found[2])
        name = names.get(path) or names.get(f"{path}index.html")
        target = _way(name, here) if name else site + path
        return f'{found[1]}="{target}{found[3] or ""}"'

    return _ADDRESS.sub(address, html).encode()
