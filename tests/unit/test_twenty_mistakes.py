"""The twenty mistakes that editors make most: the message alone, read by somebody who never programmed, leads to the mend."""

from dataclasses import dataclass

import pytest

from shizha.sync import hand_written_translations, mark_synced

HELP, SCAM, LIST = "docs/zh/emergency.md", "docs/zh/scams/fake-police.md", "docs/zh/scams/index.md"


@dataclass(frozen=True)
class Mistake:
    """What the editor does, by replacing ``old`` in ``file``, and what message and hint must say at that ``line``."""

    name: str
    file: str
    old: str
    new: str
    line: int
    says: tuple[str, ...]
    encoding: str = "utf-8"


TWENTY = [
    # --- the lines between the two --- ---
    Mistake("a Chinese colon", HELP, "title: 我", "title：我", 4, ("冒号要用英文的", "title: 我被骗了")),
    Mistake("a key in Chinese", HELP, "title: 我", "标题: 我", 4, ("不认识“标题”", "title")),
    Mistake("a typo in a key", HELP, "title: 我", "titel: 我", 4, ("不认识“titel”", "是不是想写 title")),
    Mistake("an open quotation mark", HELP, "title: 我", 'title: "我', 4, ("“title”的引号没有配对", "英文引号")),
    Mistake("no closing ---", HELP, "months\n---", "months", 10, ("没有结束的 ---", "在这一行前面", "三个英文的减号")),
    Mistake("a tab", HELP, "title: 我", "\ttitle: 我", 4, ("Tab键", "空格")),
    Mistake("a date with slashes", HELP, "2026-11-24", "2026/11/27", 8, ("应该是日期", "reviewed: 2026-11-27")),
    Mistake("a word for an id", HELP, "[everyone]", "[老师]", 6, ("“老师”", "英文编号：teacher")),
    Mistake("Chinese commas", HELP, "[everyone]", "[everyone，elder]", 6, ("everyone，elder", "逗号要用英文的")),
    Mistake("too few phrases", SCAM, "[一, 二, 三, 四, 五]", "[一, 二]", 12, ("“phrases”至少要有5条，现在是2条",)),
    # --- the text ---
    Mistake("no space after the sign", LIST, "## 怎么找", "##怎么找", 11, ("英文的空格", "写成：## 怎么找 { #find }")),
    Mistake("a heading without an id", LIST, " { #find }", "", 11, ("“怎么找”没有英文编号", "{ #how-to-find }")),
    Mistake("a link as an address", SCAM, "emergency.md#call", "emergency.html", 68, ("以 .md 结尾：../emergency.md",)),
    Mistake("a number typed out", SCAM, "挂断。", "打96110。", 38, ("“96110”写成了数字", "[[tel:cn-anti-fraud]]")),
    Mistake("a typo in an id", SCAM, "tel:cn-police", "tel:cn-polcie", 50, ("“cn-polcie”不存在", "是不是 cn-police")),
    Mistake("a source that is not listed", SCAM, "挂断。", "挂断。[^law-criminal]", 38, ("law-criminal 没有写进 sources", "sources: [law-anti-fraud, law-criminal]")),
    Mistake("a section deleted", SCAM, "## 变种 { #variants }\n", "", 20, ("缺少小节 variants", "## 变种和今昔 { #variants }")),
    Mistake("a cell left out", SCAM, "挂断。", "| 号码 | 问什么 |\n| --- | --- |\n| 银行 |", 40, ("有1格，表头有2格", "每一格两边都有 |")),
    Mistake("an exclamation mark", SCAM, "挂断。", "挂断！", 38, ("“！”", "换成句号")),
    Mistake("saved as GBK by Notepad", HELP, "", "", 3, ("不是UTF-8", "GBK", "另存为", "编码选“UTF-8”"), "gbk"),
]  # fmt: skip

