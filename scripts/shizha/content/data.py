"""The data files: facts that several pages share, typed, each with its source and the day it was checked."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from .front_matter import Id, Line
from .languages import Language
from .source_text import SourceError, read_text
from .yaml_source import YamlDocument, parse_yaml

_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Words(BaseModel):
    """The same words in each language. ``zh-Hant`` is written only where it is more than the converted ``zh``."""

    model_config = _STRICT

    zh: Line
    en: Line
    zh_hant: Line | None = Field(default=None, alias="zh-Hant")


class Contact(BaseModel):
    """A number or channel that readers may be sent to."""

    model_config = _STRICT

    region: Literal["mainland", "hong-kong", "macau", "taiwan", "abroad"]
    country: Words | None = None
    kind: Literal["phone", "sms", "email", "web"]
    number: Annotated[str, Field(pattern=r"^[#+]?[0-9][0-9 ()-]*$|^#[A-Z0-9]+$")] | None = None
    address: Annotated[str, Field(pattern=r"^[a-z]+@[a-z]+(\.[a-z]+)+$")] | None = None
    dial: Annotated[str, Field(pattern=r"^[+#]?\d+$")] | None = None
    abroad: Annotated[str, Field(pattern=r"^\+\d+$")] | None = None
    abroad_number: Annotated[str, Field(pattern=r"^\+[0-9 -]+$")] | None = None
    name: Words
    purpose: Words
    limits: Words | None = None
    public_calls: bool
    calls_you: bool
    emergency: bool = False
    site: Id | None = None
    sources: list[Id] = Field(min_length=1)
    checked: datetime.date
    order: int


class Source(BaseModel):
    """A document or announcement that a statement rests on."""

    model_config = _STRICT

    title: Words
    publisher: Words
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    in_force: datetime.date | None = None
    grade: Literal["verified", "single"]
    checked: datetime.date
    site: Id | None = None
    note: Words | None = None


class Domain(BaseModel):
    """An official site that readers may be sent to."""

    model_config = _STRICT

    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+/[A-Za-z0-9/_-]*$")]
    host: Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    owner: Words
    region: Literal["mainland", "hong-kong", "macau", "taiwan", "abroad"]
    checked: datetime.date


class Family(BaseModel):
    """A family of scams; ``official`` is its code in the list that the Ministry of Public Security published in 2025."""

    model_config = _STRICT

    name: Words
    plain: Words
    official: Annotated[str, Field(pattern=r"^M([1-9]|10)$")] | None = None


class Taxonomy(BaseModel):
    model_config = _STRICT

    audiences: dict[Id, Words]
    routes: dict[Id, Words]
    hooks: dict[Id, Words]
    forms: dict[Id, Words]
    materials: dict[Id, Words]
    regions: dict[Id, Words]
    families: dict[Id, Family]


class Term(BaseModel):
    """A wording that the character conversion to Traditional Chinese gets wrong, and the right one."""

    model_config = _STRICT

    zh: Line
    zh_hant: Line = Field(alias="zh-Hant")
    why: Line


class Terms(BaseModel):
    model_config = _STRICT

    variants: list[Term]


class SiteFacts(BaseModel):
    """Facts of the site itself."""

    model_config = _STRICT

    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+/$")]
    name: Words
    short_name: Words
    tagline: Words
    repository: Annotated[str, Field(pattern=r"^https://[a-z0-9./-]+$")]
    corrections: Line


class Data(BaseModel):
    """All data files, by the name of the file."""

    model_config = _STRICT

    contacts: dict[Id, Contact]
    sources: dict[Id, Source]
    domains: dict[Id, Domain]
    fields: dict[Id, Words]
    taxonomy: Taxonomy
    terms: Terms
    strings: dict[Id, Words]
    site: SiteFacts


FILES: tuple[str, ...] = tuple(Data.model_fields)

Parsed = TypeVar("Parsed")


class DataProblems(Exception):
    """A data file that does not fit its model: the file, its YAML positions and pydantic's list of errors."""

    def __init__(self, path: Path, document: YamlDocument, errors: list[dict[str, Any]]) -> None:
        super().__init__(path.name)
        self.path = path
        self.document = document
        self.errors = errors


def load_data(folder: Path) -> tuple[Data | None, list[tuple[Path, Exception]]]:
    """All data files under ``folder``, typed; with the SourceError or DataProblems of each file that is not right.

    The data is None if any file is not right: a site must not be built from a part of its facts.
    """
    parts: dict[str, Any] = {}
    problems: list[tuple[Path, Exception]] = []
    for name, info in Data.model_fields.items():
        path = folder / f"{name}.yml"
        try:
            parts[name] = _load_file(path, info.annotation)
        except (SourceError, DataProblems) as error:
            problems.append((path, error))
    return (None if problems else Data.model_construct(**parts)), problems


def _load_file(path: Path, kind: Any) -> Any:
    document = parse_yaml(read_text(path))
    try:
        return TypeAdapter(kind).validate_python(document.data)
    except ValidationError as error:
        raise DataProblems(path, document, error.errors()) from None


def choose(words: Words, language: Language, convert) -> str:
    """``words`` in ``language``; ``convert`` turns Simplified into Traditional where nothing better was written."""
    if language.code == "en":
        return words.en
    if language.code == "zh-Hant":
        return words.zh_hant or convert(words.zh)
    return words.zh
