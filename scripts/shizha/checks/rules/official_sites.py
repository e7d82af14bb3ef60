"""SZ418: the addresses that data files may hold."""

from __future__ import annotations

from ..finding import Message, Rule

REGISTERED = Rule(
    "SZ418",
    Message("登记的网址写法不对", "A registered address with the wrong form"),
    why=Message(
        "data/domains.yml 里的网址，读者会当成官方的点开。写法不平常的网址，看的人认不出它到底是谁的。",
        "Readers open the addresses of data/domains.yml as official. In an unusual form nobody can see whose an address really is.",
    ),
    wrong="some-office:\n  url: http://www.office.example:8080/?from=app\n  host: office.example\n",
    right="some-office:\n  url: https://www.office.example/\n  host: office.example\n",
    says=Message(
        "“gov.cn”不能登记：和 url 里的域名“www.mps.gov.cn”不一样",
        "“gov.cn” cannot be registered: it is not the “www.mps.gov.cn” of url",
    ),
)

RULES = (REGISTERED,)
