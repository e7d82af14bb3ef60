"""SZ607: Simplified characters in Traditional text and the other way round, outside of what is quoted. Part of `characters`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import opencc

from ..content.code import code_lines, without_inline_code
from ..content.data_words import position_of, words_of
from ..content.languages import LANGUAGES
from ..content.library import Library
from ..content.quoting import without_quoted
from ..content.source_text import Position
from ..content.yaml_source import YamlDocument
from .finding import Finding, Message
from .rules.characters import VARIANT


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"


def of_page(library: Library, path: Path, text: str, code: str) -> Iterator[Finding]:
    traditional = code == "zh-Hant"
    if not (wrong := _wrong(library, text, traditional)):
        return
    lines = text.split("\n")
    exempt_key = False
    fences = [index for index, line in enumerate(lines) if line.rstrip() == "---"][:2]
    body = fences[1] + 1 if len(fences) == 2 else 0
    is_code = [False] * body + [item for item, _ in code_lines(lines[body:])]
    for number, line in enumerate(lines, start=1):
        if number <= body and line[:1].isalpha():
            exempt_key = line.startswith(("aliases:", "phrases:"))
        if is_code[number - 1] or (exempt_key if number <= body else line.lstrip().startswith(">")):
            continue
        if not wrong.isdisjoint(line):
            for index, character in _variants(without_inline_code(line), wrong):
                yield _variant(library, path, Position(number, index + 1), character, traditional)


def of_data(library: Library, path: Path, text: str, document: YamlDocument) -> Iterator[Finding]:
    if path.stem == "terms":
        return  # its purpose is to name both
    alien = {"zh": _wrong(library, text, False)}
    if "zh-Hant" in text:
        alien["zh-Hant"] = _wrong(library, text, True)
    if not any(alien.values()):
        return
    lines = text.split("\n")
    for place, value in words_of(document):
        wrong = alien.get(str(place[-1]), frozenset())
        if not wrong.isdisjoint(value):
            for _, character in _variants(value, wrong):
                at = position_of(character, document.position(place), lines)
                yield _variant(library, path, at, character, place[-1] == "zh-Hant")


def _variants(line: str, wrong: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Where characters of ``wrong`` first stand in ``line``, outside of what is quoted there."""
    for own in (*(language.own_name for language in LANGUAGES), "繁體"):  # languages are named in themselves
        line = line.replace(own, " " * len(own))
    named: set[str] = set()
    for index, character in enumerate(without_quoted(line)):
        if character in wrong and character not in named:
            named.add(character)
            yield index, character


def _variant(library: Library, path: Path, at: Position, character: str, traditional: bool) -> Finding:
    right = (_to_traditional() if traditional else _to_simplified()).convert(character)
    return VARIANT.found(
        library.project,
        path,
        at,
        Message(f"“{character}”是简体字", f"“{character}” is a Simplified character")
        if traditional
        else Message(f"“{character}”是繁体字", f"“{character}” is a Traditional character"),
        Message(
            f"改成“{right}”。要照原样给人看的字，放进引号、（）或者 > 开头的行。",
            f"Type “{right}”. Words to be shown as they are go into quotation marks, （） or a line that begins with >.",
        ),
    )


def _wrong(library: Library, text: str, traditional: bool) -> frozenset[str]:
    """The characters of ``text`` that are right only in the other script."""
    if not traditional:
        return _all_traditional(text)
    reviewed = {item for term in library.data.terms.variants for item in term.zh_hant} if library.data else set()
    return _all_simplified(text) - reviewed


@lru_cache(maxsize=256)
def _all_simplified(text: str) -> frozenset[str]:
    return frozenset(item for item in set(text) if is_han(item) and _only_simplified(item))


@lru_cache(maxsize=256)
def _all_traditional(text: str) -> frozenset[str]:
    return frozenset(item for item in set(text) if is_han(item) and _only_traditional(item))


@lru_cache(maxsize=16384)
def _only_simplified(character: str) -> bool:
    """Whether Traditional text never has ``character``: 骗 and 个, but not 后, 里 or 台."""
    return (
        _to_traditional().convert(character) != character
        and _by_letter().convert(character) != character
        and _to_simplified().convert(character) == character
        and not _is_common_big5(character)
    )


@lru_cache(maxsize=16384)
def _only_traditional(character: str) -> bool:
    """Whether Simplified text never has ``character``: 騙 and 個, but not 著 or 乾."""
    return _to_simplified().convert(character) != character and not _is_gb2312(character)


def _is_common_big5(character: str) -> bool:
    """Whether the Traditional standard counts ``character`` among those in daily use (level 1 of Big5)."""
    try:
        code = int.from_bytes(character.encode("big5"), "big")
    except UnicodeEncodeError:
        return False
    return 0xA440 <= code <= 0xC67E


def _is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=1)
def _to_traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2tw")


@lru_cache(maxsize=1)
def _by_letter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


@lru_cache(maxsize=1)
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")
