"""The campaigns of a kit, as a calendar reads them."""

import datetime

import icalendar
import pytest

from shizha.content.languages import EN, ZH
from shizha.documents.calendar_file import calendar_of
from support.miniature import plain_front


@pytest.fixture
def kit(miniature):
    front = plain_front("kit", "小活动", campaigns="[cyber-week-2026, fraud-law-day]")
    miniature.write("docs/zh/schools/tiny/index.md", front + "\n## 用 { #use }\n\n看。\n")
    return miniature


def events(library, language=ZH):
    page = library.edition(language, "schools/tiny")
    return icalendar.Calendar.from_ical(calendar_of(library, page)).walk("VEVENT")


def test_a_week_says_its_year_and_lasts_to_the_end_of_its_last_day(kit):
    week, _ = events(kit.library())
    assert week["summary"] == "国家网络安全宣传周（2026年）"
    assert (week["dtstart"].dt, week["dtend"].dt) == (datetime.date(2026, 9, 14), datetime.date(2026, 9, 21))
    assert "以当年的公告为准" in week["description"] and "https://shizha.example/schools/tiny/" in week["description"]
    assert "rrule" not in week


def test_a_yearly_day_comes_again_with_notice_two_weeks_before(kit):
    _, day = events(kit.library())
    assert day["dtstart"].dt == datetime.date(2026, 12, 1) and day["rrule"]["FREQ"] == ["YEARLY"]
    (alarm,) = day.walk("VALARM")
    assert alarm["trigger"].dt == datetime.timedelta(days=-14)


def test_two_files_of_one_content_are_equal_and_no_two_events_share_an_id(kit):
    library = kit.library()
    page = library.source("schools/tiny")
    assert calendar_of(library, page) == calendar_of(library, page)
    ids = [event["uid"] for language in (ZH, EN) for event in events(library, language)]
    assert len(set(ids)) == 2  # the page stands in one language


def test_a_campaign_and_a_source_that_do_not_exist_are_found(kit):
    kit.edit("docs/zh/schools/tiny/index.md", "fraud-law-day", "fraud-law-dya")
    kit.edit("data/calendar.yml", "sources: [finance-week-2025]", "sources: [finance-week-2052]")
    found = {(finding.rule, finding.path, finding.message.en) for finding in kit.findings()}
    assert ("SZ401", "docs/zh/schools/tiny/index.md", "The campaign “fraud-law-dya” does not exist") in found
    assert any(path == "data/calendar.yml" and "finance-week-2052" in message for _, path, message in found)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ends: 2026-09-20", "ends: 2026-09-10", "ends comes after begins"),
        ("month: 12", "month: 2\n    # no thirtieth\n", ""),
    ],
)
def test_days_that_cannot_be_are_found(kit, old, new, says):
    kit.edit("data/calendar.yml", old, new)
    if not says:
        kit.edit(
            "data/calendar.yml",
            "    day: 1\n    sources: [law-anti-fraud]",
            "    day: 30\n    sources: [law-anti-fraud]",
        )
        says = "must exist in every year"
    assert any(says in finding.message.en for finding in kit.findings())
