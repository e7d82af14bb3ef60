"""The fixtures of ``tests/rules/``: for each rule a change that breaks it, and one like it that does not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from support.miniature import Miniature

FOLDER = Path(__file__).resolve().parents[1] / "rules"

_STRICT = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Edit(BaseModel):
    """One change of one file; the head of tests/unit/test_rules.py lists the forms."""

    model_config = _STRICT

    file: str
    replace: str | None = None
    with_: str = Field(default="", alias="with")
    write: str | bytes | None = None
    encoding: str = "utf-8"
    remove: bool = False
    link: str | None = None
    mode: Annotated[str, Field(pattern=r"^[0-7]{3}$")] | None = None

    def apply(self, miniature: Miniature) -> None:
        path = miniature.project.root / self.file
        if self.replace is not None:
            miniature.edit(self.file, self.replace, self.with_)
        if self.write is not None:
            miniature.write(self.file, self._content(self.write))
        if self.link is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(self.link)
        if self.remove:
            path.unlink()
        if self.mode is not None:
            path.chmod(int(self.mode, 8))

    def _content(self, written: str | bytes) -> bytes:
        return written if isinstance(written, bytes) else written.encode(self.encoding)


class Failing(BaseModel):
    """``at``: where the finding stands, ``docs/zh/emergency.md:12``."""

    model_config = _STRICT

    at: Annotated[str, Field(pattern=r":[0-9]+$")]
    edits: list[Edit] = Field(min_length=1)


class Passing(BaseModel):
    model_config = _STRICT

    edits: list[Edit] = Field(min_length=1)


class RuleFixture(BaseModel):
    model_config = _STRICT

    fails: Failing
    passes: Passing


def load_rule_fixture(rule: str) -> RuleFixture:
    """The fixture of the rule with this id. Raises FileNotFoundError, or pydantic's ValidationError for another form."""
    return RuleFixture.model_validate(yaml.safe_load((FOLDER / f"{rule}.yml").read_text(encoding="utf-8")))
