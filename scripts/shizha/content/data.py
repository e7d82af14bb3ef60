"""The data files: facts that several pages share, typed, each with its source and the day it was checked."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    Field,
    TypeAdapter,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from .campaigns import Calendar
from .front_matter import Id, Line, MaterialForm, PageId, ReportItem
from .interface_words import INTERFACE_WORDS
from .languages import Language
from .quiz import Quiz
from .search_words import SearchWords
from .signing import PUBLIC_KEY
from .source_text import SourceError, read_text
from .words import STRICT, Words
from .yaml_source import YamlDocument, parse_yaml

Region = Literal["mainland", "hong-kong", "macau", "taiwan", "abroad"]


class Blank(Words):
    """A blank of a kit.

    ``repeats``: it stands for something else in every place (a date of each row), so nobody fills it in once.
    ``tally``: it is known when the work is done.
    """

    repeats: bool = False
    tally: bool = False


class Contact(BaseModel):
    """A number or channel that readers may be sent to."""

    model_config = STRICT

    region: Region
    country: Words | None = None
    kind: Literal["phone", "sms", "email", "web"]
    number: Annotated[str, Field(pattern=r"^[#+]?[0-9][0-9 ()-]*$|^#[A-Z0-9]+$")] | None = None
    address: Annotated[str, Field(pattern=r"^[a-z]+@[a-z]+(\.[a-z]+)+$")] | None = None
    dial: Annotated[str, Field(pattern=r"^[+#]?[0-9]+$")] | None = None
    abroad: Annotated[str, Field(pattern=r"^\+[0-9]+$")] | None = None
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

    @model_validator(mode="after")
    def _can_be_reached(self) -> Contact:
        """A button without a number, on the page that people open in the worst moment, must not be possible."""
        if (self.emergency or (self.kind == "phone" and self.public_calls)) and not (self.number and self.dial):
            raise PydanticCustomError("number_missing", "number and dial")
        return self

    @model_validator(mode="after")
    def _dials_what_it_shows(self) -> Contact:
        """A button that shows one number and dials another would pass every eye that reads the page."""
        for shown, dialled in ((self.number, self.dial), (self.abroad_number, self.abroad)):
            if shown and dialled and re.sub(r"[ ()-]", "", shown) != dialled:
                raise PydanticCustomError(
                    "number_differs", "{shown} and {dialled}", {"shown": shown, "dialled": dialled}
                )
        return self


class Source(BaseModel):
    """A document or announcement that a statement rests on."""

    model_config = STRICT

    title: Words
    publisher: Words
    date: Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")] | None = None
    in_force: datetime.date | None = None
    grade: Literal["verified", "single"]
    checked: datetime.date
    site: Id | None = None
    note: Words | None = None


class Domain(BaseModel):
    """An official site that readers may be sent to."""

    model_config = STRICT

    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+/[A-Za-z0-9/_-]*$")]
    host: Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")]
    owner: Words
    region: Region
    checked: datetime.date


class Family(BaseModel):
    """A family of scams; ``official`` is its code in the list that the Ministry of Public Security published in 2025."""

    model_config = STRICT

    name: Words
    plain: Words
    official: Annotated[str, Field(pattern=r"^M([1-9]|10)$")] | None = None


class Taxonomy(BaseModel):
    model_config = STRICT

    audiences: dict[Id, Words]
    routes: dict[Id, Words]
    hooks: dict[Id, Words]
    forms: dict[Id, Words]
    materials: dict[Id, Words]
    regions: dict[Id, Words]
    families: dict[Id, Family]

    @model_validator(mode="after")
    def _has_what_models_name(self) -> Taxonomy:
        """Regions and forms that the models allow have names here, or a page could not be printed."""
        missing = sorted({*get_args(Region)} - set(self.regions)) + sorted(
            {*get_args(MaterialForm)} - set(self.materials)
        )
        if missing:
            raise PydanticCustomError("entries_missing", "entries missing", {"missing": ", ".join(missing)})
        return self


class Term(BaseModel):
    """A wording that the character conversion to Traditional Chinese gets wrong, and the right one."""

    model_config = STRICT

    zh: Line
    zh_hant: Annotated[str, Field(pattern=r"^[^\n\[\]<>{}`]+$")] = Field(alias="zh-Hant")
    why: Line


class Terms(BaseModel):
    model_config = STRICT

    variants: list[Term]
    search: SearchWords = SearchWords()


class SiteFacts(BaseModel):
    """Facts of the site itself."""

    model_config = STRICT

    url: Annotated[str, Field(pattern=r"^https://[a-z0-9.-]+/$")]
    name: Words
    short_name: Words
    tagline: Words
    repository: Annotated[str, Field(pattern=r"^https://[A-Za-z0-9._~/-]+/$")]
    corrections: Line
    offline: bool = Field(description="留不留离线副本 / whether readers' devices keep a copy")
    signing_key: Annotated[str, Field(pattern=PUBLIC_KEY)] | None = Field(
        None, description="给文件清单签名的公钥 / the public key whose signature the list of hashes has"
    )

    @property
    def host(self) -> str:
        """The domain name of ``url``: what an address bar shows."""
        return self.url.removeprefix("https://").rstrip("/")


InterfaceWords = create_model("InterfaceWords", __config__=STRICT, **dict.fromkeys(INTERFACE_WORDS, (Words, ...)))


class Data(BaseModel):
    """All data files, by the name of the file."""

    model_config = STRICT

    contacts: dict[Id, Contact]
    sources: dict[Id, Source]
    domains: dict[Id, Domain]
    fields: dict[Id, Blank]
    calendar: Calendar
    # What the field reports had to do and to hand in. None for a file that holds only its comments.
    reports: dict[ReportItem, Words] | None
    quizzes: dict[Id, Quiz]
    taxonomy: Taxonomy
    terms: Terms
    strings: InterfaceWords
    site: SiteFacts
    # Old page id -> new one. None for a file that holds only its comments.
    redirects: dict[PageId, PageId] | None


# The model of one entry of each data file, for messages that name the keys which exist.
ENTRIES: dict[str, type[BaseModel]] = {
    "contacts": Contact,
    "sources": Source,
    "domains": Domain,
    "fields": Blank,
    "calendar": Calendar,
    "reports": Words,
    "quizzes": Quiz,
    "taxonomy": Taxonomy,
    "terms": Term,
    "strings": InterfaceWords,
    "site": SiteFacts,
}

FILES: tuple[str, ...] = tuple(Data.model_fields)

Parsed = TypeVar("Parsed")


class DataProblems(Exception):
    """A data file that does not fit its model: the file, its YAML positions and pydantic's list of errors."""

    def __init__(self, path: Path, document: YamlDocument, errors: list[dict[str, Any]]) -> None:
        super().__init__(path.name)
        self.path = path
        self.document = document
        self.errors = errors


