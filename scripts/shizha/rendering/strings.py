"""Interface words, by id, in the language of a page."""

from __future__ import annotations

import re

from ..content.languages import Language
from ..content.library import Library

# Only a name in braces: the words come from data files that strangers may propose changes to, and Python's own format
# strings can reach into objects and write a gigabyte of padding.
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")


class Strings:
    """Callable: ``strings("reviewed-on", date=…)`` gives the words of ``data/strings.yml`` with the values filled in."""

    def __init__(self, library: Library, language: Language) -> None:
        self._library = library
        self._language = language

    def __call__(self, key: str, **values: object) -> str:
        text = self._library.words(getattr(self._library.data.strings, key), self._language)
        return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)
