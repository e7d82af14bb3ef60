"""SZ901–SZ907: words that hurt people who were scammed, promise too much, are out of date, or say nothing."""

from __future__ import annotations

from ..finding import Message, Rule

BLAME = Rule(
    "SZ901",
    Message("怪被骗的人", "Blaming people who were scammed"),
    why=Message(
        "被骗的人听了这样的话，就不敢报警，不敢告诉家人，钱也就追不上了。",
        "People who are blamed do not call the police or tell their family, and the money is gone.",
    ),
    wrong="他贪便宜，就点了链接。",
    right="对方先退给他两次钱，他就点了链接。",
    says=Message(
        "“贪便宜”：这样说是怪被骗的人。被骗的人听了，就不敢报警、不敢告诉家人",
        "“贪便宜”: This blames people who were scammed, and people who are blamed do not call the police or tell their family",
    ),
)
PROMISE = Rule(
    "SZ902",
    Message("保证追回", "Promising that money comes back"),
    why=Message(
        "没有人能保证。说“保证追回”的，正是专骗被骗的人的那种骗子。",
        "Nobody can promise it. Those who do are the scammers who prey on people already scammed.",
    ),
    wrong="报警以后保证追回。",
    right="越早报警，停住的机会越大。",
    says=Message(
        "“保证追回”：没有人能保证。说保证的，正是骗被骗的人的那种骗子",
        "“保证追回”: Nobody can guarantee it. Those who do are the ones who scam people a second time",
    ),
)
OUTDATED = Rule(
    "SZ903",
    Message("把旧规定当成现在的", "An old rule as if it still held"),
    why=Message(
        "读的人照着旧规定做，等着“24小时内撤回”，就错过了报警的时候。",
        "Who relies on an old rule, waiting for a day in which a transfer can be undone, loses the time to report it.",
    ),
    wrong="取5万元要登记。",
    right="风险高的，银行会问来源和用途。",
    says=Message(
        "“取5万元要登记”：2022年的这条规定当年就暂缓，没有施行；2026年1月1日起按新的尽职调查办法",
        "“取5万元要登记”: This rule of 2022 was put off and never came into force; other rules apply since 1 January 2026",
    ),
)
OFFICIALESE = Rule(
    "SZ904",
    Message("公文腔", "Official language"),
    why=Message(
        "这样的话没有告诉人做什么。着急的人要的是下一步。",
        "Such words tell nobody what to do. People in a hurry need the next step.",
    ),
    wrong="切实提高防范意识。",
    right="先挂断，自己查号码打过去问。",
    says=Message(
        "“切实”：公文的话没有告诉读的人要做什么", "“切实”: Official language does not tell a reader what to do"
    ),
)
EXCLAMATION = Rule(
    "SZ905",
    Message("感叹号", "Exclamation marks"),
    why=Message(
        "骗子用感叹号催人。这里说话不着急，人才静得下来。",
        "Scammers hurry people with exclamation marks. Here nobody shouts, so that people can think.",
    ),
    wrong="马上挂断！",
    right="马上挂断。",
    says=Message(
        "“！”：骗子用感叹号催人。这里说话不着急",
        "“！”: Scammers hurry people with exclamation marks. This site stays calm",
    ),
)
UNFINISHED = Rule(
    "SZ906",
    Message("没有写完", "Unfinished text"),
    why=Message(
        "留在网页上的“以后再写”，读的人会当成就是这样。",
        "A note to oneself that stays on a page is read as what the page says.",
    ),
    wrong="挂断。TODO",
    right="挂断。",
    says=Message(
        "“TODO”：这里还没有写完，读的人会以为就是这样", "“TODO”: This is not finished, and a reader cannot tell"
    ),
)
LIST = Rule(
    "SZ907",
    Message("用词清单读不懂", "The list of words cannot be read"),
    why=Message(
        "清单读不懂，上面这些用词就一个也查不出来。",
        "Without the list none of these words is found.",
    ),
    wrong="victim-greedy:\n  rule: blame",
    right="victim-greedy:\n  rule: blame\n  severity: error\n  words: …\n  why: …\n  instead: …",
    says=Message(
        "用词清单读不懂：short-entry.severity: Field required",
        "The list of words cannot be read: short-entry.severity: Field required",
    ),
)

RULES = (BLAME, PROMISE, OUTDATED, OFFICIALESE, EXCLAMATION, UNFINISHED, LIST)
