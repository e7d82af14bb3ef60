"""A page of the edition that is made by program: the source page in another script."""

from __future__ import annotations

from functools import cached_property

from .front_matter import FrontMatter, fields_marked
from .languages import Language
from .page import Page
from .script_variant import ScriptVariant


class DerivedPage(Page):
    """``source`` in the script of ``language``. Nothing is converted before it is asked for: a build asks, a check need not.

    Ids, links and line numbers are those of the source; only words differ.
    """

    def __init__(self, source: Page, language: Language, variant: ScriptVariant) -> None:
        self._source = source
        self._variant = variant
        self.id = source.id
        self.language = language
        self.file = source.file
        self.path = source.path
        self.body_line = source.body_line
        self.meta = source.meta
        self.own = frozenset()
        self.derived = True

    @cached_property
    def front(self) -> FrontMatter:
        front = self._source.front
        words = {name: self._converted(getattr(front, name)) for name in fields_marked(type(front), "translatable")}
        return front.model_copy(update=words)

    @cached_property
    def body(self) -> str:
        return self._variant.markdown(self._source.body)

    @property
    def section_ids(self) -> frozenset[str]:
        return self._source.section_ids

    @cached_property
    def synced_with(self) -> str:
        return self._source.fingerprint

    def _converted(self, value: str | list[str]) -> str | list[str]:
        return [self._variant.text(item) for item in value] if isinstance(value, list) else self._variant.text(value)
