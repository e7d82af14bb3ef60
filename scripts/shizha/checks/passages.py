"""Everything that strangers write and readers may get to see: the body of each page, the values of each front matter and data file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from ..content.library import Library
from ..content.page import Page
from ..content.source_text import Position, read_text
from ..content.yaml_source import Path as Place
from ..content.yaml_source import YamlDocument

# Data files that the model lets have nothing but ids.
_ONLY_IDS = frozenset({"redirects"})


@dataclass(frozen=True)
class Passage:
    """One body, or all values of one front matter or data file, each on lines of its own.

    page: None in a data file. values: None in a body.
    """

    path: Path
    text: str
    page: Page | None
    values: _Values | None = field(default=None, repr=False)

    @property
    def is_body(self) -> bool:
        return self.values is None

    def position(self, start: int, end: int) -> Position:
        """Where ``text[start:end]`` stands in the file; the beginning of its value if it is spelled otherwise there."""
        if self.values is None:
            line = self.line_of(start)
            return Position(self.page.body_line + line, start - self.line_starts[line] + 1)
        return self.values.position(start, end)

    def line_of(self, offset: int) -> int:
        """The line of ``text``, from 0, on which ``offset`` lies."""
        return bisect_right(self.line_starts, offset) - 1

    @cached_property
    def line_starts(self) -> list[int]:
        starts = [0]
        while (found := self.text.find("\n", starts[-1])) >= 0:
            starts.append(found + 1)
        return starts

    def keys_at(self, offset: int) -> Place:
        """The keys that lead to the value at ``offset``; none in a body."""
        return () if self.values is None else self.values.at(offset)[0]


@dataclass(frozen=True)
class _Values:
    """The values of one file. It is read again only to name the place of something that is wrong."""

    path: Path
    document: YamlDocument = field(repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Where each value begins in the text of the passage."""
        return [0, *accumulate(len(text) + 1 for _, text in self.document.strings)]

    @cached_property
    def lines(self) -> list[str]:
        return read_text(self.path).split("\n")

    @cached_property
    def beginnings(self) -> list[int]:
        """The lines of the file on which something begins, in order."""
        return sorted({position.line for position in self.document.positions.values()})

    def at(self, offset: int) -> tuple[Place, str, int]:
        """The keys, the text and the beginning of the value at ``offset``."""
        index = min(bisect_right(self.starts, offset), len(self.starts) - 1) - 1
        return *self.document.strings[index], self.starts[index]

    def position(self, start: int, end: int) -> Position:
        place, text, begins = self.at(start)
        part = text[start - begins : end - begins].split("\n")[0]
        occurrence = text.count(part, 0, start - begins + len(part) - 1)
        at = self.document.position(place)
        following = bisect_right(self.beginnings, at.line)
        last = self.beginnings[following] if following < len(self.beginnings) else at.line + 1
        written = "\n".join(self.lines[at.line - 1 : max(last - 1, at.line)])
        found = at.column - 2
        for _ in range(occurrence + 1):
            found = written.find(part, found + 1)
            if found < 0:
                return at
        return Position(at.line + written.count("\n", 0, found), found - written.rfind("\n", 0, found))


def passages(library: Library) -> Iterator[Passage]:
    """Every passage of pages written by hand, then of the data files."""
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield _values(page.path, page.meta, page)
                yield Passage(page.path, page.body, page)
    for name, document in library.documents.items():
        if name not in _ONLY_IDS:
            yield _values(library.project.data / f"{name}.yml", document, None)


def _values(path: Path, document: YamlDocument, page: Page | None) -> Passage:
    text = "\n".join([text for _, text in document.strings])
    return Passage(path, text, page, _Values(path, document))
