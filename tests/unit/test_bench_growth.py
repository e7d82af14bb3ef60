"""Exponents, goals and tables of the benchmarks."""

import pytest

from shizha.bench.growth import Goal, exponent, least, ratio, table


@pytest.mark.parametrize(
    ("costs", "power"),
    [
        ({100: 3.0, 400: 12.0}, 1),
        ({100: 1.0, 10: 0.01}, 2),
        ({10: 5.0, 1000: 5.0}, 0),
        ({1: 2.0, 4: 4.0, 16: 8.0}, 0.5),
    ],
    ids=["in proportion", "with the square", "not at all", "from the smallest size to the largest"],
)
def test_the_exponent_says_how_a_cost_grows(costs, power):
    assert exponent(costs) == pytest.approx(power)


def test_one_size_has_no_exponent():
    assert exponent({120: 3.0}) is None and exponent({}) is None


@pytest.mark.parametrize(
    ("value", "limit", "below", "met"),
    [
        (0.9, 1.0, False, True), (1.0, 1.0, False, True), (1.0, 1.0, True, False), (1.1, 1.0, False, False),
        (None, 1.0, False, None), (0.9, None, True, None),
    ],
)  # fmt: skip
def test_a_goal_is_met_missed_or_not_known(value, limit, below, met):
    goal = Goal("大小 / size", value, limit, below)
    assert goal.met is met
    assert {True: "达到 met", False: "没有 missed", None: "没量 not measured"}[met] in str(goal)
    assert "大小 / size" in str(goal)


def test_what_is_not_known_is_no_part_of_anything():
    assert ratio(3.0, 2.0) == 1.5
    assert ratio(None, 2.0) is None and ratio(3.0, None) is None and ratio(3.0, 0.0) is None
    assert least({"a": None, "b": 2.0, "c": 3.0}) == 2.0 and least({"a": None}) is None


def test_a_table_stands_in_columns_whatever_the_language():
    lines = table(["", "秒 s", "bytes"], [["this site", 1.5, 1200], ["Hugo", None, 7]]).splitlines()
    assert lines == [
        "             秒 s  bytes",
        "  this site  1.50  1,200",
        "  Hugo          –      7",
    ]
