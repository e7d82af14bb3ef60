"""Figures of two languages held against each other."""

import pytest

from shizha.content.figures import differing_figures

SAME = [
    ("48小时以内", "within 48 hours"),
    ("罚10万元", "fined 100,000 yuan"),
    ("损失1.3亿元", "130 million yuan were lost"),
    ("涉及1300万人", "13 million people"),
    ("占44.1%", "44.1 per cent of them"),
    ("高了20个百分点", "up 20 points"),
    ("2024年12月1日起施行", "in force since 1 December 2024"),
    ("2024年12月1日起施行", "in force since December 1, 2024"),
    ("2026-12-01", "1 December 2026"),
    ("9月14日到20日", "14–20 September"),
    ("9月14日—20日", "from 14 to 20 September"),
    ("2019年3月", "March 2019"),
    ("2019年3月", "that March, in 2019"),
    ("第三十一条", "Article 31"),
    ("第31条", "Article 31"),
    ("两到三天", "2 to 3 days"),
    ("3个看破点", "three signs"),
    ("24小时", "twenty-four hours"),
    ("24小时有人接", "answers around the clock"),
    ("三五百元", "300 to 500 yuan"),
    ("四万六", "46,000 yuan"),
    ("一千五", "1,500"),
    ("六成", "60%"),
    ("九块九", "9.90 yuan"),
    ("没成年的", "Under 18?"),
    ("二〇一六年", "2016"),
    ("一百二十个", "120 of them"),
    ("上午8:00", "at 8 in the morning"),
    ("一个，第一次，1次", "one, once, 1 time"),
    ("写[[tel:cn-police]]。[^pbc-261-2016]", "See [the page](x-2024.md#part-7)."),
]

DIFFERENT = [
    ("48小时以内", "within 24 hours", ["48"], ["24"]),
    ("2024年12月1日起", "since 1 December 2023", ["2024"], ["2023"]),
    ("2024年12月1日起", "since 2 December 2024", ["12月1日"], ["2 December"]),
    ("罚10万元", "fined 10,000 yuan", ["10万"], ["10,000"]),
    ("罚10万元", "fined 10 yuan", ["10万"], ["10"]),
    ("占44.1%", "44.7% of them", ["44.1%"], ["44.7%"]),
    ("3月", "April 2019", ["3月"], ["April", "2019"]),
    ("第31条", "Article 38", ["31"], ["38"]),
    ("20万以下", "200 million at most", ["20万"], ["200 million"]),
    ("5年", "years", ["5"], []),
    ("几年", "5 years", [], ["5"]),
]


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_the_same_figures_in_other_forms(source, translation):
    assert differing_figures([source], [translation], "en") == ({}, {})


@pytest.mark.parametrize(("source", "translation", "lost", "extra"), DIFFERENT)
def test_another_figure_is_seen(source, translation, lost, extra):
    found = differing_figures([source], [translation], "en")
    assert tuple([text.strip() for text in written.values()] for written in found) == (lost, extra)


def test_order_does_not_matter():
    assert differing_figures(["5年，3年", "2年"], ["2 and 3", "or 5 years"], "en") == ({}, {})


@pytest.mark.parametrize(
    "text",
    [
        "9" * 4000,
        "九" * 4000,
        "1," * 2000,
        "十百千万亿" * 800,
        "1月" * 2000,
        "one " * 1000,
        "a hundred " * 400,
        "99月99日",
        "Feb 99",
    ],
)
def test_rows_without_end_and_days_that_no_month_has(text):
    for pair in ((text, "7"), ("7", text)):
        assert len(differing_figures([pair[0]], [pair[1]], "en")) == 2
