"""Words of the search that belong to no single page: ``search`` in data/terms.yml, which says in its head how to write them."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

# Latin letters, digits and Han characters are what is compared: a word without any would be found nowhere.
_COMPARED = r"[A-Za-z0-9\u3400-\u9fff]"
_PART = rf"[^\n…]*{_COMPARED}[^\n…]*"
Word = Annotated[str, Field(pattern=f"^{_PART}$")]
Saying = Annotated[str, Field(pattern=f"^{_PART}(…{_PART})*$")]
Character = Annotated[str, Field(pattern=r"^[\u3400-\u9fff]$")]


def _each_once(words: list[str]) -> list[str]:
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        raise PydanticCustomError("words_twice", "words twice", {"words": ", ".join(twice)})
    return words


WordList = Annotated[list[Word], AfterValidator(_each_once)]
Sayings = Annotated[list[Saying], AfterValidator(_each_once)]


class Happened(BaseModel):
    """What tells that money or data are gone already; what is in ``unless`` takes it back. ``…``: a few characters or words."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    said: Sayings = []
    unless: Sayings = []


class SearchWords(BaseModel):
    """``characters``: a character of a dialect and the common one that is searched for instead. ``alike``: groups of words that mean
    the same to somebody who searches. ``quiet``: words that say little."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    characters: dict[Character, Character] = {}
    alike: list[Annotated[WordList, Field(min_length=2)]] = []
    quiet: WordList = []
    happened: Happened = Happened()
