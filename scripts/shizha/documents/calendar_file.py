"""The campaigns of a kit as a file that calendars open (iCalendar, RFC 5545)."""

from __future__ import annotations

import datetime

from ..content.campaigns import Week, YearlyDay
from ..content.front_matter import Kit
from ..content.library import Library
from ..content.page import Page
from ..rendering.strings import Strings

# How long before a campaign a calendar speaks up: time to read the plan and to name the people.
_NOTICE = datetime.timedelta(days=14)


def calendar_of(library: Library, page: Page) -> bytes:
    """The campaigns of the kit ``page`` as iCalendar. Equal content gives equal bytes: it is dated by the kit's review."""
    from icalendar import Calendar  # only where a file is made

    assert isinstance(page.front, Kit)
    calendar = Calendar()
    calendar.add("prodid", "-//ShiZha//Anti-Fraud Knowledge Base//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", page.front.title)
    known = library.data.calendar.entries()
    for campaign_id in page.front.campaigns:
        calendar.add_component(_event(library, page, campaign_id, known[campaign_id]))
    return calendar.to_ical()


def _event(library: Library, page: Page, campaign_id: str, campaign: Week | YearlyDay):
    from icalendar import Alarm, Event

    reviewed, address = page.front.reviewed, library.data.site.url + page.url
    host = library.data.site.host
    words, name = Strings(library, page.language), library.words(campaign.name, page.language)
    event = Event()
    event.add("uid", f"{campaign_id}.{page.id.replace('/', '-')}.{page.language.code}@{host}")
    event.add("dtstamp", datetime.datetime.combine(reviewed, datetime.time(), datetime.UTC))
    event.add("summary", name)
    lines = []
    if isinstance(campaign, Week):
        event.add("dtstart", campaign.begins)
        event.add("dtend", campaign.ends + datetime.timedelta(days=1))  # the first day after it (RFC 5545, 3.6.1)
        if campaign.theme:
            lines.append(library.words(campaign.theme, page.language))
        lines.append(words("calendar-other-years"))
    else:
        event.add("dtstart", campaign.next_after(reviewed))
        event.add("rrule", {"freq": "yearly"})
    lines += [page.front.title, address]
    event.add("description", "\n".join(lines))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", name)
    alarm.add("trigger", -_NOTICE)
    event.add_component(alarm)
    return event
