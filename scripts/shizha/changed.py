"""What a change did: the findings in the files that it touched, and those that it caused elsewhere.

Both are told by comparing with the content before the change, checked by the same rules: a renamed page, a deleted source or
a heading with another id breaks pages that the change never touched.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .checks import published, run_checks
from .checks.finding import Finding
from .content.library import Library, load_library
from .project import Project
from .revisions import CONTENT, GitProblem, ask_git, commit_named, knows_commit, run_git, write_content

# Where a branch usually comes from, the first that exists.
_USUAL_BASES = ("origin/HEAD", "origin/main", "main", "HEAD")
_OLD_GIT = 129  # git's exit code for an option that it does not know


@dataclass(frozen=True)
class Change:
    """``places``: files that differ, relative to the project, with ``/``. ``before``: the commit that they differ from."""

    places: frozenset[str]
    before: str


def change_since(project: Project, base: str | None) -> Change:
    """What differs from the point at which this branch left ``base``, changes that are not committed yet included.

    base: a name that git knows; None for where the branch usually comes from. Raises GitProblem.
    """
    if run_git(project, "rev-parse", "--git-dir").returncode:
        raise GitProblem("这里没有git的记录，不知道改了什么\nThere is no git history here to compare with")
    name = base or _usual_base(project)
    left_at = run_git(project, "merge-base", "HEAD", commit_named(project, name))
    if left_at.returncode:
        raise GitProblem(
            f"这里和“{name}”没有共同的历史，可能只下载了一部分。先运行：git fetch --unshallow\n"
            f"This branch and “{name}” have no common history; perhaps only a part was fetched. First run: git fetch --unshallow"
        )
    start = left_at.stdout.decode().strip()
    places = ask_git(project, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", start, "--", *CONTENT)
    new = ask_git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", *CONTENT)
    return Change(frozenset(filter(None, f"{places}\0{new}".split("\0"))), start)


@contextmanager
def proposed_content(project: Project, commit: str) -> Iterator[tuple[Project, Change]]:
    """The content that ``project`` would have with ``commit`` merged into what is checked out, in a folder of its own.

    Only words and data are taken from ``commit``, never a program. Raises GitProblem, also when the two do not merge.
    """
    here, there = commit_named(project, "HEAD"), commit_named(project, commit)
    merged = run_git(project, "merge-tree", "--write-tree", "--name-only", here, there)
    if merged.returncode == _OLD_GIT:
        raise GitProblem("需要git 2.38或更新的版本\ngit 2.38 or newer is needed")
    tree = merged.stdout.decode("utf-8", "replace").split("\n", 1)[0]
    if merged.returncode == 1 and tree:
        raise GitProblem(
            "这次修改和现在的内容有冲突：别人也改了同一处。先把冲突解决，再检查。\n"
            "The change conflicts with the present content: somebody else changed the same place. Resolve that first."
        )
    if merged.returncode:
        raise GitProblem("这次修改不能和现在的内容合并\nThe change cannot be merged with the present content")
    places = ask_git(project, "diff-tree", "-r", "--name-only", "-z", "--no-renames", here, tree, "--", *CONTENT)
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        write_content(project, tree, Path(folder))
        yield Project(Path(folder).resolve()), Change(frozenset(filter(None, places.split("\0"))), here)


def findings_of(project: Project, change: Change, findings: list[Finding], library: Library) -> list[Finding]:
    """Those of ``findings`` that are in files of ``change``, or that its commit before did not have.

    project: where the history is. library: the content after the change; what it forgot is a finding of its own. Raises
    GitProblem.
    """
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        write_content(project, change.before, Path(folder))
        library_before = load_library(Project(Path(folder).resolve()))
        before = Counter(map(_identity, run_checks(library_before)))
        forgotten = list(published.forgotten(library, library_before))
    now = Counter(map(_identity, findings))
    shown = [item for item in findings if item.path in change.places or now[_identity(item)] > before[_identity(item)]]
    return sorted({*shown, *forgotten})


def _identity(finding: Finding) -> tuple[object, ...]:
    """The same finding has the same identity when lines were added above it."""
    return finding.path, finding.rule, finding.message


def _usual_base(project: Project) -> str:
    for name in _USUAL_BASES:
        if knows_commit(project, name):
            return name
    raise GitProblem("git里还没有记录，不知道改了什么\nThere is no commit yet to compare with")
