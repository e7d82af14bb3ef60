"""What the generator made of each page's Markdown, kept by everything that it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import mkdocs

from ..content.library import Library
from ..store import Store, fingerprint, name_of

FOLDER = "articles"
# Beside MkDocs, which a continuation under another name may stand for: see IF-THE-THEME-STOPS.md.
_PACKAGES = ("markdown", "mkdocs-static-i18n", "pymdown-extensions")
# Our own extensions of Markdown, which mkdocs.yml names.
_RENDERING = Path(__file__).parents[1] / "rendering"
_EXTENSIONS = tuple(_RENDERING / name for name in ("parts.py", "strict.py", "tables.py"))


class Articles:
    """The HTML of the articles of one build, beside those of the last one, which lie in one file for each edition."""

    def __init__(self, library: Library) -> None:
        self._store = Store(library.project.cache / FOLDER)
        # Where a link leads depends on which pages and pictures there are.
        places = sorted(page.src_uri for pages in library.pages.values() for page in pages.values())
        program = fingerprint(_PACKAGES, (library.project.generator_config, *_EXTENSIONS))
        state = [mkdocs.__version__, program, places, [*library.pictures]]
        self._made_with = name_of(state)
        self._keys: dict[tuple[str, str], str] = {}
        self._kept: dict[str, dict[str, str]] = {}
        self._now: dict[str, dict[str, str]] = {}

    def begin(self, file: str, language: str, markdown: str) -> bool:
        """Whether the article of ``file`` (below docs/) in the edition of ``language`` (a code) is there; if not, it is to be made of
        ``markdown``."""
        key = self._keys[file, language] = name_of([file, markdown])
        return key in self._edition(language)

    def end(self, file: str, language: str, html: str) -> str:
        """The article that was begun: the one that is there, or ``html``, which was made of its Markdown."""
        key = self._keys[file, language]
        return self._now.setdefault(language, {}).setdefault(key, self._edition(language).get(key, html))

    def keep(self) -> None:
        """Keep what this build has, for the next one. Only once nothing was wrong with it: the next build will not look again."""
        for language, articles in self._now.items():
            if articles != self._edition(language):
                content = {"made_with": self._made_with, "articles": articles}
                self._store.put(language, json.dumps(content, ensure_ascii=False).encode("utf-8"))

    def _edition(self, language: str) -> dict[str, str]:
        """The last build's articles of ``language``, if they were made as this build makes them."""
        if language not in self._kept:
            content = json.loads(self._store.get(language) or "{}")
            self._kept[language] = content["articles"] if content.get("made_with") == self._made_with else {}
        return self._kept[language]
