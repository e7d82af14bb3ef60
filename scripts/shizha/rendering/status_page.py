"""The published state of the site: how far each language is, and for every page when it was reviewed and when it will be again.

Made from the library like any page, so that it can never say something else than the pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..content.files import STATUS
from ..content.languages import BY_CODE, LANGUAGES, SOURCE, Language, Origin
from ..content.library import Library
from ..content.page import Page
from ..content.state import LanguageStatus, language_statuses
from .generated import generated_page
from .strings import Strings


def with_status_page(library: Library) -> Library:
    """``library`` with its status page in every language. Pages that are generated are not counted."""
    statuses = language_statuses(library)
    return library.with_pages([_page(library, statuses, language) for language in LANGUAGES])


def _page(library: Library, statuses: Sequence[LanguageStatus], language: Language) -> Page:
    strings = Strings(library, language)
    body = "\n".join(
        [strings("status-intro"), "", *_languages(statuses, strings), "", *_reviews(library, language, strings)]
    )
    words = map(strings, ("status-name", "status-title", "status-description"))
    return generated_page(library, language, STATUS, *words, body)


def _languages(statuses: Sequence[LanguageStatus], strings: Strings) -> Iterator[str]:
    yield f"## {strings('status-languages')} {{ #languages }}"
    yield ""
    yield _row(map(strings, ("status-language", "status-by-hand", "status-derived", "status-missing", "status-stale")))
    yield _row(["---"] * 5)
    for item in statuses:
        own_name = f'<span lang="{BY_CODE[item.code].tag}">{item.own_name}</span>'
        yield _row([own_name, item.by_hand, item.derived, len(item.missing), len(item.stale)])


def _reviews(library: Library, language: Language, strings: Strings) -> Iterator[str]:
    """Every page, the one that is due first at the top. No clock enters the site: the reader's own day says what is overdue."""
    yield f"## {strings('status-reviews')} {{ #reviews }}"
    yield ""
    yield _row(map(strings, ("status-page", "status-reviewed", "status-review-by", "status-translation")))
    yield _row(["---"] * 4)
    pages = [page for page in library.pages[SOURCE.code].values() if not page.generated]
    for source in sorted(pages, key=lambda page: (page.front.review_by, page.id)):
        edition = library.edition(language, source.id)
        title = edition.front.title.replace("|", "/").replace("[", "(").replace("]", ")")
        yield _row(
            [
                f"[{title}](../{edition.file})",
                source.front.reviewed,
                source.front.review_by,
                strings(_translation(library, source)),
            ]
        )


def _translation(library: Library, source: Page) -> str:
    """The id of the words for how the translations by hand of ``source`` stand."""
    translated = [language for language in LANGUAGES if language.origin is Origin.TRANSLATED]
    pages = [library.page(language, source.id) for language in translated]
    if None in pages:
        return "status-missing"
    return "status-stale" if any(page.is_behind(source) for page in pages) else "status-matches"


def _row(cells: Iterable[object]) -> str:
    return "| " + " | ".join(map(str, cells)) + " |"
