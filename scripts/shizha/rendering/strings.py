"""Interface words, by id, in the language of a page."""

from __future__ import annotations

from ..content.languages import Language
from ..content.library import Library


class Strings:
    """Callable: ``strings("reviewed-on", date=…)`` gives the words of ``data/strings.yml`` with the values filled in."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language

    def __call__(self, key: str, **values: object) -> str:
        text = self._library.words(self._library.data.strings[key], self._language)
        return text.format(**values) if values else text
