import pytest

from shizha.content.data import Term, Terms
from shizha.content.script_variant import ScriptVariant


@pytest.fixture(scope="module")
def variant(library):
    return ScriptVariant(library.data.terms)


@pytest.mark.parametrize(
    ("zh", "hant"),
    [
        ("骗局怎么走", "騙局怎麼走"),
        ("转账到账户", "轉帳到帳戶"),
        ("先发短信，再发通知", "先發短信，再發通知"),
        ("头发和发财", "頭髮和發財"),
        ("《反电信网络诈骗法》", "《反電信網絡詐騙法》"),
        ("中国台湾的平台", "中國台灣的平台"),
        ("软件、程序、视频、信息", "軟件、程序、視頻、信息"),
    ],
)
def test_characters_change_and_words_do_not(variant, zh, hant):
    assert variant.text(zh) == hant


def test_what_is_not_prose_stays_byte_for_byte(variant):
    body = "## 发送 { #发送 }\n\n看[这里](../发/转.md#账)，打[[tel:转账]]。[^来源]`转账`\n\n```\n转账\n```\n"
    assert (
        variant.markdown(body)
        == "## 發送 { #发送 }\n\n看[這裡](../发/转.md#账)，打[[tel:转账]]。[^来源]`转账`\n\n```\n转账\n```\n"
    )


def test_the_longest_term_wins():
    terms = Terms(
        variants=[Term(zh="台", **{"zh-Hant": "臺"}, why="-"), Term(zh="柜台", **{"zh-Hant": "櫃台"}, why="-")]
    )
    assert ScriptVariant(terms).text("柜台与台") == "櫃台與臺"
