"""SZ601–SZ607: characters that pass for something else, or for nothing."""

import time

import pytest

from shizha.checks import characters
from support.miniature import SCAM_BODY_ZH, scam_front, translated_front

PAGE = "docs/zh/scams/fake-police.md"
HANT = "docs/zh-Hant/emergency.md"


def findings(miniature):
    return list(characters.check(miniature.library()))


def on_page(miniature, text):
    """What is found in ``text`` on a line of its own, as rule and column."""
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", text))
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").split("\n")
    found = findings(miniature)
    assert all(item.path == PAGE and lines[item.line - 1] == text for item in found)
    return found


def test_the_miniature_is_clean(miniature):
    assert findings(miniature) == []


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("付\u202e款", "SZ601", 2),
        ("付\u2066款", "SZ601", 2),
        ("付款\u200f", "SZ601", 3),
        ("\u061c付款", "SZ601", 1),
        ("付&#x202E;款", "SZ601", 2),
        ("付&rlm;款", "SZ601", 2),
        ("付\\u202E款", "SZ601", 2),
        ("付\u200b款", "SZ602", 2),
        ("付\u200d款", "SZ602", 2),
        ("付\u2060款", "SZ602", 2),
        ("付\ufeff款", "SZ602", 2),
        ("pay\u00adment", "SZ602", 4),
        ("付\u3164款", "SZ602", 2),
        ("付\u115f款", "SZ602", 2),
        ("付\ufe0f款", "SZ602", 2),
        ("付\U000e0101款", "SZ602", 2),
        ("付\U000e0061款", "SZ602", 2),
        ("付&#8203;款", "SZ602", 2),
        ("付&shy;款", "SZ602", 2),
        ("付\ue000款", "SZ603", 2),
        ("付\U000f0000款", "SZ603", 2),
        ("付\ufffd款", "SZ603", 2),
        ("付\x08款", "SZ604", 2),
        ("付\x1b款", "SZ604", 2),
        ("付\x7f款", "SZ604", 2),
        ("付\x85款", "SZ604", 2),
        ("付\u2028款", "SZ604", 2),
        ("付\uf90a款", "SZ605", 2),
        ("付⾦款", "SZ605", 2),
        ("付⻓款", "SZ605", 2),
        ("付款ＡＢＣ", "SZ605", 3),
        ("付款９６", "SZ605", 3),
        ("付款𝐀", "SZ605", 3),
        ("付款𝟗", "SZ605", 3),
        ("加ⓋⓍ", "SZ605", 2),
        ("ﬁle", "SZ605", 1),
        ("打开 аpple 官网", "SZ606", 4),
        ("打开 Αpple 官网", "SZ606", 4),
        ("打开 payраl 官网", "SZ606", 4),
        ("打开 ɡov 官网", "SZ606", 4),
        ("打开 ᴡeixin 官网", "SZ606", 4),
        ("打开 Ꭺlipay 官网", "SZ606", 4),
        ("打开 ꓮlipay 官网", "SZ606", 4),
        ("打开 ⲅov 官网", "SZ606", 4),
    ],
)
def test_a_bad_character_is_found_where_it_stands(miniature, text, rule, column):
    found = [(item.rule, item.column, item.severity) for item in on_page(miniature, text)]
    assert found == [(rule, column, "error")]


@pytest.mark.parametrize(
    "text",
    [
        "第一，等一等。真的吗？（是）：；“好”",
        "姓名　　　＿＿＿　□是　○否",
        "①②③ Ⅰ类户、Ⅱ类户、Ⅲ类户",
        "5％ ＋ ／ ＝ × ÷ · — … – 12℃ 3㎡ №1 ™ ½ 2²",
        "à la carte, naïve, ǎ, È",
        "привет",
        "αβ粒子",
        "☎️ 👍🏽 👨‍👩‍👧 1️⃣ 🈚 ㊙️",
        "𠮷野家、䶮",
        "&nbsp;&amp;&#65;",
        "一\t二",
    ],
)
def test_honest_text_is_left_alone(miniature, text):
    assert on_page(miniature, text) == []


