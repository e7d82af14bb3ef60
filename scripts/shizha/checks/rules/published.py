"""SZ131–SZ132: a page that has been published keeps its address."""

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

RULES = (GONE, REDIRECT)
