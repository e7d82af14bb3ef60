"""The languages of the site, and how each comes to its pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum


class Origin(Enum):
    """Where the pages of a language come from."""

    SOURCE = "source"  # written by hand first; every other language follows it
    TRANSLATED = "translated"  # written by hand after the source
    DERIVED = "derived"  # converted from the source by program; hand-written pages replace the derived ones


@dataclass(frozen=True)
class Language:
    """One language edition.

    code: folder under ``docs/`` and key in data files.
    tag: BCP 47 tag for ``lang`` and ``hreflang`` (MDN and W3C recommend script subtags for Chinese).
    prefix: leading part of the public path, ``""`` or ``"en/"``.
    own_name: the language's name in itself. short_name: as the language switch has room for on a small phone.
    open_graph: the locale as chats and social networks name it (ogp.me).
    """

    code: str
    tag: str
    prefix: str
    own_name: str
    short_name: str
    open_graph: str
    origin: Origin

    def url_of(self, page_id: str) -> str:
        """Path of a page from the site root, without a leading slash: ``en/scams/fake-police/``."""
        return self.prefix if page_id == "index" else f"{self.prefix}{page_id}/"


ZH = Language("zh", "zh-Hans", "", "简体中文", "简体", "zh_CN", Origin.SOURCE)
ZH_HANT = Language("zh-Hant", "zh-Hant", "zh-Hant/", "繁體中文", "繁體", "zh_TW", Origin.DERIVED)
EN = Language("en", "en", "en/", "English", "English", "en_GB", Origin.TRANSLATED)

LANGUAGES: tuple[Language, ...] = (ZH, ZH_HANT, EN)
BY_CODE: dict[str, Language] = {language.code: language for language in LANGUAGES}
SOURCE = ZH


def built_languages(codes: Collection[str]) -> tuple[Language, ...]:
    """The languages that a build of ``codes`` writes, in the site's order; the source language is always one of them."""
    return tuple(language for language in LANGUAGES if language is SOURCE or language.code in codes)


# Languages in which a new page is begun by hand.
HAND_WRITTEN: tuple[Language, ...] = tuple(item for item in LANGUAGES if item.origin is not Origin.DERIVED)
