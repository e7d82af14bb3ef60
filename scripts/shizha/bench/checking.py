"""``bench check``: how long a check takes beside a full build, at today's size and at a size that may come.

The bar: under a tenth of a full build, which finds nothing kept from an earlier one. Beside it stands a build that finds its
documents and compressed files where the last one left them. Whoever has to wait for the check as for a build stops running it.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from ..content.library import load_library
from ..project import Project
from .corpus import make_corpus
from .measure import Samples, command_seconds, in_turns, keep, seconds_inside, this_machine
from .settings import Settings

LATER = 1_000
ROUNDS = 3
INSIDE, CHECK, BUILD, AGAIN = "load + check", "check", "full build", "build again"
_ABOUT = {
    INSIDE: "读取和检查，不算程序启动 / reading and checking, without starting the program",
    CHECK: "python3 scripts check",
    BUILD: "python3 scripts build，什么都没存着 / with nothing kept from before",
    AGAIN: "python3 scripts build，什么都没改 / with nothing changed since",
}


@dataclass(frozen=True)
class Result:
    """What was measured at one size; seconds by the name of what was done."""

    pages: int
    files: int
    seconds: dict[str, Samples]

    def share(self, name: str) -> float:
        """The median of ``name`` as a part of the median of a full build."""
        return self.seconds[name].median / self.seconds[BUILD].median


def run(settings: Settings) -> int:
    """Measure, print a table for each size, keep the numbers; returns 0."""
    machine = this_machine()
    print(machine)
    today = len(load_library(settings.project).ids())
    results = []
    for pages in settings.pages or (today, LATER):
        result = measure(settings, pages)
        results.append(result)
        _print(result, settings.rounds or ROUNDS)
    kept = [asdict(item) | {"shares": {name: item.share(name) for name in (INSIDE, CHECK)}} for item in results]
    path = keep(settings.project, "check", machine, kept)
    print(f"\n{settings.project.relative(path)}")
    return 0


def measure(settings: Settings, pages: int) -> Result:
    """Measure a project of ``pages`` pages a language in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        corpus = Project(Path(folder).resolve())
        make_corpus(settings.project, corpus, pages)
        things = {
            INSIDE: partial(seconds_inside, corpus, "shizha.bench.load_and_check"),
            CHECK: partial(command_seconds, corpus, "check"),
            BUILD: partial(_full_build, corpus),
            AGAIN: partial(command_seconds, corpus, "build"),
        }
        files = sum(1 for _ in corpus.docs.rglob("*.md"))
        return Result(pages, files, in_turns(things, settings.rounds or ROUNDS))


def _full_build(project: Project) -> float:
    """Seconds of a build without anything that an earlier one kept. Raises CommandFailed."""
    shutil.rmtree(project.cache, ignore_errors=True)
    return command_seconds(project, "build")


def _print(result: Result, rounds: int) -> None:
    print(
        f"\n{result.pages}页 × 3种语言，{result.files}个文件，{rounds}轮 / "
        f"{result.pages} pages × 3 languages, {result.files} files, {rounds} rounds"
    )
    print(f"  {'':14}{'median':>10}{'least':>10}{'of build':>10}")
    for name, samples in result.seconds.items():
        share = "" if name == BUILD else f"{result.share(name):.1%}"
        print(f"  {name:14}{samples.median:9.2f}s{samples.least:9.2f}s{share:>10}  {_ABOUT[name]}")
