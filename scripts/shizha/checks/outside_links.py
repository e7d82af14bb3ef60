"""SZ411–SZ416: nothing in the text leads out of this site, or looks as if it did, but registered ids and defanged examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ..content.address_tricks import Trick, authority_of, host_of
from ..content.addresses import Address, addresses, suspicious_lines
from ..content.code import code_lines, inline_code
from ..content.library import Library
from ..content.outline import Link
from ..content.plain import PlainLine
from ..content.rendered import rendered
from ..content.seen import seen
from . import official_sites
from .finding import ENOUGH, Finding, Message, Rule, shown
from .passages import Passage, passages
from .rules.outside_links import ADDRESS, DISGUISE, HOST, MAIL, MISLEADING, RULES, SCHEME

__all__ = ["RULES", "check"]

# Where data files hold addresses; official_sites looks at those that lead to a site.
_ADDRESS_KEYS = frozenset(
    {
        ("domains", "url"),
        ("domains", "host"),
        ("site", "url"),
        ("site", "repository"),
        ("site", "corrections"),
        ("site", "signing_key"),
    }
    | {("contacts", "address")}
)

# A dot of a name may stand between marks that the page does not show.
_MARKED_DOT = re.compile(r"[*_`~>]\.[A-Za-z0-9*_`~<\u3400-\u9fff]|[A-Za-z0-9\u3400-\u9fff]\.[*_`~<]")


def check(library: Library) -> Iterator[Finding]:
    official = official_sites.hosts(library)
    for passage in passages(library):
        found = _body(library, passage, official) if passage.is_body else _value(library, passage, official)
        yield from islice(found, ENOUGH)


def _value(library: Library, passage: Passage, official: dict[str, str]) -> Iterator[Finding]:
    in_data = passage.page is None
    for start, line in suspicious_lines(passage.text):
        if in_data and (passage.path.stem, *passage.keys_at(start)[-1:]) in _ADDRESS_KEYS:
            continue
        for found in addresses(line, seen(line)):
            # A service may be called by its own address, like IdentityTheft.gov; a data file cannot hold references.
            if not (in_data and found.kind == "host" and not found.trick and found.host in official):
                yield _finding(library, passage, start, found, official)


def _body(library: Library, passage: Passage, official: dict[str, str]) -> Iterator[Finding]:
    for start, line in suspicious_lines(passage.text):
        number = passage.page.body_line + passage.line_of(start)
        links = [(link, *_places(link, line)) for link in passage.page.outline.links if link.position.line == number]
        for link, _, target in links:
            yield from _target(library, passage, start + target, link, official)
        known = [(target, target + len(link.target)) for link, _, target in links]
        plain = list(addresses(line, seen(line), known))
        for found in (*plain, *_through_markup(line, plain)):
            stands_for_none = found.host.endswith(".example") and not _is_own(library, found)
            if found.trick is None and stands_for_none and _in_code(passage, start, found):
                continue  # names that nobody can have, in an example of how something is written
            link = next((link for link, text, _ in links if text <= found.start < text + len(link.text)), None)
            if link and not link.image and found.host and found.host != _host(link.target):
                yield _misleading(library, passage, start, found, link)
            else:
                yield _finding(library, passage, start, found, official)


def _through_markup(line: str, plain: Sequence[Address]) -> Iterator[Address]:
    """Addresses that only the page shows, its markup gone: ``evil**.**top``. Not those that the line shows as it is written."""
    if not _MARKED_DOT.search(line):
        return
    page = rendered(PlainLine(line, range(len(line) + 1)))
    for found in addresses(page.text, seen(page.text)):
        start, end = page.columns[found.start], page.columns[found.end - 1] + 1
        if all(end <= other.start or other.end <= start for other in plain) and line[start:end] != found.shown:
            yield replace(found, start=start, end=end, trick="hidden")


def _places(link: Link, line: str) -> tuple[int, int]:
    """Where the text and the target of ``link`` begin in its line."""
    text = link.position.column + (1 if link.image else 0)
    return text, line.find(link.target, text + len(link.text) + 2)


def _host(target: str) -> str:
    return host_of(authority_of(seen(target).text.partition("//")[2]))


def _target(library: Library, passage: Passage, start: int, link: Link, official: dict[str, str]) -> Iterator[Finding]:
    """What SZ404 and SZ405, which have every target that leads outside, do not say of one: what the eye does not see."""
    for found in addresses(link.target, seen(link.target)):
        plain = link.target.startswith(found.shown) and found.shown.islower()
        if found.trick or (found.kind == "scheme" and not plain):
            yield _finding(library, passage, start, found, official)


def _is_own(library: Library, found: Address) -> bool:
    """Whether ``found`` spells this site's own domain name, which stands in the data and nowhere else."""
    return library.data is not None and found.host.removeprefix("www.") == library.data.site.host


def _in_code(passage: Passage, start: int, found: Address) -> bool:
    lines = passage.text.split("\n")
    number = passage.line_of(start)
    spans = inline_code(lines[number])
    return list(code_lines(lines))[number][0] or any(first <= found.start < last for first, last in spans)


