"""The library: every page and all data of one checkout, loaded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path

from pydantic import BaseModel, ValidationError

from ..project import Project
from .collector import collector_at_rest
from .data import Data, DataProblems, Words, choose, load_data
from .derived import DerivedPage
from .files import ContentFiles, find_content, page_id_of
from .front_matter import KINDS, FrontMatter, fields_marked, translation_model
from .languages import BY_CODE, LANGUAGES, SOURCE, Language, Origin
from .page import Page, RawPage, split_page
from .published import published_ids
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
    content: the files that were found. problems: what could not be understood. A site is built only from a library without problems.
    published: ids of pages in the order of their publication, some of which may have moved.
    """

    project: Project
    data: Data | None
    documents: dict[str, YamlDocument]
    pages: dict[str, dict[str, Page]]
    problems: list[Problem]
    content: ContentFiles = field(default_factory=ContentFiles)
    published: tuple[str, ...] = ()
    _texts: dict[Path, str | SourceError] = field(default_factory=dict, init=False, repr=False)
    _files: dict[str, frozenset[str]] = field(default_factory=dict, init=False, repr=False)

    @property
    def pictures(self) -> dict[str, Path]:
        """Every picture by its path below ``docs/``."""
        return self.content.pictures

    def text_of(self, path: Path) -> str:
        """The text of one file, read once. Raises as `read_text` does."""
        if path not in self._texts:
            try:
                self._texts[path] = read_text(path)
            except SourceError as error:
                self._texts[path] = error
        if isinstance(text := self._texts[path], SourceError):
            raise text
        return text

    def page(self, language: Language, page_id: str) -> Page | None:
        return self.pages[language.code].get(page_id)

    def source(self, page_id: str) -> Page | None:
        """The page in the language that the others follow."""
        return self.page(SOURCE, page_id)

    def edition(self, language: Language, page_id: str) -> Page | None:
        """The page that a reader of ``language`` gets: its own, or the source page as a fallback."""
        return self.page(language, page_id) or self.source(page_id)

    def ids(self) -> tuple[str, ...]:
        """Every page id of the source language, sorted."""
        return self._ids

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.pages[SOURCE.code]))

    @cached_property
    def kits(self) -> frozenset[str]:
        """The ids of the kits."""
        return frozenset(page.id for page in self.pages[SOURCE.code].values() if page.front.kind == "kit")

    @cached_property
    def kit_members(self) -> dict[str, list[str]]:
        """Kit -> the ids of its materials, in their order."""
        members: dict[str, list[Page]] = defaultdict(list)
        for page in self.pages[SOURCE.code].values():
            if page.front.kind == "material":
                members[page.kit].append(page)
        return {
            kit: [page.id for page in sorted(pages, key=lambda page: (page.front.order, page.id))]
            for kit, pages in members.items()
        }

    def files_of(self, language: Language) -> frozenset[str]:
        """The files that a link on a page of ``language`` may lead to: its own, and those of the source as fallbacks.

        A file that is in error is there all the same.
        """
        if language.code not in self._files:
            codes = {language.code, SOURCE.code}
            files = {page.file for code in codes for page in self.pages[code].values()}
            for problem in self.problems:
                for folder in (self.project.docs / code for code in codes):
                    if problem.path.is_relative_to(folder):
                        files.add(problem.path.relative_to(folder).as_posix())
            self._files[language.code] = frozenset(files)
        return self._files[language.code]

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
        pages = [page for page_id in self._below.get(section, ()) if (page := self.edition(language, page_id))]
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
    def short_addresses(self) -> dict[str, str]:
        """Short address -> page id. It is the place in the list of published pages, from 1: for paper, and to tell by telephone."""
        pages = {str(number): self.redirects.get(page_id, page_id) for number, page_id in enumerate(self.published, 1)}
        return {number: page_id for number, page_id in pages.items() if self.source(page_id)}

    def short_address_of(self, page_id: str) -> str:
        """The shortest address that leads to ``page_id``: the page's own id if it has no other."""
        return next((number for number, other in self.short_addresses.items() if other == page_id), page_id)

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """Section -> the ids directly below it."""
        below: dict[str, list[str]] = defaultdict(list)
        for page_id in self.ids():
            if "/" in page_id:
                below[page_id.rpartition("/")[0]].append(page_id)
        return below

    @cached_property
    def variant(self) -> ScriptVariant:
        assert self.data is not None
        return ScriptVariant(self.data.terms)

    def words(self, words: Words, language: Language) -> str:
        """``words`` in ``language``."""
        return choose(words, language, self.variant.text)


@collector_at_rest()
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
    content = find_content(project)
    problems += [Problem(path, SourceError(code)) for path, code in content.strays]
    pages = {language.code: {} for language in LANGUAGES}
    library = Library(project, data, files.documents, pages, problems, content, published_ids(project))
    raw: dict[str, list[RawPage]] = {language.code: [] for language in LANGUAGES}
    for page in content.pages:
        try:
            text = library.text_of(page.path)
            raw[page.language.code].append(split_page(text, page.language, page.file, page.path))
        except SourceError as error:
            problems.append(Problem(page.path, error))
    for page in raw[SOURCE.code]:
        _add(library, page, _source_front)
    in_error = sources_in_error(library)
    for language in LANGUAGES:
        if language is not SOURCE:
            for page in raw[language.code]:
                _add(library, page, partial(_translated_front, in_error))
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


def _translated_front(
    in_error: Collection[str], library: Library, raw: RawPage
) -> tuple[FrontMatter, frozenset[str], str | None]:
    source = library.source(raw.id)
    if source is None:
        # Either an orphan, or a translation of a page that is itself in error; only the first is this file's fault.
        raise SourceError("source-in-error" if raw.id in in_error else "orphan", page=raw.id)
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
    in_error = {problem.path for problem in library.problems}
    for language in LANGUAGES:
        if language.origin is not Origin.DERIVED:
            continue
        pages = library.pages[language.code]
        folder = library.project.docs / language.code
        for page_id, source in library.pages[SOURCE.code].items():
            if page_id not in pages and folder / source.file not in in_error:
                pages[page_id] = DerivedPage(source, language, library.variant)
