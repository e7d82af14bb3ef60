"""A project of any number of pages to measure with: the real pages, and copies of them under other ids and in other words.

What comes out passes the check without a finding, as the real content does, and is the same on every run and machine.
"""

from __future__ import annotations

import dataclasses
import posixpath
import re
import shutil
from collections.abc import Iterator

import yaml

from ..content.code import code_lines
from ..content.files import page_id_of
from ..content.languages import EN, LANGUAGES
from ..content.library import Library, load_library
from ..content.page import Page
from ..project import Project

# What the commands need of a checkout beside its pages.
_PARTS = ("data", "overrides", "scripts", "mkdocs.yml", "requirements.txt")

# A made-up place tells each copy from the others, in its title and in every paragraph. The characters are the same in both
# Chinese scripts.
_HAN = ("青白南北上下石竹梅柳桃江河湖山月杏槐桂荷", "山川村溪林原田坡泉城口井浦洲亭寺塔津埔屯")
_LATIN = (
    ("Ash", "Beech", "Birch", "Black", "Clay", "Cold", "Deer", "East", "Elm", "Fair",
     "Glen", "Green", "Hazel", "High", "King", "Lark", "Long", "Marsh", "North", "Oak"),
    ("bank", "bourne", "bridge", "bury", "by", "church", "cliffe", "combe", "cross", "dale",
     "field", "ford", "gate", "ham", "hill", "hurst", "ley", "mere", "ton", "wick"),
)  # fmt: skip
_SIZE = 20

_PARAGRAPH = re.compile(r"(\s*(?:[-*] |\d{1,2}\. )?)(?=[“A-Za-z\u4e00-\u9fff])")
_SHORTEST_PARAGRAPH = 12
_TARGET = re.compile(r"(?<=\]\()([^()\s#]+\.md)")
_LONGEST = {"han": {"title": 32, "description": 110}, "latin": {"title": 90, "description": 200}}


class TooFewPages(Exception):
    """A corpus holds all real pages; fewer were asked for. The text says so in both languages."""


def make_corpus(source: Project, target: Project, pages: int) -> Library:
    """Write a project of ``pages`` pages a language at ``target``, an empty folder; returns the library of ``source``.

    Raises TooFewPages.
    """
    library = load_library(source)
    real = library.ids()
    if pages < len(real):
        raise TooFewPages(f"至少要{len(real)}页，真的页面有这么多 / at least {len(real)} pages: so many are real")
    for part in _PARTS:
        place = source.root / part
        if place.is_dir():
            shutil.copytree(place, target.root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(place, target.root / part)
    shutil.copytree(source.docs, target.docs)
    with (target.data / "published.yml").open("a", encoding="utf-8", newline="\n") as published:
        for generation, ids in enumerate(_generations(library, pages - len(real))):
            for page_id in ids:
                published.write(f"- {_write_copy(library, target, page_id, generation, ids)}\n")
    return library


def _generations(library: Library, copies: int) -> Iterator[list[str]]:
    """The ids that each round of copying takes. Front pages of sections stay single: there is one to a folder."""
    ids = [item for item in library.ids() if posixpath.basename(library.source(item).file) != "index.md"]
    while copies > 0:
        yield ids[:copies]
        copies -= len(ids)


def _write_copy(library: Library, target: Project, page_id: str, generation: int, ids: list[str]) -> str:
    """Write one copy in every language in which the page is written by hand; returns the id of the copy."""
    copied = {item: f"{item}-{generation + 2}" for item in ids}
    number = generation * len(library.ids()) + ids.index(page_id)
    fingerprint = _altered(library.source(page_id), number, copied).fingerprint
    for language in LANGUAGES:
        page = library.page(language, page_id)
        if page is None or page.derived:
            continue
        copy = _altered(page, number, copied)
        meta = {key: _words(copy, key) for key in page.meta.data}
        if page.synced_with:
            meta["synced_with"] = fingerprint
        path = target.docs / language.code / f"{copied[page_id]}.md"
        front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=10_000)
        path.write_text(f"---\n{front}---\n{copy.body}", encoding="utf-8", newline="\n")
    return copied[page_id]


def _words(page: Page, key: str) -> object:
    """What the front matter of a copy says under ``key``: the typed value if it is written as it is, else the text."""
    return getattr(page.front, key) if key in ("name", "title", "description", "related") else page.meta.data[key]


def _altered(page: Page, number: int, copied: dict[str, str]) -> Page:
    """``page`` as copy ``number``, with its links leading to the copies of the same round."""
    place = _place(number, page)
    front = page.front
    words = {"name": f"{front.name}{place}" if page.language is not EN else f"{front.name} {place}"}
    for key, longest in _LONGEST["latin" if page.language is EN else "han"].items():
        longer = f"{place}{'，' if page.language is not EN else ': '}{getattr(front, key)}"
        words[key] = longer if len(longer) <= longest else getattr(front, key)
    related = [copied.get(item, item) for item in front.related]
    return dataclasses.replace(
        page, front=front.model_copy(update={**words, "related": related}), body=_body(page, place, copied)
    )


def _body(page: Page, place: str, copied: dict[str, str]) -> str:
    lead = f"In {place}: " if page.language is EN else f"在{place}，"
    folder = posixpath.dirname(page.file)

    def target(link: re.Match[str]) -> str:
        file = posixpath.normpath(posixpath.join(folder, link[1]))
        there = copied.get(page_id_of(file))
        return posixpath.relpath(f"{there}.md", folder or ".") if there else link[1]

    lines = page.body.split("\n")
    for index, (line, (is_code, _)) in enumerate(zip(lines, code_lines(lines), strict=True)):
        if not is_code:
            line = _TARGET.sub(target, line)
            if len(line) >= _SHORTEST_PARAGRAPH and (start := _PARAGRAPH.match(line)):
                line = start[0] + lead + line[start.end() :]
            lines[index] = line
    return "\n".join(lines)


def _place(number: int, page: Page) -> str:
    """The name of place ``number``, in the language of ``page``; no two numbers have the same one."""
    names = _LATIN if page.language is EN else _HAN
    rest, last = divmod(number, _SIZE)
    parts = [names[1][last]]
    while rest:
        rest, digit = divmod(rest, _SIZE)
        parts.append(names[0][digit])
    return "".join(reversed(parts)) if len(parts) > 1 else names[0][0] + parts[0]
