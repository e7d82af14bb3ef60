"""From a checkout to a published folder: load, check, generate, finish, swap in. All of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .changed import proposed_content
from .checks import errors, run_checks
from .checks.finding import Finding
from .content.languages import LANGUAGES, Origin, built_languages
from .content.library import Library, load_library
from .in_two import in_two
from .project import Project
from .publish.replace import replacement_for
from .publish.search_indexes import FOLDER as SEARCH
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
        _generate_in_two(library, staged, languages, rules)
        say("正在整理 / finishing")
        if offline:
            finish_offline(library, staged, languages)
        else:
            finish(library, staged, languages, previous=out, key=key)
    return library


def _generate_in_two(library: Library, out: Path, languages: Collection[str], rules: Sequence[RuleGroupText]) -> None:
    """Everything that depends on one language alone, on two processors: the Chinese pages, and beside them the rest."""
    from .hooks.generator import generate  # MkDocs takes half a second to import
    from .publish.search_indexes import write_search_indexes

    built = built_languages(languages)
    chinese = [language.code for language in built if language.origin is not Origin.TRANSLATED]
    others = [language.code for language in built if language.code not in chinese]
    beside = out / ".beside"

    def write_chinese() -> list[None]:
        generate(library, out, languages, rules, chinese)
        return []

    def write_others() -> list[None]:
        if others:
            generate(library, beside, languages, rules, others)
        write_search_indexes(library, beside, built)
        return []

    in_two(write_chinese, write_others)
    for code in others:
        (beside / code).rename(out / code)
    (beside / SEARCH).rename(out / SEARCH)
    shutil.rmtree(beside)


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
