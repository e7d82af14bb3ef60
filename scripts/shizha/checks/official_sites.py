"""SZ418: the addresses that data files may hold are plain ones, which show whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.address_tricks import Trick, authority_of, host_of, trick_of
from ..content.library import Library
from .finding import Finding, Message, shown
from .rules.official_sites import REGISTERED, RULES

__all__ = ["RULES", "check", "hosts", "id_of"]

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_MOST_LABELS = 8  # no registered host has more
# A label that passes for the government’s own: mps-gov.cn, g0v.cn. The real one stands last or before the country.
_LIKE_GOV = re.compile(r"[a-z0-9-]*g[o0]v[a-z0-9-]*")
_GOV = ("gov", "govt")
_NAME = re.compile(r"[A-Za-z0-9._+-]{1,64}")
_REASONS: dict[Trick, Message] = {
    "user": Message("网址里有 @", "it has an @"),
    "port": Message("网址里有端口号", "it has a port"),
    "percent": Message("域名里有百分号编码", "its domain is written in percent codes"),
    "punycode": Message("域名是 xn-- 编码", "its domain is written as xn--"),
    "letters": Message("域名里有英文以外的字母", "its domain has other than English letters"),
    "ip": Message("是IP地址，不是域名", "it is an IP address and no domain"),
    "slashes": Message("斜杠的写法不对", "its slashes are wrong"),
    "shortener": Message("是短网址，不是机关自己的网站", "it is a short link and not the body’s own site"),
}
_HTTPS = Message("不是 https:// 开头", "it does not begin with https://")
_QUERY = Message("网址里有 ? 或 #", "it has a ? or #")
_DOMAIN = Message("域名写法不对", "its domain has the wrong form")
_PASSES_FOR_GOV = Message("域名只是像政府网站", "its domain only looks like a government’s")
_MAILBOX = Message("不是邮箱地址", "it is no mail address")

_ADDRESS_HINT = Message(
    "打开发布机关自己的网站，只留到第一个 / 为止：https://www.gov.cn/。",
    "Open the issuing body’s own site and keep its address up to the first slash: https://www.gov.cn/.",
)
_HOST_HINT = Message("写 url 里的域名，不带 www.。", "Write the domain of url, without www.")
_MAILBOX_HINT = Message("写成 name@example.org 的样子。", "Write it like name@example.org.")


def hosts(library: Library) -> dict[str, str]:
    """The registered hosts, without www, with the id of each."""
    found: dict[str, str] = {}
    for key, entry in _entries(library, "domains").items():
        if isinstance(entry, dict) and isinstance(host := entry.get("host"), str):
            found.setdefault(host.lower().removeprefix("www."), key)
    return found


def id_of(host: str, official: dict[str, str]) -> str | None:
    """The id of the registered site that ``host`` is, or is a part of."""
    labels = host.split(".")[-_MOST_LABELS:]
    names = (".".join(labels[index:]) for index in range(len(labels) - 1))
    return next((official[name] for name in names if name in official), None)


def check(library: Library) -> Iterator[Finding]:
    for key, entry in _entries(library, "domains").items():
        if isinstance(entry, dict) and isinstance(url := entry.get("url"), str):
            host = entry.get("host")
            if reason := _reason(url):
                yield _finding(library, "domains", (key, "url"), url, reason)
            elif isinstance(host, str) and host != host_of(of_url := authority_of(url.removeprefix("https://"))):
                reason = Message(f"和 url 里的域名“{of_url}”不一样", f"it is not the “{of_url}” of url")
                yield _finding(library, "domains", (key, "host"), host, reason)
    site = _entries(library, "site")
    for key in ("url", "repository"):
        if isinstance(url := site.get(key), str) and (reason := _reason(url)):
            yield _finding(library, "site", (key,), url, reason)
    mail = site.get("corrections")
    if isinstance(mail, str) and not (_NAME.fullmatch(mail.partition("@")[0]) and _is_domain(mail.partition("@")[2])):
        yield _finding(library, "site", ("corrections",), mail, _MAILBOX)


def _entries(library: Library, name: str) -> dict:
    data = library.documents[name].data if name in library.documents else None
    return data if isinstance(data, dict) else {}


def _reason(url: str) -> Message | None:
    """What is wrong with ``url``."""
    if not url.startswith("https://"):
        return _HTTPS
    authority = authority_of(url.removeprefix("https://"))
    if (trick := trick_of(url, authority)) and trick in _REASONS:
        return _REASONS[trick]
    if "?" in url or "#" in url:
        return _QUERY
    if not _is_domain(authority):
        return _DOMAIN
    return _PASSES_FOR_GOV if _passes_for_gov(authority) else None


def _passes_for_gov(domain: str) -> bool:
    labels = domain.split(".")
    places = range(len(labels) - 2, len(labels))
    return any(
        _LIKE_GOV.fullmatch(label) and not (label in _GOV and index in places) for index, label in enumerate(labels)
    )


def _is_domain(text: str) -> bool:
    labels = text.split(".")
    return len(labels) > 1 and not labels[-1].isdigit() and all(map(_LABEL.fullmatch, labels)) and "xn--" not in text


def _finding(library: Library, name: str, place: tuple[str, ...], value: str, reason: Message) -> Finding:
    return REGISTERED.found(
        library.project,
        library.project.data / f"{name}.yml",
        library.documents[name].position(place),
        Message(f"“{shown(value)}”不能登记：{reason.zh}", f"“{shown(value)}” cannot be registered: {reason.en}"),
        _MAILBOX_HINT if place[-1] == "corrections" else _HOST_HINT if place[-1] == "host" else _ADDRESS_HINT,
    )
