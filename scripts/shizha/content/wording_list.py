"""``data/wording.yml``: the words that this site does not use, each with its reason and with what to write instead."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter

from ..project import Project
from .front_matter import Id, Line
from .source_text import read_text
from .yaml_source import parse_yaml

_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)

Topic = Literal["blame", "promise", "outdated", "officialese", "exclamation", "unfinished"]
# A | keeps a word of the list from being found in the list itself.
Word = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(lambda word: word.replace("|", ""))]


class Patterns(BaseModel):
    """Words of each language. They are plain text; Latin ones match whole words, in upper and lower case."""

    model_config = _STRICT

    zh: list[Word] = []
    en: list[Word] = []


class UnwantedWords(Patterns):
    """``but``: longer words that contain one of these and are fine."""

    but: Patterns = Patterns()


class Explanation(BaseModel):
    model_config = _STRICT

    zh: Line
    en: Line


class Unwanted(BaseModel):
    """One entry of the list."""

    model_config = _STRICT

    rule: Topic
    severity: Literal["error", "reminder"]
    words: UnwantedWords
    why: Explanation
    instead: Explanation


def load_wording(project: Project) -> dict[str, Unwanted]:
    """The list by id. Raises SourceError, or pydantic's ValidationError."""
    return _parse(read_text(project.data / "wording.yml"))


@lru_cache(maxsize=4)
def _parse(text: str) -> dict[str, Unwanted]:
    return TypeAdapter(dict[Id, Unwanted]).validate_python(parse_yaml(text).data)
