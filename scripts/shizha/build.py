"""From a checkout to a published folder: load, check, generate, finish, swap in. All of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

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
    # Finishing needs what only a build needs; `check` does not wait for it.
    from .publish.checksums import refuse_unknown
    from .publish.finish import finish, finish_offline

    say = progress.step if progress else lambda _text: None
    with replacement_for(out) as staged:
        say("正在读取和检查内容 / checking the content")
        library = load_library(project)
        if wrong := errors(run_checks(library)):
            raise ContentError(wrong)
        if key:
            refuse_unknown(key, library.data.site.signing_key)
        say("正在生成页面 / generating pages")
        rules = rule_texts()
        library = with_rule_list(with_status_page(library), rules)
        _generate(library, staged, languages, rules)
        say("正在整理 / finishing")
        if offline:
            finish_offline(library, staged, languages)
        else:
            finish(library, staged, languages, previous=out, key=key)
    return library


def make_draft(library: Library, out: Path, language: Language) -> None:
    """Write the pages of one ``language`` into the empty folder ``out``, as a preview shows them: without a check, and without the
    pages of single rules, which nobody writes.

    Raises GeneratorError.
    """
    from .hooks.generator import generate
    from .publish.finish import finish_draft

    library = with_rule_list(with_status_page(library), rule_texts())
    generate(library, out, ALL_LANGUAGES, written=[language.code])
    finish_draft(library, out, language)


def _generate(library: Library, out: Path, languages: Collection[str], rules: Sequence[RuleGroupText]) -> None:
    """The pages and the search index of each language, which depend on that language alone: two at once."""
    from .hooks.generator import generate  # MkDocs takes half a second to import
    from .publish.search_indexes import FOLDER, write_search_index

    built = built_languages(languages)
    # Beside the pages until all are there: MkDocs clears the folder that it writes into, but for what is hidden.
    beside = {language.code: out / f".{language.code}" for language in built if language is not SOURCE}

    def pages_of(language: Language) -> list[None]:
        generate(library, beside.get(language.code, out), languages, rules, [language.code])
        return []

    def index_of(language: Language) -> list[None]:
        write_search_index(library, out / ".search", language)
        return []

    with collector_seldom():
        in_two(*(partial(task, language) for task in (pages_of, index_of) for language in built))
    for code, folder in beside.items():
        (folder / code).rename(out / code)
        shutil.rmtree(folder)
    (out / FOLDER).mkdir(exist_ok=True)
    for index in (out / ".search").iterdir():
        index.rename(out / FOLDER / index.name)
    (out / ".search").rmdir()


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
