"""SZ805–SZ806: figures and dates that a translation gives otherwise than its source."""

from __future__ import annotations

from ..finding import Message, Rule

DIFFERENT = Rule(
    "SZ805",
    Message("译文的数字或日期和原文不同", "A translation with another figure or date"),
    why=Message(
        "一个数字译错，读者就按错的时限、错的金额去办。不比的有：0和1，几点几分，两边都用文字写的数。",
        "A figure that is wrong in one language sends its readers to act by the wrong deadline or amount. Not compared are 0 and 1, "
        "times of day, and what both sides say in words.",
    ),
    wrong="48小时以内去办。\n\nGo there within 24 hours.",
    right="48小时以内去办。\n\nGo there within 48 hours.",
    says=Message("原文是 48，这里是 24", "The source says 48, this says 24"),
)
ONE_SIDED = Rule(
    "SZ806",
    Message("数字或日期只在一种语言里有", "A figure or date in one language only"),
    "reminder",
    why=Message(
        "原文里的数字，译文里也该找得到；译文里多出来的数字，没有出处。",
        "What the source states should be found in the translation; a figure that only the translation has rests on nothing.",
    ),
    wrong="2024年12月1日起施行。\n\nIt is in force.",
    right="2024年12月1日起施行。\n\nIn force since 1 December 2024.",
    says=Message("原文没有 24", "The source does not have 24"),
)

RULES = (DIFFERENT, ONE_SIDED)
