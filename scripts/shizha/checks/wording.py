"""SZ901–SZ907: words that hurt people who were scammed, promise too much, are out of date, or say nothing.

The words are in ``data/wording.yml``. What somebody else says may be quoted, above all in order to correct it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from ..content.data_words import position_of, words_of
from ..content.front_matter import About
from ..content.library import Library
from ..content.page import Page
from ..content.quoting import without_quoted
from ..content.scan import lines_with, one_line_each
from ..content.source_text import Position, SourceError
from ..content.wording_list import Unwanted, load_wording
from .finding import Finding, Message
from .rules.wording import BLAME, EXCLAMATION, LIST, OFFICIALESE, OUTDATED, PROMISE, RULES, UNFINISHED

__all__ = ["RULES", "check"]

_BY_TOPIC = {
    "blame": BLAME, "promise": PROMISE, "outdated": OUTDATED, "officialese": OFFICIALESE,
    "exclamation": EXCLAMATION, "unfinished": UNFINISHED,
}  # fmt: skip
# A line with one of these corrects what it quotes.
_CORRECTING_ZH = ("别信", "旧说法", "旧海报", "旧通知", "不是", "不能", "没有", "别说", "不说", "不写", "假的")
_CORRECTING_EN = re.compile(r"\b(?:not true|old rules?|out of date|outdated|never|do not|don’t|nobody|no one)\b", re.I)
_CORRECTING_SECTIONS = frozenset({"not-true", "myths"})
# Front matter that readers see as the site's own words; what scammers say and what people search for is not among it.
_OWN_WORDS = ("name", "title", "description", "verdict")
# Data files with the site's own words. Titles of sources and names of owners are what they are.
_OWN_DATA = ("contacts", "fields", "taxonomy", "strings", "site")
# Addresses, ids and references are not words.
_NOT_WORDS = re.compile(r"\[\[[^\[\]\n]{0,80}\]\]|\[\^[^\[\]\s]{1,80}\]|(?<=\])\([^()\n]{0,200}\)|\{ ?#[a-z0-9-]+ ?\}")


@dataclasses.dataclass(frozen=True)
class _Matcher:
    """Every word of the list in one pattern for one edition; ``entries`` by the word as it is written there."""

    pattern: re.Pattern[str]
    entries: dict[str, Unwanted]
    correcting: Callable[[str], bool]

    def lines_worth_a_look(self, text: str) -> list[int]:
        """The lines of ``text``, from 0, that have a word of the list, quoted or not."""
        return lines_with(_lower(text), (self.pattern,))

    def found(self, line: str) -> Iterator[tuple[int, str, Unwanted]]:
        """Start, text and entry of each unwanted word of ``line``."""
        small = _lower(line)
        if not self.pattern.search(small):
            return
        plain = _NOT_WORDS.sub(lambda match: " " * len(match[0]), line)
        quoted = without_quoted(plain)
        correcting = self.correcting(plain)
        for match in self.pattern.finditer(_lower(plain)):
            start, end = match.span()
            word = plain[start:end]
            entry = self.entries.get(_key(word))
            if entry is None or _is_within_a_word(plain, start, end) or _is_other_case(word, entry):
                continue
            if entry.rule == "unfinished" or (quoted[start] == plain[start] and not correcting):
                yield start, word, entry


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    try:
        entries = load_wording(library.project)
    except SourceError as error:
        yield _unreadable(library, error.position, error.code)
        return
    except ValidationError as error:
        first = error.errors()[0]
        yield _unreadable(library, Position(), ".".join(map(str, first["loc"])) + ": " + first["msg"])
        return
    matchers: dict[str, _Matcher] = {}
    for code, pages in library.pages.items():
        by_hand = [page for page in pages.values() if not page.derived]
        if by_hand or code != "zh-Hant":
            matchers[code] = _matcher(entries, code, library)
        for page in by_hand:
            yield from _page(library, page, matchers[code])
    for name in _OWN_DATA:
        if document := library.documents.get(name):
            path = library.project.data / f"{name}.yml"
            words = list(words_of(document))
            for code, matcher in matchers.items():
                places = [(place, text) for place, text in words if place[-1] == code]
                for index in matcher.lines_worth_a_look(one_line_each(text for _, text in places)):
                    place, text = places[index]
                    for _, word, entry in matcher.found(text):
                        lines = library.text_of(path).split("\n")
                        yield _finding(library, path, position_of(word, document.position(place), lines), word, entry)


def _page(library: Library, page: Page, matcher: _Matcher) -> Iterator[Finding]:
    about = isinstance(page.front, About)  # the pages that say what this site does not say
    for key in _OWN_WORDS:
        text = page.meta.data.get(key)
        if isinstance(text, str):
            at = page.key_position(key)
            for _, word, entry in matcher.found(text):
                if not about or entry.rule == "unfinished":
                    lines = library.text_of(page.path).split("\n")
                    yield _finding(library, page.path, position_of(word, at, lines), word, entry)
    corrected = _corrected_lines(page)
    for index in matcher.lines_worth_a_look(page.outline.text):
        number, line = page.body_line + index, page.outline.plain[index]
        for start, word, entry in matcher.found(line):
            exempt = about or number in corrected or line.lstrip().startswith(">")
            if not exempt or entry.rule == "unfinished":
                yield _finding(library, page.path, Position(number, start + 1), word, entry)


def _corrected_lines(page: Page) -> frozenset[int]:
    """The lines of the sections that list what is not true."""
    lines: set[int] = set()
    headings = page.outline.headings
    for index, heading in enumerate(headings):
        if heading.id in _CORRECTING_SECTIONS:
            after = next((item.line for item in headings[index + 1 :] if item.level <= heading.level), None)
            lines.update(range(heading.line, after or page.body_line + page.body.count("\n") + 1))
    return frozenset(lines)


def _finding(library: Library, path: Path, at: Position, word: str, entry: Unwanted) -> Finding:
    rule = dataclasses.replace(_BY_TOPIC[entry.rule], severity=entry.severity)
    return rule.found(
        library.project,
        path,
        at,
        Message(f"“{word}”：{entry.why.zh}", f"“{word}”: {entry.why.en}"),
        Message(entry.instead.zh, entry.instead.en),
    )


def _unreadable(library: Library, at: Position, problem: str) -> Finding:
    return LIST.found(
        library.project,
        library.project.data / "wording.yml",
        at,
        Message(f"用词清单读不懂：{problem}", f"The list of words cannot be read: {problem}"),
        Message(
            "照着这个文件里别的条目写：rule、severity、words、why、instead 都要有。",
            "Write it like the other entries: rule, severity, words, why and instead are all needed.",
        ),
    )


# --- patterns ---------------------------------------------------------------------------------------------------------


def _matcher(entries: dict[str, Unwanted], code: str, library: Library) -> _Matcher:
    """The matcher for pages of one language; the words of Traditional pages are converted from the Simplified ones."""
    language = "en" if code == "en" else "zh"
    convert = library.variant.text if code == "zh-Hant" else str
    known: dict[str, Unwanted] = {}
    words: set[str] = set()
    for entry in entries.values():
        own = [convert(word) for word in getattr(entry.words, language)]
        known.update((_key(word), entry) for word in own)
        words.update(own, map(convert, getattr(entry.words.but, language)))
    # The longest first: a longer word that is fine hides the shorter one within it. Plain words and nothing else, for then
    # the engine looks only at characters that begin one of them.
    ordered = sorted(map(_lower, words), key=lambda word: (-len(word), word))
    pattern = re.compile(_any_of(ordered) if words else r"(?!)")
    if language == "en":
        return _Matcher(pattern, known, lambda line: _CORRECTING_EN.search(line) is not None)
    signs = tuple(map(convert, _CORRECTING_ZH))
    return _Matcher(pattern, known, lambda line: any(sign in line for sign in signs))


def _any_of(words: Iterable[str]) -> str:
    """One pattern for all, in the same order; those that begin alike stand together, and are tried only where they can begin."""
    rests: dict[str, list[str]] = {}
    for word in words:
        pattern, first = _word_pattern(word), _word_pattern(word[0])
        first = first if pattern.startswith(first) else ""
        rests.setdefault(first, []).append(pattern.removeprefix(first))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _word_pattern(word: str) -> str:
    """``word`` as a pattern; Han characters also with a space between them."""
    if _is_latin(word):
        return re.escape(word).replace("’", "['’]")
    return "[ ]?".join(map(re.escape, word.replace(" ", "")))


def _lower(text: str) -> str:
    """``text`` in lower case, character for character."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(item.lower()[0] for item in text)


def _is_within_a_word(line: str, start: int, end: int) -> bool:
    """Whether Latin letters or digits go on before or after ``line[start:end]``."""
    return (line[start].isascii() and line[start].isalnum() and _goes_on(line[start - 1 : start])) or (
        line[end - 1].isascii() and line[end - 1].isalnum() and _goes_on(line[end : end + 1])
    )


def _goes_on(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _is_latin(word: str) -> bool:
    return word.replace("’", "").isascii()


def _key(word: str) -> str:
    """A word as the list of entries has it, however it was spaced and written."""
    folded = _lower(word).replace("'", "’")
    return folded if _is_latin(folded) else folded.replace(" ", "")


def _is_other_case(word: str, entry: Unwanted) -> bool:
    """Whether the list has ``word`` in capitals only, as an abbreviation, and here it is an ordinary word."""
    listed = (*entry.words.zh, *entry.words.en)
    return word not in listed and word.upper() in listed and word.upper() != word
