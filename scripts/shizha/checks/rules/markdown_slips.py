"""SZ211–SZ214: signs of Markdown that were typed so that they do nothing, and no program complains."""

from __future__ import annotations

from ..finding import Message, Rule

SPACE = Rule(
    "SZ211",
    Message("符号后面少了空格", "A space is missing after a sign"),
    why=Message(
        "少一个空格，列表就只是普通的字，标题也会认错，符号原样露在网页上。",
        "Without the space a list is only text, a heading is taken for another, and the sign shows.",
    ),
    wrong="##现在怎么做 { #now }\n\n-挂断\n\n1.报警",
    right="## 现在怎么做 { #now }\n\n- 挂断\n\n1. 报警",
    says=Message("列表的符号后面要有一个英文的空格", "An item of a list has a plain space after its sign"),
    command="python3 scripts check --fix",
)
PUNCTUATION = Rule(
    "SZ212",
    Message("该用英文符号的地方用了中文符号", "Chinese punctuation where plain signs are needed"),
    why=Message(
        "中文的括号、冒号做不成链接。读的人看到一串符号，点不了，也打不了电话。",
        "Chinese brackets and colons make no link: readers see signs that they can neither tap nor dial.",
    ),
    wrong="看[现在怎么做]（../emergency.md）",
    right="看[现在怎么做](../emergency.md)",
    says=Message("链接的括号是中文的（）", "The brackets of this link are Chinese ones"),
    command="python3 scripts check --fix",
)

BOX = Rule(
    "SZ213",
    Message("提示框没有写完整", "A note that is not written in full"),
    why=Message(
        "提示框要有开头一行和结尾一行。少了一行，后面的字会全部跑进框里，或者符号原样露在网页上。",
        "A note has a first line and a last one. Without either, all that follows is in the box, or the signs show.",
    ),
    wrong="/// note | 怎么印\n选中，打印。",
    right="/// note | 怎么印\n选中，打印。\n///",
    says=Message("这个提示框没有结尾", "Nothing ends this note"),
)
EMPTY = Rule(
    "SZ214",
    Message("链接没有字", "A link without words"),
    why=Message(
        "没有字的链接看不见，也点不到；听网页的人只听到一串地址。",
        "A link without words can neither be seen nor tapped, and whoever listens hears an address spelled out.",
    ),
    wrong="先看[](../emergency.md)。",
    right="先看[紧急页](../emergency.md)。",
    says=Message("这个链接的方括号里没有字", "There are no words in the brackets of this link"),
)

RULES = (SPACE, PUNCTUATION, BOX, EMPTY)