# The same hands, other slips.
MORE = [
    Mistake("a Chinese colon after a Chinese key", HELP, "title: 我", "标题：我", 4, ("冒号要用英文的",)),
    Mistake("no space after the colon", HELP, "title: 我", "title:我", 4, ("冒号后面空一格：title: 我被骗了",)),
    Mistake("a colon in the title", HELP, "title: 我被骗了", "title: 我被骗了: 怎么办", 4, ("英文冒号", "中文的“：”")),
    Mistake("curly quotation marks around a date", HELP, "2026-11-24", "“2026-11-24”", 8, ("不加引号：reviewed: 2026-11-24",)),
    Mistake("a quotation within quotation marks", HELP, "title: 我被骗了", 'title: "他说"好"了"', 4, ("里面又有英文引号",)),
    Mistake("a Chinese date", HELP, "2026-11-24", "2026年11月7日", 8, ("reviewed: 2026-11-07",)),
    Mistake("a day that does not exist", HELP, "2026-11-24", "2026-02-30", 8, ("没有这一天",)),
    Mistake("months in Chinese", HELP, "6 months", "3个月", 9, ("review_in: 3 months",)),
    Mistake("no brackets around one item", HELP, "[everyone]", "everyone", 6, ("方括号", "只有一项也要")),
    Mistake("an open bracket", SCAM, "[假警察]", "[假警察", 14, ("“aliases”的方括号没有配对",)),
    Mistake("spaces before a key", HELP, "title: 我", "  title: 我", 4, ("前面多了空格",)),
    Mistake("an @ at the beginning", HELP, "title: 我", "title: @我", 4, ("不能用 @ 开头", "英文引号")),
    Mistake("a wrong audience", HELP, "[everyone]", "[teachers]", 6, ("是不是 teacher",)),
    Mistake("a file for a page id", SCAM, "aliases:", "related: [../emergency.md]\naliases:", 14, ("文件名去掉 .md",)),
    Mistake("an empty key", SCAM, "verdict: 真警察不在电话里办案。", "verdict:", 11, ("“verdict”还空着", "一句话结论")),
    Mistake("no space in a list", SCAM, "- 一\n", "-一\n", 80, ("写成：- 一",)),
    Mistake("a Chinese comma in a list", SCAM, "1. 来电", "1、来电", 23, ("写成：1. 来电。",)),
    Mistake("Chinese brackets in a link", SCAM, "(../emergency.md#call)", "（../emergency.md#call）", 68, ("括号要用英文的",)),
    Mistake("a link without .md", SCAM, "emergency.md#call", "emergency", 68, ("以 .md 结尾：../emergency.md",)),
    Mistake("the address of the site", SCAM, "../emergency.md#call", "https://shizha.example/emergency/", 68, ("本站自己的页面，写成 ../emergency.md",)),
    Mistake("a Chinese colon in a reference", HELP, "[[tel:", "[[tel：", 14, ("冒号要用英文的：[[tel:cn-police]]",)),
    Mistake("an invisible character from Word", SCAM, "挂断。", "挂\u200b断。", 38, ("看不见的字符", "重新打字：“挂断。”")),
    Mistake("a bullet from Word", SCAM, "挂断。", "\uf0b7挂断。", 38, ("Word", "用“- ”开头")),
    Mistake("a wide space from Word", LIST, "## 怎么找", "##　怎么找", 11, ("英文的空格", "写成：## 怎么找 { #find }")),
    Mistake("saved with a byte-order mark", HELP, "", "", 1, ("BOM", "不要选“带有BOM的UTF-8”"), "utf-8-sig"),
    Mistake("saved as UTF-16", HELP, "", "", 1, ("UTF-16", "编码选“UTF-8”"), "utf-16"),
    Mistake("saved with the line ends of Windows", HELP, "\n", "\r\n", 1, ("CRLF", "改成LF")),
]  # fmt: skip


@pytest.fixture
def marked(miniature):
    library = miniature.library()
    for page in hand_written_translations(library):
        mark_synced(library, page)
    return miniature


def said(miniature, file):
    """Line -> everything that is said of it in Chinese."""
    lines = {}
    for item in [*miniature.findings(), *miniature.reminders()]:
        if item.path == file:
            lines[item.line] = lines.get(item.line, "") + item.message.zh + item.hint.zh
    return lines


def test_there_are_twenty():
    assert len({mistake.name for mistake in TWENTY}) == 20


@pytest.mark.parametrize("mistake", [*TWENTY, *MORE], ids=lambda mistake: mistake.name)
def test_the_message_leads_to_the_mend(marked, mistake):
    marked.edit(mistake.file, mistake.old, mistake.new)
    text = (marked.project.root / mistake.file).read_text(encoding="utf-8")
    marked.write(mistake.file, text.encode(mistake.encoding) if "\r" not in mistake.new else text.replace("\n", "\r\n"))
    lines = said(marked, mistake.file)
    assert mistake.line in lines, lines
    assert [part for part in mistake.says if part not in lines[mistake.line]] == [], lines[mistake.line]
    assert all(word not in lines[mistake.line] for word in ("front matter", "pattern", "None", "expected")), lines


@pytest.mark.parametrize(
    ("moved_to", "place", "says"),
    [
        ("docs/check.md", "docs/check.md", ("语言的文件夹", "docs/zh/")),
        ("docs/zh/真警察.md", "docs/zh/真警察.md", ("文件名不能做网址", "小写英文", "不用中文")),
        ("docs/en/scams/fake-polise.md", "docs/en/scams/fake-polise.md", ("没有对应的中文页", "是不是 scams/fake-police.md")),
        ("docs/zh/scams/说明.docx", "docs/zh/scams/说明.docx", ("只放 .md 网页和图片",)),
    ],
)  # fmt: skip
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(marked, moved_to, place, says):
    marked.write(moved_to, "---\nname: x\n---\n\n文字\n")
    (text,) = said(marked, place).values()
    assert [part for part in says if part not in text] == [], text


def test_a_page_that_was_renamed_is_told_its_old_name(marked):
    docs = marked.project.docs
    (docs / "zh/emergency.md").rename(docs / "zh/emergencies.md")
    (text,) = said(marked, "data/published.yml").values()
    assert "别人存的网址会打不开" in text and "把 docs/zh/emergency.md 放回去" in text


def test_who_cannot_translate_is_told_to_leave_it(marked):
    marked.edit(LIST, "按家族找。", "按家族找，或者搜一句话。")
    (text,) = said(marked, "docs/en/scams/index.md").values()
    assert "中文原文在译文核对之后改过" in text and "不会改就留着" in text
    assert "python3 scripts check --mark-synced docs/en/scams/index.md" in text
    assert marked.findings() == []
