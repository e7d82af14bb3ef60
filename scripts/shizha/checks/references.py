"""SZ401–SZ403, SZ406: ids that pages and data files refer to must exist, and sources are listed and cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..content.data import Contact
from ..content.front_matter import FrontMatter, Kit, Material, Scam
from ..content.library import Library
from ..content.page import Page
from ..content.references import OWN, QUIZ_KINDS
from ..content.source_text import Position
from .finding import Finding, Message
from .likeness import closest
from .rules.references import MALFORMED, RULES, UNCITED, UNKNOWN_ID, UNLISTED_SOURCE

__all__ = ["RULES", "check"]


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


def _unknown(
    library: Library, page: Page, position: Position, what: Message, value: str, known: Iterable[str], file: str
) -> Finding:
    close = closest(value, frozenset(known), 0.5)
    return UNKNOWN_ID.found(
        library.project,
        page.path,
        position,
        Message(f"{what.zh}“{value}”不存在", f"The {what.en} “{value}” does not exist"),
        Message(f"是不是 {close}？登记在 {file}。", f"Did you mean {close}? They are listed in {file}.")
        if close
        else Message(f"编号登记在 {file}，没有的先在那里加上。", f"They are listed in {file}; add one there first."),
    )


def _vocabularies(library: Library, front: FrontMatter) -> Iterator[tuple[str, Message, Iterable[str], str]]:
    data = library.data
    taxonomy = "data/taxonomy.yml"
    yield "audience", Message("读者", "audience"), data.taxonomy.audiences, taxonomy
    yield "sources", Message("出处", "source"), data.sources, "data/sources.yml"
    yield "related", Message("页面", "page"), library.pages["zh"], "docs/zh/"
    yield "reports", Message("总结条目", "item of the field reports"), data.reports or {}, "data/reports.yml"
    yield "contacts", Message("联系方式", "contact"), data.contacts, "data/contacts.yml"
    if isinstance(front, Scam):
        yield "family", Message("家族", "family"), data.taxonomy.families, taxonomy
        yield "routes", Message("途径", "route"), data.taxonomy.routes, taxonomy
        yield "hooks", Message("抓手", "hook"), data.taxonomy.hooks, taxonomy
    if isinstance(front, Kit):
        yield "campaigns", Message("活动日期", "campaign"), data.calendar.entries(), "data/calendar.yml"
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
                    Message(
                        "从 contacts 里删掉，正文里写 [[name:…]]。",
                        "Delete it from contacts; in the text write [[name:…]].",
                    ),
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
        **dict.fromkeys(QUIZ_KINDS, (Message("测验", "quiz"), data.quizzes, "data/quizzes.yml")),
        "own": (Message("本站自己的引用", "reference to this site"), OWN, "data/site.yml"),
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
                _form(reference.target),
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
                Message(
                    f"在文件开头写 sources: [{', '.join([*page.front.sources, reference.target])}]",
                    f"Write in the front matter: sources: [{', '.join([*page.front.sources, reference.target])}]",
                ),
            )


def _form(inside: str) -> Message:
    """How to write a reference that is in brackets and in no form that is known."""
    if "：" in inside:
        right = inside.replace("：", ":")
        return Message(f"冒号要用英文的：[[{right}]]", f"Type the plain colon: [[{right}]]")
    return Message(
        "写成 [[tel:编号]]、[[name:编号]]、[[site:编号]] 或 [[field:编号]]。",
        "Write [[tel:id]], [[name:id]], [[site:id]] or [[field:id]].",
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


def _data(library: Library) -> Iterator[Finding]:
    data = library.data
    named: list[tuple[str, tuple[str | int, ...], str, Iterable[str], str]] = []
    for key, contact in data.contacts.items():
        named += [
            ("contacts", (key, "sources", n), source, data.sources, "sources")
            for n, source in enumerate(contact.sources)
        ]
    for part, campaigns in (("weeks", data.calendar.weeks), ("days", data.calendar.days)):
        named += [
            ("calendar", (part, key, "sources", n), source, data.sources, "sources")
            for key, campaign in campaigns.items()
            for n, source in enumerate(campaign.sources)
        ]
    named += [
        ("quizzes", (key, "questions", n, "why", "zh"), source, data.sources, "sources")
        for key, quiz in data.quizzes.items()
        for n, question in enumerate(quiz.questions)
        for source in question.sources
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
                    f"{_entry(place)} 引用的“{value}”不在 data/{listed}.yml",
                    f"{_entry(place)} refers to “{value}”, which is not in data/{listed}.yml",
                ),
            )


def _entry(place: tuple[str | int, ...]) -> str | int:
    """The id of the entry at ``place``: calendar and the like have their entries below a key."""
    return place[1] if place[0] in ("weeks", "days") else place[0]
