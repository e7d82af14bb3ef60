"""The documents of a page as a reader is offered them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..content.languages import Language
from ..content.library import Library
from ..rendering.strings import Strings
from ..rendering.view_model import Download
from .workshop import Document

_WORDS = {"docx": "download-word", "pptx": "download-slides", "ics": "download-calendar"}
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\s]+')


def offers_of(library: Library, documents: Iterable[Document], language: Language) -> list[Download]:
    """What the page that ``documents`` belong to says of them to a reader of ``language``."""
    words = Strings(library, language)
    return [
        Download(
            words(_WORDS[document.format]),
            document.url,
            size(len(document.content)),
            f"{file_name(library, document)}.{document.format}",
            document.format,
        )
        for document in documents
    ]


def file_name(library: Library, document: Document) -> str:
    """A name that still says what it is in a folder of downloads: the kit's and the page's."""
    page = document.page
    kit = library.edition(page.language, page.kit)
    names = [kit.front.name, page.front.name] if kit and kit.id != page.id else [page.front.name]
    return _NOT_IN_FILE_NAMES.sub("_", "-".join(names)).strip("_")


def size(length: int) -> str:
    """``length`` in bytes as people read it."""
    return f"{length / 1_048_576:.1f} MB" if length >= 1_048_576 else f"{max(1, round(length / 1024))} KB"
