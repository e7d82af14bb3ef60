"""SZ601–SZ607: characters that a reader's eye, a search or a screen reader takes for something else, or not at all."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from ..content.languages import Origin
from ..content.library import Library
from ..content.source_text import Position, SourceError
from . import han_variants
from .finding import Finding, Message, Rule
from .rules.characters import CONTROL, DIRECTION, INVISIBLE, LOOKALIKE, MIXED, PRIVATE, RULES

__all__ = ["RULES", "check"]

# Everything but ASCII that prints, tabs and line ends, the usual punctuation, and the Han characters: only these few are
# looked at one by one.
_UNUSUAL = re.compile(r"[^\t\n\x20-\x7e\u2010-\u2027\u3000-\u303f\u3400-\u9fff，。？！（）：；]")
# The same written in letters: as HTML prints it, or as YAML reads it between double quotes.
_WRITTEN = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
)

_DIRECTIONS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Invisible without being of the category “format”: fillers of Hangul and Khmer, the joiner of graphemes, the empty Braille cell.
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_SELECTORS = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_KEYCAP = "\u20e3"
_JOINER = "\u200d"

# What text copied out of a PDF has for some ordinary characters, and Unicode has no compatibility mapping for.
_RADICALS = dict(zip("⺁⺌⺟⺠⺮⻁⻂⻄⻅⻆⻈⻉⻋⻌⻎⻐⻓⻔⻖⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳", "厂小母民竹虎衣西见角讠贝车辶辶钅长门阝青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟", strict=True))  # fmt: skip
# Circled figures, account classes Ⅰ Ⅱ Ⅲ, units and the like are honest: they do not pass for another character.
_HONEST_FORMS = ("<circle>", "<square>", "<super>", "<sub>", "<fraction>")
_ROMAN = range(0x2160, 0x2180)

# Greek, Cyrillic, Armenian; phonetic letters, Cherokee, Coptic, Lisu.
_OTHERS = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u0587\u1f00-\u1fff"
    "\u0250-\u02af\u1d00-\u1d2b\u13a0-\u13ff\uab70-\uabbf\u2c80-\u2cff\ua4d0-\ua4ff"
)
_LETTERS = re.compile(f"[A-Za-z\u00c0-\u024f\u1e00-\u1eff{_OTHERS}]+")
_OTHER_ALPHABET = re.compile(f"[{_OTHERS}]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_AS_LATIN = dict(zip("авсеіјоԛрѕухѡһԁӏкмтнАВСЕІЈОРЅТУХКМНԚԜαικνορτυχγηΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡɩ", "abceijoqpsyxwhdlkmthABCEIJOPSTYXKMHQWaikvoptuxynABEZHIKMNOPTYXagi", strict=True))  # fmt: skip


@dataclass(frozen=True)
class _Found:
    """A run of characters under one rule; ``plain`` is what ought to stand there, if anything."""

    rule: Rule
    start: int
    end: int
    plain: str


def check(library: Library) -> Iterator[Finding]:
    pages = library.content.pages
    by_hand = {page.path: page.language for page in pages if page.language.origin is not Origin.TRANSLATED}
    for path in [*(page.path for page in pages), *sorted(library.project.data.glob("*.yml"))]:
        try:
            text = library.text_of(path)
        except SourceError:
            continue  # the check of source files says why
        yield from _characters(library, path, text)
        if language := by_hand.get(path):
            yield from han_variants.of_page(library, path, text, language.code)
        elif document := library.documents.get(path.stem):
            yield from han_variants.of_data(library, path, text, document)


# --- single characters ------------------------------------------------------------------------------------------------


def _characters(library: Library, path: Path, text: str) -> Iterator[Finding]:
    if text.isascii() and text.replace("\n", "").isprintable() and not _WRITTEN.search(text):
        return
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for found in _all_found(text):
        line = bisect_right(starts, found.start)
        end = starts[line] - 1 if line < len(starts) else len(text)
        at = Position(line, found.start - starts[line - 1] + 1)
        raw = text[found.start : found.end]
        before, after = (
            text[max(starts[line - 1], found.start - 8) : found.start],
            text[found.end : min(end, found.end + 8)],
        )
        around = _visible(before) + found.plain + _visible(after)
        message, hint = _sentences(found, raw, around.strip())
        yield found.rule.found(library.project, path, at, message, hint)


@lru_cache(maxsize=256)
def _all_found(text: str) -> tuple[_Found, ...]:
    """What `_found` finds. A file that has not changed since the last look of a preview is not looked at again."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[_Found]:
    run: _Found | None = None
    for match in _UNUSUAL.finditer(text):
        rule, plain = _judge(text, match.start())
        if run and (rule is not run.rule or match.start() != run.end):
            yield run
            run = None
        if rule:
            run = _Found(rule, run.start if run else match.start(), match.end(), (run.plain if run else "") + plain)
    if run:
        yield run
    for match in _WRITTEN.finditer(text):
        meant = _meaning(match[0])
        rule = _kind(meant) if len(meant) == 1 else None
        if rule:
            yield _Found(rule, match.start(), match.end(), "")
    if not _OTHER_ALPHABET.search(text):
        return
    for match in _LETTERS.finditer(text):
        if not match[0].isascii() and _OTHER_ALPHABET.search(match[0]) and _LATIN.search(match[0]):
            yield _Found(MIXED, match.start(), match.end(), "".join(_AS_LATIN.get(item, item) for item in match[0]))


