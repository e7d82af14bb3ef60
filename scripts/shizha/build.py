"""From a checkout to a published folder: load, check, generate, finish, swap in. All of it or nothing."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from .changed import proposed_content
from .checks import errors, run_checks
from .checks.finding import Finding
from .content.languages import LANGUAGES
from .content.library import Library, load_library
from .project import Project
from .publish.replace import replacement_for
from .rendering.rule_list import with_rule_list
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
    project: Project, out: Path, languages: Collection[str] = ALL_LANGUAGES, progress: Progress | None = None
) -> Library:
    """Build ``project`` into the folder ``out`` and return the library it was built from.

    Raises ContentError when a check says no, OutputError when ``out`` cannot be replaced and GeneratorError when MkDocs
    cannot build. In each case ``out`` is what it was before.
    """
    # MkDocs takes half a second to import, and finishing needs what only a build needs; `check` waits for neither.
    from .hooks.generator import generate
    from .publish.finish import finish

    say = progress.step if progress else lambda _text: None
    with replacement_for(out) as staged:
        say("正在读取和检查内容 / checking the content")
        library = load_library(project)
        if wrong := errors(run_checks(library)):
            raise ContentError(wrong)
        say("正在生成页面 / generating pages")
        rules = rule_texts()
        library = with_rule_list(library, rules)
        documents = generate(library, staged, languages, rules)
        say("正在整理 / finishing")
        finish(library, staged, languages, documents)
    return library


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
