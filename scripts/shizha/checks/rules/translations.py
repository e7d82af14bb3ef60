"""SZ801–SZ804: translations that are missing, stale or built differently from their source."""

from __future__ import annotations

from ..finding import Message, Rule

MISSING = Rule(
    "SZ801",
    Message("缺译文", "A translation is missing"),
    "reminder",
    why=Message(
        "不认中文的人打开这一页，看到的是中文。这只是提醒，不会拦住你。",
        "Who does not read Chinese gets the Chinese page. This only reminds; it stops nobody.",
    ),
    wrong="docs/zh/scams/fake-police.md",
    right="docs/zh/scams/fake-police.md\ndocs/en/scams/fake-police.md",
    says=Message("还没有English译文", "Not yet in English"),
)
STALE = Rule(
    "SZ802",
    Message("译文可能过时", "A translation may be stale"),
    "reminder",
    why=Message(
        "中文改了，译文没跟着改，两种文字的人看到的做法就不一样。这只是提醒，不会英文就留着，会有人来改。",
        "When the Chinese page has moved on, readers of the two are told different things. This only reminds; leave it if you cannot compare them.",
    ),
    wrong="synced_with: 71c30c20d940",
    right="synced_with: 0f9be3d1c2aa",
    says=Message("中文原文在译文核对之后改过", "The Chinese source has changed since this was matched with it"),
    command="python3 scripts check --mark-synced docs/en/…",
)
STRUCTURE = Rule(
    "SZ803",
    Message("译文结构和原文不同", "A translation with another structure"),
    why=Message(
        "译文少一节、少一步，读译文的人就少一个办法。",
        "A section or a step that is lost in translation is help that is lost.",
    ),
    wrong="## How to find { #search }",
    right="## How to find { #find }",
    says=Message(
        "小节和原文不同：少了 find；多了 search", "Sections differ from the source: missing find; extra search"
    ),
)
REFERENCES = Rule(
    "SZ804",
    Message("译文的号码或出处和原文不同", "A translation with other numbers or sources"),
    why=Message(
        "同一件事，两种文字写了两个号码，总有一个是错的。",
        "If two languages give two numbers for the same thing, one of them is wrong.",
    ),
    wrong="Call [[tel:cn-police]] or [[tel:cn-anti-fraud]].",
    right="Call [[tel:cn-police]].",
    says=Message("和原文相比多了 cn-anti-fraud", "Compared with the source, cn-anti-fraud is extra"),
)

RULES = (MISSING, STALE, STRUCTURE, REFERENCES)
