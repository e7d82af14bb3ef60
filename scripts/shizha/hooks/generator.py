"""The one place that starts MkDocs."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Collection, Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import Files

from ..content.languages import built_languages
from ..content.library import Library
from ..documents.pandoc import ConverterFailed
from ..documents.workshop import Workshop
from ..rendering.rule_list import RuleGroupText
from .articles import Articles
from .renderer import Renderer
from .rule_pages import write_rule_pages
from .session import Session, open_session
from .theme import OwnFilesTheme


class GeneratorError(Exception):
    """MkDocs could not build the site, or warned of something; the text says what."""


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def generate(
    library: Library,
    out: Path,
    languages: Collection[str],
    rules: Sequence[RuleGroupText] = (),
    written: Collection[str] | None = None,
) -> None:
    """Write the HTML of ``library`` into the folder ``out``, and the documents of its pages; ``rules``: those whose pages are in the library.

    languages: codes of all that the site has. written: those whose pages are written by this call, all of them if left out.

    The clock does not enter the site: where MkDocs asks for the date of the build it gets the day of the latest review.
    Raises GeneratorError; a warning of MkDocs counts as an error.
    """
    codes = languages if written is None else written
    latest = max(page.front.reviewed for pages in library.pages.values() for page in pages.values())
    moment = datetime.datetime.combine(latest, datetime.time(), datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(moment.timestamp()))
    complaints = _Complaints()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    logger.propagate = False
    try:
        config = load_config(str(library.project.generator_config), site_dir=str(out), site_url=library.data.site.url)
        config.theme = OwnFilesTheme(config.theme)
        renderer = Renderer(config)
        config.markdown_extensions = []  # what MkDocs itself renders is empty
        session = Session(
            library, built_languages(languages), rules, codes, renderer, Articles(library), Workshop(library)
        )
        open_session(session)
        for language in config.plugins["i18n"].config.languages:
            language.build = language.default or language.locale in session.written
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        environment = config.plugins.on_env(config.theme.get_env(), config=config, files=Files([]))
        write_rule_pages(session, environment, config, out)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise GeneratorError("\n".join([*complaints.lines, str(error)])) from None
    except ConverterFailed as error:
        raise GeneratorError(
            f"做Word和幻灯片的程序没有成功，网站没有动：{error}\n"
            f"The Word documents and slides could not be made; the site is untouched: {error}"
        ) from None
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        # What passed the check should never bring the generator down. If it does, editors learn so in words.
        what = f"{type(error).__name__}: {error}"
        raise GeneratorError(
            f"生成页面的程序遇到了意外，网站没有动。请把这一行告诉我们：{what}\n"
            f"The generator failed unexpectedly and the site is untouched. Please report this line: {what}"
        ) from error
    finally:
        logger.removeHandler(complaints)
    if complaints.lines:
        raise GeneratorError("\n".join(complaints.lines))
    session.articles.keep()
    for document in session.workshop.documents():
        (out / document.url).write_bytes(document.content)
