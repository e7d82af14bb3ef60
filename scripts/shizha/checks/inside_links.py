"""SZ404–SZ405: links of pages are links to pages of this site, and lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from ..content.files import RULE_LIST, STATUS, page_id_of
from ..content.languages import LANGUAGES
from ..content.library import Library
from ..content.outline import Link
from ..content.page import Page
from .catalogue import rule_ids
from .finding import NOTHING, Finding, Message
from .likeness import closest
from .rules.inside_links import INTERNAL_LINK, OUTSIDE_LINK, RULES

__all__ = ["RULES", "check"]

_SAME_LANGUAGE = Message(
    "链接留在同一种语言里：写从这一页到同语言页面的路径，比如 ../emergency.md。读者在页面上方换语言。",
    "Links stay in the page’s language: write the path to the page in the same one, like ../emergency.md. Readers change languages at the top of a page.",
)


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived or _leads_elsewhere(library, page):
                yield from _links(library, page)


def _links(library: Library, page: Page) -> Iterator[Finding]:
    for link in page.outline.links:
        if page.derived and _link(library, library.source(page.id), link):
            continue  # the source page has this finding already
        if finding := _link(library, page, link):
            yield finding


def _leads_elsewhere(library: Library, page: Page) -> bool:
    """Whether a link that is right on the source page may be wrong on ``page``, which is derived from it.

    Only a link to a section can be, and only if the page that it leads to was written by hand in this language. The text of
    a derived page is not looked at for that: few are ever needed.
    """
    source = library.source(page.id)
    for link in source.outline.links:
        target, _, fragment = link.target.partition("#")
        if fragment and target:
            destination = library.page(page.language, page_id_of(_file_of(source, target)))
            if destination and not destination.derived and fragment not in destination.section_ids:
                return True
    return False


def _file_of(page: Page, target: str) -> str:
    """The file that a relative link on ``page`` leads to, below the folder of its language."""
    return _file_from(posixpath.dirname(page.file), target)


@lru_cache(maxsize=16384)
def _file_from(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(target)))


def _link(library: Library, page: Page, link: Link) -> Finding | None:
    target, _, fragment = link.target.partition("#")
    if "//" in target or ":" in target:
        return OUTSIDE_LINK.found(
            library.project,
            page.path,
            link.position,
            Message("正文里不直接写网址", "Web addresses are not written in the text"),
            _own_page(library, page, link.target)
            or Message(
                "官方网站先登记在 data/domains.yml，再写 [[site:编号]]。",
                "Official sites are listed in data/domains.yml; write [[site:id]].",
            ),
        )
    if link.image:
        return None
    if not link.target:
        return _dead(
            library,
            page,
            link,
            Message("写上要去的页面：[文字](../页面.md)。", "Say where it leads: [text](../page.md)."),
        )
    if target.startswith("/") or (target and not target.endswith(".md")):
        return _dead(library, page, link, _with_ending(library, page, target))
    target_id = page.id
    if target:
        file = _file_of(page, target)
        if file.startswith("../"):
            return _dead(library, page, link, _SAME_LANGUAGE)
        target_id = page_id_of(file)
        if f"{target_id}/".startswith(f"{RULE_LIST}/"):
            return _to_rule_list(library, page, link, target_id, fragment)
        if target_id == STATUS and not fragment:
            return None  # made when the site is built
        if file not in library.files_of(page.language):
            close = closest(file, library.files_of(page.language))
            return _dead(library, page, link, _did_you_mean(page, close) if close else NOTHING)
    destination = library.edition(page.language, target_id)
    if fragment and destination and fragment not in destination.section_ids:
        close = closest(fragment, destination.section_ids)
        listed = sorted(destination.section_ids)
        return _dead(
            library,
            page,
            link,
            Message(f"是不是 #{close}？", f"Did you mean #{close}?")
            if close
            else Message("那一页的小节有：" + "、".join(listed), "Sections of that page: " + ", ".join(listed)),
        )
    return None


def _to_rule_list(library: Library, page: Page, link: Link, target_id: str, fragment: str) -> Finding | None:
    """The list is one page with a part for each rule; the pages of the rules are reached from there."""
    rules = rule_ids()
    if target_id == RULE_LIST and (not fragment or fragment in rules):
        return None
    wanted = (fragment or target_id.rpartition("/")[2]).upper()
    anchor = f"#{wanted}" if wanted in rules else ""
    return _dead(library, page, link, _did_you_mean(page, f"{RULE_LIST}.md{anchor}"))


def _did_you_mean(page: Page, file: str) -> Message:
    link = posixpath.relpath(file, posixpath.dirname(page.file) or ".")
    return Message(f"是不是 {link}？", f"Did you mean {link}?")


def _with_ending(library: Library, page: Page, target: str) -> Message:
    """What to write for a link that has the form of an address, not of a file."""
    stem = re.sub(r"(?:/index)?(?:\.html?)?/?$", "", unquote(target))
    base = stem.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(page.file), stem)
    file = posixpath.normpath(base)
    known = library.files_of(page.language) | {f"{RULE_LIST}.md", f"{STATUS}.md"}
    there = [item for item in (f"{file}.md", f"{file}/index.md") if item in known]
    if there:
        link = posixpath.relpath(there[0], posixpath.dirname(page.file) or ".")
        return Message(f"链接写文件名，以 .md 结尾：{link}。", f"Link to the file, which ends in .md: {link}.")
    return Message(
        "链接写文件名，以 .md 结尾，比如 ../emergency.md。",
        "Link to the file, which ends in .md, like ../emergency.md.",
    )


def _own_page(library: Library, page: Page, target: str) -> Message | None:
    """How to link to a page of this site whose whole address was written; None for other addresses."""
    address, _, fragment = target.partition("#")
    site = library.data.site.url
    if not f"{address}/".startswith(site):
        return None
    path = address[len(site) :].strip("/")
    for language in LANGUAGES:
        if language.prefix and f"{path}/".startswith(language.prefix):
            path = path[len(language.prefix) :].strip("/")
            break
    found = library.source(path or "index")
    if found is None:
        return Message(
            "这是本站自己的网址。链接写文件名，比如 ../emergency.md。",
            "This is an address of this site. Link to the file, like ../emergency.md.",
        )
    link = posixpath.relpath(found.file, posixpath.dirname(page.file) or ".") + (f"#{fragment}" if fragment else "")
    return Message(f"这是本站自己的页面，写成 {link}。", f"This is a page of this site: write {link}.")


def _dead(library: Library, page: Page, link: Link, hint: Message) -> Finding:
    language = "" if not page.derived else "（zh-Hant）"
    return INTERNAL_LINK.found(
        library.project,
        page.path,
        link.position,
        Message(f"“{link.target}”没有这样的页面或小节{language}", f"“{link.target}” is no page or section{language}"),
        hint,
    )
