"""SZ121–SZ125: days, lengths, the order of keys."""

import datetime

import pytest

from shizha.checks import dates
from support.miniature import SCAM_BODY_ZH, plain_front, scam_front, translated_front

PAGE = "docs/zh/scams/fake-police.md"
TODAY = datetime.date(2026, 11, 24)
GOOD = "电话里自称公安、检察院、法院，说你涉案，要你转钱：是骗局，挂断。"
GOOD_EN = "Callers who say they are the police and want your money moved run a scam, so hang up at once."


def findings(miniature, today=TODAY, **front):
    miniature.write(PAGE, scam_front(**{"description": GOOD} | front) + SCAM_BODY_ZH)
    return [item for item in dates.check(miniature.library(), today) if item.path == PAGE]


def key_of(miniature, finding):
    return (
        (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1].split(":")[0]
    )


@pytest.mark.parametrize(
    ("reviewed", "rules"),
    [
        ("2026-11-24", []),
        ("2026-11-25", []),  # a day ahead: already so in another time zone
        ("2026-11-26", ["SZ121"]),
        ("2062-11-24", ["SZ121"]),
        ("2026-05-24", []),  # due today
        ("2026-05-23", ["SZ122"]),
        ("2026-01-01", ["SZ122"]),
    ],
)
def test_days_of_review(miniature, reviewed, rules):
    found = findings(miniature, reviewed=reviewed)
    assert [item.rule for item in found] == rules
    assert all(key_of(miniature, item) == "reviewed" for item in found)


def test_what_to_write_instead_of_a_day_that_has_not_come(miniature):
    (finding,) = findings(miniature, reviewed="2027-11-24")
    assert (finding.severity, finding.message.en) == ("error", "reviewed says 2027-11-24, a day that has not come")
    assert "reviewed: 2026-11-24" in finding.hint.zh


def test_an_overdue_page_is_only_a_reminder(miniature):
    (finding,) = findings(miniature, reviewed="2026-01-31", review_in="1 month")
    assert (finding.severity, finding.message.en) == ("reminder", "The review was due by 2026-02-28")


def test_the_day_on_which_an_entry_was_checked(miniature):
    miniature.edit("data/sources.yml", "checked: 2026-11-2", "checked: 2036-11-2")
    # Real entries are checked again and again; on this day all but the edited one lie in the past.
    today = datetime.date(2035, 1, 1)
    (finding,) = [item for item in dates.check(miniature.library(), today) if item.severity == "error"]
    line = (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]
    assert (finding.path, finding.rule) == ("data/sources.yml", "SZ121")
    assert "checked: 2036-11-2" in line


def test_a_computer_whose_clock_is_behind_does_not_refuse_everything(miniature, monkeypatch):
    class Behind(datetime.date):
        @classmethod
        def today(cls):
            return cls(2025, 3, 1)

    monkeypatch.setattr(dates.datetime, "date", Behind)
    found = [item for item in dates.check(miniature.library()) if item.path.startswith("docs/")]
    assert [item for item in found if item.rule == "SZ121"] == []


@pytest.mark.parametrize(
    ("front", "rule"),
    [
        ({"title": "字" * 32}, None),
        ({"title": "字" * 33}, "SZ123"),
        ({"description": "字" * 110}, None),
        ({"description": "字" * 111}, "SZ123"),
        ({"description": "字" * 20}, None),
        ({"description": "字" * 19}, "SZ124"),
    ],
)
def test_lengths_in_chinese(miniature, front, rule):
    found = findings(miniature, **front)
    assert [item.rule for item in found] == ([rule] if rule else [])
    assert all(key_of(miniature, item) in front for item in found)


@pytest.mark.parametrize(
    ("front", "rule"),
    [
        ({}, None),
        ({"title": "t" * 90}, None),
        ({"title": "t" * 91}, "SZ123"),
        ({"description": "d" * 200}, None),
        ({"description": "d" * 201}, "SZ123"),
        ({"description": "d" * 59}, "SZ124"),
    ],
)
def test_lengths_in_english(miniature, front, rule):
    text = translated_front("Home", **{"description": GOOD_EN} | front) + "\n## Doors { #doors }\n\nSee below.\n"
    miniature.write("docs/en/index.md", text)
    found = [item for item in dates.check(miniature.library(), TODAY) if item.path == "docs/en/index.md"]
    assert [item.rule for item in found] == ([rule] if rule else [])


def test_the_order_of_keys(miniature):
    text = plain_front("help", "电话", description=GOOD).replace("kind: help\nname: 电话\n", "name: 电话\nkind: help\n")
    miniature.write("docs/zh/contacts/index.md", text + "\n## 全部号码 { #numbers }\n\n号码。\n")
    (finding,) = [item for item in dates.check(miniature.library(), TODAY) if item.path == "docs/zh/contacts/index.md"]
    assert (finding.rule, finding.severity, finding.line) == ("SZ125", "reminder", 2)
    assert finding.message.en == "kind belongs here, not name"
    assert finding.hint.en == "The order is: kind, name, title, description, audience, reviewed, review_in."


def test_the_real_content_has_none_on_the_day_of_its_last_review(library):
    last = max(page.front.reviewed for page in library.pages["zh"].values())
    assert list(dates.check(library, last)) == []
