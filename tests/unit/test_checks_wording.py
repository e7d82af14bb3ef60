"""SZ901–SZ907: words that this site does not use."""

import time

import pytest

from shizha.checks import wording
from support.miniature import SCAM_BODY_ZH, plain_front, scam_front, translated_front

PAGE = "docs/zh/scams/fake-police.md"
ENGLISH = "docs/en/emergency.md"
# Written in two halves, so that a search for unfinished text does not find this table.
TO_DO, LATIN = "TO" + "DO", "Lorem " + "ipsum"


def found_in(miniature, path):
    lines = (miniature.project.root / path).read_text(encoding="utf-8").split("\n")
    found = [item for item in wording.check(miniature.library()) if item.path == path]
    return [(item.rule, lines[item.line - 1], item.column) for item in found]


def chinese(miniature, text):
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", text))
    return found_in(miniature, PAGE)


def english(miniature, text):
    miniature.write(ENGLISH, translated_front("Help") + f"\n## Do this now {{ #call }}\n\n{text}\n")
    return found_in(miniature, ENGLISH)


def test_the_miniature_is_clean(miniature):
    assert list(wording.check(miniature.library())) == []


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("都是因为贪小便宜。", "SZ901", 5),
        ("他太傻了。", "SZ901", 2),
        ("这是活该。", "SZ901", 3),
        ("上当者很多。", "SZ901", 1),
        ("自作自受。", "SZ901", 1),
        ("我们保证追回。", "SZ902", 3),
        ("保证 追回。", "SZ902", 1),
        ("百分之百追回。", "SZ902", 1),
        ("一定能追回。", "SZ902", 1),
        ("我们帮你追回钱款。", "SZ902", 1),
        ("取款机转账，24小时内可撤销。", "SZ903", 7),
        ("取款机转账，24 小时内可撤销。", "SZ903", 7),
        ("卖卡的，5年内停非柜面。", "SZ903", 5),
        ("请切实做好。", "SZ904", 2),
        ("广大群众要注意。", "SZ904", 1),
        ("务必提高警惕。", "SZ904", 1),
        ("谨防上当受骗。", "SZ904", 1),
        ("挂断！", "SZ905", 3),
        ("挂断!", "SZ905", 3),
        ("这里待" + "补。", "SZ906", 3),
        ("> 这里待" + "补。", "SZ906", 5),
        ("占" + "位", "SZ906", 1),
        (f"{TO_DO}：写完", "SZ906", 1),
        (f"{LATIN} dolor", "SZ906", 1),
        ("（此处" + "填写电话）", "SZ906", 2),
        ("“示例" + "文字”", "SZ906", 2),
        ("[插" + "入学校名字]", "SZ906", 1),
        ("X" + "XX派出所", "SZ906", 1),
        ("Coming" + " soon", "SZ906", 1),
    ],
)
def test_chinese_words(miniature, text, rule, column):
    assert chinese(miniature, text) == [(rule, text, column)]


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("Gullible people lose most.", "SZ901", 1),
        ("It preys on greedy victims.", "SZ901", 13),
        ("That was stupid.", "SZ901", 10),
        ("He fell for it.", "SZ901", 4),
        ("It is their own fault.", "SZ901", 7),
        ("We offer guaranteed recovery.", "SZ902", 10),
        ("It can be cancelled within 24 hours.", "SZ903", 4),
        ("Sellers get counter service only for 5 years.", "SZ903", 13),
        ("The general public is urged to wait.", "SZ904", 5),
        ("Hang up!", "SZ905", 8),
        (f"{TO_DO} finish this", "SZ906", 1),
        (f"“{LATIN}”", "SZ906", 2),
        ("Coming" + " soon.", "SZ906", 1),
        ("Ask [in" + "sert name].", "SZ906", 5),
        ("A place" + "holder.", "SZ906", 3),
    ],
)
def test_english_words(miniature, text, rule, column):
    assert english(miniature, text) == [(rule, text, column)]


