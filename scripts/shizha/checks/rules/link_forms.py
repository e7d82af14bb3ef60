"""SZ419: links in a form that the generator opens and this project does not see."""

from __future__ import annotations

from ..finding import Message, Rule

LINK_FORM = Rule(
    "SZ419",
    Message("看不懂的链接写法", "A link in a form that is not used here"),
    why=Message(
        "检查要看到每一个链接通向哪里。写在两行里、套着方括号、先定义再引用的链接，检查看不清，读者却会点开。",
        "The check must see where every link leads. Written over two lines, with brackets within brackets, or defined elsewhere, a link escapes it and still opens for readers.",
    ),
    wrong="看[紧急\n页](../emergency.md)。\n",
    right="看[紧急页](../emergency.md)。\n",
    says=Message("这个链接的写法这里不用", "Links are not written in this form here"),
)
RULES = (LINK_FORM,)
