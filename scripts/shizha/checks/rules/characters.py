"""SZ601–SZ607: characters that a reader's eye, a search or a screen reader takes for something else, or not at all."""

from __future__ import annotations

from ..finding import Message, Rule

DIRECTION = Rule(
    "SZ601",
    Message("改变文字方向的符号", "A character that turns the direction of text"),
    why=Message(
        "它能让屏幕上的字倒过来排：看到的号码是一个，复制、拨打的是另一个。",
        "It can turn text around: the number that is seen is one, the number that is copied or dialled another.",
    ),
    wrong="挂断[U+202E]。话电听接",
    right="挂断。",
    says=Message(
        "这里有改变文字方向的符号（U+202E），看到的和实际的顺序会不一样",
        "A character here turns the direction of text (U+202E): what is seen is not what stands there",
    ),
)
INVISIBLE = Rule(
    "SZ602",
    Message("看不见的字符", "An invisible character"),
    why=Message(
        "看着一样，其实中间夹着东西：搜不到，也能用来躲过检查。",
        "Words look the same and are not: they are not found in a search, and can slip past a check.",
    ),
    wrong="挂[U+200B]断电话",
    right="挂断电话",
    says=Message("这里有看不见的字符（U+200B）", "There is an invisible character here (U+200B)"),
)
PRIVATE = Rule(
    "SZ603",
    Message("别的电脑上显示不出来的字", "A character that other computers cannot show"),
    why=Message(
        "在写的人电脑上是一个字或一个圆点，在读的人手机上是一个方框。",
        "What is a letter or a bullet on the writer’s computer is an empty box on the reader’s phone.",
    ),
    wrong="[U+F0B7] 挂断",
    right="- 挂断",
    says=Message("这个字（U+E000）在别的电脑上显示不出来", "Other computers cannot show this character (U+E000)"),
)
CONTROL = Rule(
    "SZ604",
    Message("控制字符", "A control character"),
    why=Message(
        "它不是文字，多半是从别的程序里复制时带来的，网页显示会出错。",
        "It is no text but something that came along in copying, and pages with it may show wrongly.",
    ),
    wrong="挂断[U+0008]。",
    right="挂断。",
    says=Message("这里有控制字符（U+0008），不是文字", "There is a control character here (U+0008)"),
)
LOOKALIKE = Rule(
    "SZ605",
    Message("长得像、其实不同的字", "A character that only looks like the ordinary one"),
    why=Message(
        "看着是“人”，其实是字典里的部首。搜“家人”搜不到，读屏软件也念错。",
        "It looks like 人 and is a radical of a dictionary: a search does not find it, and a screen reader says something else.",
    ),
    wrong="告诉家⼈（⼈是U+2F08）",
    right="告诉家人",
    says=Message("“⼈”不是平常的“人”（U+2F08）", "“⼈” is not the ordinary “人” (U+2F08)"),
)
MIXED = Rule(
    "SZ606",
    Message("一个词里混着不同的字母", "Two alphabets in one word"),
    why=Message(
        "假网址就是这样做的：一个俄文字母看着和英文一样，去的是另一个网站。",
        "Fake addresses are made like this: a Cyrillic letter looks like a Latin one and leads to another site.",
    ),
    wrong="改pаssword（а是U+0430）",
    right="改password",
    says=Message("“pаssword”里混着别种文字的字母：а", "“pаssword” mixes two alphabets: а is no Latin letter"),
)
VARIANT = Rule(
    "SZ607",
    Message("简繁混用", "Simplified and Traditional mixed"),
    "reminder",
    why=Message(
        "简体页里混进繁体字，搜简体就搜不到这一句；繁体页也一样。",
        "A Traditional character in Simplified text is not found by who searches in Simplified, and the other way round.",
    ),
    wrong="改密碼。",
    right="改密码。",
    says=Message("“碼”是繁体字", "“碼” is a Traditional character"),
)

RULES = (DIRECTION, INVISIBLE, PRIVATE, CONTROL, LOOKALIKE, MIXED, VARIANT)
