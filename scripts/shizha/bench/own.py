"""This site, built as other generators are, and again after nothing or one page has changed; and ``serve`` after a page was saved."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from ..content.languages import SOURCE
from ..hooks import articles
from ..project import Project
from ..publish import search_indexes
from .measure import CommandFailed
from .processes import Cost, put_aside, run

_EVERY = 0.05  # seconds between two looks at the served page
_PATIENCE = 900  # seconds for a server or a page to appear


@dataclass
class OwnSite:
    """A corpus that is built by its own program. ``page``: the id of the page that is changed, again and again."""

    project: Project
    page: str = "patterns"
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def warm_up(self) -> Cost:
        """Have Python compile the program."""
        return self._command("check")

    def clean(self) -> Cost:
        """From nothing: no former site and nothing kept. Raises CommandFailed, as all do."""
        put_aside(self.project.cache, self.project.root / "before")
        return self._without_site()

    def pages_anew(self) -> Cost:
        """All pages, the search, feeds and data. Word documents, slides and compressed copies are found where an earlier build left
        them: no other generator makes them."""
        for kept in (articles.FOLDER, search_indexes.KEPT):
            put_aside(self.project.cache / kept, self.project.root / "before")
        return self._without_site()

    def _without_site(self) -> Cost:
        put_aside(self.project.default_output, self.project.root / "before")
        return self._command("build")

    def unchanged(self) -> Cost:
        """Again, after a build."""
        return self._command("build")

    def one_page_changed(self) -> Cost:
        """Again, after a sentence was added to one page."""
        self.change()
        return self._command("build")

    def change(self) -> str:
        """Add a sentence to the page; returns what it says."""
        words = f"第{next(self._numbers):05}次修改"
        path = self.project.docs / SOURCE.code / f"{self.page}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text.rstrip()}\n\n这是{words}。\n", encoding="utf-8", newline="\n")
        return words

    def seen_after_saving(self, rounds: int) -> tuple[float, ...]:
        """Seconds from saving the page until ``serve`` shows what was saved, in each round. Raises CommandFailed."""
        with self._server() as address:
            url = f"{address}/{SOURCE.url_of(self.page)}"
            waits = []
            for _ in range(rounds):
                time.sleep(1)  # the last rebuild has ended and told the open pages
                words = self.change()
                started = time.perf_counter()
                _wait(lambda words=words: words in _read(url))
                waits.append(time.perf_counter() - started)
        return tuple(waits)

    @contextmanager
    def _server(self) -> Iterator[str]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        command = [*self._program(), "serve", "--port", str(port)]
        process = subprocess.Popen(
            command, env=_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(lambda: process.poll() is not None or _read(f"{address}/"))
            if process.poll() is not None:
                raise CommandFailed(" ".join(command))
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()

    def _program(self) -> list[str]:
        return [sys.executable, str(self.project.root / "scripts")]

    def _command(self, name: str) -> Cost:
        return run([*self._program(), name], self.project.root, _environment())


def _environment() -> dict[str, str]:
    return os.environ | {"SHIZHA_NO_VENV": "1"}


def _read(url: str) -> str:
    """The page at ``url``, "" while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=5) as response:
            return response.read().decode("utf-8")
    except (urllib.error.URLError, OSError):
        return ""


def _wait(reached) -> None:
    """Until ``reached()``. Raises CommandFailed when patience ends."""
    end = time.monotonic() + _PATIENCE
    while not reached():
        if time.monotonic() > end:
            raise CommandFailed(f"serve: {_PATIENCE} s")
        time.sleep(_EVERY)
