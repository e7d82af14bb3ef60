"""``/api/*.json``: pages, scams and contacts for others to reuse, each with the JSON Schema that it holds to."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from ..content.front_matter import Scam
from ..content.languages import LANGUAGES, SOURCE, Language, Origin
from ..content.library import Library
from ..content.page import Page

FOLDER = Path("api")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# LICENSE-CONTENT.md
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"

Translation = Literal["source", "derived", "by-region", "matches", "stale"]
Record = TypeVar("Record", bound=BaseModel)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PageRecord(_Model):
    """One page in one language in which it really exists."""

    id: str = Field(description="The same in every language, and for good.")
    language: str = Field(description="BCP 47: zh-Hans, zh-Hant or en.")
    kind: str
    url: str
    short_url: str = Field(description="For paper; leads to url.")
    title: str
    description: str
    audience: list[str]
    reviewed: datetime.date
    review_by: datetime.date = Field(description="After this day the page asks to be checked elsewhere.")
    translation: Translation = Field(
        description="source: written first. derived: converted from it. by-region: by hand, because regions differ. "
        "matches, stale: by hand, and whether the source has changed since."
    )


class ScamRecord(_Model):
    """One kind of scam in one language."""

    id: str
    language: str
    url: str
    title: str
    name: str
    verdict: str
    form: str = Field(description="type, technique or offence.")
    family: str = Field(description="Id of the family of scams.")
    official: str | None = Field(
        description="The family’s code, M1 to M10, among those that China’s police published in 2025."
    )
    routes: list[str] = Field(description="How they reach people.")
    hooks: list[str] = Field(description="What they hold people by.")
    audience: list[str]
    aliases: list[str] = Field(description="What people call it and search for.")
    phrases: list[str] = Field(description="What they say.")
    reviewed: datetime.date
    review_by: datetime.date


class ContactRecord(_Model):
    """One official number or channel."""

    id: str
    region: str
    kind: str
    names: dict[str, str] = Field(description="By language.")
    purposes: dict[str, str]
    limits: dict[str, str] | None
    number: str | None = Field(description="As people read it.")
    dial: str | None = Field(description="As a phone dials it within the region.")
    abroad: str | None = Field(description="As a phone dials it from elsewhere.")
    address: str | None
    site: str | None = Field(description="The official site.")
    public_calls: bool
    calls_you: bool
    emergency: bool
    checked: datetime.date


class Collection(_Model, Generic[Record]):
    """What a file holds. The numbers may be wrong after review_by of the pages that show them: ask for the file again."""

    schema_: str = Field(alias="$schema")
    site: str
    licence: str
    items: list[Record]


COLLECTIONS: dict[str, type[BaseModel]] = {"pages": PageRecord, "scams": ScamRecord, "contacts": ContactRecord}


def write_open_data(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write ``api/<name>.json`` and ``api/schema/<name>.json`` for every collection."""
    records = {
        "pages": _pages(library, languages),
        "scams": _scams(library, languages),
        "contacts": _contacts(library, languages),
    }
    (out / FOLDER / "schema").mkdir(parents=True)
    site = library.data.site.url
    for name, model in COLLECTIONS.items():
        schema = {"$schema": _DIALECT, **Collection[model].model_json_schema(by_alias=True)}
        _write(out / FOLDER / "schema" / f"{name}.json", schema)
        collection = Collection[model](
            **{"$schema": f"{site}api/schema/{name}.json", "site": site, "licence": _LICENCE, "items": records[name]}
        )
        _write(out / FOLDER / f"{name}.json", collection.model_dump(mode="json", by_alias=True))


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _editions(library: Library, languages: Sequence[Language]) -> list[Page]:
    """Every page that really exists, but for those that are made by program, by id and language."""
    return [
        page
        for page_id in library.ids()
        for language in languages
        if (page := library.page(language, page_id)) and not page.generated
    ]


def _pages(library: Library, languages: Sequence[Language]) -> list[PageRecord]:
    site = library.data.site.url
    return [
        PageRecord(
            id=page.id,
            language=page.language.tag,
            kind=page.front.kind,
            url=site + page.url,
            short_url=site + page.language.url_of(library.short_address_of(page.id)),
            title=page.front.title,
            description=page.front.description,
            audience=page.front.audience,
            reviewed=page.front.reviewed,
            review_by=page.front.review_by,
            translation=_translation(library, page),
        )
        for page in _editions(library, languages)
    ]


def _translation(library: Library, page: Page) -> Translation:
    if page.language is SOURCE:
        return "source"
    if page.derived:
        return "derived"
    if page.language.origin is Origin.DERIVED:
        return "by-region"
    return "stale" if page.is_behind(library.source(page.id)) else "matches"


def _scams(library: Library, languages: Sequence[Language]) -> list[ScamRecord]:
    families = library.data.taxonomy.families
    return [
        ScamRecord(
            id=page.id,
            language=page.language.tag,
            url=library.data.site.url + page.url,
            official=families[page.front.family].official,
            **{
                name: getattr(page.front, name)
                for name in ScamRecord.model_fields
                if name not in ("id", "language", "url", "official")
            },
        )
        for page in _editions(library, languages)
        if isinstance(page.front, Scam)
    ]


def _contacts(library: Library, languages: Sequence[Language]) -> list[ContactRecord]:
    def words(entry):
        return {language.tag: library.words(entry, language) for language in LANGUAGES if language in languages}

    return [
        ContactRecord(
            id=key,
            names=words(contact.name),
            purposes=words(contact.purpose),
            limits=words(contact.limits) if contact.limits else None,
            site=library.data.domains[contact.site].url if contact.site else None,
            **contact.model_dump(
                include={
                    "region",
                    "kind",
                    "number",
                    "dial",
                    "abroad",
                    "address",
                    "public_calls",
                    "calls_you",
                    "emergency",
                    "checked",
                }
            ),
        )
        for key, contact in library.data.contacts.items()
    ]
