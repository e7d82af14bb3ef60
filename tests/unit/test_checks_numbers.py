"""SZ301–SZ304: numbers and identities that readers could contact. Their disguises are in test_numbers.py."""

import pytest

from shizha.checks import run_checks
from shizha.mend.numbers import fix_numbers
from shizha.selection import Selection
from support.miniature import SCAM_BODY_ZH, plain_front, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return [item for item in run_checks(miniature.library()) if item.path == PAGE and item.rule.startswith("SZ3")]


@pytest.mark.parametrize(
    "text",
    [
        "打96101问。",
        "打９６１０１问。",
        "打96\u200b101问。",
        "打96[^law-anti-fraud]101问。",
        "打[96](../index.md)[101](../index.md)问。",
        "请打(#13800138000)",
        "`96101`",
        '挂断。[看](../index.md "13800138000")',
    ],
)
def test_a_number_that_is_not_registered_is_an_error_however_it_is_written(miniature, text):
    found = findings(miniature, text)
    assert [item.rule for item in found if item.rule == "SZ301"] == ["SZ301"], found
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert lines[found[0].line - 1] == text and 1 <= found[0].column <= len(text)


def test_a_number_that_goes_on_in_the_next_line_is_one(miniature):
    found = findings(miniature, "打电话问138\n0013\n8000。")
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert [(item.rule, lines[item.line - 1], item.column) for item in found] == [("SZ301", "打电话问138", 5)]


@pytest.mark.parametrize(
    "text",
    [
        "打1[[tel:cn-police]]。",
        "打[[text:cn-police]]86。",
        "打[[text:cn-police]]**86**。",
        "打[[tel:cn-police]][[text:cn-police]]。",
    ],
)
def test_figures_beside_a_reference_make_another_number(miniature, text):
    (finding,) = findings(miniature, text)
    assert finding.rule == "SZ301" and finding.message.en.endswith("runs together into another number")


@pytest.mark.parametrize(
    "text", ["打[[tel:cn-police]]，24小时有人。", "1. [[tel:cn-police]]\n2. [[text:cn-police]]", "①[[tel:cn-police]]"]
)
def test_figures_apart_from_a_reference_are_fine(miniature, text):
    assert findings(miniature, text) == []


def test_an_account_and_its_digits_are_one_finding(miniature):
    assert [item.rule for item in findings(miniature, "QQ群：88776655")] == ["SZ303"]


def test_ids_are_looked_at(miniature):
    assert [item.rule for item in findings(miniature, "挂断。\n\n#### 问 { #call-13800138000 }\n\n问。")] == ["SZ301"]
    assert findings(miniature) == []
    miniature.write("docs/zh/scams/13800138000.md", plain_front("guide", "一页") + "\n一句话。\n")
    assert [item.path for item in run_checks(miniature.library()) if item.rule == "SZ301"] == [
        "docs/zh/scams/13800138000.md"
    ]


@pytest.mark.parametrize("key", ["title", "description", "verdict", "name"])
def test_titles_may_name_registered_numbers_only(miniature, key):
    assert findings(miniature, **{key: '"96110打来要接吗"'}) == []
    (finding,) = findings(miniature, **{key: '"96101打来要接吗"'})
    assert finding.rule == "SZ301" and finding.hint.en.startswith("Did you mean 96110?")


def test_aliases_may_name_registered_numbers_only(miniature):
    assert findings(miniature, aliases='["96110", 96110是什么电话]') == []
    assert [item.rule for item in findings(miniature, aliases='["95588"]')] == ["SZ301"]


def test_data_files_are_looked_at_too(miniature):
    miniature.edit("data/contacts.yml", "被骗了，正在转钱", "被骗了，打13800138000，正在转钱")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("data/contacts.yml", "SZ301")


def test_a_registered_number_in_the_body_is_a_reminder(miniature):
    (finding,) = findings(miniature, "打 96110 问。")
    assert (finding.rule, finding.severity, finding.column) == ("SZ302", "reminder", 3)


@pytest.mark.parametrize("text", ["[打](tel:96101)", "看tel:110", "<a href='sms:+8613800138000'>x</a>"])
def test_a_dialling_link_is_not_written_by_hand(miniature, text):
    assert "SZ304" in [item.rule for item in findings(miniature, text)]


@pytest.mark.parametrize("text", ["加QQ：88776655x", "微\u200b信:kefu_110", "W**e**Chat: kefu_110", "手机微信同号"])
def test_accounts_of_chat_apps_are_refused(miniature, text):
    assert "SZ303" in [item.rule for item in findings(miniature, text)]


def test_fix_turns_numbers_into_references(miniature):
    findings(miniature, "打96110问，９６１１０不是报警电话，先打 110 。别打96101。")
    mended = fix_numbers(miniature.library(), Selection())
    text = (miniature.project.root / PAGE).read_text(encoding="utf-8")
    assert "打[[tel:cn-anti-fraud]]问，[[text:cn-anti-fraud]]不是报警电话，先打 [[tel:cn-police]] 。别打96101。" in text
    assert len(mended) == 3
    assert fix_numbers(miniature.library(), Selection()) == []


@pytest.mark.parametrize("text", ["打**96**110问。", "打`96`110问。", "打96\n110问。", "打96[^law-anti-fraud]110问。"])
def test_a_number_with_something_in_it_is_left_to_the_editor(miniature, text):
    (finding,) = [item for item in findings(miniature, text) if item.rule.startswith("SZ3")]
    assert finding.rule == "SZ302" and fix_numbers(miniature.library(), Selection()) == []


def test_fix_keeps_the_marks_around_a_number(miniature):
    findings(miniature, "打**96110**问。")
    (mended,) = fix_numbers(miniature.library(), Selection())
    assert (mended.before, mended.after) == ("96110", "[[text:cn-anti-fraud]]")


def test_the_real_content_spells_no_number(library):
    assert [item for item in run_checks(library) if item.rule in ("SZ301", "SZ302", "SZ303", "SZ304")] == []
