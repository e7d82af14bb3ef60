"""From a checkout to a published folder: load, check, generate, finish, swap in. All of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from .changed import proposed_content
from .checks import errors, run_checks
from .checks.finding import Finding
from .content.collector import collector_seldom
from .content.languages import LANGUAGES, SOURCE, Language, built_languages
from .content.library import Library, load_library
from .in_two import in_two
from .project import Project
from .publish.replace import replacement_for
from .rendering.rule_list import RuleGroupText, with_rule_list
from .rendering.status_page import with_status_page
from .report import Progress
from .rule_texts import rule_texts

Result = TypeVar("Result")
ALL_LANGUAGES = tuple(language.code for language in LANGUAGES)


# What a build reads beside the content: always of the checkout that runs it.
_PROGRAM = ("mkdocs.yml", "overrides", "scripts")


class ContentError(Exception):
    """The content has findings of severity error; nothing was built."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} errors")
        self.findings = findings


def build_site(
    project: Project,
    out: Path,
    languages: Collection[str] = ALL_LANGUAGES,
    progress: Progress | None = None,
    offline: bool = False,
    key: Path | None = None,
) -> Library:
    """Build ``project`` into the folder ``out`` and return the library it was built from.

    offline: a folder that opens without a server. key: the private key that signs the list of the files' hashes.

    Raises ContentError when a check says no, OutputError when ``out`` cannot be replaced, GeneratorError when MkDocs
    cannot build and SigningProblem. In each case ``out`` is what it was before.
    """
    say = progress.step if progress else lambda _text: None
    with replacement_for(out) as staged:
        say("正在读取和检查内容 / checking the content")
        library = load_library(project)
        if wrong := errors(run_checks(library, meanwhile=_import_what_builds)):
            raise ContentError(wrong)
        say("正在生成页面 / generating pages")
        rules = rule_texts()
        library = with_rule_list(with_status_page(library), rules)
        with collector_seldom():
            if offline:
                _write_for_a_stick(library, staged, languages, rules)
            else:
                _write_for_the_web(library, staged, languages, rules, out, key)
    return library


def make_draft(library: Library, out: Path, language: Language) -> None:
    """Write the pages of one ``language`` into the empty folder ``out``, as a preview shows them: without a check, and without the
    pages of single rules, which nobody writes.

    Raises GeneratorError.
    """
    from .hooks.generator import generate
    from .publish.finish import finish_pages

    library = with_rule_list(with_status_page(library), rule_texts())
    generate(library, out, ALL_LANGUAGES, written=[language.code])
    finish_pages(library, out, language)


def _import_what_builds() -> None:
    """MkDocs and what publishes: a fifth of a second in which the content is being checked."""
    from .hooks import generator  # noqa: F401
    from .publish import finish  # noqa: F401


def _write_for_the_web(
    library: Library,
    out: Path,
    languages: Collection[str],
    rules: Sequence[RuleGroupText],
    previous: Path,
    key: Path | None,
) -> None:
    from .publish.checksums import refuse_unknown
    from .publish.finish import finish, finish_edition

    if key:
        refuse_unknown(key, library.data.site.signing_key)
    inline = _write_editions(library, out, languages, rules, finish_edition)
    finish(library, out, languages, inline, previous, key)


def _write_for_a_stick(library: Library, out: Path, languages: Collection[str], rules: Sequence[RuleGroupText]) -> None:
    from .publish.finish import finish_edition_offline, finish_offline

    _write_editions(library, out, languages, rules, finish_edition_offline)
    finish_offline(out)


def _write_editions(
    library: Library,
    out: Path,
    languages: Collection[str],
    rules: Sequence[RuleGroupText],
    finish_one: Callable[[Library, Path, Language], Result],
) -> list[Result]:
    """Write the pages and the search index of each language, which depend on that language alone: two at once.

    finish_one: what is to be done with the folder of each language once its pages are there. Returns what it returned, in the order of
    the languages.
    """
    from .hooks.generator import generate
    from .publish.search_indexes import FOLDER, write_search_index

    built = built_languages(languages)
    # Each in a folder of its own until all are there. No page's address begins with a full stop.
    folders = {language.code: out / f".{language.code}" for language in built}

    def pages_of(language: Language) -> list[Result]:
        generate(library, folders[language.code], languages, rules, [language.code])
        return [finish_one(library, folders[language.code], language)]

    def index_of(language: Language) -> list[Result]:
        write_search_index(library, out / ".search", language)
        return []

    finished = in_two(*(partial(task, language) for task in (pages_of, index_of) for language in built))
    for code, folder in folders.items():
        for path in [*folder.iterdir()] if code == SOURCE.code else [folder / code]:
            path.rename(out / path.name)
        shutil.rmtree(folder)
    (out / FOLDER).mkdir(exist_ok=True)
    for index in (out / ".search").iterdir():
        index.rename(out / FOLDER / index.name)
    (out / ".search").rmdir()
    return finished


@contextmanager
def proposed_project(project: Project, commit: str) -> Iterator[Project]:
    """A project with the content that ``project`` would have with ``commit``, and with the program and looks that are here.

    Raises GitProblem.
    """
    with proposed_content(project, commit) as (proposed, _):
        for name in _PROGRAM:
            here, there = project.root / name, proposed.root / name
            if here.is_dir():
                shutil.copytree(here, there, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(here, there)
        yield proposed
