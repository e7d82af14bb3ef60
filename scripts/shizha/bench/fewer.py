"""A project with fewer pages than there are: for a benchmark at a size that the site has outgrown."""

from __future__ import annotations

import dataclasses
import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import Path

import yaml

from ..content.files import page_id_of
from ..content.languages import LANGUAGES
from ..content.library import Library
from ..content.page import Page
from ..project import Project

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)")


class TooFewPages(Exception):
    """Fewer pages were asked for than a whole site has. The text says so in both languages."""


def chosen(library: Library, pages: int) -> frozenset[str]:
    """The ids of ``pages`` pages that are a whole site: the front pages of sections, what every page leads to, and of the rest
    every so-manieth. Raises TooFewPages."""
    needed = [page_id for page_id in library.ids() if _is_needed(library.source(page_id))]
    rest = [page_id for page_id in library.ids() if page_id not in set(needed)]
    wanted = pages - len(needed)
    if wanted < 0:
        raise TooFewPages(f"至少要{len(needed)}页 / at least {len(needed)} pages")
    return frozenset(needed + [rest[number * len(rest) // wanted] for number in range(wanted)])


def _is_needed(page: Page) -> bool:
    return "/" not in page.id or page.id.startswith("contacts/") or posixpath.basename(page.file) == "index.md"


def write_fewer(library: Library, target: Project, ids: Collection[str]) -> None:
    """Write into ``target`` the pages ``ids`` of ``library``, the list of those that are published, and the reports that they serve."""
    for page_id in ids:
        source = without_links(library.source(page_id), ids)
        for language in LANGUAGES:
            page = library.page(language, page_id)
            if page is None or page.derived:
                continue
            cut = without_links(page, ids)
            meta = dict(page.meta.data)
            if "related" in meta:
                meta["related"] = cut.front.related
            if page.synced_with:
                meta["synced_with"] = source.fingerprint
            write_page(target.docs / language.code / page.file, meta, cut.body)
    published = "".join(f"- {page_id}\n" for page_id in library.published if page_id in ids)
    (target.data / "published.yml").write_text(published, encoding="utf-8", newline="\n")
    served = {item for page_id in ids for item in library.source(page_id).front.reports}
    reports = {item: words for item, words in (library.documents["reports"].data or {}).items() if item in served}
    text = yaml.safe_dump(reports, allow_unicode=True, sort_keys=False)
    (target.data / "reports.yml").write_text(text, encoding="utf-8", newline="\n")


def without_links(page: Page, ids: Collection[str]) -> Page:
    """``page`` with the words of a link in place of each link to a page that is not among ``ids``."""
    folder = posixpath.dirname(page.file)

    def words(link: re.Match[str]) -> str:
        there = page_id_of(posixpath.normpath(posixpath.join(folder, link[2])))
        return link[0] if there in ids else link[1]

    related = [item for item in page.front.related if item in ids]
    front = page.front.model_copy(update={"related": related})
    return dataclasses.replace(page, front=front, body=_LINK.sub(words, page.body))


def write_page(path: Path, meta: Mapping[str, object], body: str) -> None:
    """Write a page's file with the front matter ``meta``."""
    front = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False, width=10_000)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8", newline="\n")