def replacements(text: str) -> list[tuple[int, int, str]]:
    """Start, end and what ought to stand there, for each place in which a program can put the ordinary character."""
    return [
        (found.start, found.end, found.plain)
        for found in _all_found(text)
        if found.rule in (INVISIBLE, LOOKALIKE) and text[found.start] not in "&\\"
    ]


def _meaning(written: str) -> str:
    if written.startswith("&"):
        return unescape(written)
    number = int(written[2:], 16)
    return chr(number) if number <= 0x10FFFF else ""


def _judge(text: str, index: int) -> tuple[Rule | None, str]:
    """The rule that the character at ``index`` breaks, and what stands for it."""
    character = text[index]
    if _belongs_to_a_picture(text, index):
        return None, ""
    if rule := _kind(character):
        return rule, ""
    plain = _ordinary(character)
    return (LOOKALIKE, plain) if plain else (None, "")


@lru_cache(maxsize=4096)
def _kind(character: str) -> Rule | None:
    category = unicodedata.category(character)
    if character in _DIRECTIONS:
        return DIRECTION
    if category == "Cf" or character in _FILLERS or _SELECTORS.match(character):
        return INVISIBLE
    if category in ("Co", "Cs") or character == "\ufffd":
        return PRIVATE
    if category in ("Cc", "Zl", "Zp") and character not in "\t\n\r":
        return CONTROL
    return None


def _belongs_to_a_picture(text: str, index: int) -> bool:
    """Whether a variation selector or joiner at ``index`` is part of an emoji."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] == "\ufe0f":
        return after == _KEYCAP or _is_picture(before)
    return text[index] == _JOINER and (_is_picture(before) or before == "\ufe0f") and _is_picture(after)


def _is_picture(character: str) -> bool:
    return character in ("‼", "⁉") or (character != "" and unicodedata.category(character) in ("So", "Sm", "Sk"))


@lru_cache(maxsize=4096)
def _ordinary(character: str) -> str:
    """The Han or Latin character that ``character`` passes for; empty if it passes for none."""
    if character in _RADICALS:
        return _RADICALS[character]
    form = unicodedata.decomposition(character)
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or ord(character) in _ROMAN or character in "ªº":
        return ""
    if 0xFB00 <= ord(character) <= 0xFB06:  # ligatures, as text from a PDF has them
        return plain
    if len(plain) != 1:
        return ""
    if han_variants.is_han(plain):
        return "" if form.startswith(_HONEST_FORMS) else plain
    if plain.isdecimal() and plain.isascii():
        return "" if form.startswith((*_HONEST_FORMS, "<compat>")) else plain
    return plain if (plain.isascii() and plain.isalpha()) or character == "\u212b" else ""


def _visible(text: str) -> str:
    """``text`` as it should be typed: nothing invisible, nothing that only looks like something else."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_ordinary(item) or item for item in text if not _kind(item))


def _sentences(found: _Found, raw: str, around: str) -> tuple[Message, Message]:
    code = " ".join(f"U+{ord(item):04X}" for item in raw[:3]) + (" …" if len(raw) > 3 else "")
    written = raw if raw.startswith(("&", "\\")) else code
    again = (
        Message(f"把这一小段删掉，重新打字：“{around}”。", f"Delete these few words and type them again: “{around}”.")
        if around
        else Message("把这一行删掉重新打。", "Delete this line and type it again.")
    )
    if found.rule is DIRECTION:
        return Message(
            f"这里有改变文字方向的符号（{written}），看到的和实际的顺序会不一样",
            f"A character here turns the direction of text ({written}): what is seen is not what stands there",
        ), again
    if found.rule is INVISIBLE:
        return Message(f"这里有看不见的字符（{written}）", f"There is an invisible character here ({written})"), again
    if found.rule is PRIVATE:
        return Message(
            f"这个字（{written}）在别的电脑上显示不出来", f"Other computers cannot show this character ({written})"
        ), Message(
            "多半是Word里的项目符号或特殊符号。列表每行用“- ”开头；打不出来的字，用文字说明。",
            "It is probably a bullet or symbol from Word. Begin items of a list with “- ”; describe other signs in words.",
        )
    if found.rule is CONTROL:
        return Message(
            f"这里有控制字符（{written}），不是文字", f"There is a control character here ({written})"
        ), again
    if found.rule is LOOKALIKE:
        return Message(
            f"“{raw}”不是平常的“{found.plain}”（{code}）", f"“{raw}” is not the ordinary “{found.plain}” ({code})"
        ), Message(
            f"改成“{found.plain}”，多半是从PDF或图片里复制来的。",
            f"Type “{found.plain}”. It was probably copied from a PDF or a picture.",
        )
    foreign = "、".join(dict.fromkeys(_OTHER_ALPHABET.findall(raw)))
    return Message(
        f"“{raw}”里混着别种文字的字母：{foreign}", f"“{raw}” mixes two alphabets: {foreign} is no Latin letter"
    ), Message(f"用英文输入法重新打：“{found.plain}”。", f"Type it again on an English keyboard: “{found.plain}”.")
