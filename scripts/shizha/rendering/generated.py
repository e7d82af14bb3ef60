"""Pages that no file holds: made by the program, they join the library and are treated like all others."""

from __future__ import annotations

import datetime

from ..content.front_matter import About
from ..content.languages import SOURCE, Language, Origin
from ..content.library import Library
from ..content.page import Page
from ..content.yaml_source import YamlDocument


def generated_page(
    library: Library, language: Language, page_id: str, name: str, title: str, description: str, body: str = ""
) -> Page:
    """The page ``page_id`` of ``language``; ``body`` is Markdown, without one the page is drawn by its template alone."""
    front = About(
        kind="about",
        name=name,
        title=title,
        description=description,
        audience=["editor"],
        reviewed=_latest_review(library),
        review_in="36 months",
        order=30,
    )
    file = f"{page_id}.md"
    return Page(
        page_id,
        language,
        file,
        library.project.docs / language.code / file,
        front,
        body,
        1,
        YamlDocument({}),
        derived=language.origin is Origin.DERIVED,
        generated=True,
    )


def _latest_review(library: Library) -> datetime.date:
    """The day that stands for the build wherever one is asked for: no clock enters the site."""
    return max(page.front.reviewed for page in library.pages[SOURCE.code].values())
