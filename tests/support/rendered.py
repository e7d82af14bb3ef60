"""What rendered HTML is made of, against a short list: the judge of the checks that keep active content out of pages."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_ANY = re.compile(r".*", re.DOTALL)
_CLASS = "class"


def _exactly(*values: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, values)))


_ID = re.compile(r"[a-z0-9_-]+")
_PLAIN = ("strong", "em", "br", "hr", "blockquote", "pre", "summary", "kbd", "mark", "sub", "ruby", "rt", "rp")
_ROLE = {"role": _exactly("table", "rowgroup", "row")}
_CELL = {
    "style": re.compile(r"text-align: (?:left|right|center);"),
    "role": _exactly("cell", "columnheader"),
    "data-label": _ANY,
}
# Every element that a page may consist of, with the attributes it may have and what these may say.
ALLOWED: dict[str, dict[str, re.Pattern[str]]] = {
    **{name: {} for name in _PLAIN},
    **dict.fromkeys(("table", "thead", "tbody", "tr"), _ROLE),
    **{name: {"id": _ID} for name in ("h1", "h2", "h3", "h4", "h5", "h6")},
    **dict.fromkeys(("td", "th"), _CELL),
    "ul": {_CLASS: _exactly("contacts")},
    "ol": {"start": re.compile("[0-9]+")},
    "li": {_CLASS: _exactly("contact", "contact contact-emergency")},
    "code": {_CLASS: re.compile(r"language-[\w+-]+")},
    "details": {"open": _exactly("open")},
    "div": {_CLASS: _exactly("admonition note", "admonition warning", "part"), "data-part": _ID},
    "p": {_CLASS: _exactly("admonition-title", "checked", "contact-name", "contact-limits")},
    "sup": {_CLASS: _exactly("cite")},
    "span": {
        _CLASS: _exactly("host", "blank", "blank-label", "dial dial-plain", "box"),
        "data-field": _ID,
        "aria-hidden": _exactly("true"),
    },
    "a": {
        "href": _ANY,
        "title": _ANY,
        _CLASS: _exactly("tel", "official", "dial"),
        "rel": _exactly("noopener"),
        "aria-label": _ANY,
    },
    "img": {"src": _ANY, "alt": _ANY, "title": _ANY},
}


class Rendered(HTMLParser):
    """HTML read once. problems: whatever is not allowed. links: every address that something in it leads to or loads."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.links: list[str] = []
        self._tags = 0
        self.feed(html)
        self.close()
        # A browser and this parser could part ways only over a “<” that is no tag to one of them. There is none.
        if html.count("<") != self._tags:
            self.problems.append("a < that begins no tag")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tags += 1
        if tag not in ALLOWED:
            self.problems.append(f"<{tag}>")
            return
        if not re.fullmatch(rf"<{tag}(?: [a-z-]+(?:=\"[^\"<>]*\")?)*\s*/?>", self.get_starttag_text()):
            self.problems.append(self.get_starttag_text())
        for name, value in attrs:
            pattern = ALLOWED[tag].get(name)
            if pattern is None or not pattern.fullmatch(value or ""):
                self.problems.append(f"<{tag} {name}={value!r}>")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._tags += 1
        if tag not in ALLOWED:
            self.problems.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_comment(self, data: str) -> None:
        self.problems.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.problems.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.problems.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.problems.append(f"<![{data}]>")
