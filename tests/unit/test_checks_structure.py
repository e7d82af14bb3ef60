"""SZ201–SZ208: the structure of a page's body."""

import pytest

from support.miniature import SCAM_BODY_ZH, plain_front, scam_front

PAGE = "docs/zh/scams/fake-police.md"

LESSON = """
## 目标 { #goal }

会说“我先问问”。

## 准备 { #needs }

黑板。

## 新词 { #words }

核实。

## 时间安排 { #steps }

| 分钟 | 做什么 |
| --- | --- |
| 5 | 热身 |
| 15 | 讨论 |

## 怎么讲 { #script }

### 热身 { #warm-up }

> 你好。

### 探究 { #explore }

> 看这条消息。

### 练习 { #practise }

> 同桌一问一答。

### 收尾 { #wrap-up }

> 今天学了什么？

## 出门条 { #exit-ticket }

写一句。

## 带回家 { #take-home }

讲给家人。

## 答案 { #answers }

是骗。

## 一分钟版 { #one-minute }

> 停。

## 没有投影 { #no-projector }

写在黑板上。
"""


def findings(miniature, old="", new="", **front):
    body = SCAM_BODY_ZH.replace(old, new) if old else SCAM_BODY_ZH
    miniature.write(PAGE, scam_front(**front) + body)
    return [(item.rule, item.message.en) for item in miniature.findings() if item.path == PAGE]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "## 骗局怎么走 { #course }",
            "## 骗局怎么走",
            [("SZ201", "The heading “骗局怎么走” has no ASCII id"), ("SZ204", "The section course is missing")],
        ),
        (
            "{ #teach }",
            "{ #教学 }",
            [("SZ201", "The heading “一分钟教学” has no ASCII id"), ("SZ204", "The section teach is missing")],
        ),
        ("{ #card }", "{ #teach }", [("SZ202", None), ("SZ204", "The section card is missing")]),
        ("## 卡片", "# 卡片", [("SZ203", "No level-one heading in the body: it is made from title")]),
        ("### 发给家人", "#### 发给家人", [("SZ203", "The level jumps from 2 to 4")]),
        ("\n## 一个故事 { #case }\n\n他挂断了电话，去柜台问。\n", "", [("SZ204", "The section case is missing")]),
        ("### 已经转了钱 { #paid }", "### 已经转了钱 { #payed }", [("SZ204", "The section paid is missing")]),
        ("4. 消失。\n", "", [("SZ205", "“骗局怎么走” needs 4–7 items and has 3")]),
        (
            "1. 来电。\n2. 转接。\n3. 转账。\n4. 消失。",
            "- 来电。\n- 转接。\n- 转账。\n- 消失。",
            [("SZ205", "“骗局怎么走” needs 4–7 items and has 0")],
        ),
        ("3. 三。\n", "", [("SZ205", "“三个看破点” needs 3 items and has 2")]),
        ("改密码。", "", [("SZ208", "Nothing stands under “给了信息”")]),
    ],
)
def test_a_scam_page_has_its_blocks(miniature, old, new, expected):
    assert old in SCAM_BODY_ZH
    found = sorted(findings(miniature, old, new))
    assert [rule for rule, _ in found] == [rule for rule, _ in expected]
    assert all(message in (None, text) for (_, text), (_, message) in zip(found, expected, strict=True))


def test_the_blocks_come_in_order(miniature):
    swapped = (
        SCAM_BODY_ZH.replace("{ #real }", "{ #x }")
        .replace("{ #variants }", "{ #real }")
        .replace("{ #x }", "{ #variants }")
    )
    miniature.write(PAGE, scam_front() + swapped)
    assert ("SZ204", "The sections are in the wrong order") in [
        (item.rule, item.message.en) for item in miniature.findings()
    ]


def test_the_turn_is_one_of_the_steps(miniature):
    assert findings(miniature, turn="6") == [("SZ205", "turn is step 6, but there are only 4")]


def test_a_table_row_has_as_many_cells_as_its_header(miniature):
    table = "| 号码 | 做什么 |\n| --- | --- |\n| 一 |\n"
    assert findings(miniature, "挂断。", table) == [("SZ207", "This row has 1 cells, the header 2")]


def test_a_table_has_a_header(miniature):
    assert findings(miniature, "挂断。", "| | |\n| --- | --- |\n| 一 | 二 |\n") == [
        ("SZ207", "The table has no header")
    ]
    assert findings(miniature, "挂断。", "| | 谁 |\n| --- | --- |\n| 一 | 二 |\n") == [
        ("SZ207", "The header has an empty cell")
    ]


@pytest.mark.parametrize(
    ("minutes", "old", "new", "rules"),
    [
        ("20", "", "", []),
        ("40", "", "", ["SZ206"]),
        ("20", "| 15 |", "| 15分钟 |", ["SZ206"]),
        ("20", "| 15 |", "| ① |", ["SZ206"]),
        ("20", "{ #exit-ticket }", "{ #ticket }", ["SZ204"]),
    ],
)
def test_the_minutes_of_a_lesson_add_up(miniature, minutes, old, new, rules):
    miniature.write("docs/zh/kit.md", plain_front("kit", "活动包") + "\n文字\n")
    body = LESSON.replace(old, new) if old else LESSON
    front = plain_front("material", "班会").replace(
        "reviewed:", f"kit: kit\nform: lesson\nminutes: {minutes}\nreviewed:"
    )
    miniature.write("docs/zh/lesson.md", front + body)
    assert [item.rule for item in miniature.findings() if item.path == "docs/zh/lesson.md"] == rules


def test_headings_in_code_are_not_headings(miniature):
    assert findings(miniature, "挂断。", "```\n# 没有编号\n```\n") == []


def test_a_pipe_that_is_escaped_or_code_is_no_cell(miniature):
    table = "| 号码 | 做什么 |\n| --- | --- |\n| 一 \\| 二 | `a|b` |\n"
    assert findings(miniature, "挂断。", table) == []


@pytest.mark.parametrize(
    "text",
    [
        "> ## 引用里的标题",
        "- # 条目里的标题",
        "1. ## 步骤",
        " ## 缩进的标题",
        "标题\n====",
        "标题\n---",
        "一句话。\n-",
        "| 甲 |\n| --- |\n| 乙 |\n### 小标题 { #small }\n\n停。",
        "| 甲 |\n| --- |\n| 乙 |\n停。\n### 小标题 { #small }\n\n停。",
    ],
)
def test_what_only_the_generator_takes_for_a_heading_is_refused(miniature, text):
    assert findings(miniature, "挂断。", text) == [("SZ203", "Not the way to write a heading")]


@pytest.mark.parametrize(
    "text", ["挂断。\n\n---\n\n再问。", "| a |\n| --- |\n| b |", "\\#反诈宣传周", "第1问 #1", "```\n#x\n```"]
)
def test_lines_and_signs_that_are_no_headings(miniature, text):
    assert findings(miniature, "挂断。", text) == []


@pytest.mark.parametrize("text", ["……", "...", "？？？", "> …", "。。。"])
def test_a_paragraph_of_dots_says_nothing(miniature, text):
    assert findings(miniature, "挂断。", text) == [("SZ208", "This line says nothing")]
