"""SZ401–SZ406: ids that pages and data files refer to must exist, and links inside the site must lead somewhere."""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

from ..content.data import Contact
from ..content.files import page_id_of
from ..content.front_matter import FrontMatter, Material, Scam
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
UNCITED = Rule("SZ406", Message("列出的出处没有用到", "A listed source is not cited"))

RULES = (UNKNOWN_ID, MALFORMED, UNLISTED_SOURCE, INTERNAL_LINK, OUTSIDE_LINK, UNCITED)

_SAME_LANGUAGE = Message(
    "链接留在同一种语言里：写从这一页到同语言页面的路径，比如 ../emergency.md。读者在页面上方换语言。",
    "Links stay in the page’s language: write the path to the page in the same one, like ../emergency.md. Readers change languages at the top of a page.",
)


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    yield from _data(library)
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _front_matter(library, page)
                yield from _body(library, page)
                yield from _definitions(library, page)
                yield from _uncited(library, page)
                yield from _links(library, page)
            elif _leads_elsewhere(library, page):
                yield from _links(library, page)


@lru_cache(maxsize=1024)
def _closest(value: str, known: frozenset[str], likeness: float) -> str | None:
    """The one of ``known`` that is most like ``value``. When a page is renamed, every link to it asks the same."""
    return next(iter(difflib.get_close_matches(value, known, n=1, cutoff=likeness)), None)


def _unknown(
    library: Library, page: Page, position: Position, what: Message, value: str, known: Iterable[str], file: str
) -> Finding:
    close = _closest(value, frozenset(known), 0.5)
    return UNKNOWN_ID.found(
        library.project,
        page.path,
        position,
        Message(f"{what.zh}“{value}”不存在", f"The {what.en} “{value}” does not exist"),
        Message(f"是不是 {close}？登记在 {file}。", f"Did you mean {close}? They are listed in {file}.")
        if close
        else Message(f"登记在 {file}。", f"They are listed in {file}."),
    )


def _vocabularies(library: Library, front: FrontMatter) -> Iterator[tuple[str, Message, Iterable[str], str]]:
    data = library.data
    taxonomy = "data/taxonomy.yml"
    yield "audience", Message("读者", "audience"), data.taxonomy.audiences, taxonomy
    yield "sources", Message("出处", "source"), data.sources, "data/sources.yml"
    yield "related", Message("页面", "page"), library.pages["zh"], "docs/zh/"
    yield "contacts", Message("联系方式", "contact"), data.contacts, "data/contacts.yml"
    if isinstance(front, Scam):
        yield "family", Message("家族", "family"), data.taxonomy.families, taxonomy
        yield "routes", Message("途径", "route"), data.taxonomy.routes, taxonomy
        yield "hooks", Message("抓手", "hook"), data.taxonomy.hooks, taxonomy
    if isinstance(front, Material):
        yield "kit", Message("活动包", "kit"), library.kits, "docs/zh/"


def _front_matter(library: Library, page: Page) -> Iterator[Finding]:
    for key, what, known, file in _vocabularies(library, page.front):
        if key not in page.own:
            continue
        value = getattr(page.front, key, [])
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if item not in known:
                position = page.key_position(key, index) if isinstance(value, list) else page.key_position(key)
                yield _unknown(library, page, position, what, item, known, file)
            elif key == "contacts" and not _can_be_dialled(library.data.contacts[item]):
                yield MALFORMED.found(
                    library.project,
                    page.path,
                    page.key_position(key, index),
                    Message(f"{item} 不能拨打，不能做成按钮", f"{item} cannot be dialled and makes no button"),
                )
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
        elif reference.kind == "tel" and not _can_be_dialled(data.contacts[reference.target]):
            yield MALFORMED.found(
                library.project,
                page.path,
                at,
                Message(f"{reference.target} 不能拨打", f"{reference.target} cannot be dialled"),
                Message("改用 [[text:…]] 或 [[name:…]]。", "Use [[text:…]] or [[name:…]]."),
            )
        elif reference.kind == "text" and data.contacts[reference.target].number is None:
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


def _can_be_dialled(contact: Contact) -> bool:
    return bool(contact.number and contact.dial and contact.public_calls)


def _definitions(library: Library, page: Page) -> Iterator[Finding]:
    for line in page.outline.definitions:
        yield MALFORMED.found(
            library.project,
            page.path,
            Position(line),
            Message("不用“[名字]: 网址”这种写法", "Links are not defined by name here"),
            Message(
                "把链接直接写在文字后面：[文字](../页面.md)。出处写 [^编号]。",
                "Write the link where it stands: [text](../page.md). Sources are cited as [^id].",
            ),
        )


def _uncited(library: Library, page: Page) -> Iterator[Finding]:
    cited = {reference.target for reference in page.outline.references if reference.kind == "source"}
    if "sources" in page.own:
        for index, source in enumerate(page.front.sources):
            if source not in cited and source in library.data.sources:
                yield UNCITED.found(
                    library.project,
                    page.path,
                    page.key_position("sources", index),
                    Message(f"出处 {source} 正文里没有用到", f"The source {source} is not cited in the text"),
                    Message(
                        "在它支持的那句话后面写 [^编号]，或者从 sources 里删掉。",
                        "Cite it as [^id] after the sentence that rests on it, or delete it from sources.",
                    ),
                )


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
            Message(
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
        file = _file_of(page, target)
        if file.startswith("../"):
            return _dead(library, page, link, _SAME_LANGUAGE)
        target_id = page_id_of(file)
        known = library.files_of(page.language)
        if file not in known:
            close = _closest(file, known, 0.6)
            hint = Message(f"是不是 {close}？", f"Did you mean {close}?") if close else NOTHING
            return _dead(library, page, link, hint)
    destination = library.edition(page.language, target_id)
    if fragment and destination and fragment not in destination.section_ids:
        ids = sorted(destination.section_ids)
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
    named: list[tuple[str, tuple[str | int, ...], str, Iterable[str], str]] = []
    for key, contact in data.contacts.items():
        named += [
            ("contacts", (key, "sources", n), source, data.sources, "sources")
            for n, source in enumerate(contact.sources)
        ]
    for file, entries in (("contacts", data.contacts), ("sources", data.sources)):
        named += [
            (file, (key, "site"), entry.site, data.domains, "domains") for key, entry in entries.items() if entry.site
        ]
    for file, place, value, known, listed in named:
        if value not in known:
            yield UNKNOWN_ID.found(
                library.project,
                library.project.data / f"{file}.yml",
                library.documents[file].position(place),
                Message(
                    f"{place[0]} 引用的“{value}”不在 data/{listed}.yml",
                    f"{place[0]} refers to “{value}”, which is not in data/{listed}.yml",
                ),
            )
