"""Front matter: one typed model per kind of page, and the smaller one that a translation may carry.

The models are the only definition. The checker, the templates, ``python3 scripts new`` and the JSON Schema that editors'
programs use (``data/schema/``) are all made from them.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model, field_validator
from pydantic_core import PydanticCustomError

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PAGE_ID = r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$"
FINGERPRINT = r"^[0-9a-f]{12}$"

# Marks on a field. A translatable field is written again in each language; a regional one may differ in a hand-written
# page of a derived language, because help is not the same in Hong Kong, Macau and Taiwan.
_TRANSLATABLE = {"translatable": True}
_REGIONAL = {"regional": True}


def _interval(value: str) -> str:
    if not re.fullmatch(r"([1-9]|[12]\d|3[0-6]) months?", value):
        raise ValueError("interval")
    return value


Text = Annotated[str, Field(min_length=1)]
Line = Annotated[str, Field(min_length=1, pattern=r"^[^\n]+$")]
Id = Annotated[str, Field(pattern=ID)]
PageId = Annotated[str, Field(pattern=PAGE_ID)]
Interval = Annotated[
    str,
    Field(
        description="过几个月再核对，比如 6 months / months until the next review, like 6 months",
        examples=["3 months", "6 months", "12 months"],
    ),
    AfterValidator(_interval),
]
# No page was reviewed before the site began; a day far ahead is a slip, and leaves no room for the next review.
Reviewed = Annotated[datetime.date, Field(ge=datetime.date(2026, 1, 1), le=datetime.date(2099, 12, 31))]
MaterialForm = Literal[
    "plan",
    "timetable",
    "lesson",
    "speech",
    "script",
    "board",
    "leaflet",
    "card",
    "letter",
    "post",
    "quiz",
    "ledger",
    "summary",
]
# An item of one of the field reports, numbered as data/reports.yml does.
ReportItem = Annotated[str, Field(pattern=r"^S[1-9]\.\d{1,2}$")]


class FrontMatter(BaseModel):
    """What every page says about itself. The order of the fields is the order of the keys in a file."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True, strict=True)

    kind: Line
    name: Line = Field(json_schema_extra=_TRANSLATABLE, description="短名称，用在列表和面包屑里 / short name for lists")
    title: Line = Field(json_schema_extra=_TRANSLATABLE, description="大标题 / headline")
    description: Line = Field(
        json_schema_extra=_TRANSLATABLE, description="说明：这一页回答什么 / what the page answers"
    )
    audience: list[Id] = Field(
        min_length=1,
        description="读者是谁，编号在 data/taxonomy.yml 的 audiences / for whom: ids of audiences in data/taxonomy.yml",
    )
    reports: list[ReportItem] = Field(
        default=[],
        description="满足工作总结里的哪几条，编号在 data/reports.yml / items of field reports that it serves: ids of data/reports.yml",
    )
    related: list[PageId] = Field(default=[], json_schema_extra=_REGIONAL)
    aliases: list[Line] = Field(
        default=[], json_schema_extra=_TRANSLATABLE, description="别名：人们会怎么搜 / what people type"
    )
    sources: list[Id] = Field(
        default=[],
        json_schema_extra=_REGIONAL,
        description="出处，编号在 data/sources.yml / sources: ids of data/sources.yml",
    )
    reviewed: Reviewed = Field(description="最近一次逐句核对的日期 / day of the last review")
    review_in: Interval
    order: int = Field(default=100, ge=0, le=9999)

    @field_validator("*")
    @classmethod
    def _nothing_twice(cls, value: Any) -> Any:
        """A list says each thing once: two equal buttons or phrases are a slip, and make a short list look long enough."""
        if isinstance(value, list) and (twice := sorted({item for item in value if value.count(item) > 1})):
            raise PydanticCustomError("words_twice", "words twice", {"words": ", ".join(twice)})
        return value

    @property
    def review_by(self) -> datetime.date:
        """The day on which the next review is due: ``reviewed`` plus ``review_in`` calendar months."""
        return add_months(self.reviewed, int(self.review_in.split()[0]))


