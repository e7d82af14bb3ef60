"""The Content-Security-Policy: which scripts and styles a page may have, by the hashes of those that the built pages hold.

W3C Content Security Policy Level 3. Nothing inline runs whose hash is not here, nothing comes from or goes to another host.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .assets import RELEASE

# Scripts that run; blocks of data, such as JSON-LD, do not.
_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=\"application/ld\+json\"))[^>]*>(.*?)</script>", re.DOTALL)
# Half of a page is its style: read by pieces, not letter by letter.
_STYLE = re.compile(r"<style[^>]*>([^<]*(?:<(?!/style>)[^<]*)*)</style>")
_CHARSET = '<meta charset="utf-8">'
# Chosen by element, not by page: what a page has no need of is refused everywhere.
_FIXED = (
    "default-src 'none'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types worker",
)


@dataclass
class Hashes:
    """Sources of inline scripts and styles, as a policy writes them: ``'sha256-…'``."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)

    def add(self, other: Hashes) -> None:
        self.scripts |= other.scripts
        self.styles |= other.styles


def hashes_of(html: str) -> Hashes:
    """The hashes of what stands inline in ``html``."""
    return Hashes(set(map(_hash, _SCRIPT.findall(html))), set(map(_hash, _STYLE.findall(html))))


def policy(hashes: Hashes, header: bool) -> str:
    """The policy that lets ``hashes`` run. header: sent by a server, where two directives count that a page cannot set."""
    sources = [
        _directive("script-src", ["'self'", *sorted(hashes.scripts)]),
        _directive("style-src", sorted(hashes.styles)),
        *(("frame-ancestors 'none'", "upgrade-insecure-requests") if header else ()),
    ]
    return "; ".join([*_FIXED, *sources])


def with_policy(html: str) -> tuple[str, Hashes]:
    """``html`` with its own policy in its head, for hosts that send no headers; and the hashes in it."""
    hashes = hashes_of(html)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes, header=False)}">'
    return re.sub(re.escape(_CHARSET), f"{_CHARSET}\n{meta}", html, count=1), hashes


def previous_hashes(previous: Path) -> Hashes:
    """The hashes of the release in the published folder ``previous``; none if there is none.

    For as long as pages of that release are in caches, the servers' policy must let them run.
    """
    try:
        kept = json.loads((previous / RELEASE).read_text(encoding="utf-8"))
        return Hashes(_only_hashes(kept["scripts"]), _only_hashes(kept["styles"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Hashes()


def _only_hashes(values: Iterable[object]) -> set[str]:
    return {value for value in values if isinstance(value, str) and re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", value)}


def _directive(name: str, sources: Sequence[str]) -> str:
    return " ".join([name, *(sources or ["'none'"])])


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
