"""SZ401–SZ409: ids that pages and data files refer to must exist, and links inside the site must lead somewhere."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from ..content.files import page_id_of
from ..content.front_matter import FrontMatter, Kit, Material, Scam
from ..content.library import Library
from ..content.outline import Link
from ..content.page import Page
from ..content.source_text import Position
from .finding import NOTHING, Finding, Message, Rule

UNKNOWN_ID = Rule("SZ401", Message("引用的编号不存在", "An id that does not exist"))
MALFORMED = Rule("SZ402", Message("引用的写法不对", "A reference with the wrong form"))
UNLISTED_SOURCE = Rule("SZ403", Message("出处没有列在 sources", "A cited source is not listed"))
INTERNAL_LINK = Rule("SZ404", Message("站内链接走不通", "A link inside the site leads nowhere"))
OUTSIDE_LINK = Rule("SZ405", Message("正文里有网址", "A web address in the text"))

RULES = (UNKNOWN_ID, MALFORMED, UNLISTED_SOURCE, INTERNAL_LINK, OUTSIDE_LINK)


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    yield from _data(library)
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _front_matter(library, page)
                yield from _body(library, page)
            yield from _links(library, page)


def _unknown(
    library: Library, page: Page, position: Position, what: Message, value: str, known: Iterable[str], file: str
) -> Finding:
    close = difflib.get_close_matches(value, list(known), n=1, cutoff=0.5)
    return UNKNOWN_ID.found(
        library.project,
        page.path,
        position,
        Message(f"{what.zh}“{value}”不存在", f"The {what.en} “{value}” does not exist"),
        Message(f"是不是 {close[0]}？登记在 {file}。", f"Did you mean {close[0]}? They are listed in {file}.")
        if close
        else Message(f"登记在 {file}。", f"They are listed in {file}."),
    )


def _vocabularies(library: Library, front: FrontMatter) -> Iterator[tuple[str, Message, Iterable[str], str]]:
    data = library.data
    taxonomy = "data/taxonomy.yml"
    yield "audience", Message("读者", "audience"), data.taxonomy.audiences, taxonomy
    yield "sources", Message("出处", "source"), data.sources, "data/sources.yml"
    yield "related", Message("页面", "page"), library.ids(), "docs/zh/"
    yield "contacts", Message("联系方式", "contact"), data.contacts, "data/contacts.yml"
    if isinstance(front, Scam):
        yield "family", Message("家族", "family"), data.taxonomy.families, taxonomy
        yield "routes", Message("途径", "route"), data.taxonomy.routes, taxonomy
        yield "hooks", Message("抓手", "hook"), data.taxonomy.hooks, taxonomy
    if isinstance(front, Material):
        yield (
            "kit",
            Message("活动包", "kit"),
            [item for item in library.ids() if isinstance(library.source(item).front, Kit)],
            "docs/zh/",
        )


def _front_matter(library: Library, page: Page) -> Iterator[Finding]:
    for key, what, known, file in _vocabularies(library, page.front):
        if key not in page.own:
            continue
        value = getattr(page.front, key, [])
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if item not in known:
                position = page.key_position(key, index) if isinstance(value, list) else page.key_position(key)
                yield _unknown(library, page, position, what, item, known, file)
            elif key == "related" and item == page.id:
                yield _unknown(
                    library,
                    page,
                    page.key_position(key, index),
                    Message("另一个页面", "other page"),
                    item,
                    [],
                    "docs/zh/",
                )


def _body(library: Library, page: Page) -> Iterator[Finding]:
    data = library.data
    tables: dict[str, tuple[Message, Iterable[str], str]] = {
        "tel": (Message("联系方式", "contact"), data.contacts, "data/contacts.yml"),
        "text": (Message("联系方式", "contact"), data.contacts, "data/contacts.yml"),
        "name": (Message("联系方式", "contact"), data.contacts, "data/contacts.yml"),
        "site": (Message("官方网站", "official site"), data.domains, "data/domains.yml"),
        "field": (Message("空格", "blank"), data.fields, "data/fields.yml"),
        "contacts": (Message("地区", "region"), data.taxonomy.regions, "data/taxonomy.yml"),
        "source": (Message("出处", "source"), data.sources, "data/sources.yml"),
    }
    for reference in page.outline.references:
        at = Position(reference.line, reference.column)
        if not reference.kind:
            yield MALFORMED.found(
                library.project,
                page.path,
                at,
                Message(f"看不懂的引用“[[{reference.target}]]”", f"“[[{reference.target}]]” is not a reference"),
                Message(
                    "写成 [[tel:编号]]、[[name:编号]]、[[site:编号]] 或 [[field:编号]]。",
                    "Write [[tel:id]], [[name:id]], [[site:id]] or [[field:id]].",
                ),
            )
            continue
        what, known, file = tables[reference.kind]
        if reference.target not in known:
            yield _unknown(library, page, at, what, reference.target, known, file)
        elif reference.kind in ("tel", "text") and data.contacts[reference.target].number is None:
            yield MALFORMED.found(
                library.project,
                page.path,
                at,
                Message(f"{reference.target} 没有号码", f"{reference.target} has no number"),
                Message("改用 [[site:…]] 或 [[name:…]]。", "Use [[site:…]] or [[name:…]]."),
            )
        elif reference.kind == "source" and reference.target not in page.front.sources:
            yield UNLISTED_SOURCE.found(
                library.project,
                page.path,
                at,
                Message(
                    f"出处 {reference.target} 没有写进 sources", f"The source {reference.target} is not in sources"
                ),
                Message("在 front matter 的 sources 里加上它。", "Add it to sources in the front matter."),
            )


def _links(library: Library, page: Page) -> Iterator[Finding]:
    for link in page.outline.links:
        if page.derived and _link(library, library.source(page.id), link):
            continue  # the source page has this finding already
        if finding := _link(library, page, link):
            yield finding


def _link(library: Library, page: Page, link: Link) -> Finding | None:
    target, _, fragment = link.target.partition("#")
    if "//" in target or ":" in target:
        return OUTSIDE_LINK.found(
            library.project,
            page.path,
            link.position,
            Message("正文里不直接写网址", "Web addresses are not written in the text"),
            Message(
                "官方网站先登记在 data/domains.yml，再写 [[site:编号]]。",
                "Official sites are listed in data/domains.yml; write [[site:id]].",
            ),
        )
    if link.image:
        return None
    if target.startswith("/") or (target and not target.endswith(".md")):
        return _dead(
            library,
            page,
            link,
            Message(
                "写相对路径，以 .md 结尾，比如 ../emergency.md。",
                "Write a relative path that ends in .md, like ../emergency.md.",
            ),
        )
    target_id = page.id
    if target:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(target)))
        target_id = page_id_of(file)
        known = {item.file for item in library.pages[page.language.code].values()} | {
            item.file for item in library.pages["zh"].values()
        }
        if file not in known:
            close = difflib.get_close_matches(file, known, n=1)
            return _dead(
                library, page, link, Message(f"是不是 {close[0]}？", f"Did you mean {close[0]}?") if close else NOTHING
            )
    destination = library.edition(page.language, target_id)
    if fragment and destination and fragment not in destination.outline.ids():
        ids = sorted(destination.outline.ids())
        return _dead(
            library,
            page,
            link,
            Message("那一页的小节有：" + "、".join(ids), "Sections of that page: " + ", ".join(ids)),
        )
    return None


def _dead(library: Library, page: Page, link: Link, hint: Message) -> Finding:
    language = "" if not page.derived else "（zh-Hant）"
    return INTERNAL_LINK.found(
        library.project,
        page.path,
        link.position,
        Message(f"“{link.target}”没有这样的页面或小节{language}", f"“{link.target}” is no page or section{language}"),
        hint,
    )


def _data(library: Library) -> Iterator[Finding]:
    data = library.data
    entries = [("contacts", item_id, item.sources, item.site) for item_id, item in data.contacts.items()]
    entries += [("sources", item_id, [], item.site) for item_id, item in data.sources.items()]
    for name, item_id, sources, site in entries:
        path = library.project.data / f"{name}.yml"
        for value, known, file in [
            *((source, data.sources, "sources") for source in sources),
            *([(site, data.domains, "domains")] if site else []),
        ]:
            if value not in known:
                yield UNKNOWN_ID.found(
                    library.project,
                    path,
                    Position(1),
                    Message(
                        f"{item_id} 引用的“{value}”不在 data/{file}.yml",
                        f"{item_id} refers to “{value}”, which is not in data/{file}.yml",
                    ),
                )
