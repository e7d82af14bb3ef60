"""SZ419: a link that the generator would see and the check would not is refused."""

import pytest

from shizha.checks import link_forms
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text):
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", text))
    return list(link_forms.check(miniature.library()))


def line_of(miniature, finding):
    return (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("看[紧急\n页](../emergency.md)", "]("),
        ("看[页](\n../emergency.md)", "]("),
        ("看[页](java\nscript:alert)", "]("),
        ("看[紧[急]页](../emergency.md)", "]("),
        ("看[打[[tel:cn-police]]](../emergency.md)", "]("),
        ("看[![图](x.png)](../emergency.md)", "](../"),
        ("看[页](<../emergency.md>)", "]("),
        ("看[页](../emergency.md`/x`)", "]("),
        ("看[页](`/x`)", "]("),
        ('看[页](../emergency.md "甲" "乙")', "]("),
        ("看\\![页](../emergency.md)", "]("),
        ("看\\[页](../emergency.md)", "]("),
        ("> [页]: ../emergency.md", "]:"),
        ("- [页]: ../emergency.md", "]:"),
        ("看[紧急\n页]: ../emergency.md", "]:"),
        ("看[页](../emergency.md>)", "]("),
    ],
)
def test_odd_forms_are_refused_at_their_place(miniature, text, part):
    first = min(findings(miniature, text))
    assert first.rule == "SZ419"
    assert line_of(miniature, first) in text.split("\n")
    assert line_of(miniature, first)[first.column - 1 :].startswith(part)


@pytest.mark.parametrize(
    "text",
    [
        "打[[tel:cn-police]]：[[name:cn-police]]:[[site:nhsa]]。",
        "写成`[文字](../页面.md)`、``一个 ` ``、`[编号]: 网址`。",
        "```\n[文字](\n```",
        "（见[紧急页](../emergency.md)）",
    ],
)
def test_the_one_form_is_left_alone(miniature, text):
    assert findings(miniature, text) == []


def test_a_definition_is_named_once(miniature):
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", "[页]: ../emergency.md"))
    assert [item.rule for item in miniature.findings()] == ["SZ402"]


def test_values_hold_no_links(miniature):
    miniature.edit("data/strings.yml", "跳到正文", "'看[页](../x.md)'")
    (finding,) = link_forms.check(miniature.library())
    assert finding.path == "data/strings.yml"
    assert line_of(miniature, finding)[finding.column - 1 :].startswith("](../x.md)")


def test_real_content_has_the_one_form(library):
    assert list(link_forms.check(library)) == []
