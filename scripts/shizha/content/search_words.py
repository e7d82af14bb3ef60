"""Words of the search that belong to no single page: ``search`` in data/terms.yml, which says in its head how to write them."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

# A line with at least one letter, digit or character: anything else would be found in every text or in none.
Word = Annotated[str, Field(min_length=1, pattern=r"^[^\n]*\w[^\n]*$")]

Character = Annotated[str, Field(pattern=r"^[\u3400-\u9fff]$")]


def _each_once(words: list[str]) -> list[str]:
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        raise PydanticCustomError("words_twice", "words twice", {"words": ", ".join(twice)})
    return words


WordList = Annotated[list[Word], AfterValidator(_each_once)]


class Happened(BaseModel):
    """What tells that money or data are gone already; what is in ``unless`` takes it back. ``…``: a few characters or words."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    said: WordList = []
    unless: WordList = []


class SearchWords(BaseModel):
    """``characters``: a character of a dialect and the common one that is searched for instead. ``alike``: groups of words that mean
    the same to somebody who searches. ``quiet``: words that say little."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    characters: dict[Character, Character] = {}
    alike: list[Annotated[WordList, Field(min_length=2)]] = []
    quiet: WordList = []
    happened: Happened = Happened()