@dataclass(frozen=True)
class DataFiles:
    """What the data folder held.

    data: None if any file is not right: a site must not be built from a part of its facts.
    documents: by name, for the positions of entries. problems: the SourceError or DataProblems of each file in error.
    """

    data: Data | None
    documents: dict[str, YamlDocument]
    problems: list[tuple[Path, Exception]]


def load_data(folder: Path) -> DataFiles:
    """Every data file under ``folder``, typed."""
    parts: dict[str, Any] = {}
    documents: dict[str, YamlDocument] = {}
    problems: list[tuple[Path, Exception]] = []
    for name, info in Data.model_fields.items():
        path = folder / f"{name}.yml"
        try:
            documents[name] = parse_yaml(read_text(path))
            parts[name] = TypeAdapter(info.annotation).validate_python(documents[name].data)
        except SourceError as error:
            problems.append((path, error))
        except ValidationError as error:
            problems.append((path, DataProblems(path, documents[name], error.errors())))
    return DataFiles(None if problems else Data.model_construct(**parts), documents, problems)


def choose(words: Words, language: Language, convert) -> str:
    """``words`` in ``language``; ``convert`` turns Simplified into Traditional where nothing better was written."""
    if language.code == "en":
        return words.en
    if language.code == "zh-Hant":
        return words.zh_hant or convert(words.zh)
    return words.zh
