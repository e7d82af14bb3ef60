"""From a page's body to the Markdown that the generator renders: references become numbers, links, blanks and tables.

What this writes as HTML is built only from checked data and is escaped; the page itself contributes no HTML.
"""

from __future__ import annotations

import re
from html import escape

from ..content.code import split_code
from ..content.data import Contact
from ..content.front_matter import Scam
from ..content.languages import Language
from ..content.library import Library
from ..content.page import Page
from ..content.references import CITATION, REFERENCE, split_reference
from .quizzes import QuizForms
from .strings import Strings
from .verifying import verifying

# A box to tick on paper. Drawn, not an input: on a screen nothing would come of ticking it.
_BOX = re.compile(r"^([ ]*[-*+] )\[ \] ", re.MULTILINE)
_ITEM_START = re.compile(r"\s*\d+[.)][ \t]+")


def page_sources(library: Library, page: Page) -> list[str]:
    """Ids of the sources listed under a page: its own, then those of the contacts and quizzes that it shows."""
    sources = list(page.front.sources)
    for reference in page.outline.references:
        if reference.kind == "contacts":
            for contact in _contacts_of(library, reference.target).values():
                sources += contact.sources
        elif reference.kind in ("answers", "take"):
            for question in library.data.quizzes[reference.target].questions:
                sources += question.sources
    return list(dict.fromkeys(sources))


def expand(library: Library, page: Page) -> str:
    """The body of ``page`` as plain Markdown with all references resolved."""
    resolver = _Resolver(library, page)
    body = _scam_body(library, page, page.front.turn) if isinstance(page.front, Scam) else page.body
    return "".join(part if is_code else resolver.resolve(part) for is_code, part in split_code(body))


def _scam_body(library: Library, page: Page, turn: int) -> str:
    """Say that the case is composite, and at which step the money leaves; that step gets a class for the picture."""
    strings = Strings(library, page.language)
    lines = page.body.split("\n")
    additions: list[tuple[int, str]] = []
    if case := page.outline.heading("case"):
        additions.append((case.line - page.body_line + 1, f"\n*{strings('composite-case')}*\n"))
    steps = page.outline.items_of("course")
    if turn <= len(steps):
        first = last = steps[turn - 1].line - page.body_line
        while last + 1 < len(lines) and lines[last + 1].startswith(" ") and lines[last + 1].strip():
            last += 1
        label = f'<span class="turn-label">{escape(strings("turn-label"))}</span>'
        lines[first] = _ITEM_START.sub(lambda start: f"{start[0]}{label} ", lines[first], count=1)
        additions.append((last + 1, "{: .turn }"))
    for index, text in sorted(additions, reverse=True):
        lines.insert(index, text)
    return "\n".join(lines)


def _contacts_of(library: Library, region: str) -> dict[str, Contact]:
    found = {key: item for key, item in library.data.contacts.items() if item.region == region}
    return dict(sorted(found.items(), key=lambda entry: entry[1].order))


class _Resolver:
    def __init__(self, library: Library, page: Page) -> None:
        self.library = library
        self.data = library.data
        self.language: Language = page.language
        self.strings = Strings(library, page.language)
        self.numbers = {source: index for index, source in enumerate(page_sources(library, page), start=1)}
        self.quizzes = QuizForms(self.strings, self._words, self.resolve)

    def resolve(self, text: str) -> str:
        text = _BOX.sub(r'\1<span class="box" aria-hidden="true"></span> ', text)
        text = REFERENCE.sub(self._reference, text)
        return CITATION.sub(lambda match: self._citation(match[1]), text)

    def _reference(self, match: re.Match[str]) -> str:
        kind, target = split_reference(match[1])
        return {
            "tel": self._tel,
            "text": lambda key: escape(self.data.contacts[key].number),
            "name": lambda key: escape(self._words(self.data.contacts[key].name)),
            "site": self._site,
            "field": self._field,
            "contacts": self._contacts,
            "quiz": lambda key: self.quizzes.paper(self.data.quizzes[key]),
            "answers": lambda key: self.quizzes.key(self.data.quizzes[key]),
            "take": lambda key: self.quizzes.taken(self.data.quizzes[key]),
            "own": self._own,
        }[kind](target)

    def _words(self, words) -> str:
        return self.library.words(words, self.language)

    def _citation(self, source: str) -> str:
        number = self.numbers[source]
        label = escape(f"{self.strings('source')} {number}")
        # A word joiner keeps the mark on the line of the sentence that it belongs to.
        return f'&#8288;<sup class="cite"><a href="#source-{source}" aria-label="{label}">{number}</a></sup>'

    def _tel(self, key: str) -> str:
        contact = self.data.contacts[key]
        name = escape(self._words(contact.name))
        return f'<a class="tel" href="{dial_link(contact)}" title="{name}">{escape(contact.number)}</a>'

    def _site(self, key: str) -> str:
        site = self.data.domains[key]
        return f'<a class="official" href="{site.url}" rel="noopener">{escape(self._words(site.owner))}</a> <span class="host">{site.host}</span>'

    def _own(self, key: str) -> str:
        site = self.data.site
        # Not for a browser's translator, which would make another name of it.
        return verifying(site, self.strings) if key == "verify" else f'<strong translate="no">{site.host}</strong>'

    def _field(self, key: str) -> str:
        label = escape(self._words(self.data.fields[key]))
        return f'<span class="blank" data-field="{key}"><span class="blank-label">{label}</span></span>'

    def _contacts(self, region: str) -> str:
        rows = "".join(self._contact(contact) for contact in _contacts_of(self.library, region).values())
        return f'\n\n<ul class="contacts">{rows}</ul>\n\n'

    def _contact(self, contact: Contact) -> str:
        name = escape(self._words(contact.name))
        if contact.country:
            name = f"{escape(self._words(contact.country))} · {name}"
        lines = [f'<p class="contact-name">{name}</p>', f"<p>{escape(self._words(contact.purpose))}</p>"]
        if contact.limits:
            lines.append(f'<p class="contact-limits">{escape(self._words(contact.limits))}</p>')
        if contact.abroad:
            number = escape(contact.abroad_number or contact.abroad)
            lines.append(
                f'<p>{escape(self.strings("dial-from-abroad"))} <a class="tel" href="tel:{contact.abroad}">{number}</a></p>'
            )
        if contact.site:
            lines.append(f"<p>{self._site(contact.site)}</p>")
        if contact.address:
            lines.append(f'<p><a href="mailto:{contact.address}">{contact.address}</a></p>')
        cites = "".join(self._citation(source) for source in contact.sources)
        lines.append(f'<p class="checked">{escape(self.strings("checked-on"))} {contact.checked}{cites}</p>')
        dial = (
            f'<a class="dial" href="{dial_link(contact)}" aria-label="{name} {escape(contact.number)}">{escape(contact.number)}</a>'
            if contact.dial and contact.public_calls
            else f'<span class="dial dial-plain">{escape(contact.number or "")}</span>'
            if contact.number
            else ""
        )
        emergency = " contact-emergency" if contact.emergency else ""
        return f'<li class="contact{emergency}">{dial}<div>{"".join(lines)}</div></li>'


def dial_link(contact: Contact) -> str:
    """The ``tel:`` or ``sms:`` address of a contact; ``#`` must be escaped there (RFC 3966)."""
    scheme = "sms" if contact.kind == "sms" else "tel"
    return f"{scheme}:{(contact.dial or '').replace('#', '%23')}"