@pytest.mark.parametrize(
    "text",
    [
        "“保证追回”的，是第二次骗。",
        "> 我们保证追回。",
        "说保证追回的，别信。",
        "24小时内可撤销，这是旧说法。",
        "没有人能说一定能追回。",
        "别说太傻了。",
        "写成`保证追回`。",
        "我们不保证追回，不一定能追回。",
        "一切实时到账的转账。",
        "以后的生活该怎么办。",
        "证件丢了，待" + "补办。",
        "2025年内停非柜面业务的通知。",
        "124小时内可撤销",
        "![图](../x.png)",
        "todos los días",
        "看[这里](../emergency.md#call)。",
    ],
)
def test_what_corrects_quotes_or_only_looks_like_it(miniature, text):
    assert chinese(miniature, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“You fell for it!” helps nobody.",
        "> Guaranteed recovery!",
        "Guaranteed recovery is not true.",
        "It can be cancelled within 24 hours: an old rule.",
        "Never say stupid.",
        "Stupidity, gullibility and dupedness are other words.",
        "![x](y.png)",
    ],
)
def test_what_corrects_or_quotes_in_english(miniature, text):
    assert english(miniature, text) == []


@pytest.mark.parametrize("section", ["not-true", "myths"])
def test_sections_of_what_is_not_true(miniature, section):
    body = f"\n## 误会 {{ #{section} }}\n\n### 一 {{ #one }}\n\n- 保证追回\n\n## 别的 {{ #other }}\n\n- 保证追回\n"
    miniature.write("docs/zh/check.md", plain_front("guide", "查一查") + body)
    last = body.rstrip("\n").count("\n") + plain_front("guide", "查一查").count("\n") + 1
    assert [item.line for item in wording.check(miniature.library())] == [last]


def test_the_pages_about_this_site_may_say_what_it_does_not_say(miniature):
    miniature.write(
        "docs/zh/about.md", plain_front("about", "关于") + "\n## 用词 { #style }\n\n切实、上当者、待" + "补。\n"
    )
    assert [item.rule for item in wording.check(miniature.library())] == ["SZ906"]


def test_front_matter_is_the_sites_own_word_but_phrases_and_aliases_are_not(miniature):
    miniature.write(
        PAGE,
        scam_front(verdict="真警察不会这样！", phrases="[快！, 保证追回, 三, 四, 五]", aliases="[太傻]") + SCAM_BODY_ZH,
    )
    ((rule, line, column),) = found_in(miniature, PAGE)
    assert (rule, line[column - 1]) == ("SZ905", "！")


def test_traditional_pages_have_the_same_words(miniature):
    miniature.edit("docs/zh-Hant/emergency.md", "手寫的這一頁", "切實保證追回，廣大群眾")
    found = found_in(miniature, "docs/zh-Hant/emergency.md")
    assert [(rule, column) for rule, _, column in found] == [("SZ904", 1), ("SZ902", 3), ("SZ904", 8)]


def test_data_files_have_the_same_words(miniature):
    miniature.edit("data/site.yml", "zh: 先来这里看一眼", "zh: 先来这里看一眼！")
    ((rule, line, column),) = found_in(miniature, "data/site.yml")
    assert (rule, line[column - 1]) == ("SZ905", "！")


def test_the_reason_and_the_other_words_are_told(miniature):
    miniature.edit(PAGE, "挂断。", "我们保证追回。")
    (finding,) = wording.check(miniature.library())
    assert finding.message.en.startswith("“保证追回”: Nobody can guarantee it.")
    assert finding.hint.zh == "写“越早报警，停住的机会越大”。"


def test_an_entry_may_be_a_reminder(miniature):
    text = (miniature.project.data / "wording.yml").read_text(encoding="utf-8")
    miniature.write("data/wording.yml", text.replace("severity: error", "severity: reminder"))
    miniature.edit(PAGE, "挂断。", "我们保证追回。")
    assert [item.severity for item in wording.check(miniature.library())] == ["reminder"]


@pytest.mark.parametrize("text", ["", "a: b\n", "- a\n", "x:\n\ty: z\n", "x: {rule: rude}\n"])
def test_a_list_that_cannot_be_read_is_a_finding(miniature, text):
    miniature.write("data/wording.yml", text)
    (finding,) = wording.check(miniature.library())
    assert (finding.path, finding.rule, finding.severity) == ("data/wording.yml", "SZ907", "error")


def test_the_real_content_has_none(library):
    assert list(wording.check(library)) == []


def test_a_page_full_of_them_takes_no_time(miniature):
    lines = [
        "保证追回" * 900,
        "切" * 3900,
        "24小时" * 900,
        "“" * 1900 + "”" * 1900,
        "fell for " * 400,
        "[[" * 1900,
        "](" * 1900,
    ]
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH + "\n".join(lines * 3))
    library = miniature.library()
    started = time.monotonic()
    assert len(list(wording.check(library))) == 2700
    assert time.monotonic() - started < 1
