"""``check``: what may be typed after it, and what each of it does."""

from __future__ import annotations

import argparse
import dataclasses
import sys
from pathlib import Path

from .changed import change_since, findings_of, proposed_content
from .checks import errors, run_checks
from .checks.dates import OVERDUE
from .checks.finding import Finding
from .content.library import load_library
from .project import Project
from .report import print_annotations, print_findings, print_json, reader_language
from .revisions import knows_commit
from .selection import Selection, selection_of

FOUND = 1


class NotTogether(Exception):
    """Options that contradict each other, or one that lacks what it needs; the text says so in both languages."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Everything that ``check`` understands."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="只看这些文件或文件夹 / only these files or folders"
    )
    parser.add_argument("--lang", choices=("zh", "en"), help="提示用的语言 / language of the messages")
    parser.add_argument(
        "--format",
        choices=("text", "github", "gitlab", "json"),
        default="text",
        help="输出的样子 / form of the output",
    )
    parser.add_argument("--fix", action="store_true", help="自动改好能改的 / mend what is mechanical")
    parser.add_argument(
        "--mark-synced",
        action="store_true",
        help="把译文标记为已和原文核对 / mark translations as matching their source",
    )
    parser.add_argument(
        "--overdue",
        choices=("reminder", "error"),
        default="reminder",
        help="过了复核日子的页面算提醒还是错误 / what a review that is overdue counts as",
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="BASE",
        help="只看改过的，和因此坏掉的 / only what changed since BASE, and what that broke",
    )
    which.add_argument(
        "--proposed",
        metavar="COMMIT",
        help="用这里的程序，检查别人提交的内容 / check what COMMIT would change, by the program that is here",
    )


def run(project: Project, arguments: argparse.Namespace) -> int:
    """Check, after mending or marking if that was asked for; returns the exit code.

    Raises NotTogether, NotContent and GitProblem.
    """
    if arguments.proposed is not None:
        return _check_proposed(project, arguments)
    base, paths = _base_and_paths(project, arguments)
    selection = selection_of(project, paths)
    change = None if base is None else change_since(project, base or None)
    if arguments.mark_synced:
        _mark_synced(project, selection)
    if arguments.fix:
        _fix(project, arguments, selection.among(change.places) if change else selection)
    library = load_library(project)
    findings = [item for item in run_checks(library) if selection.holds(item.path)]
    if change:
        findings = findings_of(project, change, findings, library)
    return _report(findings, arguments, sum(selection.holds(place) for place in library.places()))


def _base_and_paths(project: Project, arguments: argparse.Namespace) -> tuple[str | None, list[Path]]:
    """The base of ``--changed`` and the paths. ``--changed docs/zh`` means the path: no branch is called like a folder here."""
    base = arguments.changed
    if base and (Path(base).exists() or (project.root / base).exists()) and not knows_commit(project, base):
        return "", [Path(base), *arguments.paths]
    return base, arguments.paths


def _check_proposed(project: Project, arguments: argparse.Namespace) -> int:
    if arguments.paths or arguments.fix or arguments.mark_synced:
        raise NotTogether(
            "--proposed 只检查，不能和路径、--fix、--mark-synced 一起用\n"
            "--proposed only checks: leave out paths, --fix and --mark-synced"
        )
    with proposed_content(project, arguments.proposed) as (proposed, change):
        library = load_library(proposed)
        findings = findings_of(project, change, run_checks(library), library)
        return _report(findings, arguments, len(library.places()))


def _report(findings: list[Finding], arguments: argparse.Namespace, checked: int) -> int:
    if arguments.overdue == "error":
        findings = [
            dataclasses.replace(item, severity="error") if item.rule == OVERDUE.id else item for item in findings
        ]
    language = reader_language(arguments.lang)
    if arguments.format == "json":
        print_json(findings, checked, language)
    elif arguments.format == "github":
        print_annotations(findings, language)
    elif arguments.format == "gitlab":
        from .code_quality import print_code_quality

        print_code_quality(findings, language)
    else:
        print_findings(findings, language)
    return FOUND if errors(findings) else 0


def _fix(project: Project, arguments: argparse.Namespace, selection: Selection) -> None:
    from .mend import mend

    done = mend(project, selection)
    for item in done:
        print(f"{item.path}:{item.line}  {item.before} -> {item.after}", file=sys.stderr)
    if reader_language(arguments.lang) == "zh":
        print(f"自动改好{len(done)}处。" if done else "没有能自动改的。", file=sys.stderr)
    else:
        print(f"Mended: {len(done)}." if done else "Nothing that can be mended by program.", file=sys.stderr)


def _mark_synced(project: Project, selection: Selection) -> None:
    from .sync import hand_written_translations, mark_synced

    if selection.places is None:
        raise NotTogether(
            "写明哪一页对照过了：python3 scripts check --mark-synced docs/en/…\n"
            "Say which pages were compared: python3 scripts check --mark-synced docs/en/…"
        )
    library = load_library(project)
    pages = [page for page in hand_written_translations(library) if selection.holds(project.relative(page.path))]
    if not pages:
        raise NotTogether(
            "这里没有能做记号的译文：记号做在译文上，比如 docs/en/…；译文自己有错误的，先改好\n"
            "No translation to mark here: marks go on translations, like docs/en/…; one with errors is mended first"
        )
    marked = [project.relative(page.path) for page in pages if mark_synced(library, page)]
    for place in marked:
        print(place, file=sys.stderr)
    if not marked:
        print("记号已经是最新的 / already marked", file=sys.stderr)
