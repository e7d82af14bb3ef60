"""SZ201–SZ209: the structure of a page's body."""

from __future__ import annotations

from ..finding import Message, Rule

HEADING_ID = Rule(
    "SZ201",
    Message("标题没有编号", "A heading has no id"),
    why=Message(
        "编号是这一节的网址。没有编号，别处指过来的链接会走不到，三种文字也对不上。",
        "The id is the section’s address. Without one, links to it break and the languages cannot be compared.",
    ),
    wrong="## 现在怎么做",
    right="## 现在怎么做 { #now }",
    says=Message("标题“怎么找”没有英文编号", "The heading “怎么找” has no ASCII id"),
)
DUPLICATE_ID = Rule(
    "SZ202",
    Message("标题编号重复", "A heading id is used twice"),
    why=Message(
        "两节用一个编号，点目录只会到前面那一节，后面的到不了。",
        "With one id for two sections a link always leads to the first.",
    ),
    wrong="### 发给家人 { #to-send }\n\n### 再说一遍 { #to-send }",
    right="### 发给家人 { #to-send }\n\n### 再说一遍 { #to-send-again }",
    says=Message("编号 to-send 在第58行用过了", "The id to-send is already used on line 58"),
)
LEVELS = Rule(
    "SZ203",
    Message("标题级别不对", "Heading levels that do not fit"),
    why=Message(
        "看不见屏幕的人靠标题级别在页面里跳着听。跳了一级，就以为漏了内容。",
        "People who cannot see the screen move by headings; a level that is skipped sounds like something lost.",
    ),
    wrong="## 跟家人这样说 { #family }\n\n#### 发给家人 { #to-send }",
    right="## 跟家人这样说 { #family }\n\n### 发给家人 { #to-send }",
    says=Message("标题从2级跳到了4级", "The level jumps from 2 to 4"),
)
SECTIONS = Rule(
    "SZ204",
    Message("缺少固定的小节", "A required section is missing"),
    why=Message(
        "每一种骗局页的小节都一样。着急的人知道“现在怎么做”在哪里。",
        "Every page about a scam has the same sections, so that somebody in a hurry knows where to look.",
    ),
    wrong="## 变种 { #variants }\n…\n\n## 一分钟教学 { #teach }",
    right="## 变种 { #variants }\n…\n\n## 一个故事 { #case }\n…\n\n## 一分钟教学 { #teach }",
    says=Message("缺少小节 case", "The section case is missing"),
)
STEPS = Rule(
    "SZ205",
    Message("条数不对", "Another number of items than is wanted"),
    why=Message(
        "三个看破点、三句卡片，记得住，印得下。少一条，可能正是有用的那一条。",
        "Three signs and three lines for a card can be remembered and printed. The one that is missing may be the one that helps.",
    ),
    wrong="## 三个看破点 { #signs }\n\n1. 要你转钱\n2. 不让你告诉别人",
    right="## 三个看破点 { #signs }\n\n1. 要你转钱\n2. 不让你告诉别人\n3. 不让你挂电话",
    says=Message("“三个看破点”要有3条，现在是2条", "“三个看破点” needs 3 items and has 2"),
)
MINUTES = Rule(
    "SZ206",
    Message("课时加起来不对", "Minutes of a lesson that do not add up"),
    why=Message(
        "老师照着表上课。加起来不对，不是提前没话讲，就是拖堂。",
        "Teachers go by the table. If it does not add up, the lesson ends too early or too late.",
    ),
    wrong="minutes: 40\n…\n| 分钟 | 做什么 |\n| --- | --- |\n| 5 | 热身 |\n| 15 | 讨论 |",
    right="minutes: 20\n…\n| 分钟 | 做什么 |\n| --- | --- |\n| 5 | 热身 |\n| 15 | 讨论 |",
    says=Message("各步加起来是20分钟，minutes 写的是40", "The steps add up to 20 minutes, minutes says 40"),
)
TABLE = Rule(
    "SZ207",
    Message("表格不完整", "A table is not complete"),
    why=Message(
        "少一格，后面的都往前挪，号码就对到了别人的名字上。",
        "With one cell missing the others move up, and a number stands beside the wrong name.",
    ),
    wrong="| 你在 | 做什么 |\n| --- | --- |\n| 家里 |",
    right="| 你在 | 做什么 |\n| --- | --- |\n| 家里 | 挂断 |",
    says=Message("这一行有1格，表头有2格", "This row has 1 cells, the header 2"),
)
EMPTY = Rule(
    "SZ208",
    Message("小节是空的", "A section is empty"),
    why=Message(
        "点进来的人看到标题，下面什么也没有，会以为没有办法。",
        "Under a heading with nothing below it people think that nothing can be done.",
    ),
    wrong="### 给了信息 { #gave-info }\n\n### 装了软件 { #installed }",
    right="### 给了信息 { #gave-info }\n\n改密码。\n\n### 装了软件 { #installed }",
    says=Message("“给了信息”下面没有内容", "Nothing stands under “给了信息”"),
)
FENCE = Rule(
    "SZ209",
    Message("代码块没有结束", "A block of code is not closed"),
    why=Message(
        "没有结束的符号，后面整页都可能变成代码的样子，链接和号码都点不了。",
        "Without its end the rest of the page may turn into code, with links and numbers that do nothing.",
    ),
    wrong="```\n您好，请先挂断。",
    right="```\n您好，请先挂断。\n```",
    says=Message("这个代码块没有结束", "This block of code is not closed"),
)

ANY_PAGE = (HEADING_ID, DUPLICATE_ID, LEVELS, TABLE, EMPTY, FENCE)
OF_A_KIND = (SECTIONS, STEPS, MINUTES)
