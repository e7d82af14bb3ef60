"""The library: every page and all data of one checkout, loaded once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ValidationError

from ..project import Project
from .data import Data, DataProblems, Words, choose, load_data
from .files import find_content, page_id_of
from .front_matter import KINDS, FrontMatter, fields_marked, translation_model
from .languages import BY_CODE, LANGUAGES, SOURCE, Language, Origin
from .page import Page, RawPage, split_page
from .script_variant import ScriptVariant
from .source_text import SourceError, read_text
from .yaml_source import YamlDocument


@dataclass
class Problem:
    """A file that could not become part of the library, and why."""

    path: Path
    error: SourceError | None = None
    # Errors of the model, as pydantic lists them, with the document that knows their positions.
    fields: list[dict] = field(default_factory=list)
    document: YamlDocument | None = None
    model: type[BaseModel] | None = None


@dataclass
class Library:
    """Every page and all data of one checkout.

    documents: the data files as they were read, for the positions of their entries.
    pages: by language code and page id; derived pages included.
    pictures: every picture by its path below ``docs/``.
    problems: what could not be understood. A site is built only from a library without problems.
    """

    project: Project
    data: Data | None
    documents: dict[str, YamlDocument]
    pages: dict[str, dict[str, Page]]
    problems: list[Problem]
    pictures: dict[str, Path] = field(default_factory=dict)

    def page(self, language: Language, page_id: str) -> Page | None:
        return self.pages[language.code].get(page_id)

    def source(self, page_id: str) -> Page | None:
        """The page in the language that the others follow."""
        return self.page(SOURCE, page_id)

    def edition(self, language: Language, page_id: str) -> Page | None:
        """The page that a reader of ``language`` gets: its own, or the source page as a fallback."""
        return self.page(language, page_id) or self.source(page_id)

    def ids(self) -> list[str]:
        """Every page id of the source language, sorted."""
        return sorted(self.pages[SOURCE.code])

    def languages_of(self, page_id: str) -> list[Language]:
        """The languages in which the page really exists, the source language first."""
        return [language for language in LANGUAGES if page_id in self.pages[language.code]]

    def of_kind(self, language: Language, kind: str) -> list[Page]:
        """The editions of every page of ``kind``, in the order that their front matter gives."""
        pages = [self.edition(language, page_id) for page_id in self.ids()]
        return sorted(
            (page for page in pages if page and page.front.kind == kind), key=lambda page: (page.front.order, page.id)
        )

    def files(self) -> list[Path]:
        """Every file of the content, sorted: pages, pictures, data, and what could not be read."""
        paths = {page.path for pages in self.pages.values() for page in pages.values() if not page.derived}
        paths |= {problem.path for problem in self.problems} | set(self.pictures.values())
        return sorted(paths | {self.project.data / f"{name}.yml" for name in self.documents})

    def places(self) -> list[str]:
        """The files relative to the project, sorted."""
        return sorted(map(self.project.relative, self.files()))

    def children(self, language: Language, section: str) -> list[Page]:
        """The editions of the pages directly below ``section``, in order."""
        depth = section.count("/") + 1
        below = [page_id for page_id in self.ids() if page_id.startswith(f"{section}/") and page_id.count("/") == depth]
        pages = [page for page_id in below if (page := self.edition(language, page_id))]
        return sorted(pages, key=lambda page: (page.front.order, page.id))

    def with_pages(self, pages: Iterable[Page]) -> Library:
        """This library with more pages; of two with the same language and id the new one is kept."""
        more = {code: dict(own) for code, own in self.pages.items()}
        for page in pages:
            more[page.language.code][page.id] = page
        return replace(self, pages=more)

    @property
    def redirects(self) -> dict[str, str]:
        """Page ids that were published once -> the page that took the place of each."""
        return (self.data.redirects if self.data else None) or {}

    @cached_property
    def variant(self) -> ScriptVariant:
        assert self.data is not None
        return ScriptVariant(self.data.terms)

    def words(self, words: Words, language: Language) -> str:
        """``words`` in ``language``."""
        return choose(words, language, self.variant.text)


def load_library(project: Project) -> Library:
    """Read every page and data file of ``project`` and derive the zh-Hant edition. Never raises for bad content."""
    files = load_data(project.data)
    data = files.data
    problems = [
        Problem(path, fields=error.errors, document=error.document)
        if isinstance(error, DataProblems)
        else Problem(path, error)
        for path, error in files.problems
    ]
    library = Library(project, data, files.documents, {language.code: {} for language in LANGUAGES}, problems)
    raw: dict[str, list[RawPage]] = {language.code: [] for language in LANGUAGES}
    content = find_content(project)
    library.pictures = content.pictures
    problems += [Problem(path, SourceError(code)) for path, code in content.strays]
    for page in content.pages:
        try:
            raw[page.language.code].append(split_page(read_text(page.path), page.language, page.file, page.path))
        except SourceError as error:
            problems.append(Problem(page.path, error))
    for page in raw[SOURCE.code]:
        _add(library, page, _source_front)
    for language in LANGUAGES:
        if language is not SOURCE:
            for page in raw[language.code]:
                _add(library, page, _translated_front)
    if data is not None:
        _derive(library)
    return library


def _add(library: Library, raw: RawPage, front_of) -> None:
    pages = library.pages[raw.language.code]
    if raw.id in pages:
        other = pages[raw.id].path.name
        library.problems.append(Problem(raw.path, SourceError("same-page-id", page=raw.id, other=other)))
        return
    try:
        front, own, synced_with = front_of(library, raw)
    except SourceError as error:
        library.problems.append(Problem(raw.path, error))
    except _FieldErrors as error:
        library.problems.append(Problem(raw.path, fields=error.errors, document=raw.meta, model=error.model))
    else:
        pages[raw.id] = Page(
            raw.id, raw.language, raw.file, raw.path, front, raw.body, raw.body_line, raw.meta, own, synced_with
        )


class _FieldErrors(Exception):
    def __init__(self, error: ValidationError, model: type[BaseModel]) -> None:
        super().__init__()
        self.errors = error.errors()
        self.model = model


def _source_front(_library: Library, raw: RawPage) -> tuple[FrontMatter, frozenset[str], None]:
    kind = raw.keys.get("kind")
    if kind is None:
        raise SourceError("kind-missing", raw.meta.position(()), allowed=list(KINDS))
    if not isinstance(kind, str) or kind not in KINDS:
        raise SourceError("kind-unknown", raw.meta.position(("kind",)), value=kind, allowed=list(KINDS))
    return _validate(KINDS[kind], raw), frozenset(raw.keys), None


def _translated_front(library: Library, raw: RawPage) -> tuple[FrontMatter, frozenset[str], str | None]:
    source = library.source(raw.id)
    if source is None:
        # Either an orphan, or a translation of a page that is itself in error; only the first is this file's fault.
        raise SourceError("source-in-error" if raw.id in sources_in_error(library) else "orphan", page=raw.id)
    regional = raw.language.origin is Origin.DERIVED
    model = translation_model(source.front.kind, regional)
    carried = _validate(model, raw).model_dump(exclude_none=True)
    synced_with = carried.pop("synced_with", None)
    front = source.front.model_copy(update={**_untranslated(source.front), **carried})
    return front, frozenset(raw.keys), synced_with


def _untranslated(front: FrontMatter) -> dict[str, object]:
    """Optional words that a translation leaves out are empty there, not the source's: they are in another language."""
    fields = type(front).model_fields
    return {
        name: fields[name].default
        for name in fields_marked(type(front), "translatable")
        if not fields[name].is_required()
    }


