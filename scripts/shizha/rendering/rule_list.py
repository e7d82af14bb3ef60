"""The published list of the rules of the check: a page that lists them, and one for each, in every language.

No file holds these pages. They join the library as pages that are generated, so that navigation, language links, canonical
addresses and the sitemap treat them like all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ..content.data import Words
from ..content.files import RULE_LIST
from ..content.languages import LANGUAGES, SOURCE, Language
from ..content.library import Library
from ..content.page import Page
from .generated import generated_page
from .strings import Strings

# Interface words for a severity and for what it means to an editor.
_SEVERITIES = {"error": ("rule-error", "rule-error-means"), "reminder": ("rule-reminder", "rule-reminder-means")}


@dataclass(frozen=True)
class RuleText:
    """One rule in words. ``severity``: ``error`` or ``reminder``; ``wrong`` and ``right``: lines of a file, in Chinese."""

    id: str
    severity: str
    title: Words
    why: Words
    says: Words
    wrong: str
    right: str
    command: str

    @property
    def page_id(self) -> str:
        return f"{RULE_LIST}/{self.id.lower()}"


@dataclass(frozen=True)
class RuleGroupText:
    """Rules that belong together, under a name."""

    id: str
    name: Words
    rules: tuple[RuleText, ...]


@dataclass(frozen=True)
class RuleView:
    """What the template of a rule's own page is given, in the reader's language."""

    id: str
    severity: str
    severity_means: str
    why: str
    says: str
    wrong: str
    right: str
    command: str
    examples_tag: str
    list_url: str


def with_rule_list(library: Library, groups: Sequence[RuleGroupText]) -> Library:
    """``library`` with the pages of the list in every language."""
    return library.with_pages(page for language in LANGUAGES for page in _pages(library, groups, language))


def rule_views(library: Library, groups: Sequence[RuleGroupText], language: Language) -> dict[str, RuleView]:
    """By page id what the page of each rule shows in ``language``."""
    strings = Strings(library, language)
    return {
        rule.page_id: RuleView(
            id=rule.id,
            severity=strings(_SEVERITIES[rule.severity][0]),
            severity_means=strings(_SEVERITIES[rule.severity][1]),
            why=library.words(rule.why, language),
            says=library.words(rule.says, language),
            wrong=rule.wrong,
            right=rule.right,
            command=rule.command,
            examples_tag=SOURCE.tag,
            list_url=f"{language.url_of(RULE_LIST)}#{rule.id}",
        )
        for group in groups
        for rule in group.rules
    }


def _pages(library: Library, groups: Sequence[RuleGroupText], language: Language) -> Iterator[Page]:
    strings = Strings(library, language)
    title, description = strings("rules-title"), strings("rules-description")
    body = _list(library, groups, language)
    yield generated_page(library, language, RULE_LIST, strings("rules-name"), title, description, body)
    for group in groups:
        for rule in group.rules:
            title = f"{rule.id} {library.words(rule.title, language)}"
            yield generated_page(library, language, rule.page_id, rule.id, title, library.words(rule.why, language))


def _list(library: Library, groups: Sequence[RuleGroupText], language: Language) -> str:
    """The body of the list. Its HTML is made from the rules alone, which are part of the program, and is escaped."""
    strings = Strings(library, language)
    parts = [strings("rules-intro"), ""]
    for group in groups:
        items = "".join(_item(library, rule, language, strings) for rule in group.rules)
        parts += [
            f"## {library.words(group.name, language)} {{ #group-{group.id} }}",
            "",
            f'<ul class="rules">{items}</ul>',
            "",
        ]
    return "\n".join(parts)


def _item(library: Library, rule: RuleText, language: Language, strings: Strings) -> str:
    title = escape(library.words(rule.title, language)).replace("[", "&#91;")
    severity = escape(strings(_SEVERITIES[rule.severity][0]))
    return f'<li id="{rule.id}"><a href="{rule.id.lower()}/">{rule.id}</a> {title} <small>{severity}</small></li>'
