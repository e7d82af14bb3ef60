"""SZ404–SZ405: links of pages."""

from __future__ import annotations

from ..finding import Message, Rule

INTERNAL_LINK = Rule(
    "SZ404",
    Message("站内链接走不通", "A link inside the site leads nowhere"),
    why=Message(
        "着急的时候点了一个链接，打不开，人就走了。",
        "In a hurry people tap a link once. If it leads nowhere, they leave.",
    ),
    wrong="看[现在怎么做](../emergency.html)。",
    right="看[现在怎么做](../emergency.md)。",
    says=Message("“../emergency.html”没有这样的页面或小节", "“../emergency.html” is no page or section"),
)
OUTSIDE_LINK = Rule(
    "SZ405",
    Message("正文里有网址的链接", "A link to a web address in the text"),
    why=Message(
        "反诈网站上的链接，读的人会放心点。所以只放登记过的官方网站，用编号写，别处的一个也不放。",
        "Readers trust the links of an anti-fraud site. So there are only registered official sites, by id, and no others.",
    ),
    wrong="查[法律全文](https://www.gov.cn/)。",
    right="查法律全文：[[site:npc-laws]]。",
    says=Message("正文里不直接写网址", "Web addresses are not written in the text"),
)

RULES = (INTERNAL_LINK, OUTSIDE_LINK)