# --- sentences --------------------------------------------------------------------------------------------------------

_WRITE = Message(
    "官方网站写 [[site:编号]]，编号在 data/domains.yml。骗子的网址要写成点不开的样子：hxxp://坏网站[.]top，每个点写成 [.]。",
    "For an official site write [[site:id]], with its id in data/domains.yml. Write a scam address so that it cannot be opened: hxxp://bad-site[.]top, with [.] for every dot.",
)
_OWN_HOST = Message(
    "这是本站自己的网址：写 [[own:host]]，它从 data/site.yml 来。站内的页面写 [文字](../页面.md)。",
    "This is the site’s own address: write [[own:host]], which comes from data/site.yml. A page of the site is linked as [text](../page.md).",
)
_TRICKS: dict[Trick, Message] = {
    "user": Message(
        "@ 前面的只是装样子，真正打开的是 @ 后面的", "what stands before the @ is a mask; what opens is behind it"
    ),
    "port": Message("后面带着端口号，官方网站不会这样", "it has a port, as official sites do not"),
    "percent": Message("域名里有百分号编码", "its domain is written in percent codes"),
    "punycode": Message(
        "xn-- 开头的域名会显示成别的字，可以冒充别的网站",
        "a domain with xn-- shows as other letters and can pass for another site",
    ),
    "letters": Message(
        "域名里有长得像英文的别种字母", "its domain has letters of another alphabet that look like Latin ones"
    ),
    "ip": Message("是一串数字的IP地址，看不出是谁的", "it is an IP address, which does not say whose it is"),
    "slashes": Message("斜杠的写法不对，浏览器照样会打开", "its slashes are wrong, and browsers open it all the same"),
    "shortener": Message("是短网址，看不出打开的是什么", "it is a short link, which does not say what opens"),
    "hidden": Message(
        "用编码、全角、看不见的字符或者标记拆开写，看起来不像网址",
        "it is written in codes, full-width or invisible characters, or split by marks, so as not to look like one",
    ),
}


def _finding(library: Library, passage: Passage, start: int, found: Address, official: dict[str, str]) -> Finding:
    rule, message, hint = _sentences(_short(found.shown), found)
    if rule in (ADDRESS, HOST) and passage.is_body and _is_own(library, found):
        hint = _OWN_HOST
    if rule in (ADDRESS, HOST) and (site := official_sites.id_of(found.host, official)):
        hint = (
            Message(
                f"这是登记过的官方网站：写 [[site:{site}]]。",
                f"This is an official site that is registered: write [[site:{site}]].",
            )
            if passage.is_body
            else Message(
                f"这里删掉网址，写网站的名字；正文里写 [[site:{site}]]。",
                f"Delete the address here and name the site; in the body write [[site:{site}]].",
            )
        )
    at = passage.position(start + found.start, start + found.end)
    return rule.found(library.project, passage.path, at, message, hint)


def _sentences(name: str, found: Address) -> tuple[Rule, Message, Message]:
    if found.kind == "scheme":
        return (
            SCHEME,
            Message(
                f"“{name}”不是网页，点了会运行程序或打开别的东西",
                f"“{name}” is no page: a tap on it runs a program or opens something else",
            ),
            Message(
                "删掉这个链接，只留文字。站内的页面写 [文字](../页面.md)。",
                "Delete the link and keep the words. A page of this site is linked as [text](../page.md).",
            ),
        )
    if found.trick:
        trick = _TRICKS[found.trick]
        message = Message(f"“{name}”是伪装的网址：{trick.zh}", f"“{name}” is a disguised address: {trick.en}")
        return DISGUISE, message, _WRITE
    if found.kind == "mail":
        return (
            MAIL,
            Message(f"文字里有邮箱地址“{name}”", f"There is a mail address in the text: “{name}”"),
            Message(
                "官方邮箱登记在 data/contacts.yml，写 [[name:编号]]。骗子的邮箱写成 名字[@]坏网站[.]top。",
                "Official mailboxes are listed in data/contacts.yml; write [[name:id]]. Write a scammer’s as name[@]bad-site[.]top.",
            ),
        )
    if found.kind == "host":
        return HOST, Message(f"文字里有域名“{name}”", f"There is a domain name in the text: “{name}”"), _WRITE
    return ADDRESS, Message(f"文字里有网址“{name}”", f"There is a web address in the text: “{name}”"), _WRITE


def _misleading(library: Library, passage: Passage, start: int, found: Address, link: Link) -> Finding:
    return MISLEADING.found(
        library.project,
        passage.path,
        passage.position(start + found.start, start + found.end),
        Message(
            f"链接的文字是“{_short(found.shown)}”，点了去的是“{_short(link.target)}”",
            f"The link shows “{_short(found.shown)}” and leads to “{_short(link.target)}”",
        ),
        Message(
            "链接的文字写那一页讲什么，比如 [现在怎么做](../emergency.md)。官方网站写 [[site:编号]]。",
            "Let the text say what the page is about, like [What to do now](../emergency.md). For an official site write [[site:id]].",
        ),
    )


def _short(text: str) -> str:
    return shown(" ".join(text.split()))
