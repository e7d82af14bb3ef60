"""The calendar of campaigns: weeks whose days are announced anew each year, and days that come every year."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from .front_matter import Id
from .words import STRICT, Words


class Week(BaseModel):
    """A campaign of one year, with its first and last day. ``theme``: as it was announced for that year."""

    model_config = STRICT

    name: Words
    begins: datetime.date
    ends: datetime.date
    theme: Words | None = None
    sources: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Week:
        if not datetime.timedelta(0) <= self.ends - self.begins <= datetime.timedelta(days=62):
            raise PydanticCustomError("days_out_of_order", "begins and ends")
        return self


class YearlyDay(BaseModel):
    """A day that is the same in every year."""

    model_config = STRICT

    name: Words
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    sources: list[Id] = Field(min_length=1)

    @model_validator(mode="after")
    def _exists_in_every_year(self) -> YearlyDay:
        try:
            datetime.date(2027, self.month, self.day)
        except ValueError:
            raise PydanticCustomError("no_such_day", "month and day") from None
        return self

    def next_after(self, day: datetime.date) -> datetime.date:
        """The first of these days that is not before ``day``."""
        this_year = datetime.date(day.year, self.month, self.day)
        return this_year if this_year >= day else this_year.replace(year=day.year + 1)


class Calendar(BaseModel):
    """Campaigns by id. No id is both a week and a day."""

    model_config = STRICT

    weeks: dict[Id, Week]
    days: dict[Id, YearlyDay]

    def entries(self) -> dict[str, Week | YearlyDay]:
        """Every campaign by its id."""
        return {**self.weeks, **self.days}

    @model_validator(mode="after")
    def _no_id_twice(self) -> Calendar:
        if twice := sorted(self.weeks.keys() & self.days.keys()):
            raise PydanticCustomError("words_twice", "words twice", {"words": ", ".join(twice)})
        return self
