"""Words in every language: what data files say to readers."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from .front_matter import Line

STRICT = ConfigDict(defer_build=True, extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Words(BaseModel):
    """The same words in each language. ``zh-Hant`` is written only where it is more than the converted ``zh``."""

    model_config = STRICT

    zh: Line
    en: Line
    zh_hant: Line | None = Field(default=None, alias="zh-Hant")