def test_a_run_is_one_finding_with_what_to_type(miniature):
    (finding,) = on_page(miniature, "请打ＡＢＣ１２问")
    assert (finding.column, finding.message.zh) == (3, "“ＡＢＣ１２”不是平常的“ABC12”（U+FF21 U+FF22 U+FF23 …）")
    assert finding.hint.en.startswith("Type “ABC12”.")


def test_the_hint_shows_the_words_as_they_should_be(miniature):
    (finding,) = on_page(miniature, "先打\u202e电话\u2069")[:1]
    assert finding.hint.zh == "把这一小段删掉，重新打字：“先打电话”。"
    assert "\u202e" not in finding.message.zh + finding.message.en + finding.hint.zh + finding.hint.en


def test_mixed_letters_are_spelled_out(miniature):
    (finding,) = on_page(miniature, "раypal")
    assert finding.hint.en == "Type it again on an English keyboard: “paypal”."


def test_front_matter_data_and_pages_in_error_are_looked_at(miniature):
    miniature.edit(PAGE, "name: 冒充公检法", "name: 冒充\u200b公检法")
    miniature.edit("data/contacts.yml", "checked", "\u202echecked")
    miniature.write("docs/en/broken.md", "no front matter \u200b")
    miniature.write("docs/zh/unreadable.md", b"\xff\xfe\x00")
    found = [(item.path, item.rule) for item in findings(miniature)]
    assert found == [(PAGE, "SZ602"), ("docs/en/broken.md", "SZ602"), ("data/contacts.yml", "SZ601")]


# --- Simplified and Traditional ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "characters_found"),
    [
        ("先別轉錢，打电話。", ["电"]),
        ("这個体系", ["这", "体"]),
        ("**转**帳", ["转"]),
        ("后里台面只干云余系占才群着", []),
        ("柜台寫櫃台", ["柜"]),
        ("國家反詐中心App（国家反诈中心）", []),
        ("指給他看「请帮我止付」。", []),
        ("指給他看“请帮我止付”。", []),
        ("> 请帮我止付。", []),
        ("寫成`请帮我止付`。", []),
        ("```\n请帮我止付\n```", []),
    ],
)
def test_simplified_characters_on_a_traditional_page(miniature, text, characters_found):
    front = translated_front("我被騙了", aliases="[我被骗了]")
    miniature.write(HANT, f"{front}\n## 現在就做 {{ #call }}\n\n{text}\n")
    found = findings(miniature)
    assert [(item.rule, item.severity, item.line) for item in found] == [
        ("SZ607", "reminder", 10) for _ in characters_found
    ]
    assert [item.message.zh[1] for item in found] == characters_found
    assert [text[item.column - 1] for item in found] == characters_found


@pytest.mark.parametrize(
    ("text", "characters_found"),
    [
        ("先別轉账。", ["別", "轉"]),
        ("轉帳", ["轉", "帳"]),
        ("著名的乾隆，慰藉", []),
        ("简体、繁體、繁體中文", []),
        ("台湾叫“假檢警”（轉帳）", []),
    ],
)
def test_traditional_characters_on_a_simplified_page(miniature, text, characters_found):
    assert [item.message.zh[1] for item in on_page(miniature, text)] == characters_found


def test_a_list_of_what_people_search_for_may_hold_both(miniature):
    miniature.write(PAGE, scam_front(aliases="\n  - 假檢警\n  - 轉帳") + SCAM_BODY_ZH)
    assert findings(miniature) == []


def test_the_words_of_data_files_are_looked_at(miniature):
    miniature.edit("data/site.yml", "zh: 先来这里看一眼", "zh: 先來这里看一眼")
    (finding,) = findings(miniature)
    line = (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]
    assert (finding.path, finding.rule, line[finding.column - 1]) == ("data/site.yml", "SZ607", "來")


def test_the_real_content_has_none(library):
    assert list(characters.check(library)) == []


def test_a_page_full_of_them_takes_no_time(miniature):
    lines = [("付\u200b" * 1000), ("（“" * 1900), ("aα" * 1900), ("&#8203;" * 500), ("“" * 1500 + "”" * 1500)]
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH + "\n".join(lines * 3))
    library = miniature.library()
    started = time.process_time()
    assert len(list(characters.check(library))) > 3000
    assert time.process_time() - started < 1
