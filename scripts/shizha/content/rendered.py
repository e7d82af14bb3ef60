"""Lines as they look on the page: Markdown's marks, tags and the targets of links are not seen, and text runs on over them.

``9**61**10`` and ``[96](a.md)[110](b.md)`` show the reader one number. So does a number that goes on in the next line.
"""

from __future__ import annotations

import re

from .plain import PlainLine

# What leaves no trace on the page. A backslash and a space may stand for a line's end.
_MARKUP = re.compile(
    r"</?[A-Za-z][^<>]{0,300}>|<!--|-->|\]\([^()\s]{0,300}(?:[ ]{1,9}(?:\"[^\"]{0,200}\"|'[^']{0,200}'))?\)|\{[^{}]{0,99}\}|~~|[*_`\\\[\]]| {2,}"
)
_MIGHT_HIDE = re.compile(r"[*_`\\\[\]<{]|~~|-->| {2}")
# What begins a line without being part of its text: quotes, lists, headings, cells; and what ends it.
_LEADING = re.compile(r"(?:[ \t]*(?:[>|#]|[-*+][ \t]|[0-9]{1,3}[.)][ \t]))*[ \t]*")


def may_hide(line: PlainLine) -> bool:
    """Whether ``line`` may look otherwise on the page than in the file."""
    return _MIGHT_HIDE.search(line.text) is not None


def rendered(line: PlainLine) -> PlainLine:
    """``line`` without markup, several spaces made one."""
    if not may_hide(line):
        return line
    characters: list[str] = []
    columns: list[int] = []
    last = 0
    for match in _MARKUP.finditer(line.text):
        characters.append(line.text[last : match.start()])
        columns += line.columns[last : match.start()]
        if match[0].startswith("  "):
            characters.append(" ")
            columns.append(line.columns[match.start()])
        last = match.end()
    characters.append(line.text[last:])
    return PlainLine("".join(characters), (*columns, *line.columns[last:]))


def text_of(line: PlainLine) -> PlainLine:
    """``line`` without the marks that make it a list item, a quotation, a heading or a row."""
    start = _LEADING.match(line.text).end()
    return PlainLine(line.text[start:], line.columns[start:]) if start else line
