"""How an address misleads the eye: what stands before its host, and what the host itself is made of.

Rules of the world: WHATWG URL Standard (user and port before the path, hosts that end in a number are IPv4 addresses, however
written), RFC 3492 (punycode).
"""

from __future__ import annotations

import re
from typing import Literal

from .domain_names import SHORTENERS, host_size

Trick = Literal[
    "user", "port", "percent", "punycode", "letters", "ip", "slashes", "shortener", "hidden"
]  # in the order in which they are named

_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")
_IP_6 = re.compile(r"\[[0-9a-fA-F.]{0,20}:[0-9a-fA-F:.]{0,40}\]?")
_SLASHES = re.compile(
    r"(?:(?:https?|ftps?|wss?)[ \t]*[:：][ \t]*|[A-Za-z][A-Za-z0-9+.-]{0,40}[ \t]*[:：][ \t]*(?=[/\\]))([/\\]*)",
    re.IGNORECASE,
)


def authority_of(rest: str) -> str:
    """User, host and port at the beginning of ``rest``, what follows the slashes of an address."""
    return re.split(r"[/\\?#]", rest, maxsplit=1)[0]


def host_of(authority: str) -> str:
    """The host of ``authority``: without user, port and www, in small letters."""
    return authority.rpartition("@")[2].partition(":")[0].lower().removeprefix("www.")


def is_host(text: str) -> bool:
    """Whether ``text`` reads as a host, with or without a port."""
    host = text.partition(":")[0]
    return bool(host_size(host, path=True)) or is_ip(host)


def is_ip(host: str) -> bool:
    """Whether a browser takes ``host`` for an IP address: 127.0.0.1, 2130706433, 0x7f.1, 0177.0.0.1, [::1]."""
    last = host.rstrip(".").rpartition(".")[2]
    return (_NUMBER.fullmatch(last) or _IP_6.fullmatch(host)) is not None


def trick_of(shown: str, authority: str, hidden: bool = False) -> Trick | None:
    """How ``shown``, an address whose host part is ``authority``, misleads; ``hidden``: it is written otherwise."""
    user, at, place = authority.rpartition("@")
    host, _, port = place.partition(":") if not place.startswith("[") else (place, "", "")
    slashes = _SLASHES.match(shown)
    found: list[tuple[bool, Trick]] = [
        (bool(at) and (slashes is not None or is_host(user)), "user"),
        (port[:1].isdigit(), "port"),
        ("%" in host, "percent"),
        ("xn--" in host.lower(), "punycode"),
        (not host.isascii(), "letters"),
        (is_ip(host), "ip"),
        ("\\" in shown or (slashes is not None and slashes[1] != "//"), "slashes"),
        (host_of(authority) in SHORTENERS, "shortener"),
        (hidden, "hidden"),
    ]
    return next((name for wrong, name in found if wrong), None)
