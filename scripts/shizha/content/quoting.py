"""Words that stand in a text as somebody else's: in quotation marks or, as the original of a term, in full-width brackets."""

from __future__ import annotations

_PAIRS = {"“": "”", "「": "」", "『": "』", "（": "）"}


def without_quoted(line: str) -> str:
    """``line`` with everything between marks blanked out, so that columns stay true. A mark without its partner is text."""
    open_marks: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    for index, character in enumerate(line):
        if character in _PAIRS:
            open_marks.append((_PAIRS[character], index))
        elif open_marks and character == open_marks[-1][0]:
            start = open_marks.pop()[1]
            while spans and spans[-1][0] > start:  # a quotation within this one
                spans.pop()
            spans.append((start, index))
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += [line[last : start + 1], " " * (end - start - 1)]
        last = end
    return "".join([*parts, line[last:]])
