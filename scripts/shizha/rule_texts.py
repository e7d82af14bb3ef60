"""The rules of the check as plain data for their published list: rendering knows nothing of the checks."""

from __future__ import annotations

from .checks import RULES
from .checks.catalogue import grouped
from .checks.finding import Message, Rule
from .content.data import Words
from .rendering.rule_list import RuleGroupText, RuleText


def rule_texts() -> list[RuleGroupText]:
    """Every rule in words, by group and id."""
    return [
        RuleGroupText(group.id, _words(group.name), tuple(map(_text, group.rules))) for group in grouped(RULES.values())
    ]


def _text(rule: Rule) -> RuleText:
    return RuleText(
        rule.id,
        rule.severity,
        _words(rule.title),
        _words(rule.why),
        _words(rule.says),
        rule.wrong,
        rule.right,
        rule.command,
    )


def _words(message: Message) -> Words:
    return Words(zh=message.zh, en=message.en)
