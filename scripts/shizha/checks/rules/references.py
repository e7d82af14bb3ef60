"""SZ401–SZ403, SZ406: ids that pages and data files refer to."""

from __future__ import annotations

from ..finding import Message, Rule

UNKNOWN_ID = Rule(
    "SZ401",
    Message("引用的编号不存在", "An id that does not exist"),
    why=Message(
        "编号拼错了，那里就没有号码、没有出处，读的人看到的是一个空。",
        "With a misspelled id there is no number and no source, only a hole.",
    ),
    wrong="打[[tel:cn-polcie]]。",
    right="打[[tel:cn-police]]。",
    says=Message("联系方式“cn-polcie”不存在", "The contact “cn-polcie” does not exist"),
)
MALFORMED = Rule(
    "SZ402",
    Message("引用的写法不对", "A reference with the wrong form"),
    why=Message(
        "写法不对，程序认不出来，读的人会看到方括号，打不了电话。",
        "A reference that is not recognised shows its brackets, and nobody can dial it.",
    ),
    wrong="看[[官方网站]]。",
    right="看[[site:npc-laws]]。",
    says=Message("看不懂的引用“[[官方网站]]”", "“[[官方网站]]” is not a reference"),
)
UNLISTED_SOURCE = Rule(
    "SZ403",
    Message("出处没有列在 sources", "A cited source is not listed"),
    why=Message(
        "页面最下面的出处是照 sources 列的。没列，读的人就查不到这句话从哪里来。",
        "The sources at the foot of a page are those listed. If one is not, nobody can look up where the sentence comes from.",
    ),
    wrong="sources: [law-anti-fraud]\n…\n这是犯罪。[^law-criminal]",
    right="sources: [law-anti-fraud, law-criminal]\n…\n这是犯罪。[^law-criminal]",
    says=Message("出处 law-criminal 没有写进 sources", "The source law-criminal is not in sources"),
)
UNCITED = Rule(
    "SZ406",
    Message("列出的出处没有用到", "A listed source is not cited"),
    why=Message(
        "列了出处，却没写在哪句话后面，看起来像整页都有依据，其实不一定。",
        "A source that no sentence cites makes the whole page look founded on it.",
    ),
    wrong="sources: [law-anti-fraud]\n…\n银行可以先停住这笔钱。",
    right="sources: [law-anti-fraud]\n…\n银行可以先停住这笔钱。[^law-anti-fraud]",
    says=Message("出处 law-anti-fraud 正文里没有用到", "The source law-anti-fraud is not cited in the text"),
)

RULES = (UNKNOWN_ID, MALFORMED, UNLISTED_SOURCE, UNCITED)
