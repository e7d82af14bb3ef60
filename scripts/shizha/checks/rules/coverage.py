"""SZ407: what the field reports had to do is served by a page."""

from __future__ import annotations

from ..finding import Message, Rule

UNSERVED = Rule(
    "SZ407",
    Message("没有一页满足的总结条目", "An item of the field reports that no page serves"),
    why=Message(
        "data/reports.yml 里的每一条，都是有人做过、要交的事。没有一页写明满足它，那个人来了就找不到能用的东西。",
        "Each item of data/reports.yml is something that somebody had to do and to hand in. If no page says that it serves it, that person finds nothing to use.",
    ),
    wrong="（data/reports.yml）S2.4: {zh: 横幅, en: Banners}\n（没有一页写 S2.4）",
    right="reports: [S2.4]",
    says=Message("S2.4“横幅”没有一页满足", "No page serves S2.4, “Banners”"),
)

RULES = (UNSERVED,)
