"""SZ411–SZ416: what leads out of this site, or looks as if it did."""

from __future__ import annotations

from ..finding import Message, Rule

ADDRESS = Rule(
    "SZ411",
    Message("文字里有网址", "A web address in the text"),
    why=Message(
        "读者会照着文字里的网址点开。网址只要错一个字母，或者以后换了主人，网站就把人送进了骗局。官方网站登记过、核对过，才给读者。",
        "Readers open the addresses they see. One wrong letter, or a new owner later, and this site sends people to a scam. They get only official sites that are listed and checked.",
    ),
    wrong="办理医保，打开 https://www.nhsa.gov.cn/ 查询。\n",
    right="办理医保，到[[site:nhsa]]查询。\n",
    says=Message(
        "文字里有网址“https://evil.example/pay”", "There is a web address in the text: “https://evil.example/pay”"
    ),
)
HOST = Rule(
    "SZ412",
    Message("文字里有域名", "A domain name in the text"),
    why=Message(
        "域名不带 https:// 也会有人照着输入，聊天软件还会自动变成链接。",
        "People type a domain name even without https://, and chat apps make a link of it by themselves.",
    ),
    wrong="骗子的网站是 bank-safe.example。\n",
    right="骗子的网站是 hxxp://bank-safe[.]example。\n",
    says=Message("文字里有域名“evil.example”", "There is a domain name in the text: “evil.example”"),
)
MAIL = Rule(
    "SZ413",
    Message("文字里有邮箱地址", "A mail address in the text"),
    why=Message(
        "读者会往文字里的邮箱寄证件和聊天记录。寄错了，这些东西就到了骗子手里。",
        "Readers send papers and chat logs to a mailbox they see in the text. If it is the wrong one, a scammer has them.",
    ),
    wrong="把截图发到 help@bank-safe.example。\n",
    right="骗子的邮箱是 help[@]bank-safe[.]example。\n",
    says=Message("文字里有邮箱地址“help@evil.example”", "There is a mail address in the text: “help@evil.example”"),
)
SCHEME = Rule(
    "SZ414",
    Message("会运行程序的链接", "A link that runs a program"),
    why=Message(
        "点这种链接，打开的不是网页，而是在读者的手机上运行别人写的东西。",
        "A tap on such a link opens no page: it runs what a stranger wrote, on the reader’s phone.",
    ),
    wrong="看[现在怎么做](Java&#115;cript:alert)。\n",
    right="看[现在怎么做](../emergency.md)。\n",
    says=Message(
        "“javascript:”不是网页，点了会运行程序或打开别的东西",
        "“javascript:” is no page: a tap on it runs a program or opens something else",
    ),
)
DISGUISE = Rule(
    "SZ415",
    Message("伪装的网址", "A disguised address"),
    why=Message(
        "这样写的网址，看起来是一家，打开的是另一家，或者看不出是谁的。骗子的链接就是这样写的。",
        "An address in this form looks like one place and opens another, or does not show whose it is. That is how scammers write theirs.",
    ),
    wrong="官网是 https://www.gov.cn@bank-safe.example/。\n",
    right="骗子把网址写成 hxxps://www[.]gov[.]cn[@]bank-safe[.]example，真正打开的是 @ 后面的。\n",
    says=Message(
        "“https://www.gov.cn@evil.example”是伪装的网址：@ 前面的只是装样子，真正打开的是 @ 后面的",
        "“https://www.gov.cn@evil.example” is a disguised address: what stands before the @ is a mask; what opens is behind it",
    ),
)
MISLEADING = Rule(
    "SZ416",
    Message("文字和去处不一样的链接", "A link that shows one place and leads to another"),
    why=Message(
        "链接的文字是一个网址，点了却到别处：这正是网站教读者提防的手法。",
        "A link that shows one address and opens another is the very trick this site warns of.",
    ),
    wrong="打开[www.gov.cn](../emergency.md)。\n",
    right="打开[现在怎么做](../emergency.md)。\n",
    says=Message(
        "链接的文字是“www.gov.cn”，点了去的是“../emergency.md”",
        "The link shows “www.gov.cn” and leads to “../emergency.md”",
    ),
)

RULES = (ADDRESS, HOST, MAIL, SCHEME, DISGUISE, MISLEADING)
