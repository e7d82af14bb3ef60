"""SZ301–SZ304: numbers and identities that readers could contact."""

import pytest

from shizha.checks import run_checks
from shizha.mend.numbers import fix_numbers
from shizha.selection import Selection
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return [item for item in run_checks(miniature.library()) if item.path == PAGE and item.rule.startswith("SZ3")]


@pytest.mark.parametrize(
    "text",
    [
        "打96101问。",
        "打９６１０１问。",
        "打96 101问。",
        "打96-101问。",
        "打9.6.1.0.1问。",
        "打96\u200b101问。",
        "打96<!-- x -->101问。",
        "打&#57;6101问。",
        "打九六一〇一问。",
        "打玖陆壹零壹问。",
        "打٩٦١٠١问。",
        "电话13800138000",
        "电话138 0013 8000",
        "电话138–0013–8000",
        "加+86 138 0013 8000",
        "客服400-800-1234",
        "卡号6222 0212 3456 7890 123",
        "固定电话021-6234 5678",
        "群号 123456789",
        "拨打120",
        "`96101`",
        "Call 911 now.",
        "1390013900 元",
    ],
)
def test_a_number_that_is_not_registered_is_an_error_however_it_is_written(miniature, text):
    found = findings(miniature, text)
    assert [item.rule for item in found if item.rule == "SZ301"] == ["SZ301"], found
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert lines[found[0].line - 1] == text and 1 <= found[0].column <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026年11月24日，2026-11-24，2026.11.24，11月24日",
        "2011—2026年，2019-2024年，9:00—11:30，13:00-16:30",
        "罚20万元以下，损失3586400元，12,505宗，1,234,567元，￥13800",
        "第31条、第287条之二，法释〔2019〕15号，令〔2025〕第11号",
        "48小时，24小时，30分钟，3到10年，10—15日",
        "占44.1%，约1300000条，13.88亿条，4095宗",
        "第12号教室，20分钟，共1000字，A4，M10，SZ301",
        "1. 第一步 2. 第二步 10. 第十步",
        "Art. 31, 1–10 times, CNY 200,000, 35.8 billion, 60,000 people",
        "一九九五年，三三两两，一五一十，二〇二六年，五六个人",
        "App 1.6.1，3.5，1/3，16:9",
        "给你打 8 折，打3次，打20分钟电话",
    ],
)
def test_honest_figures_raise_no_alarm(miniature, text):
    assert findings(miniature, text) == []


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


@pytest.mark.parametrize(
    "text",
    [
        "加QQ：88776655x",
        "微信号: kefu_110",
        "Telegram：@zhuikuan_01",
        "WhatsApp: +85266001122",
        "ＷｅＣｈａｔ：fx_2026",
        "微\u200b信:kefu_110",
    ],
)
def test_accounts_of_chat_apps_are_refused(miniature, text):
    assert "SZ303" in [item.rule for item in findings(miniature, text)]


@pytest.mark.parametrize(
    "text", ["微信、QQ都不加。", "从微信App里进官方客服", "用WhatsApp退款的，是骗", "LINE视频", "微信：先别加"]
)
def test_talking_of_chat_apps_is_no_account(miniature, text):
    assert findings(miniature, text) == []


def test_fix_turns_numbers_into_references(miniature):
    findings(miniature, "打96110问，９６１１０不是报警电话，先打 110 。别打96101。")
    mended = fix_numbers(miniature.library(), Selection())
    text = (miniature.project.root / PAGE).read_text(encoding="utf-8")
    assert "打[[tel:cn-anti-fraud]]问，[[text:cn-anti-fraud]]不是报警电话，先打 [[tel:cn-police]] 。别打96101。" in text
    assert len(mended) == 3
    assert fix_numbers(miniature.library(), Selection()) == []


def test_the_real_content_spells_no_number(library):
    assert [item for item in run_checks(library) if item.rule in ("SZ301", "SZ302", "SZ303", "SZ304")] == []
