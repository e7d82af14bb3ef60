"""The index of one language as it is published: the words of its pages, what is known of words, and the weights. JSON.

It holds texts and no postings. A page's words take a third of the bytes that postings over pairs of characters take; the browser
makes those from the texts when somebody goes to search.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from ..content.languages import Language
from ..content.library import Library
from .characters import fold_pairs, folding, readings
from .documents import SearchDocument, documents
from .weights import OTHERS, PICKED, WEIGHTS
from .words import is_han, normalized, runs, spaced, stem, terms

# How the parts below are called and written. A script of another release may ask for this index, in a page that was open all the while;
# it reads only what has its own number.
FORMAT = 1
_GAP = "…"
_UP_TO = ".{0,12}?"
_NEVER = "(?!)"


def build_index(library: Library, language: Language) -> dict[str, Any]:
    """The index of every page that really exists in ``language``."""
    return index_of(documents(library, language), library, language)


def index_text(index: dict[str, Any]) -> str:
    """``index`` as it is written: the same bytes for the same content."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def index_of(found: Sequence[SearchDocument], library: Library, language: Language) -> dict[str, Any]:
    """The index of ``found``, with the words of ``library``'s data."""
    fold = folding(library.data.terms)
    pages = [_page(document, fold) for document in found]
    for page, extra in zip(pages, _picked(found, pages, fold), strict=True):
        page["body"] = extra
    words = library.data.terms.search
    own = list(_texts(pages, without=("others",)))
    spoken = {run for text in _texts(pages) for run in runs(normalized(text, fold)) if is_han(run)}
    index: dict[str, Any] = {
        "format": FORMAT,
        "root": language.prefix,
        "weights": WEIGHTS,
        "fold": "",
        "readings": readings(spoken),
        "quiet": words.quiet,
        "happened": [_pattern(words.happened.said, fold), _pattern(words.happened.unless, fold)],
        "alike": _alike(words.alike, own, fold, language),
        "pages": pages,
    }
    used = {
        character
        for text in (*_texts(pages), *(w for group in index["alike"] for w in group))
        for character in normalized(text, fold)
    }
    index["fold"] = fold_pairs(fold, used | set("".join(index["happened"])))
    return index


def _page(document: SearchDocument, fold: Mapping[int, str]) -> dict[str, Any]:
    own = {normalized(text, fold) for text in (document.name, document.title, *document.aliases)}
    others = {normalized(text, fold): text for text in document.others}
    return {
        "id": document.id,
        "kind": document.kind,
        "title": document.title,
        "name": document.name,
        "verdict": document.verdict,
        "aliases": list(document.aliases),
        "phrases": list(document.phrases),
        "others": [text for key, text in others.items() if key not in own][:OTHERS],
    }


def _texts(pages: Iterable[dict[str, Any]], without: Sequence[str] = ()) -> Iterator[str]:
    for page in pages:
        for name in WEIGHTS["fields"]:
            if name not in without and name in page:
                yield from [page[name]] if isinstance(page[name], str) else page[name]


def _alike(
    groups: Sequence[Sequence[str]], texts: Sequence[str], fold: Mapping[int, str], language: Language
) -> list[list[str]]:
    """The groups that can find something: words in the language's script, others only if its pages use them."""
    han = language.code != "en"
    lines = f" {' '.join(' '.join(_stems(text, fold)) for text in texts)} "
    said = set(lines.split())
    kept = []
    for group in groups:
        stems = {word: _stems(word, fold) for word in group}
        known = {word: f" {' '.join(found)} " for word, found in stems.items()}
        words = [
            word for word in group if is_han(known[word][1]) == han or (stems[word][0] in said and known[word] in lines)
        ]
        if len(words) > 1 and any(known[word].strip() in lines for word in words):
            kept.append(words)
    return kept


def _stems(text: str, fold: Mapping[int, str]) -> list[str]:
    return [run if is_han(run) else stem(run) for run in runs(normalized(text, fold))]


def _pattern(words: Sequence[str], fold: Mapping[int, str]) -> str:
    """A regular expression, the same for Python and JavaScript, that finds any of ``words`` in a line made by `spaced`."""
    return (
        _NEVER if not words else "|".join(_UP_TO.join(_line(part, fold) for part in word.split(_GAP)) for word in words)
    )


def _line(part: str, fold: Mapping[int, str]) -> str:
    line = spaced(normalized(part, fold)).strip()
    return (" " if not is_han(line[0]) else "") + line + (" " if not is_han(line[-1]) else "")


def _picked(found: Sequence[SearchDocument], pages: Sequence[dict[str, Any]], fold: Mapping[int, str]) -> list[str]:
    """For each page, the terms of its description, headings and body that tell it best from the others, beyond those it has."""
    have = [{term for text in _texts([page]) for term in terms(normalized(text, fold))} for page in pages]
    said = [
        Counter(terms(normalized(f"{item.description}\n{' '.join(item.headings)}\n{item.body}", fold)))
        for item in found
    ]
    spread = Counter(chain.from_iterable(said))
    picks = []
    for counts, known in zip(said, have, strict=True):
        worth = {term: count / (1 + spread[term]) for term, count in counts.items() if count > 1 and term not in known}
        best = sorted(worth, key=lambda term: (-worth[term], term))[:PICKED]
        picks.append(" ".join(best))
    return picks
