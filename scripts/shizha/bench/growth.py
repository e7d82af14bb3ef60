"""Numbers about numbers: how a cost grows with the size, whether a goal is met, and tables that people can read."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """What was hoped for. ``about``: it, in both languages. ``value``: what was measured, None if it could not be. ``limit``: the most
    that is good, None if there is nothing to compare with. ``below``: to be as much as ``limit`` is not enough."""

    about: str
    value: float | None
    limit: float | None
    below: bool = False

    @property
    def met(self) -> bool | None:
        """None if it is not known."""
        if self.value is None or self.limit is None:
            return None
        return self.value < self.limit if self.below else self.value <= self.limit

    def __str__(self) -> str:
        verdict = {True: "达到 met", False: "没有 missed", None: "没量 not measured"}[self.met]
        shown = "–" if self.value is None else f"{self.value:.3g}"
        limit = "–" if self.limit is None else f"{'<' if self.below else '≤'} {self.limit:.3g}"
        return f"  {verdict:16}{shown:>9}  {limit:<10} {self.about}"


def exponent(costs: Mapping[int, float]) -> float | None:
    """The power of the size that a cost grows with, from the smallest size to the largest; None of fewer than two sizes.

    costs: by size. 1 is a cost in proportion to the size, 2 one that grows with its square.
    """
    if len(costs) < 2:
        return None
    small, large = min(costs), max(costs)
    return math.log(costs[large] / costs[small]) / math.log(large / small)


def ratio(value: float | None, of: float | None) -> float | None:
    """``value`` as a part of ``of``; None if one of them is not known."""
    return None if value is None or not of else value / of


def least(values: Mapping[str, float | None]) -> float | None:
    """The least of the values that are known."""
    return min((value for value in values.values() if value is not None), default=None)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows of text, the first column to the left and numbers to the right; what is None is a dash."""
    cells = [[str(item) for item in head], *([_cell(item) for item in row] for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(head))]
    lines = []
    for first, *others in cells:
        padded = [first + " " * (widths[0] - _width(first))]
        padded += [" " * (width - _width(text)) + text for text, width in zip(others, widths[1:], strict=True)]
        lines.append("  " + "  ".join(padded).rstrip())
    return "\n".join(lines)


def _cell(item: object) -> str:
    if item is None:
        return "–"
    return f"{item:,.2f}" if isinstance(item, float) else f"{item:,}" if isinstance(item, int) else str(item)


def _width(text: str) -> int:
    """Columns of a terminal: a Chinese character takes two."""
    return sum(2 if "\u2e80" <= character <= "\uffef" else 1 for character in text)
