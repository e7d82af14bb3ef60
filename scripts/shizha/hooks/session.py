"""What the running build works on, handed from the program to the hooks, which MkDocs loads and calls by itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..content.languages import Language
from ..content.library import Library
from ..documents.workshop import Workshop
from ..rendering.rule_list import RuleGroupText
from .articles import Articles
from .renderer import Renderer


@dataclass(frozen=True)
class Session:
    """``languages``: those that the site has; the others are not linked to. ``rules``: for their published list.

    written: codes of the languages whose pages this process writes; another one writes the rest. renderer: makes HTML of Markdown.
    articles: the pages' HTML, kept from one build to the next. workshop: makes the documents to download.
    """

    library: Library
    languages: tuple[Language, ...]
    rules: Sequence[RuleGroupText]
    written: Collection[str]
    renderer: Renderer
    articles: Articles
    workshop: Workshop


_session: Session | None = None


def open_session(session: Session) -> None:
    """Let the hooks use ``session`` until the next call."""
    global _session
    _session = session


def session() -> Session:
    """The session of this build. The site is built by ``python3 scripts build``; MkDocs alone knows nothing of its content."""
    if _session is None:
        raise RuntimeError("start the build with: python3 scripts build")
    return _session
