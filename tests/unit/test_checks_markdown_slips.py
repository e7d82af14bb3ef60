"""SZ211–SZ212: signs that do nothing are found, and honest text is not."""

import pytest

from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text):
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", text))
    return [item for item in miniature.findings() if item.path == PAGE]


@pytest.mark.parametrize(
    ("text", "rule", "hint"),
    [
        ("##小标题", "SZ211", "写成：## 小标题。不是标题，就写 \\#。"),
        ("#反诈宣传周", "SZ211", "写成：# 反诈宣传周。不是标题，就写 \\#。"),
        ("###　小标题", "SZ211", "写成：### 小标题。不是标题，就写 \\#。"),
        ("＃＃ 小标题", "SZ211", "写成：## 小标题。不是标题，就写 \\#。"),
        ("-挂断", "SZ211", "写成：- 挂断"),
        ("• 挂断", "SZ211", "写成：- 挂断"),
        ("1.挂断", "SZ211", "写成：1. 挂断"),
        ("1、挂断", "SZ211", "写成：1. 挂断"),
        ("看[那页]（../emergency.md）。", "SZ212", "括号要用英文的，紧跟着写：[文字](../页面.md)。"),
        ("看[那页](../emergency.md）。", "SZ212", "括号要用英文的，紧跟着写：[文字](../页面.md)。"),
        ("看[那页] (../emergency.md)。", "SZ212", "括号紧跟着写，不空格：[文字](../页面.md)。"),
        ("打[tel:cn-police]。", "SZ212", "写成 [[tel:编号]] 的样子。"),
        ("打[[tel:cn-police。", "SZ212", "写成 [[tel:编号]] 的样子。"),
        ("打【【tel：cn-police】】。", "SZ212", "方括号和冒号都用英文的：[[tel:编号]]。"),
    ],
)
def test_signs_that_do_nothing_are_found(miniature, text, rule, hint):
    # Half a link is also none that the site knows (SZ419); what to type is said here.
    (finding,) = (item for item in findings(miniature, text) if item.rule != "SZ419")
    assert (finding.rule, finding.line, finding.hint.zh) == (rule, 38, hint)


@pytest.mark.parametrize(
    "text",
    [
        "# 和 ## 是标题。".replace("# 和", "`#`和"),
        "\\#反诈宣传周",
        "-5℃也照样挂断。",
        "—— 他挂断了。",
        "--- 他挂断了。",
        "1.5万元。",
        "3.14是圆周率。",
        "**先挂断**，再说。",
        "*先挂断*，再说。",
        "依据[[field:document]]（[[field:document-number]]）。",
        "他说“好的”（见上）。",
        "```\n##代码里的\n-挂断\n```",
    ],
)
def test_honest_text_is_let_through(miniature, text):
    assert findings(miniature, text) == []
