"""SZ607: Simplified characters in Traditional text and the other way round, outside of what is quoted. Part of `characters`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..content.code import code_lines, without_inline_code
from ..content.data_words import position_of, words_of
from ..content.languages import LANGUAGES
from ..content.library import Library
from ..content.quoting import without_quoted
from ..content.source_text import Position
from ..content.yaml_source import YamlDocument
from .finding import Finding, Message
from .rules.characters import VARIANT

if TYPE_CHECKING:
    import opencc

# A character as the codec writes it that has no place in its table.
_NUMBERED = re.compile(rb"&#([0-9]{5,6});")


def is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"


def of_page(library: Library, path: Path, text: str, code: str) -> Iterator[Finding]:
    traditional = code == "zh-Hant"
    if not (doubtful := _doubtful(library, text, traditional)):
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
        if not doubtful.isdisjoint(line):
            for index, character in _variants(without_inline_code(line), doubtful, traditional):
                yield _variant(library, path, Position(number, index + 1), character, traditional)


def of_data(library: Library, path: Path, text: str, document: YamlDocument) -> Iterator[Finding]:
    if path.stem == "terms":
        return  # its purpose is to name both
    doubtful = {"zh": _doubtful(library, text, False)}
    if "zh-Hant" in text:
        doubtful["zh-Hant"] = _doubtful(library, text, True)
    if not any(doubtful.values()):
        return
    lines = text.split("\n")
    for place, value in words_of(document):
        code = place[-1]
        if code in doubtful and not doubtful[code].isdisjoint(value):
            for _, character in _variants(value, doubtful[code], code == "zh-Hant"):
                at = position_of(character, document.position(place), lines)
                yield _variant(library, path, at, character, code == "zh-Hant")


def _variants(line: str, doubtful: frozenset[str], traditional: bool) -> Iterator[tuple[int, str]]:
    """Where those of the ``doubtful`` characters that are wrong first stand in ``line``, outside of what is quoted there."""
    is_wrong = _only_simplified if traditional else _only_traditional
    for own in (*(language.own_name for language in LANGUAGES), "繁體"):  # languages are named in themselves
        line = line.replace(own, " " * len(own))
    named: set[str] = set()
    for index, character in enumerate(without_quoted(line)):
        if character in doubtful and character not in named and is_wrong(character):
            named.add(character)
            yield index, character


def _variant(library: Library, path: Path, at: Position, character: str, traditional: bool) -> Finding:
    right = _converter("s2tw" if traditional else "t2s").convert(character)
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


def _doubtful(library: Library, text: str, traditional: bool) -> frozenset[str]:
    """The characters of ``text`` that are not in everyday use in its script: all that can be wrong in it, and rare ones.

    Found without the conversion tables, which take long to load: most text has none.
    """
    if not traditional:
        return _outside_gb2312(text)
    reviewed = {item for term in library.data.terms.variants for item in term.zh_hant} if library.data else set()
    return frozenset(item for item in set(text) if is_han(item) and not _is_common_big5(item)) - reviewed


def _outside_gb2312(text: str) -> frozenset[str]:
    # The codec runs over the whole text at once and writes the number of each character that it does not have.
    numbers = _NUMBERED.findall(text.encode("gb2312", "xmlcharrefreplace"))
    return frozenset(item for item in map(chr, map(int, set(numbers))) if is_han(item) and not _is_gb2312(item))


@lru_cache(maxsize=4096)
def _only_simplified(character: str) -> bool:
    """Whether Traditional text never has ``character``: 骗 and 个, but not 后, 里 or 台."""
    return (
        _converter("s2t").convert(character) != character
        and _converter("s2tw").convert(character) != character
        and _converter("t2s").convert(character) == character
        and not _is_common_big5(character)
    )


@lru_cache(maxsize=4096)
def _only_traditional(character: str) -> bool:
    """Whether Simplified text never has ``character``: 騙 and 個, but not 著 or 乾."""
    return not _is_gb2312(character) and _converter("t2s").convert(character) != character


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


@lru_cache
def _converter(table: str) -> opencc.OpenCC:
    import opencc  # only now: see _doubtful

    return opencc.OpenCC(table)
