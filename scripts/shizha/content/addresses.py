"""Web and mail addresses in a text, in whatever disguise: what a browser would open, or a reader would type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .address_tricks import Trick, authority_of, host_of, is_host, trick_of
from .domain_names import DOMAINS, host_size
from .seen import Seen

Kind = Literal["address", "host", "mail", "scheme"]

_DEFANGED = frozenset(("hxxp", "hxxps", "hxtp", "hxtps"))

# Letters of host names: Latin, Greek, Cyrillic and what else looks like them. Han characters around a host are a sentence.
_H = r"A-Za-z0-9_\u00c0-\u024f\u0250-\u02af\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff\u1c80-\u1fff-"
_HOST = re.compile(rf"[{_H}.]*")
_REST = re.compile(r"[^\s<>\"'“”‘’「」『』《》（）()，。、；：！？|`*…\u3000]{0,300}")
_ENDS = ".,;:!?-_~'\"]"

_SLASHES = re.compile(r"[/\\]{2,}")
_COLON = re.compile(r"[:：][ \t]{0,3}\Z")
_FEW_SLASHES = re.compile(rf"(?<![A-Za-z0-9])(?:https?|ftps?|wss?)[:：][/\\]?(?=[{_H}\[%])", re.IGNORECASE)
_WWW = re.compile(r"(?<![A-Za-z0-9_.@/-])www[0-9]{0,2}[.。](?=[A-Za-z0-9\u3400-\u9fff])", re.IGNORECASE)
# The sign first, what must stand before it after: so the search runs from sign to sign.
_DOT = re.compile(rf"\.(?<=[{_H}]\.)(?!md[)#\s])(?=[{_H}])")
# The ideographic full stop is a dot to a browser; to a sentence it is its end, so only the plainest domains count behind it.
_IDEOGRAPHIC_DOT = re.compile(
    r"。(?<=[A-Za-z0-9]。)(?:com|cn|net|org|gov|top|xyz|vip|cc|hk|tw)(?![A-Za-z0-9])", re.IGNORECASE
)
# Not behind a Latin letter or a figure: “A.中国” is an answer of a quiz.
_HAN_DOMAIN = re.compile(
    r"\.(?<=[\u3400-\u9fff]\.)(?:中国|中國|公司|网络|网址|网店|在线|中文网|商城|手机)(?![\u3400-\u9fff])"
)
# Han characters before one of the plainest endings. Not behind the words with which a sentence speaks of endings: “结尾是.com”.
_HAN_LABEL = re.compile(
    r"\.(?<=[\u3400-\u9fff]\.)(?<![是以为為到的和或与與及叫用写寫个個带帶有]\.)(?:com|cn|net|org|gov|top|xyz|vip|cc|hk|tw)(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_HAN_NAME = re.compile(r"[A-Za-z0-9.\u3400-\u9fff-]{1,30}\Z")
_IP_PART = r"(?:0[xX][0-9a-fA-F]{1,2}|0{0,2}[0-9]{1,3})"
_IP = re.compile(rf"(?<![0-9A-Za-z.]){_IP_PART}(?:\.{_IP_PART}){{3}}(?![0-9A-Za-z]|\.[0-9])")
_MAIL_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_SCHEME_NAME = _MAIL_NAME - frozenset("_%")

# Schemes that run something or pass for a page. The last ones only with an address right behind: “data: names” is English.
_RUNS = ("javascript", "vbscript", "livescript")
_RUNS_WITH = {
    "data": re.compile(r"\s{0,4}(?:[a-z]{1,20}/[a-z0-9.+*-]|[,;])", re.IGNORECASE),
    **dict.fromkeys(("blob", "filesystem", "view-source", "mailto"), re.compile(r"(?=\S)")),
}
_ACTIVE_COLON = re.compile(r"[:：](?<=[\x00-\x20ABEMOTabemot].)")
_SKIPPED = re.compile(r"[\x00-\x1f]+")  # by browsers, within a scheme

# What may stand for a letter or a dot, or split a word unseen.
_DISGUISES = (
    r"&\u00ad\u034f\u200b-\u200f\u2024\u2060-\u2064\u24b6-\u24e9\u2100-\u214f\ufe00-\ufe0f\ufe52\ufeff"
    r"\uff0e\uff10-\uff19\uff20-\uff3b\uff41-\uff5a\uff61\U0001d400-\U0001d7ff\U000e0000-\U000e01ef"
)
# The last two letters of the schemes above and of http, https, ftp, ftps, ws, wss; browsers skip control characters.
_SCHEME_ENDS = r"(?:[pP][tTsS]|[tT][aAoOpP]|[oO][bB]|[eE][mM]|[cC][eE]|[wWsS][sS]|[\x00-\x1f][A-Za-z])"
_SLASH = r"[/\\\uff0f\uff3c]"
# Only what has one of these can hold an address. The sign comes first here too.
_SUSPECT = re.compile(
    rf"[@:：/\\\uff0f\uff3cwW.。{_DISGUISES}](?:(?<=[@{_DISGUISES}])|(?<={_SCHEME_ENDS}[:：])"
    rf"|(?<={_SLASH}{{2}})(?!{_SLASH})(?<!{_SLASH}{{3}})|(?<=[wW]{{3}})"
    rf"|(?<=[{_H}>*`~\u3400-\u9fff]\.)(?!md[)#\s]|[0-9])(?=[{_H}<*`~\u3400-\u9fff])"
    r"|(?<=[0-9A-Za-z]\.)(?=[0-9A-FXa-fx]{1,4}\.[0-9A-FXa-fx]{1,4}\.)|(?<=[A-Za-z0-9]。)(?=[A-Za-z]))"
)


@dataclass(frozen=True)
class Address:
    """An address from ``start`` to ``end`` of the text as written. host: in small letters, without www."""

    kind: Kind
    start: int
    end: int
    shown: str
    host: str
    trick: Trick | None


def suspicious_lines(text: str) -> Iterator[tuple[int, str]]:
    """Start and text of each line that may hold an address: a quick look that spares most lines the slow one."""
    at = 0
    while match := _SUSPECT.search(text, at):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        at = len(text) if end < 0 else end
        yield start, text[start:at]


def addresses(written: str, view: Seen, known: Sequence[tuple[int, int]] = ()) -> Iterator[Address]:
    """Every address of ``view``, what ``written`` looks like; not those that begin within ``known`` (as written)."""
    taken = bytearray(len(view.text) + 1)
    for start, end in known:
        first, last = view.index(start), view.index(end)
        taken[first:last] = b"\1" * (last - first)
    for kind, start, end, authority in _spans(view.text, taken):
        while kind != "scheme" and end > start and view.text[end - 1] in _ENDS:
            end -= 1
        taken[start:end] = b"\1" * (end - start)
        first, last = view.offsets[start], view.offsets[end]
        shown = view.text[start:end]
        trick = None
        if kind != "scheme":
            trick = trick_of(shown, authority, hidden=written[first:last] != shown)
        yield Address(kind, first, last, shown, host_of(authority), trick)


def _spans(text: str, taken: bytearray) -> Iterator[tuple[Kind, int, int, str]]:
    """Kind, start, end and authority of each address; ``taken`` grows with what has been given already."""
    for match in _ACTIVE_COLON.finditer(text):
        found = _active_scheme(text, match.start())
        if found and not taken[found[0]]:
            yield "scheme", *found, ""
    yield from _with_slashes(text, taken)
    for match in _FEW_SLASHES.finditer(text):
        rest = _rest(text, match.end())
        if "." in authority_of(rest) and not taken[match.start()]:
            yield "address", match.start(), match.end() + len(rest), authority_of(rest)
    for match in _WWW.finditer(text):
        rest = _rest(text, match.end())
        # “www.开头” speaks of addresses and is none.
        wanted = "[.]" not in rest and ("." in authority_of(rest) or rest[:1].isascii())
        if wanted and not taken[match.start()]:
            yield "address", match.start(), match.end() + len(rest), authority_of(match[0] + rest)
    yield from _mails(text, taken)
    for match in _IP.finditer(text):
        if not taken[match.start()] and all(_fits_a_byte(part) for part in match[0].split(".")):
            yield "address", match.start(), match.end(), match[0]
    yield from _hosts(text, taken)


def _with_slashes(text: str, taken: bytearray) -> Iterator[tuple[Kind, int, int, str]]:
    for match in _SLASHES.finditer(text):
        slashes = match.start()
        colon = _COLON.search(text[max(slashes - 4, 0) : slashes])
        begins = max(slashes - 4, 0) + colon.start() if colon else slashes
        start = _scheme_start(text, begins) if colon else slashes
        if taken[slashes] or taken[start] or text[start:begins].strip().lower() in _DEFANGED:
            continue
        rest = _rest(text, match.end())
        authority = authority_of(rest)
        if start < begins:  # “https://开头” speaks of addresses and is none
            first = authority[:1]
            wanted = first in ("[", "%") or (first.isalnum() and not _is_han(first)) or "." in authority.strip(".")
        else:
            start = slashes
            as_target = text[max(slashes - 4, 0) : slashes].rstrip().endswith(("(", "<", "]:"))
            wanted = authority[:1].isalnum() and (as_target or is_host(authority))
        if authority and wanted:
            yield "address", start, match.end() + len(rest), authority


def _active_scheme(text: str, colon: int) -> tuple[int, int] | None:
    """Start and end of a scheme that ends at ``colon`` and runs something."""
    window = _SKIPPED.sub("", text[max(colon - 60, 0) : colon]).rstrip().lower()
    scheme = next((item for item in (*_RUNS, *_RUNS_WITH) if window.endswith(item)), None)
    if scheme is None:
        return None
    end = colon + 1
    if scheme in _RUNS_WITH:
        rest = _RUNS_WITH[scheme].match(text, end)
        if not rest or window[: -len(scheme)][-1:].isalnum():
            return None
        end = rest.end()
    start, least = colon, max(colon - 60, 0)
    for letter in reversed(scheme):
        start = max(text.rfind(letter, least, start), text.rfind(letter.upper(), least, start))
    return start, end


def _mails(text: str, taken: bytearray) -> Iterator[tuple[Kind, int, int, str]]:
    at = -1
    while (at := text.find("@", at + 1)) >= 0:
        start = at
        while start and at - start < 64 and text[start - 1] in _MAIL_NAME and not taken[start - 1]:
            start -= 1
        host = _HOST.match(text, at + 1)[0].rstrip(_ENDS)
        if start < at and "." in host and not taken[start] and host.rpartition(".")[2][:1].isalpha():
            end = at + 1 + len(host)
            name = text[start:at]
            yield ("address" if is_host(name) else "mail"), start, end, text[start:end]


def _hosts(text: str, taken: bytearray) -> Iterator[tuple[Kind, int, int, str]]:
    for match in (*_HAN_DOMAIN.finditer(text), *_HAN_LABEL.finditer(text)):
        if not taken[match.start()]:
            name = _HAN_NAME.search(text[max(match.start() - 30, 0) : match.start()])[0]
            yield "host", match.start() - len(name), match.end(), name + match[0]
    for match in _IDEOGRAPHIC_DOT.finditer(text):
        start = _host_start(text, match.start(), 0)
        if not taken[start]:
            yield "host", start, match.end(), text[start : match.end()].replace("。", ".")
    last = 0
    while match := _DOT.search(text, last):
        least, last = last, _HOST.match(text, match.end()).end()
        if taken[match.start()]:
            continue
        start = _host_start(text, match.start(), least)
        if taken[start]:
            continue
        host = text[start:last].strip(_ENDS)
        if text[start] == "." and DOMAINS.issuperset(host.split(".")):
            continue  # an end of names, as in “it does not end in .gov.cn”
        start = text.index(host, start)
        rest = _REST.match(text, start + len(host))[0]
        rest = rest if rest[:1] in ("/", "?", "#", ":", "%", "\\") else ""
        size = host_size(host, path=rest[:1] == "/")
        if size:
            whole = host + rest if size == len(host) else host[:size]
            yield "host", start, start + len(whole), authority_of(whole)


def _host_start(text: str, start: int, least: int) -> int:
    while start > least and _HOST.match(text, start - 1, start).end() == start:
        start -= 1
    return start


def _scheme_start(text: str, colon: int) -> int:
    start = colon
    while start and text[start - 1] in " \t" and colon - start < 3:
        start -= 1
    found = start
    while found and start - found < 32 and text[found - 1] in _SCHEME_NAME:
        found -= 1
    return found if found < start else colon


def _rest(text: str, start: int) -> str:
    return _REST.match(text, start)[0].rstrip(_ENDS)


def _fits_a_byte(part: str) -> bool:
    if part[:2] in ("0x", "0X"):
        return True
    return int(part) < 256 or (part.startswith("0") and int(part) < 400)  # 0377, in octal


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"
