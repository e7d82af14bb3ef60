"""The rules in the order of the published list: one group for each hundred of their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..content.files import RULE_LIST, STATUS
from .finding import Message, Rule

# The first digit of an id and what its rules are about. An id never changes, and no other rule ever takes it.
_GROUPS: dict[str, Message] = {
    "1": Message("文件、开头的说明、日期", "Files, front matter, dates"),
    "2": Message("页面的结构", "The structure of a page"),
    "3": Message("电话号码和账号", "Phone numbers and accounts"),
    "4": Message("引用和链接", "References and links"),
    "5": Message("会运行的内容", "Content that runs"),
    "6": Message("字符", "Characters"),
    "7": Message("图片和别的文件", "Pictures and other files"),
    "8": Message("译文", "Translations"),
    "9": Message("用词", "Words"),
}


@dataclass(frozen=True)
class RuleGroup:
    """``id``: the digit that the ids of its rules begin with."""

    id: str
    name: Message
    rules: tuple[Rule, ...]


def generated_pages() -> set[str]:
    """Ids of the pages that no file holds: the list of the rules with its pages, and the status of the site."""
    return {STATUS, RULE_LIST, *(f"{RULE_LIST}/{rule.lower()}" for rule in rule_ids())}


def rule_ids() -> frozenset[str]:
    """The ids of all rules, which are the ids of the parts of the list."""
    from . import RULES  # made from the families, some of which ask for this while they check

    return frozenset(RULES)


def grouped(rules: Iterable[Rule]) -> list[RuleGroup]:
    """``rules`` by group, both in the order of their ids; groups without rules are left out."""
    by_id = sorted(rules, key=lambda rule: rule.id)
    groups = [RuleGroup(digit, name, tuple(r for r in by_id if r.id[2] == digit)) for digit, name in _GROUPS.items()]
    return [group for group in groups if group.rules]
