"""Which parts of a Markdown body are code: decided here once, for the check, the conversion and the page alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat

_FENCE = re.compile(r"(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")


def code_lines(lines: list[str]) -> Iterator[tuple[bool, bool]]:
    """For each line whether it is code of a fenced block (its fences included), and whether an unclosed fence opens there.

    A fence stands at the start of its line, as the generator asks for; without a closing one it is no code at all.
    """
    if not any(line.startswith(("```", "~~~")) for line in lines):
        yield from repeat((False, False), len(lines))
        return
    open_at: int | None = None
    mark = ""
    state = [False] * len(lines)
    unclosed: set[int] = set()
    for number, line in enumerate(lines):
        if open_at is None:
            if match := _FENCE.match(line):
                open_at, mark = number, match[1]
        elif line.rstrip() == mark:
            state[open_at : number + 1] = [True] * (number + 1 - open_at)
            open_at = None
    if open_at is not None:
        unclosed.add(open_at)
    for number, is_code in enumerate(state):
        yield is_code, number in unclosed


def inline_code(line: str) -> list[tuple[int, int]]:
    """Start and end of each code span of one line: a run of backticks up to the next run of the same length."""
    if "`" not in line:
        return []
    runs = [(match.start(), match.end()) for match in _TICKS.finditer(line)]
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(runs):
        start, end = runs[index]
        closing = next((n for n in range(index + 1, len(runs)) if runs[n][1] - runs[n][0] == end - start), None)
        if closing is None:
            index += 1
        else:
            spans.append((start, runs[closing][1]))
            index = closing + 1
    return spans


def without_inline_code(line: str) -> str:
    """``line`` with each code span blanked out, so that columns stay true."""
    for start, end in inline_code(line):
        line = line[:start] + " " * (end - start) + line[end:]
    return line


def split_code(body: str) -> Iterator[tuple[bool, str]]:
    """``body`` in parts, each with whether it is code; joined, the parts are the body again."""
    lines = body.split("\n")
    for number, (line, (is_code, _)) in enumerate(zip(lines, code_lines(lines), strict=True)):
        ending = "\n" if number + 1 < len(lines) else ""
        if is_code:
            yield True, line + ending
            continue
        last = 0
        for start, end in inline_code(line):
            yield False, line[last:start]
            yield True, line[start:end]
            last = end
        yield False, line[last:] + ending
