"""SZ121–SZ125: days of review, the length of titles and descriptions, the order of the keys of front matter."""

from __future__ import annotations

from ..finding import Message, Rule

FUTURE = Rule(
    "SZ121",
    Message("日子还没到", "A day that has not come"),
    why=Message(
        "写着还没到的日子，读的人会以为刚刚核对过，过期的提醒也不会出现。",
        "With a day ahead of now a page seems freshly checked, and the notice that it is overdue never shows.",
    ),
    wrong="reviewed: 2062-11-24",
    right="reviewed: 2026-11-24",
    says=Message("reviewed 写的是2062-11-24，这一天还没到", "reviewed says 2062-11-24, a day that has not come"),
)
OVERDUE = Rule(
    "SZ122",
    Message("该复核了", "A review is due"),
    "reminder",
    why=Message(
        "号码和规定会变。过了日子没有人核对，读的人可能照着旧的做。",
        "Numbers and rules change. Past its review a page may lead readers to do what no longer holds.",
    ),
    wrong="reviewed: 2026-01-24\nreview_in: 6 months",
    right="reviewed: 2026-11-24\nreview_in: 6 months",
    says=Message("应在2026-07-24以前复核，已经过了", "The review was due by 2026-07-24"),
)
TOO_LONG = Rule(
    "SZ123",
    Message("标题或说明太长", "A title or description is too long"),
    why=Message(
        "搜索结果和列表只显示前面一段。要紧的字在后面，就看不到。",
        "Searches and lists show only the beginning; what matters may be cut off.",
    ),
    wrong="title: 我被骗了，钱刚刚转走，现在应该先打哪个电话，再去哪里，要带上什么东西",
    right="title: 我被骗了，钱刚刚转走，现在先做什么",
    says=Message("title 有34个字，最多32个", "title has 34 characters; 32 is the most"),
)
TOO_SHORT = Rule(
    "SZ124",
    Message("说明太短", "A description is too short"),
    "reminder",
    why=Message(
        "别人在搜索结果里先看到这句话。太短，看不出是不是自己要找的。",
        "It is what people see first in a search. Too short, it does not tell them whether this is their page.",
    ),
    wrong="description: 我被骗了怎么办",
    right="description: 钱转了，信息给了，软件装了，现在按什么顺序做",
    says=Message("description 只有7个字，最少20个", "description has only 7 characters; 20 is the least"),
)
KEYS = Rule(
    "SZ125",
    Message("各项的顺序不对", "Keys in another order"),
    "reminder",
    why=Message(
        "每一页的顺序一样，后来的人一眼就能找到要改的那一行。",
        "In one order everywhere, the next editor finds the line to change at a glance.",
    ),
    wrong="name: 我被骗了\nkind: help",
    right="kind: help\nname: 我被骗了",
    says=Message("这里应该是 kind，现在是 name", "kind belongs here, not name"),
    command="python3 scripts check --fix",
)

RULES = (FUTURE, OVERDUE, TOO_LONG, TOO_SHORT, KEYS)
