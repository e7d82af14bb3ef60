"""Replace a published folder all at once: what is built stands beside it until whole, then takes its place in one step.

The folder carries a marker file, so that a folder of somebody else's is never replaced. A build that fails leaves nothing; one
that is killed leaves its unfinished folder, which the next build of the same output removes.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARKER = ".shizha-build"
_MARKER_TEXT = "Made by `python3 scripts build`, which replaces this folder as a whole. Do not edit files here.\n"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS


class OutputError(Exception):
    """The output folder cannot be replaced. ``hint`` says what to type instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


@contextmanager
def replacement_for(out: Path) -> Iterator[Path]:
    """A new empty folder beside ``out``, which takes its place when the block ends well and vanishes when it does not.

    Raises OutputError when ``out`` is not ours to replace, or another build of it is running.
    """
    _check_parent(out)
    with _only_build_of(out):
        _recover(out)
        _check_replaceable(out)
        staged = Path(tempfile.mkdtemp(prefix=f".{out.name}.building-", dir=out.parent))
        try:
            staged.chmod(0o755)
            (staged / MARKER).write_text(_MARKER_TEXT, encoding="utf-8", newline="\n")
            yield staged
            swap_in(staged, out)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _check_parent(out: Path) -> None:
    if not out.parent.is_dir():
        raise OutputError(
            f"没有这个文件夹：{out.parent} / no such folder: {out.parent}",
            f"先建好它：mkdir -p {out.parent}",
        )


def _check_replaceable(out: Path) -> None:
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        what = f"{out} 不是文件夹，没有动它 / {out} is not a folder and was left alone"
    elif out.is_dir() and any(out.iterdir()) and not (out / MARKER).is_file():
        what = f"{out} 里有不是本程序生成的东西，没有动它 / {out} was not made by this program and was left alone"
    else:
        return
    raise OutputError(what, "换一个地方 / choose another place: python3 scripts build --out 文件夹")


@contextmanager
def _only_build_of(out: Path) -> Iterator[None]:
    """Hold the lock of ``out``. The system frees it when the process ends, however it ends."""
    path = out.parent / f".{out.name}.lock"
    with path.open("a+b") as handle:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if not path.exists() or not os.path.samestat(os.fstat(handle.fileno()), path.stat()):
                    raise BlockingIOError  # the file that was locked is one that another build has just removed
        except OSError:
            raise OutputError(
                f"另一个构建正在写 {out} / another build of {out} is running",
                "等它做完再试 / wait for it and try again",
            ) from None
        try:
            yield
        finally:
            if os.name != "nt":  # Windows does not remove open files; there the empty lock file stays
                path.unlink(missing_ok=True)


def _recover(out: Path) -> None:
    """Clear what a killed build left. If it died between two renames, ``out`` is missing and its former self is put back."""
    previous = _ours(out, "previous")
    if previous and not out.exists():
        previous.pop(0).rename(out)
    for leftover in [*previous, *_ours(out, "building")]:
        shutil.rmtree(leftover, ignore_errors=True)


def _ours(out: Path, role: str) -> list[Path]:
    """Folders that a build of ``out`` made for ``role``: by name, and by the marker that only a build writes."""
    found = out.parent.glob(f".{glob.escape(out.name)}.{role}-*")
    return sorted(path for path in found if (path / MARKER).is_file())


def swap_in(staged: Path, out: Path) -> None:
    """Put the folder ``staged`` in the place of ``out``, which may be there."""
    if not out.exists():
        staged.rename(out)
        return
    if _exchange(staged, out):
        return  # `staged` is now the former site, and the caller removes it
    previous = out.parent / f".{out.name}.previous-{os.getpid()}"
    out.rename(previous)
    try:
        staged.rename(out)
    except OSError:
        previous.rename(out)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that there is no moment without a site; False where the system cannot."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            return library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0
        if sys.platform == "darwin":
            return library.renamex_np(first, second, _RENAME_SWAP) == 0
    except (OSError, AttributeError, TypeError):
        pass  # an old C library, or Windows
    return False
