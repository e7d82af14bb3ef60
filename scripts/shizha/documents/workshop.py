"""Every document of the site: which there are, and the making of those that are not kept from an earlier build."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..content.front_matter import Kit, Material
from ..content.library import Library
from ..content.page import Page
from ..store import Store, name_of
from .calendar_file import calendar_of
from .content import DocumentContent, content_of
from .pandoc import convert, default_reference, fingerprint


@dataclass(frozen=True)
class Document:
    """A file beside its page. ``url``: its path from the root of the site. ``format``: ``docx``, ``pptx`` or ``ics``."""

    page: Page
    format: str
    content: bytes

    @property
    def url(self) -> str:
        return f"{self.page.url}{self.page.id.rpartition('/')[2]}.{self.format}"


def formats_of(page: Page) -> tuple[str, ...]:
    """A Word document for every material, slides for every lesson, a calendar for every kit that says when it is used."""
    if isinstance(page.front, Kit) and page.front.campaigns:
        return ("ics",)
    if not isinstance(page.front, Material):
        return ()
    return ("docx", "pptx") if page.front.form == "lesson" else ("docx",)


class Workshop:
    """Takes pages as the generator renders them, and makes their documents, several at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._store = Store(library.project.cache / "documents")
        self._waiting: list[DocumentContent] = []
        self._made: dict[tuple[str, str], list[Document]] = {}

    def take(self, page: Page, html: str) -> None:
        """Note that ``html`` is what ``page`` says, if it is a page that has documents."""
        if isinstance(page.front, Kit):
            if formats_of(page):
                self._made[page.language.code, page.id] = [self._calendar(page)]
        elif formats_of(page):
            self._waiting.append(content_of(self._library, page, html))

    def of(self, page: Page) -> list[Document]:
        """The documents of ``page`` that have been made."""
        return self._made.get((page.language.code, page.id), [])

    def documents(self) -> list[Document]:
        """Every document made so far."""
        return [document for made in self._made.values() for document in made]

    def make(self) -> None:
        """Make the documents of all pages taken since the last time. Raises ConverterFailed."""
        wanted = [(content, format) for content in self._waiting for format in formats_of(content.page)]
        self._waiting.clear()
        keys = {(id(content), format): _key(content, format) for content, format in wanted}
        found = {key: self._store.get(key) for key in keys.values()}
        if missing := [item for item in wanted if found[keys[id(item[0]), item[1]]] is None]:
            with tempfile.TemporaryDirectory(prefix="shizha-documents-") as folder:
                for (content, format), made in zip(missing, self._convert(missing, Path(folder)), strict=True):
                    key = keys[id(content), format]
                    found[key] = made
                    self._store.put(key, made)
            self._store.prune()
        for content, format in wanted:
            page = content.page
            document = Document(page, format, found[keys[id(content), format]])
            self._made.setdefault((page.language.code, page.id), []).append(document)

    def _calendar(self, page: Page) -> Document:
        campaigns = [self._library.data.calendar.entries()[item] for item in page.front.campaigns]
        state = [
            fingerprint(),
            page.src_uri,
            page.front.model_dump_json(),
            *(item.model_dump_json() for item in campaigns),
        ]
        key = name_of(state)
        content = self._store.get(key)
        if content is None:
            content = calendar_of(self._library, page)
            self._store.put(key, content)
        return Document(page, "ics", content)

    def _convert(self, wanted: list[tuple[DocumentContent, str]], folder: Path) -> list[bytes]:
        # Only now: reading and writing the formats of offices takes a tenth of a second to import, and most builds make no document.
        from .finished import finished_slides, finished_word

        jobs = [
            _job(content, format)
            | {"reference": str(self._reference(content, format, folder)), "out": str(folder / f"{number}.{format}")}
            for number, (content, format) in enumerate(wanted)
        ]
        convert(jobs, folder)
        finish = {"docx": finished_word, "pptx": finished_slides}
        return [
            finish[format](Path(str(job["out"])).read_bytes(), content)
            for job, (content, format) in zip(jobs, wanted, strict=True)
        ]

    def _reference(self, content: DocumentContent, format: str, folder: Path) -> Path:
        """The reference document for one page, as a file; one for each language and look."""
        from .slides_reference import slides_reference
        from .word_reference import word_reference

        language = content.page.language.code
        name = f"{language}-{content.look.name}" if format == "docx" else language
        path = folder / f"reference-{name}.{format}"
        if not path.exists():
            default = default_reference(f"reference.{format}")
            path.write_bytes(
                word_reference(default, language, content.look)
                if format == "docx"
                else slides_reference(default, language)
            )
        return path


def _job(content: DocumentContent, format: str) -> dict[str, object]:
    """What lua/convert.lua is told of one document, besides the files."""
    code = content.page.language.code
    look = content.look.for_language(code)
    return {
        "format": format,
        "html": content.html,
        "title": content.title,
        "subtitle": content.subtitle,
        "contents": content.contents,
        "letters": round(look.sheet[0] / (look.table / 2)),  # Latin letters that a table has side by side
        "chinese": code != "en",
        "body": look.body,
        "sheet": look.sheet,
        "sizes": look.sizes,
        "large_sizes": look.large_sizes,
        "official": look.official,
        "pieces": look.pieces,
        "cover": look.cover,
        "framed": look.framed,
        "spoken": look.spoken,
    }


def _key(content: DocumentContent, format: str) -> str:
    """A hash of everything that the document depends on."""
    state = [fingerprint(), _job(content, format), content.page.language.code, content.look.name]
    state += [content.footer, str(content.page.front.reviewed)]
    return name_of(state)
