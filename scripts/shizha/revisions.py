"""What git remembers of the content: the folders ``docs/`` and ``data/`` of a commit, as plain files exactly as they are stored."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from .project import Project

CONTENT = ("docs", "data")

# Content is a few kilobytes a file. Of a larger one only the size is kept: the check refuses it by that alone.
_MOST = 4 * 1024 * 1024
_LINK, _PROGRAM, _SUBMODULE = "120000", "100755", "160000"


class GitProblem(Exception):
    """Git cannot answer; the text says why in both languages."""


@dataclass(frozen=True)
class _Entry:
    """One line of a tree. ``place`` is relative to the project, with ``/``."""

    mode: str
    object_id: str
    place: str


def knows_commit(project: Project, name: str) -> bool:
    """Whether git knows a commit by ``name``. Raises GitProblem."""
    return _find_commit(project, name).returncode == 0


def commit_named(project: Project, name: str) -> str:
    """The full id of the commit that ``name`` stands for. Raises GitProblem."""
    done = _find_commit(project, name)
    if done.returncode:
        raise GitProblem(f"git不认识“{name}”\ngit knows no commit “{name}”")
    return done.stdout.decode().strip()


def _find_commit(project: Project, name: str) -> subprocess.CompletedProcess[bytes]:
    return run_git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")


def write_content(project: Project, tree: str, folder: Path) -> None:
    """Write the content of ``tree``, a commit or tree that git knows, into the empty ``folder``.

    Nothing that the tree itself says changes what is written: no attributes (line ends, encodings, filters, export-ignore), no
    submodules. A link becomes a link, which the check refuses without following it; a submodule becomes a file, which the check
    refuses as well. Raises GitProblem.
    """
    entries = list(_entries(project, tree))
    command = _command(project, "cat-file", "--batch")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as git:
        for entry in entries:
            path = folder.joinpath(*entry.place.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            if entry.mode == _SUBMODULE:
                path.write_text(f"Subproject commit {entry.object_id}\n", encoding="utf-8")
                continue
            git.stdin.write(f"{entry.object_id}\n".encode())
            git.stdin.flush()
            _write(path, entry.mode, *_blob(git.stdout))
        git.stdin.close()


def _entries(project: Project, tree: str) -> Iterator[_Entry]:
    listing = ask_git(project, "ls-tree", "-r", "-z", "--full-tree", tree, "--", *CONTENT)
    for line in filter(None, listing.split("\0")):
        about, place = line.split("\t", 1)
        mode, _, object_id = about.split(" ")
        if {"", ".", "..", ".git"} & set(place.lower().split("/")):
            raise GitProblem("这次修改里有伪造的文件路径\nThe change holds a forged path")
        yield _Entry(mode, object_id, place)


def _blob(answers: BinaryIO) -> tuple[bytes, int]:
    """The beginning of the next object that ``git cat-file --batch`` answers with, and its full size."""
    header = answers.readline().split()
    if len(header) != 3:
        raise GitProblem("git的记录不完整\nThe git history is incomplete")
    size = int(header[2])
    content = answers.read(min(size, _MOST))
    left = size - len(content)
    while left:
        left -= len(answers.read(min(left, _MOST)))
    answers.read(1)  # the line end after each object
    return content, size


def _write(path: Path, mode: str, content: bytes, size: int) -> None:
    if mode == _LINK:
        path.symlink_to(os.fsdecode(content))
        return
    with path.open("wb") as file:
        file.write(content)
        file.truncate(size)
    if mode == _PROGRAM:
        path.chmod(0o755)


def ask_git(project: Project, *arguments: str) -> str:
    """What git prints. Raises GitProblem with what it says if it fails."""
    done = run_git(project, *arguments)
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise GitProblem(f"git说：{reason}\ngit says: {reason}")
    return os.fsdecode(done.stdout)


def run_git(project: Project, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in the project. Raises GitProblem if there is no git."""
    try:
        return subprocess.run(_command(project, *arguments), capture_output=True, check=False)
    except FileNotFoundError:
        raise GitProblem("没有装git\ngit is not installed") from None


def _command(project: Project, *arguments: str) -> list[str]:
    # quotepath would escape Chinese file names; everything else is git's own default.
    return ["git", "-C", str(project.root), "-c", "core.quotepath=off", *arguments]
