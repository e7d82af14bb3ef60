"""``check --changed``: what a branch changed, and what its change breaks elsewhere, told by comparing with the state before."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

from .checks import run_checks
from .checks.finding import Finding
from .content.library import load_library
from .project import Project

# Where a branch usually comes from, the first that exists.
_USUAL_BASES = ("origin/HEAD", "origin/main", "main", "HEAD")


class NoBase(Exception):
    """The state before cannot be had; the text says why in both languages."""


def changed_findings(project: Project, findings: list[Finding], base: str | None) -> list[Finding]:
    """Those of ``findings`` that are in files which changed since ``base``, or that ``base`` did not have.

    base: a name that git knows; None for where the branch usually comes from. What counts is the point at which the branch
    left it. Changes that are not committed yet count too. Raises NoBase.
    """
    start = _git(project, "merge-base", "HEAD", base or _usual_base(project)).strip()
    changed = set(_git(project, "diff", "--name-only", "-z", "--no-renames", start).split("\0"))
    changed |= set(_git(project, "ls-files", "--others", "--exclude-standard", "-z").split("\0"))
    before = {(item.path, item.rule, item.message) for item in _findings_at(project, start)}
    return [item for item in findings if item.path in changed or (item.path, item.rule, item.message) not in before]


def _usual_base(project: Project) -> str:
    for name in _USUAL_BASES:
        if _run(project, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").returncode == 0:
            return name
    raise NoBase("这里没有git的记录，不知道改了什么\nThere is no git history here to compare with")


def _findings_at(project: Project, commit: str) -> list[Finding]:
    archive = _run(project, "archive", "--format=zip", commit, "docs", "data")
    if archive.returncode:
        return []  # the content did not exist yet: everything is new
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        with zipfile.ZipFile(io.BytesIO(archive.stdout)) as files:
            files.extractall(folder)  # keeps to the folder, and writes a link as a plain file
        return run_checks(load_library(Project(Path(folder))))


def _git(project: Project, *arguments: str) -> str:
    done = _run(project, *arguments)
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip()
        raise NoBase(f"git说：{reason}\ngit says: {reason}")
    return done.stdout.decode("utf-8", "surrogateescape")


def _run(project: Project, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    # quotepath would escape Chinese file names; everything else is git's own default.
    command = ["git", "-C", str(project.root), "-c", "core.quotepath=off", *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoBase("没有装git，不知道改了什么\ngit is not installed") from None
