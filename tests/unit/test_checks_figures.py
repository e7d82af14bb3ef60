"""SZ805–SZ806: figures that a translation gives otherwise than its source."""

import pytest

from shizha.checks import figures
from support.miniature import SCAM_BODY_EN, scam_front, translated_front

ZH, EN = "docs/zh/scams/fake-police.md", "docs/en/scams/fake-police.md"
WORDS = {"verdict": "Hang up.", "phrases": "[a, b, c, d, e]"}


def findings(miniature, source, translation, **front):
    """Findings after a sentence of both pages was replaced."""
    miniature.edit(ZH, "他挂断了电话，去柜台问。", source)
    miniature.write(
        EN,
        translated_front("Fake police", **WORDS | front)
        + SCAM_BODY_EN.replace("他挂断了电话，去柜台问。", translation),
    )
    return [(item.rule, item.severity, item.message.en) for item in figures.check(miniature.library())]


def test_another_figure_is_an_error(miniature):
    wanted = ("SZ805", "error", "The source says 48, this says 24")
    assert findings(miniature, "48小时以内去办。", "Within 24 hours.") == [wanted]


def test_it_is_told_at_its_line(miniature):
    findings(miniature, "48小时以内去办。", "Then go.\n\nWithin 24 hours.")
    (finding,) = figures.check(miniature.library())
    lines = (miniature.project.root / EN).read_text(encoding="utf-8").splitlines()
    assert (finding.path, lines[finding.line - 1]) == (EN, "Within 24 hours.")


def test_a_figure_on_one_side_is_a_reminder(miniature):
    assert findings(miniature, "48小时以内去办。", "Soon.") == [
        ("SZ806", "reminder", "48 of the source is missing here")
    ]


def test_items_and_rows_are_compared_one_by_one(miniature):
    source = "| 钱 | 天 |\n| --- | --- |\n| 5万 | 2 |\n| 3万 | 7 |"
    assert findings(miniature, source, source.replace("万", "0,000")) == []
    miniature.edit(EN, "| 50,000 | 2 |", "| 50,000 | 7 |")
    miniature.edit(EN, "| 30,000 | 7 |", "| 30,000 | 2 |")
    found = [item.message.en for item in figures.check(miniature.library())]
    assert found == ["The source says 2, this says 7", "The source says 7, this says 2"]


def test_a_section_of_another_build_is_compared_as_a_whole(miniature):
    assert findings(miniature, "- 5年\n- 3年", "5 years, or 3.") == []
    miniature.edit(EN, "or 3", "or 4")
    assert [item.rule for item in figures.check(miniature.library())] == ["SZ805"]


@pytest.mark.parametrize("key", ["title", "description", "verdict"])
def test_front_matter_may_say_less_but_nothing_else(miniature, key):
    miniature.write(ZH, scam_front(**{key: "30分钟以内办"}) + "\n他挂断了电话，去柜台问。\n")
    assert findings(miniature, "。", ".", **{key: "Soon"}) == []
    miniature.edit(EN, f"{key}: Soon", f"{key}: Within 20 minutes")
    assert [item.message.en for item in figures.check(miniature.library())] == ["The source says 30, this says 20"]


def test_what_they_say_is_compared_line_by_line(miniature):
    miniature.write(ZH, scam_front(phrases="[转5万, 二, 三, 四, 五]") + "\n他挂断了电话，去柜台问。\n")
    assert findings(miniature, "。", ".", phrases='["send 50,000", b, c, d, e]') == []
    miniature.edit(EN, "50,000", "5,000")
    assert [item.rule for item in figures.check(miniature.library())] == ["SZ805"]


def test_behind_a_source_that_changed_it_only_reminds(miniature):
    found = findings(miniature, "48小时以内去办。", "Within 24 hours.", synced_with='"0123456789ab"')
    assert found == [("SZ805", "reminder", "The source says 48, this says 24")]


def test_the_real_pages_agree(library):
    assert list(figures.check(library)) == []
