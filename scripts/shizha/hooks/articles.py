"""What the generator made of each page's Markdown, kept by everything that it was made from."""

from __future__ import annotations

from pathlib import Path

from ..content.library import Library
from ..store import Store, fingerprint, name_of

FOLDER = "articles"
_PACKAGES = ("markdown", "mkdocs", "mkdocs-static-i18n", "pymdown-extensions")
# Our own extensions of Markdown, which mkdocs.yml names.
_RENDERING = Path(__file__).parents[1] / "rendering"
_EXTENSIONS = tuple(_RENDERING / name for name in ("parts.py", "tables.py"))


class Articles:
    """The HTML of the articles of one build."""

    def __init__(self, library: Library) -> None:
        self._store = Store(library.project.cache / FOLDER)
        # Where a link leads depends on which pages and pictures there are.
        places = sorted(page.src_uri for pages in library.pages.values() for page in pages.values())
        state = [fingerprint(_PACKAGES, (library.project.generator_config, *_EXTENSIONS)), places, [*library.pictures]]
        self._made_with = name_of(state)
        self._keys: dict[tuple[str, str], str] = {}
        self._kept: dict[str, str] = {}
        self._new: dict[str, str] = {}

    def begin(self, file: str, language: str, markdown: str) -> bool:
        """Whether the article of ``file`` (below docs/) in the edition of ``language`` (a code) is there; if not, it is to be made of
        ``markdown``."""
        key = self._keys[file, language] = name_of([self._made_with, file, language, markdown])
        if kept := self._store.get(key):
            self._kept[key] = kept.decode("utf-8")
        return kept is not None

    def end(self, file: str, language: str, html: str) -> str:
        """The article that was begun: the one that is there, or ``html``, which was made of its Markdown."""
        key = self._keys[file, language]
        if key in self._kept:
            return self._kept.pop(key)
        self._new[key] = html
        return html

    def keep(self) -> None:
        """Keep what was made, for the next build. Only once nothing was wrong with it: the next build will not look again."""
        for key, html in self._new.items():
            self._store.put(key, html.encode("utf-8"))
        self._new.clear()
        self._store.prune()
