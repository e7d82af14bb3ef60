"""SZ501–SZ507: nothing in a page or a data file becomes HTML, script, style or a file that is read."""

import pytest

from shizha.checks import active_content
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return list(active_content.check(miniature.library()))


def line_of(miniature, finding):
    return (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]


HOSTILE = [
    ("<script>alert(1)</script>", "SZ501", 1),
    ("看<b>这里", "SZ501", 2),
    ("</div>", "SZ501", 1),
    ("<!-- 藏起来 -->", "SZ501", 1),
    ("<?php echo 1 ?>", "SZ501", 1),
    ("<![CDATA[x]]>", "SZ501", 1),
    ("<img src=x onerror=alert(1)", "SZ501", 1),
    ("<iframe", "SZ501", 1),
    ("<svg/onload=alert(1)>", "SZ501", 1),
    ("<IMG SRC=x>", "SZ501", 1),
    ("<x@y/onclick=alert(1)>", "SZ501", 1),
    ("写成`<script>`。", "SZ501", 4),
    (r"\`<b>x</b>\`", "SZ501", 3),
    ("&#60;script&#62;", "SZ502", 1),
    ("看&#x3c;script", "SZ502", 2),
    ("&lt;script&gt;", "SZ502", 1),
    ("&ltscript", "SZ502", 1),
    ("&amp;lt;script&amp;gt;", "SZ502", 1),
    ("&amp;#60;img", "SZ502", 1),
    ("<中@文>", "SZ501", 1),
    ("<x://y>", "SZ501", 1),
    ("<br/>", "SZ501", 1),
    ("<BR>", "SZ501", 1),
    ("<br class=x>", "SZ501", 1),
    ("按<kbd>Esc退出", "SZ501", 2),
    ("按<kbd>Esc</mark>", "SZ501", 2),
    ("按<kbd>\nEsc</kbd>", "SZ501", 2),
    ("按<kbd>**Esc</kbd>**", "SZ501", 2),
    ("按<kbd><kbd>Esc</kbd></kbd>", "SZ501", 2),
    ("<ruby>识<rt>shí</ruby>", "SZ501", 1),
    ("<rt>shí</rt>", "SZ501", 1),
    ("### 按<kbd>Esc</kbd> { #esc }", "SZ501", 6),
    ("| 甲 | <b>乙 |\n| --- | --- |", "SZ501", 7),
    ("```\n<script>\n```", "SZ501", 1),
    ("![<b>图](x.png)", "SZ501", 3),
    ("**停**{: onclick=alert(1) }", "SZ503", 6),
    ("**停**{ .big }", "SZ503", 6),
    ("停{style='x'}", "SZ503", 2),
    ("停\n{: #id href=x }", "SZ503", 1),
    ("看[页](../emergency.md){ target=_blank }", "SZ503", 22),
    ("## 标题 { #short onclick=alert(1) }", "SZ503", 7),
    ("## 标题 { .big }", "SZ503", 7),
    ("## 标题 { onclick=x } { #short }", "SZ503", 7),
    ("## 标题 { onclick=x { #short }", "SZ503", 7),
    ("- ## 标题 { #short .x }", "SZ503", 9),
    ("{{ config.secret }}", "SZ504", 1),
    ("看{% include 'x' %}", "SZ504", 2),
    ("{# x #}", "SZ504", 1),
    ("--8<-- '/etc/passwd'", "SZ505", 2),
    (";--8<-- 'x.md'", "SZ505", 3),
    ("{!/etc/passwd!}", "SZ505", 1),
    ("![图](data:image/png;base64,AAAA)", "SZ505", 20),
    ("/// html | script\n///", "SZ506", 1),
    ("/// danger\n停\n///", "SZ506", 1),
    ("/// admonition | 停\n///", "SZ506", 1),
    ("> /// tab | x\n> ///", "SZ506", 3),
    ("//// note2\n////", "SZ506", 1),
    ("``` js onclick=x\n停\n```", "SZ507", 5),
    ("~~~ ~~ x\n停\n~~~", "SZ507", 5),
    ("```{ .js onclick=x }\n停\n```", "SZ503", 4),
    ("`停`{ #stop }`停`", "SZ503", 4),
    ("/// note | # 大标题\n停。\n///", "SZ506", 1),
    ("- - /// html | b\n", "SZ506", 5),
    ("- /// note\n  停。", "SZ506", 3),
    ("1. 停\n\n    /// note\n    停。\n    ///", "SZ506", 5),
    ("/// note\n停。", "SZ506", 1),
    ("停。\n\n///", "SZ506", 1),
    ("//// note\n停。\n///", "SZ506", 1),
]


@pytest.mark.parametrize(("text", "rule", "column"), HOSTILE)
def test_active_content_is_refused_at_its_place(miniature, text, rule, column):
    found = findings(miniature, text)
    assert {item.rule for item in found} == {rule}
    first = min(found)
    assert line_of(miniature, first) in text.split("\n")
    assert first.column == column
    assert first.message.zh and first.message.en and first.hint.zh and first.hint.en


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ("    attrs: {onclick: alert(1)}", "    attrs: {onclick: alert(1)}"),
        ("    attrs:\n        id: x", "    attrs:"),
        ("    type: x", "    type: x"),
        ("     attrs: {id: x}", "     attrs: {id: x}"),
        ("    open: True\n    attrs: x", "    attrs: x"),
    ],
)
def test_options_of_boxes_are_refused(miniature, options, line):
    found = [
        item for item in findings(miniature, f"/// details | 怎么做\n{options}\n\n停。\n///") if item.rule == "SZ507"
    ]
    assert line_of(miniature, min(found)) == line


