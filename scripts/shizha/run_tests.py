"""``python3 scripts test``: find the programs that tests need, then run pytest over the whole suite."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Sequence

import pytest

from .browser import NoBrowser, ready_browser
from .office import NoOffice, ready_office
from .packages import install_package
from .project import this_project

COULD_NOT_RUN = 2


class _Programs:
    """Finds a browser and LibreOffice once it is known that a test needs them; counts, by mark, the tests that were left out."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        self.left_out.update(mark.name for item in items for mark in item.iter_markers())

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly:
            return
        needed = {mark.name for item in session.items for mark in item.iter_markers()}
        try:
            if "browser" in needed:
                os.environ["SHIZHA_BROWSER"] = str(ready_browser())
            if "documents" in needed:
                ready_office()
        except (NoBrowser, NoOffice) as problem:
            print(problem, file=sys.stderr)
            pytest.exit("少了程序 / a program is missing", returncode=COULD_NOT_RUN)


class _Server:
    """Leaves out the tests of the web server's configuration where there is no nginx and none can be installed, and says so."""

    def __init__(self) -> None:
        self.left_out = 0
        self.reason = ""

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        needing = [item for item in items if item.get_closest_marker("server")]
        if not needing or config.option.collectonly or shutil.which("nginx"):
            return
        self.reason = install_package("nginx-light")
        if self.reason or not shutil.which("nginx"):
            self.left_out = len(needing)
            items[:] = [item for item in items if item not in needing]
            config.hook.pytest_deselected(items=needing)


def run(arguments: Sequence[str]) -> int:
    """Run the tests; ``arguments`` beyond those below go to pytest. Returns 0 only if every test that was asked for passed."""
    parser = argparse.ArgumentParser(
        prog="python3 scripts test", description="其余参数交给 pytest / other arguments go to pytest"
    )
    parser.add_argument("--no-browser", action="store_true", help="不跑浏览器测试 / leave the browser tests out")
    parser.add_argument(
        "--documents",
        action="store_true",
        help="也用LibreOffice把文档印成PDF看 / print documents with LibreOffice, too",
    )
    options, rest = parser.parse_known_args(arguments)
    os.chdir(
        this_project().root
    )  # pytest finds its settings and tests from here, whatever folder the command was typed in
    programs, server = _Programs(), _Server()
    unwanted = [
        name for name, wanted in (("browser", not options.no_browser), ("documents", options.documents)) if not wanted
    ]
    selection = ["-m", " and ".join(f"not {name}" for name in unwanted)] if unwanted else []
    code = pytest.main([*selection, *rest], plugins=[programs, server])
    left_out = programs.left_out
    if options.no_browser:
        print(f"没有运行的浏览器测试：{left_out['browser']}项 / browser tests left out: {left_out['browser']}")
    if left_out["documents"] and not options.documents:
        print(
            f"没有运行的文档打印测试：{left_out['documents']}项，要运行就加 --documents / "
            f"tests of printed documents left out: {left_out['documents']}, to run them add --documents"
        )
    if server.left_out:
        print(f"没有运行的nginx测试：{server.left_out}项 / nginx tests left out: {server.left_out}. {server.reason}")
    return int(code)
