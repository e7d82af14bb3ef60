"""What was made of each page's Markdown, kept by everything that it was made from."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import mkdocs

from ..content.library import Library
from ..store import Store, fingerprint, name_of

FOLDER = "articles"
# Beside MkDocs, which a continuation under another name may stand for: see IF-THE-THEME-STOPS.md.
_PACKAGES = ("markdown", "mkdocs-static-i18n", "pymdown-extensions")
# The renderer, and our own extensions of Markdown, which mkdocs.yml names.
_RENDERING = Path(__file__).parents[1] / "rendering"
_PROGRAM = (
    Path(__file__).with_name("renderer.py"),
    *(_RENDERING / name for name in ("parts.py", "strict.py", "tables.py")),
)


class Articles:
    """The HTML of the articles of one build, beside those of the last one, which lie in one file for each edition."""

    def __init__(self, library: Library) -> None:
        self._store = Store(library.project.cache / FOLDER)
        # Where a link leads depends on which pages and pictures there are.
        places = sorted(page.src_uri for pages in library.pages.values() for page in pages.values())
        program = fingerprint(_PACKAGES, (library.project.generator_config, *_PROGRAM))
        state = [mkdocs.__version__, program, places, [*library.pictures]]
        self._made_with = name_of(state)
        self._kept: dict[str, dict[str, str]] = {}
        self._now: dict[str, dict[str, str]] = {}

    def of(self, file: str, language: str, markdown: str, render: Callable[[str], str]) -> str:
        """The article of ``file`` (below docs/) in the edition of ``language`` (a code): the one that is there, or what ``render`` makes of
        its ``markdown``."""
        key = name_of([file, markdown])
        html = self._edition(language).get(key)
        if html is None:
            html = render(markdown)
        self._now.setdefault(language, {})[key] = html
        return html

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
