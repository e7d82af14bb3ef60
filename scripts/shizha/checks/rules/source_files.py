"""SZ101–SZ109: files that cannot be read, split or typed."""

from __future__ import annotations

from ..finding import Message, Rule

UNREADABLE = Rule(
    "SZ101",
    Message("文件读不懂", "The file cannot be read"),
    why=Message(
        "存成别的编码，读的人看到的是乱码，号码也可能变样。整个文件都读不了，就没法检查。",
        "In another encoding readers see garbage, and numbers may change. What cannot be read cannot be checked.",
    ),
    wrong="（用记事本存成了“ANSI”）\nname: ÎÒ±»Æ­ÁË",
    right="（用记事本另存为“UTF-8”）\nname: 我被骗了",
    says=Message(
        "从这里开始不是UTF-8编码，多半存成了GBK", "From here on this is not UTF-8; it was probably saved as GBK"
    ),
    command="python3 scripts check --fix",
)
YAML = Rule(
    "SZ102",
    Message("文件开头或数据文件写法不对", "Not the YAML that this site allows"),
    why=Message(
        "一个中文冒号、一个没配对的引号，程序就会把后面的内容看错。",
        "With one stray colon or quotation mark a program takes everything after it for something else.",
    ),
    wrong="title：我被骗了",
    right="title: 我被骗了",
    says=Message("“review_in”的引号没有配对", "The quotation mark after “review_in” has no partner"),
    command="python3 scripts check --fix",
)
SPLIT = Rule(
    "SZ103",
    Message("文件开头的说明不完整", "Front matter is missing or not closed"),
    why=Message(
        "少了 ---，程序分不清哪里是说明，哪里是正文，这一页就没有标题和日期。",
        "Without --- nothing tells the page’s data from its text, and it would have neither title nor date.",
    ),
    wrong="---\ntitle: 我被骗了\n\n## 现在就做 { #call }",
    right="---\ntitle: 我被骗了\n---\n\n## 现在就做 { #call }",
    says=Message("文件开头的说明没有结束的 ---", "The front matter has no closing ---"),
)
UNKNOWN_KEY = Rule(
    "SZ104",
    Message("不认识的一项", "Unknown key"),
    why=Message(
        "名字拼错了，写的内容不会出现在网页上，也没有人发现。",
        "Under a misspelled name the words never reach the page, and nobody notices.",
    ),
    wrong="titel: 我被骗了",
    right="title: 我被骗了",
    says=Message("不认识“titel”这一项", "Unknown key “titel”"),
)
MISSING_KEY = Rule(
    "SZ105",
    Message("缺少必填的一项", "A required key is missing"),
    why=Message(
        "缺了标题，列表里就是空的；缺了核对日期，读的人不知道这一页还准不准。",
        "Without a title lists have a hole; without a day of review nobody knows whether the page still holds.",
    ),
    wrong="reviewed: 2026-11-24",
    right="reviewed: 2026-11-24\nreview_in: 6 months",
    says=Message("缺少“review_in”这一项", "“review_in” is missing"),
)
VALUE = Rule(
    "SZ106",
    Message("内容的写法不对", "The value does not fit"),
    why=Message(
        "日期、编号、数字要有一样的写法，程序才能算出哪天该复核，该放进哪个列表。",
        "Only in one form can a program tell when a review is due and in which list a page belongs.",
    ),
    wrong="reviewed: 2026/11/24",
    right="reviewed: 2026-11-24",
    says=Message("“reviewed”应该是日期，现在是“2026/11/24”", "“reviewed” should be a date, and is “2026/11/24”"),
)
PLACE = Rule(
    "SZ107",
    Message("译文没有对应的中文页", "The page has no source page"),
    why=Message(
        "中文是原文。没有原文的译文，没有人核对，规定变了也没有人知道。",
        "Chinese is the original. Nobody compares a page without one, or learns that it is out of date.",
    ),
    wrong="docs/en/scams/fake-polise.md",
    right="docs/en/scams/fake-police.md",
    says=Message(
        "没有对应的中文页 docs/zh/scams/fake-polise.md", "There is no source page docs/zh/scams/fake-polise.md"
    ),
)
STRAY = Rule(
    "SZ108",
    Message("不该在这里的文件", "A file that does not belong here"),
    why=Message(
        "放错地方的文件不会成为网页；带程序的文件混进来，会害到打开网站的人。",
        "A file in the wrong place never becomes a page, and one with a program in it could harm readers.",
    ),
    wrong="docs/zh/Fake Police.md",
    right="docs/zh/scams/fake-police.md",
    says=Message("文件名不能做网址", "The file's name cannot be an address"),
)
NEEDED = Rule(
    "SZ109",
    Message("缺少必须有的页面", "A page that must exist is missing"),
    why=Message(
        "每一页上都有“我被骗了”的按钮。那一页没有了，最急的人点了打不开。",
        "Every page has a button to the emergency page. Without it, the people in the greatest hurry get nothing.",
    ),
    wrong="（删掉了 docs/zh/emergency.md）",
    right="docs/zh/emergency.md",
    says=Message("没有这一页，网站不能生成", "Without this page the site cannot be built"),
)

RULES = (UNREADABLE, YAML, SPLIT, UNKNOWN_KEY, MISSING_KEY, VALUE, PLACE, STRAY, NEEDED)