class Help(FrontMatter):
    kind: Literal["help"]
    contacts: list[Id] = Field(
        default=[], json_schema_extra=_REGIONAL, description="首屏的拨号按钮 / dial buttons of the first screen"
    )


class Scam(FrontMatter):
    kind: Literal["scam"]
    form: Literal["type", "technique", "offence"]
    family: Id = Field(
        description="属于哪一类，编号在 data/taxonomy.yml 的 families / an id of families in data/taxonomy.yml"
    )
    routes: list[Id] = Field(
        min_length=1, description="怎么找上人，编号在 data/taxonomy.yml 的 routes / ids of routes in data/taxonomy.yml"
    )
    hooks: list[Id] = Field(
        min_length=1, description="抓住人什么，编号在 data/taxonomy.yml 的 hooks / ids of hooks in data/taxonomy.yml"
    )
    verdict: Line = Field(json_schema_extra=_TRANSLATABLE, description="一句话结论 / the verdict in one line")
    phrases: list[Line] = Field(
        min_length=5, max_length=10, json_schema_extra=_TRANSLATABLE, description="对方原话 / what they say"
    )
    turn: int = Field(ge=1, le=9, description="钱在“骗局怎么走”的第几步离开 / the step at which the money leaves")


class Kit(FrontMatter):
    kind: Literal["kit"]
    campaigns: list[Id] = Field(
        default=[],
        description="什么时候用，编号在 data/calendar.yml / when it is used: ids of data/calendar.yml",
    )


class Material(FrontMatter):
    kind: Literal["material"]
    kit: PageId
    form: MaterialForm
    minutes: int | None = Field(default=None, ge=1, le=240, description="课时（分钟）/ length of a lesson in minutes")


class Rule(FrontMatter):
    kind: Literal["rule"]


class Guide(FrontMatter):
    kind: Literal["guide"]


class Section(FrontMatter):
    kind: Literal["section"]


class About(FrontMatter):
    kind: Literal["about"]


KINDS: dict[str, type[FrontMatter]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model
    for model in (Help, Scam, Kit, Material, Rule, Guide, Section, About)
}

# Position of each key in a file. Keys of one kind come after `audience`, where an editor looks for them.
KEY_ORDER: tuple[str, ...] = (
    "kind", "name", "title", "description", "audience",
    "contacts", "campaigns", "kit", "form", "minutes", "family", "routes", "hooks", "verdict", "phrases", "turn", "reports",
    "related", "aliases", "sources", "reviewed", "review_in", "order", "synced_with",
)  # fmt: skip


@lru_cache
def fields_marked(model: type[FrontMatter], mark: str) -> tuple[str, ...]:
    """Names of the fields of ``model`` that carry ``mark`` (``translatable`` or ``regional``)."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get(mark)
    )


@lru_cache
def translation_model(kind: str, regional: bool) -> type[BaseModel]:
    """What a translation of a page of ``kind`` may carry; with ``regional`` also what differs by region."""
    model = KINDS[kind]
    fields: dict[str, Any] = {}
    for name in fields_marked(model, "translatable"):
        info = model.model_fields[name]
        fields[name] = (
            info.annotation if info.is_required() else info.annotation | None,
            info if info.is_required() else None,
        )
        if info.metadata and info.is_required():
            fields[name] = (Annotated[info.annotation, *info.metadata], info)
    if regional:
        for name in fields_marked(model, "regional"):
            fields[name] = (model.model_fields[name].annotation | None, None)
    fields["synced_with"] = (
        Annotated[str, Field(pattern=FINGERPRINT)] | None,
        Field(default=None, description="译文对应的原文指纹 / fingerprint of the source text this matches"),
    )
    return create_model(f"{model.__name__}Translation", __config__=FrontMatter.model_config, **fields)


def add_months(day: datetime.date, months: int) -> datetime.date:
    """``day`` moved by whole calendar months; the 31st becomes the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(day.day, last))
