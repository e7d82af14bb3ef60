"""SZ508: backticks that the generator would pair otherwise than the check are refused."""

import pytest

from shizha.checks import code_marks
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return list(code_marks.check(miniature.library()))


def line_of(miniature, finding):
    return (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("短信`您的账户异常", "`"),
        ("一`二`三`四", "`四"),
        ("一``二`三", "``"),
        ("一\\`二\\`三", "`二"),
        ("> ```\n> 短信\n> ```", "```"),
        ("```\n短信\n```\u3000\n```", "\u3000"),
    ],
)
def test_forms_that_are_read_in_two_ways_are_refused_at_their_place(miniature, text, part):
    first = min(findings(miniature, text))
    assert first.rule == "SZ508"
    assert line_of(miniature, first) in text.split("\n")
    assert line_of(miniature, first)[first.column - 1 :].startswith(part)
    assert first.message.zh and first.message.en and first.hint.zh and first.hint.en


@pytest.mark.parametrize(
    "text",
    [
        '看[紧急页](../emergency.md#call)和[那页](fake-police.md "骗局")。[^law-anti-fraud]',
        "打[[tel:cn-police]]：[[name:cn-police]]:[[site:nhsa]]。",
        "写成`[文字](../页面.md)`、``一个 ` ``、`[编号]: 网址`。",
        "```\n[文字](\n```",
        "~~~\n`\n~~~",
        "一\n\n---\n\n二",
        "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n\n### 小标题 { #small }\n\n停。",
        "- [ ] 查\n- [x] 问",
        "（见[紧急页](../emergency.md)）",
        "反斜杠\\*不加重\\*",
    ],
)
def test_the_one_form_is_left_alone(miniature, text):
    assert findings(miniature, text) == []


def test_values_hold_no_code(miniature):
    miniature.edit("data/strings.yml", "跳到正文", "一`二")
    (finding,) = code_marks.check(miniature.library())
    assert finding.path == "data/strings.yml"
    assert line_of(miniature, finding)[finding.column - 1 :].startswith("`二")


def test_real_content_has_the_one_form(library):
    assert list(code_marks.check(library)) == []
