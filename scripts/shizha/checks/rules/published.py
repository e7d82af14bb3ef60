"""SZ131–SZ133: a page that has been published keeps its addresses."""

from __future__ import annotations

from ..finding import Message, Rule

GONE = Rule(
    "SZ131",
    Message("发布过的网址不见了", "A published address is gone"),
    why=Message(
        "网址印在纸上，存在聊天里，写在教案里。改了名字，那些地方就都打不开了。",
        "People have the address on paper, in a chat, in a lesson plan. Under another name it leads nowhere.",
    ),
    wrong="（docs/zh/scams/fake-police.md 改名成了）\ndocs/zh/scams/fake-officer.md",
    right="docs/zh/scams/fake-police.md",
    says=Message(
        "发布过的页面 scams/fake-officer 没有了，别人存的网址会打不开",
        "The published page scams/fake-officer is gone: addresses that people keep would lead nowhere",
    ),
)
REDIRECT = Rule(
    "SZ132",
    Message("旧网址转不到新网址", "An old address that leads nowhere"),
    why=Message(
        "旧网址印在海报和教案上，要一步就到新的一页。",
        "Old addresses are printed on posters and lesson plans; they have to lead to the new page in one step.",
    ),
    wrong="scams/old-name: scams/newer-name\nscams/newer-name: scams/newest-name",
    right="scams/old-name: scams/newest-name\nscams/newer-name: scams/newest-name",
    says=Message("没有 scams/fake-polise 这一页", "There is no page scams/fake-polise"),
)

UNLISTED = Rule(
    "SZ133",
    Message("还没有短网址", "No short address yet"),
    "reminder",
    why=Message(
        "印在纸上、念给人听的是短网址：页面在 data/published.yml 里排第几，短网址就是几。这只是提醒，合并的人会加上。",
        "On paper and by telephone people use the short address: the place of the page in data/published.yml. This only reminds; whoever merges adds it.",
    ),
    wrong="- search",
    right="- search\n- scams/new-scam",
    says=Message("这一页还没有短网址", "This page has no short address yet"),
)

RULES = (GONE, REDIRECT, UNLISTED)
