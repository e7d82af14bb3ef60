"""The pages as plain Markdown, for generators that know nothing of this site: words, headings, lists, tables and links stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..content.languages import LANGUAGES, Language
from ..content.library import Library

_SUBSTITUTIONS = (
    (re.compile(r"\[\[[a-z]+:([^\]|]*)[^\]]*\]\]"), r"\1"),
    (re.compile(r"^(#+ .*?) *\{ *#[^}]*\}$", re.MULTILINE), r"\1"),
    (re.compile(r"^/// \w+ \| (.*)$", re.MULTILINE), r"**\1**"),
    (re.compile(r"^///.*$\n?", re.MULTILINE), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\]\([^()\s#]+\.md)#[^()\s]*\)"), r"\1)"),
    (re.compile(r"\]\(#[^()\s]*\)"), "](index.md)"),
    (re.compile(r"<"), "&lt;"),
)


@dataclass(frozen=True)
class PlainPage:
    """``file``: below the folder of its language. ``section``: the folder that the file is in, "" for the top."""

    language: Language
    file: str
    title: str
    description: str
    body: str

    @property
    def section(self) -> str:
        return self.file.rpartition("/")[0]

    def text(self, heading: bool = False) -> str:
        """The file: front matter, and the title as a heading too for generators that show only what is written."""
        front = "\n".join(
            f"{key}: {json.dumps(getattr(self, key), ensure_ascii=False)}" for key in ("title", "description")
        )
        return f"---\n{front}\n---\n\n" + (f"# {self.title}\n\n" if heading else "") + self.body


def plain_pages(library: Library) -> Iterator[PlainPage]:
    """Every page in every language. The edition of a language is there whole, derived pages too."""
    for language in LANGUAGES:
        for page_id in library.ids():
            page = library.edition(language, page_id)
            yield PlainPage(language, page.file, page.front.title, page.front.description, plain(page.body))


def plain(body: str) -> str:
    """The Markdown of ``body`` without what only this site understands: numbers by id, ids of headings, blocks, targets in a page."""
    for pattern, replacement in _SUBSTITUTIONS:
        body = pattern.sub(replacement, body)
    return body
