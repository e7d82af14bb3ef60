"""``python3 scripts serve``: a local site that follows what is saved. It serves nobody but this machine.

Who saves a page sees it at once: the edition that it belongs to is drawn anew and checked meanwhile. Then the whole site is built
beside it and takes its place.
"""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from multiprocessing.pool import Pool
from pathlib import Path

from .build import ContentError, build_site, make_draft
from .checks import errors, run_checks
from .checks.finding import Finding
from .content.languages import BY_CODE, Language
from .content.library import load_library
from .hooks.generator import GeneratorError
from .hooks.live_server import live_server
from .project import Project
from .publish.finish import put_over
from .publish.replace import OutputError, swap_in
from .report import Progress, print_findings, reader_language

HOST = "127.0.0.1"
_QUIET = 1  # seconds without a save before the whole site is built
# What was saved, as a person's editor leaves it: when, and how large it is.
Saved = dict[Path, tuple[int, int]]


class PortTaken(Exception):
    """Another program listens on the port."""


def serve(project: Project, port: int) -> int:
    """Build into a temporary folder, serve it, and build again whenever content, data or presentation is saved.

    A build that fails prints why and leaves the pages of the last good one. Returns the exit code. Raises PortTaken, and
    PermissionError for a port that this user may not open.
    """
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        progress = Progress()
        preview = _Preview(project, Path(folder))
        _build(project, preview.shown, progress).print(progress)
        checker = _worker()
        server = live_server(lambda: preview.follow(checker), HOST, port, preview.shown, preview.watched)
        print(f"http://{HOST}:{port}/   （按 Ctrl-C 结束 / Ctrl-C to stop）", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
            preview.end()
            checker.terminate()
            checker.join()
    return 0


def _refuse_taken(port: int) -> None:
    """The server opens its port only after the first build; an editor should not wait for that to learn that it is taken."""
    with socket.socket() as probe:
        if os.name != "nt":  # there the option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE or os.name == "nt":
                raise PortTaken from None
            raise


@dataclass(frozen=True)
class _Outcome:
    """What came of a build: the findings that stopped it, or another problem in words, or a site."""

    findings: tuple[Finding, ...] = ()
    problem: str = ""

    def __bool__(self) -> bool:
        return not self.findings and not self.problem

    def print(self, progress: Progress) -> None:
        if self:
            progress.done("已更新 / updated")
        elif self.findings:
            progress.done("内容有错误，页面没有更新 / errors in the content, pages not updated")
            print_findings(self.findings, reader_language())
        else:
            progress.done("没有更新 / not updated")
            print(self.problem, file=sys.stderr)


class _Preview:
    """The site that is shown, and how it follows what is saved."""

    def __init__(self, project: Project, folder: Path) -> None:
        self.project = project
        self.watched = (project.docs, project.data, project.overrides, folder / "ready")
        self.shown, self._whole, self._ready = folder / "site", folder / "whole", folder / "ready"
        self.shown.mkdir()
        self._ready.mkdir()
        self._seen = self._saved()
        self._builder = _Builder(partial(_build, project, self._whole), self._built)

    def follow(self, checker: Pool) -> None:
        """Show what was saved since the last time. The server calls this, and tells open pages to load again."""
        now = self._saved()
        changed = {path for path in {*now, *self._seen} if now.get(path) != self._seen.get(path)}
        if not changed:
            return  # a whole site is ready, and its pages are to be loaded
        self._builder.stop()
        self._seen = now
        language = self._edited(changed)
        if language is None:
            outcome = checker.apply(_build, (self.project, self._whole))
            if outcome:
                swap_in(self._whole, self.shown)
            outcome.print(Progress())
        elif self._draw(checker, language):
            self._builder.start_soon()

    def end(self) -> None:
        self._builder.stop()

    def _draw(self, checker: Pool, language: Language) -> bool:
        """Show the edition of ``language`` as it is now, if nothing is wrong; and say what is."""
        progress = Progress()
        progress.step("正在生成页面 / generating pages")
        checked = checker.apply_async(_check, (self.project,))
        with tempfile.TemporaryDirectory(dir=self.shown.parent) as draft:
            outcome = _Outcome()
            library = load_library(self.project)
            try:
                if (
                    not library.problems
                ):  # with a page or a data file that cannot be read the check has something to say
                    make_draft(library, Path(draft), language)
            except GeneratorError as error:
                outcome = _Outcome(problem=str(error))
            if findings := checked.get():
                outcome = _Outcome(findings)
            if outcome:
                put_over(Path(draft), self.shown, language)
        outcome.print(progress)
        return bool(outcome)

    def _built(self, outcome: _Outcome) -> None:
        if outcome:
            swap_in(self._whole, self.shown)
            (self._ready / "again").touch()
        else:
            outcome.print(Progress())

    def _edited(self, changed: set[Path]) -> Language | None:
        """The language of the one edition that ``changed`` pages belong to; None if it is more than that."""
        pages = {
            path.relative_to(self.project.docs).parts[0] for path in changed if path.is_relative_to(self.project.docs)
        }
        only_pages = all(path.suffix == ".md" and path.is_relative_to(self.project.docs) for path in changed)
        return BY_CODE.get(*pages) if only_pages and len(pages) == 1 else None

    def _saved(self) -> Saved:
        found = {}
        for folder in self.watched[:-1]:
            for path in folder.rglob("*"):
                try:
                    about = path.stat()
                except OSError:
                    continue  # gone meanwhile, as an editor's own files are
                if path.is_file():
                    found[path] = (about.st_mtime_ns, about.st_size)
        return found


class _Builder:
    """Does one thing, ``work``, in a process of its own, once nothing has stopped it for a moment; then tells ``done`` what came of it."""

    def __init__(self, work: Callable[[], _Outcome], done: Callable[[_Outcome], None]) -> None:
        self._work, self._done = work, done
        self._timer: threading.Timer | None = None
        self._pool: Pool | None = None

    def start_soon(self) -> None:
        self._timer = threading.Timer(_QUIET, self._start)
        self._timer.start()

    def stop(self) -> None:
        """Break it off, wherever it is."""
        if self._timer:
            self._timer.cancel()
            self._timer.join()  # it may be starting the work at this moment
        if self._pool:
            self._pool.terminate()
            self._pool.join()  # and what it had to tell has been told
        self._timer = self._pool = None

    def _start(self) -> None:
        self._pool = _worker()
        self._pool.apply_async(self._work, callback=self._done)


def _worker() -> Pool:
    """A process beside the server's; to be ended by ``terminate``."""
    return multiprocessing.get_context("spawn").Pool(1, _begin_work)


def _begin_work() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends them
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _check(project: Project) -> tuple[Finding, ...]:
    return tuple(errors(run_checks(load_library(project))))


def _build(project: Project, out: Path, progress: Progress | None = None) -> _Outcome:
    try:
        build_site(project, out, progress=progress)
    except ContentError as error:
        return _Outcome(tuple(error.findings))
    except (GeneratorError, OutputError) as error:
        return _Outcome(problem=str(error))
    return _Outcome()
