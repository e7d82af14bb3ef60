"""What can be found: the words of every page of one language, field by field, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..content.languages import LANGUAGES, Language
from ..content.library import Library
from ..content.page import Page
from ..content.references import CITATION, REFERENCE

# What Markdown adds to the words: link targets, ids of headings, marks.
_LINK_WITHIN = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(#[^()\n]*\)")
# The words of a link to another page tell what that one is about, not this one.
_LINK_ELSEWHERE = re.compile(r"!?\[(?:[^\[\]\\]|\\.)*\]\([^()\n]*\)")
_ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")
_MARKS = re.compile(r"^[ \t]*(?:///.*|[-*+>]|\d{1,3}[.)]|#{1,6}|\|?[ \t:|-]+\|?$)[ \t]*|[*`|]+|\[[ xX]\]", re.MULTILINE)


@dataclass(frozen=True)
class SearchDocument:
    """The searchable words of one page.

    others: the names and aliases that the page has in the site's other languages.
    """

    id: str
    kind: str
    title: str
    name: str
    verdict: str
    description: str
    aliases: tuple[str, ...]
    phrases: tuple[str, ...]
    others: tuple[str, ...]
    headings: tuple[str, ...]
    body: str


def documents(library: Library, language: Language) -> list[SearchDocument]:
    """Every page that really exists in ``language``, by id; not those that are generated, which are for editors."""
    pages = sorted(library.pages[language.code].items())
    return [_document(library, page) for _, page in pages if not page.generated]


def plain_text(markdown: str) -> str:
    """The words of a Markdown body, without its marks, references and links to other pages; lines kept."""
    text = REFERENCE.sub(" ", CITATION.sub("", markdown))
    return _MARKS.sub("", _ATTRIBUTES.sub("", _LINK_ELSEWHERE.sub(" ", _LINK_WITHIN.sub(r"\1", text))))


def _document(library: Library, page: Page) -> SearchDocument:
    front = page.front
    return SearchDocument(
        id=page.id,
        kind=front.kind,
        title=front.title,
        name=front.name,
        verdict=getattr(front, "verdict", ""),
        description=front.description,
        aliases=tuple(front.aliases),
        phrases=tuple(getattr(front, "phrases", ())),
        others=tuple(_others(library, page)),
        headings=tuple(heading.text for heading in page.outline.headings),
        body="\n".join([plain_text(page.body), *_questions(library, page)]),
    )


def _others(library: Library, page: Page) -> Iterable[str]:
    for language in LANGUAGES:
        other = library.pages[language.code].get(page.id)
        if language is not page.language and other is not None:
            yield from (other.front.name, *other.front.aliases)


def _questions(library: Library, page: Page) -> Iterable[str]:
    """What the quizzes ask that ``page`` shows."""
    for reference in page.outline.references:
        if reference.kind == "quiz":
            for question in library.data.quizzes[reference.target].questions:
                yield plain_text(library.words(question.ask, page.language))