def _validate(model: type[BaseModel], raw: RawPage) -> BaseModel:
    try:
        return model.model_validate(raw.keys)
    except ValidationError as error:
        raise _FieldErrors(error, model) from None


def page_id_of_path(library: Library, path: Path) -> str | None:
    """The id that a file under ``docs/<language>/`` has as a page; None for other files."""
    try:
        language, *rest = path.relative_to(library.project.docs).parts
    except ValueError:
        return None
    return page_id_of("/".join(rest)) if language in BY_CODE and rest else None


def sources_in_error(library: Library) -> set[str]:
    """Ids of the pages whose file in the source language is there, with a problem."""
    folder = library.project.docs / SOURCE.code
    ids = (page_id_of_path(library, problem.path) for problem in library.problems if folder in problem.path.parents)
    return set(filter(None, ids))


def _derive(library: Library) -> None:
    variant = library.variant
    for language in LANGUAGES:
        if language.origin is not Origin.DERIVED:
            continue
        for page_id, source in library.pages[SOURCE.code].items():
            if page_id in library.pages[language.code] or any(
                problem.path == library.project.docs / language.code / source.file for problem in library.problems
            ):
                continue
            update: dict[str, object] = {}
            for name in fields_marked(type(source.front), "translatable"):
                value = getattr(source.front, name)
                update[name] = (
                    [variant.text(item) for item in value] if isinstance(value, list) else variant.text(value)
                )
            library.pages[language.code][page_id] = Page(
                page_id,
                language,
                source.file,
                source.path,
                source.front.model_copy(update=update),
                variant.markdown(source.body),
                source.body_line,
                source.meta,
                synced_with=source.fingerprint,
                derived=True,
            )
