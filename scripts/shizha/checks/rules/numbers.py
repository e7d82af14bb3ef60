"""SZ301–SZ304: numbers and identities that readers could contact."""

from __future__ import annotations

from ..finding import Message, Rule

UNREGISTERED = Rule(
    "SZ301",
    Message("没有登记过的号码", "A number that is not registered"),
    why=Message(
        "写错一个数字，求助的电话就打到了别人那里，也可能正好打给骗子。",
        "With one wrong digit a call for help reaches somebody else, perhaps the scammers themselves.",
    ),
    wrong="拿不准，打96101问。",
    right="拿不准，打[[tel:cn-anti-fraud]]问。",
    says=Message("“96101”不是登记过的号码", "“96101” is not a registered number"),
)
SPELLED = Rule(
    "SZ302",
    Message("正文里写了号码", "A number spelled out in the text"),
    "reminder",
    why=Message(
        "号码变了，只改一处，所有页面就都对了。手写在正文里的，会被漏掉。",
        "When a number changes, one place is corrected and every page is right. One that is spelled out is forgotten.",
    ),
    wrong="打96110问。",
    right="打[[tel:cn-anti-fraud]]问。",
    says=Message("“96110”写成了数字", "“96110” is spelled out"),
    command="python3 scripts check --fix",
)
IDENTITY = Rule(
    "SZ303",
    Message("聊天账号", "An account of a chat app"),
    why=Message(
        "本站不给任何微信、QQ账号。网页上出现一个，加的人就可能落到骗子手里。",
        "This site gives no accounts of chat apps. One on a page could lead readers straight to a scammer.",
    ),
    wrong="不懂的加微信：fanzha_001。",
    right="不懂的打[[tel:cn-anti-fraud]]问。",
    says=Message("“fanzha_001”像一个聊天账号", "“fanzha_001” reads like an account of a chat app"),
)
LINKED = Rule(
    "SZ304",
    Message("手写的拨号链接", "A dialling link written by hand"),
    why=Message(
        "显示的是一个号码，点下去拨的可以是另一个。由程序生成，两个才一定一样。",
        "Such a link can show one number and dial another. Made by the program, both are the same.",
    ),
    wrong="[打这里](tel:110)",
    right="打[[tel:cn-police]]",
    says=Message("“110”是手写的拨号链接", "“110” is a dialling link written by hand"),
)

RULES = (UNREGISTERED, SPELLED, IDENTITY, LINKED)
