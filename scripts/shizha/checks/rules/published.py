"""SZ131: a page that has been published keeps its address."""

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

RULES = (GONE,)
