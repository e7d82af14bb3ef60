"""SZ501–SZ507: text that could become HTML, script, style or a file read by the generator, instead of words.

Code is looked into like everything else: an anti-fraud page has no need of HTML even there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..content.code import inline_code
from ..content.library import Library
from ..content.seen import seen
from .active_content_words import BOX_END, BOX_PLACE, BOX_START, SENTENCES, tag_hint
from .finding import ENOUGH, NOTHING, Finding, Message, Rule
from .passages import Passage, passages
from .rules.active_content import ATTRIBUTES, BLOCK, ENCODED, INCLUDE, OPTION, RULES, TAG, TEMPLATE

__all__ = ["RULES", "check"]

# A tag, a comment, a declaration, or a mail address in angle brackets.
_TAG = re.compile(r"<(?:[A-Za-z/!?]|[^<> !]*@)")
_ENCODED_TAG = re.compile(r"<[A-Za-z/!?]")
# Addresses in angle brackets become links, not tags; the check of addresses refuses them.
_AUTOLINK = re.compile(
    r"<(?:https?://[A-Za-z0-9][^<>\s\"']*|[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,64}\.){1,9}[A-Za-z]{2,64})>",
    re.IGNORECASE,
)
# Closed on its line and around plain words, so that no other mark of Markdown begins within and ends without.
_WORDS = r"(?:[^<>\n|`*_\[\]\\{}]|\[\[[a-z]{1,9}:[a-z0-9-]{1,60}\]\]){1,200}"
_ALLOWED = re.compile(
    rf"<br>|<(kbd|mark|sub|sup)>{_WORDS}</\1>"
    rf"|<ruby>(?:{_WORDS}(?:<rp>{_WORDS}</rp>)?<rt>{_WORDS}</rt>(?:<rp>{_WORDS}</rp>)?){{1,40}}</ruby>"
)
_TEMPLATE = re.compile(r"\{[{%]|\{#(?=[^{}\n]*#\})")
_INCLUDE = re.compile(r"-8<-|\{!|;[ \t]{0,9}base64(?![a-z0-9])", re.IGNORECASE)
# In data/strings.yml, what the program fills in.
_BLANK = re.compile(r"\{[a-z_]+\}")
_HEADING_ID = re.compile(r"\{[ \t]*#[^\s{}#]+[ \t]*\}")

_BOX = re.compile(r"(?:note|warning|details)[ ]*(?:\|(?![ ]*#).*)?")
_MARKS = re.compile(r"(?:[ \t>]|[-*+][ \t]|[0-9]{1,3}[.)][ \t])*")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[ ]*(?P<info>.*)")
_LANGUAGE = re.compile(r"[A-Za-z0-9_+-]*[ \t]*")

_LONGEST = 200  # characters of a tag that are looked at for its end


@dataclass(frozen=True)
class _Found:
    """One thing that is wrong, from ``start`` to ``end`` of a text."""

    rule: Rule
    start: int
    end: int
    hint: Message = NOTHING


def check(library: Library) -> Iterator[Finding]:
    for passage in passages(library):
        for found in islice(_found(passage), ENOUGH):
            written = " ".join(passage.text[found.start : min(found.end, found.start + 40)].split())
            message, hint = SENTENCES[found.rule.id]
            yield found.rule.found(
                library.project,
                passage.path,
                passage.position(found.start, found.end),
                Message(message.zh.format(written), message.en.format(written)),
                found.hint if found.hint != NOTHING else hint,
            )


def _found(passage: Passage) -> Iterator[_Found]:
    text = passage.text
    if "<" in text:
        yield from _tags(text, passage.is_body)
    if "&" in text:
        yield from _encoded_tags(text)
    if "8<" in text or "{!" in text or "64" in text:
        for match in _INCLUDE.finditer(text):
            yield _Found(INCLUDE, match.start(), match.end())
    if not passage.is_body:
        yield from _marks_in_value(passage)
        return
    # Where every brace is one of a heading's id there is nothing else to find.
    if "{" in text and text.count("{") != sum(1 for item in passage.page.outline.headings if item.id):
        for start, line in _lines_with("{", text):
            yield from _braces(line, start)
    if "///" in text:
        yield from _boxes(passage)
    if "```" in text or "~~~" in text:
        for start, line in (*_lines_with("```", text), *_lines_with("~~~", text)):
            fence = _FENCE.match(line)
            if fence and "{" not in line and not _LANGUAGE.fullmatch(fence["info"]):
                yield _Found(OPTION, start + fence.start("info"), start + len(line))


# --- HTML -------------------------------------------------------------------------------------------------------------


def _tags(text: str, is_body: bool) -> Iterator[_Found]:
    last = 0
    while match := _TAG.search(text, last):
        start = match.start()
        in_heading = text.startswith("#", text.rfind("\n", 0, start) + 1)
        allowed = _ALLOWED.match(text, start)
        if allowed and is_body and not in_heading:
            last = allowed.end()
            continue
        last = start + 1
        if not _AUTOLINK.match(text, start):
            end = _end(text, start + 1, ">")
            yield _Found(TAG, start, end, tag_hint(text[start:end], in_heading or not is_body))


def _encoded_tags(text: str) -> Iterator[_Found]:
    for start, line in _lines_with("&", text):
        view = seen(line)
        for match in _ENCODED_TAG.finditer(view.text):
            first = view.offsets[match.start()]
            if line[first] == "&":
                last = view.offsets[_end(view.text, match.end(), ">")]
                yield _Found(ENCODED, start + first, start + max(last, first + 1))


def _end(text: str, start: int, closing: str) -> int:
    """The end of what begins before ``start``: behind the run of ``closing`` on its line, or the line's end."""
    last = min(len(text), start + _LONGEST)
    line_end = text.find("\n", start, last)
    line_end = last if line_end < 0 else line_end
    found = text.find(closing, start, line_end)
    if found < 0:
        return line_end
    while found < line_end and text[found] == closing:
        found += 1
    return found