def test_only_details_can_be_open(miniature):
    assert findings(miniature, "/// details | 怎么做\n    open: true\n\n停。\n///") == []
    (finding,) = findings(miniature, "/// note | 怎么做\n    open: true\n\n停。\n///")
    assert finding.rule == "SZ507"


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6，6 > 5，3<5。",
        "<3，<- 和 -> 和 <=",
        "3.5元，24小时，￥100，A/B，App，R&D，AT&T，《反诈法》，“停”。",
        "2026-11-24 9:00—11:30",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "### 小标题 { #small }\n\n停。",
        "### 小标题 {#small}\n\n停。",
        "/// note | 标题：先别转\n停。\n///",
        "/// warning\n停。\n///",
        "//// note\n/// details | 看\n停。\n///\n////",
        "```\n/// html\n```",
        "- [ ] 停",
        "> 先别转。",
        "和/或 1/2 km//h",
        "```\n短信原文\n```",
        "按<kbd>Esc</kbd>，看<mark>这里</mark>，H<sub>2</sub>O，3<sup>2</sup>。",
        "打<mark>[[tel:cn-police]]</mark>。",
        "| 甲 | 乙 |\n| --- | --- |\n| 一<br>二 | 三 |",
        "<ruby>识<rp>（</rp><rt>shí</rt><rp>）</rp>诈<rt>zhà</rt></ruby>",
        "标题后面写`{ #short-name }`。",
        "```\n## 标题 { #short-name }\n```",
        "读 /etc/hosts 和 data/contacts.yml",
        "&lt; 和 &gt;",
        "``` text\n短信原文\n```",
        "{ 没有右边",
        "A &amp; B",
        "<https://x.example/>",
        "----------------",
    ],
)
def test_honest_text_is_left_alone(miniature, text):
    assert findings(miniature, text) == []


@pytest.mark.parametrize(
    ("key", "value", "rule", "part"),
    [
        ("description", "看<b>这里", "SZ501", "<b>"),
        ("description", '"\\x3cscript>"', "SZ501", "description"),
        ("title", "'{{ x }}'", "SZ504", "{{"),
        ("title", "'a {% x %}'", "SZ504", "{%"),
        ("verdict", "看&#60;script", "SZ502", "&#60;"),
        ("aliases", "[一, <i>二]", "SZ501", "<i>"),
        ("verdict", "--8<-- x", "SZ505", "-8<-"),
        ("verdict", "一<br>二", "SZ501", "<br>"),
        ("verdict", "看{ .x }", "SZ503", "{ .x }"),
        ("verdict", "/// note", "SZ506", "///"),
        ("phrases", "[一, 二, 三, 四, '五{{ x }}']", "SZ504", "{{ x }}"),
    ],
)
def test_front_matter_is_looked_into(miniature, key, value, rule, part):
    (finding,) = findings(miniature, **{key: value})
    assert finding.rule == rule
    line = line_of(miniature, finding)
    assert line.startswith(f"{key}:")
    assert line[finding.column - 1 :].startswith(part)


def test_data_files_are_looked_into(miniature):
    miniature.edit("data/strings.yml", "跳到正文", "跳到<u>正文</u>")
    first, second = sorted(active_content.check(miniature.library()))
    assert {(item.path, item.rule) for item in (first, second)} == {("data/strings.yml", "SZ501")}
    assert line_of(miniature, first)[first.column - 1 :].startswith("<u>")
    assert line_of(miniature, second)[second.column - 1 :].startswith("</u>")


def test_blanks_of_interface_words_are_none_of_this(miniature):
    assert "{date}" in (miniature.project.data / "strings.yml").read_text(encoding="utf-8")
    assert list(active_content.check(miniature.library())) == []


def test_real_content_holds_none(library):
    assert list(active_content.check(library)) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("<b>停</b>", "For bold write **words**."),
        ("<!-- 以后再写 -->", "Pages hold no comments. What other editors should know belongs in the pull request."),
        ("一<br/>二", "For a line break write <br>, nothing more."),
        ("<a href=x>页</a>", "A page of this site is linked as [text](../page.md), an official site as [[site:id]]."),
        ("<kbd>Esc", "Write <kbd>words</kbd>: small letters, opened and closed on one line, with only words between."),
        ("### 一<br>二 { #x }", "Only words can stand here: delete the angle brackets and what is in them."),
    ],
)
def test_the_hint_says_what_to_type(miniature, text, hint):
    assert min(findings(miniature, text)).hint.en == hint


@pytest.mark.parametrize("key", ["template", "hooks_path", "hide", "search", "extra_css", "plugins", "redirect"])
def test_front_matter_cannot_speak_to_the_generator(miniature, key):
    miniature.write(PAGE, scam_front(**{key: "x"}) + SCAM_BODY_ZH)
    (finding,) = [item for item in miniature.findings() if item.path == PAGE]
    assert finding.rule == "SZ104"
    assert line_of(miniature, finding).startswith(f"{key}:")


def test_characters_that_the_generator_deletes_are_refused(miniature):
    """It deletes U+0002 and U+0003 wherever they stand, so that “<” and “script” on both sides of one would meet."""
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", "<\x02script>"))
    assert "SZ604" in {item.rule for item in miniature.findings()}
