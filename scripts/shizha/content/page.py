"""One page: parsed once from its file, then used by everything that follows."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel

from .files import page_id_of
from .front_matter import FrontMatter, Kit, Material, fields_marked
from .languages import Language
from .outline import Outline, outline_of
from .source_text import Position, SourceError
from .yaml_source import YamlDocument, parse_yaml

_FENCE = "---"


@dataclass
class RawPage:
    """A file split into front matter and body, before the front matter has been given its type."""

    id: str
    language: Language
    file: str
    path: Path
    meta: YamlDocument
    body: str
    body_line: int

    @property
    def keys(self) -> dict[str, object]:
        return self.meta.data if isinstance(self.meta.data, dict) else {}


@dataclass
class Page:
    """A page of one language.

    front: complete and typed; a translation has taken from the source what it does not carry itself.
    file: path below the language's folder, e.g. ``schools/index.md``.
    own: the fields that this page's own file carries.
    derived: made by program from the source page, not written by hand. Its path is the source's.
    generated: made by program in every language. There is no file at its path.
    """

    id: str
    language: Language
    file: str
    path: Path
    front: FrontMatter
    body: str
    body_line: int
    meta: YamlDocument = field(repr=False)
    own: frozenset[str] = frozenset()
    synced_with: str | None = None
    derived: bool = False
    generated: bool = False

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the body; the first is line ``body_line`` of the file. ``outline.code`` says which of them are code."""
        return self.body.split("\n")

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self.body, self.body_line)

    @property
    def section_ids(self) -> frozenset[str]:
        """The ids of its headings, which are the same in every edition that was made by program."""
        return self.outline.ids()

    @property
    def url(self) -> str:
        return self.language.url_of(self.id)

    @property
    def kit(self) -> str:
        """The id of the kit that this page belongs to, or is; empty for others."""
        if isinstance(self.front, Material):
            return self.front.kit
        return self.id if isinstance(self.front, Kit) else ""

    @property
    def src_uri(self) -> str:
        """The page's file below ``docs/`` as the generator names it; of its own language even if derived."""
        return f"{self.language.code}/{self.file}"

    def key_position(self, *path: str | int) -> Position:
        """Where a front matter key stands in the page's own file."""
        return self.meta.position(path)

    def is_behind(self, source: Page) -> bool:
        """Whether ``source`` has changed since this page was marked as matching it."""
        return self.synced_with is not None and self.synced_with != source.fingerprint

    @cached_property
    def fingerprint(self) -> str:
        """12 hexadecimal digits of what a translator has to follow: translatable fields and body.

        Dates, order, sources and trailing spaces are left out, so a review that changes no words makes no translation stale.
        """
        words = {name: _plain(getattr(self.front, name)) for name in fields_marked(type(self.front), "translatable")}
        body = "\n".join(line.rstrip() for line in self.body.strip().split("\n"))
        text = json.dumps([words, body], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:12]


def split_page(text: str, language: Language, file: str, path: Path) -> RawPage:
    """Split a page's text at its front matter.

    Raises SourceError with code ``no-front-matter``, ``front-matter-open``, ``front-matter-not-a-map`` or as `parse_yaml`.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        raise SourceError("no-front-matter")
    index = next((number for number, line in enumerate(lines) if number and line.rstrip() == _FENCE), 0)
    if not index:
        raise SourceError("front-matter-open", Position(_end_of_keys(lines)))
    meta = parse_yaml("\n".join(lines[1:index]), first_line=2)
    if not isinstance(meta.data, dict):
        raise SourceError("front-matter-not-a-map", Position(2))
    return RawPage(page_id_of(file), language, file, path, meta, "\n".join(lines[index + 1 :]), index + 2)


def _end_of_keys(lines: list[str]) -> int:
    """The first line, from 1, that is no longer “key: value”: where the closing fence of front matter is missing."""
    for number, line in enumerate(lines[1:], start=2):
        if not re.match(r"[A-Za-z_]+ ?[:：]|\s*- |\s+\S", line):
            return number
    return len(lines)


def _plain(value: object) -> object:
    return value.model_dump() if isinstance(value, BaseModel) else value