# --- what the extensions of mkdocs.yml make of a line -------------------------------------------------------------------


def _lines_with(part: str, text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each line that holds ``part``."""
    at = 0
    while (found := text.find(part, at)) >= 0:
        start = text.rfind("\n", 0, found) + 1
        end = text.find("\n", found)
        at = len(text) if end < 0 else end
        yield start, text[start:at]


def _marks_in_value(passage: Passage) -> Iterator[_Found]:
    """A value has no marks of any kind; names of data files stand in the middle of pages."""
    text = passage.text
    is_interface = passage.page is None and passage.path.stem == "strings"
    for start, line in _lines_with("{", text):
        if match := _TEMPLATE.search(line):
            yield _Found(TEMPLATE, start + match.start(), start + _end(line, match.end(), "}"))
        elif not is_interface or "{" in _BLANK.sub("", line):
            opened = line.index("{")
            yield _Found(ATTRIBUTES, start + opened, start + _end(line, opened + 1, "}"))
    for start, line in _lines_with("///", text):
        column = line.index("///")
        yield _Found(BLOCK, start + column, start + len(line))


def _braces(line: str, start: int) -> Iterator[_Found]:
    until = len(line)
    stripped = line.rstrip()
    brace = stripped.rfind("{")
    if line.startswith("#") and _HEADING_ID.fullmatch(stripped, brace) and line[brace - 1 : brace] != "{":
        until = brace  # { #id } of a heading. What an id may be is a question of structure.
    templates = list(_TEMPLATE.finditer(line, 0, until))
    if templates:
        for match in templates:
            yield _Found(TEMPLATE, start + match.start(), start + _end(line, match.end(), "}"))
        return
    if "`" in line:
        for first, last in inline_code(line):  # an id that is shown, as an example of how to write one
            if _HEADING_ID.fullmatch(line[first:last].strip("`").strip()):
                line = line[:first] + " " * (last - first) + line[last:]
    opened = line.find("{", 0, until)
    # A list of attributes reaches from the first brace to the last one of its line, over any others.
    if opened >= 0 and line[opened : opened + 2] != "{!" and (closed := line.rfind("}")) > opened:
        yield _Found(ATTRIBUTES, start + opened, start + closed + 1)


def _boxes(passage: Passage) -> Iterator[_Found]:
    """A box is opened and closed at the margin. Within a list, or never closed, the generator makes something else of it."""
    text = passage.text
    opened: list[tuple[str, int, int]] = []
    for start, line in _lines_with("///", text):
        column = _MARKS.match(line).end()
        if not line.startswith("///", column) or passage.page.outline.code[passage.line_of(start)]:
            continue
        end = start + len(line)
        head = line[column:].lstrip("/").strip()
        slashes = line[column:].rstrip()[: len(line[column:]) - len(line[column:].lstrip("/"))]
        if column:
            yield _Found(BLOCK, start + column, end, BOX_PLACE)
        elif not head:
            while opened and opened[-1][0] != slashes:
                yield _Found(BLOCK, *opened.pop()[1:], BOX_END)
            if opened:
                opened.pop()
            else:
                yield _Found(BLOCK, start, end, BOX_START)
        elif not _BOX.fullmatch(head):
            yield _Found(BLOCK, start, end)
        else:
            opened.append((slashes, start, end))
            yield from _options(text, end + 1, head)
    for _, start, end in opened:
        yield _Found(BLOCK, start, end, BOX_END)


def _options(text: str, start: int, head: str) -> Iterator[_Found]:
    """Lines indented right below the head of a box, up to the first that is not."""
    for line in text[start : start + 20_000].split("\n"):
        words = line.strip()
        if not words or not line.expandtabs(4).startswith("    "):
            return
        if not (head.startswith("details") and words in ("open: true", "open: True")):
            yield _Found(OPTION, start + len(line) - len(line.lstrip()), start + len(line))
        start += len(line) + 1
