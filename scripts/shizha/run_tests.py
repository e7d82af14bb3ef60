"""``python3 scripts test``: find a browser, then run pytest over the whole suite."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence

import pytest

from .browser import NoBrowser, ready_browser
from .packages import install_package
from .project import this_project

COULD_NOT_RUN = 2


class _Browser:
    """Finds a browser once it is known that a test needs one; counts the tests that were left out."""

    def __init__(self) -> None:
        self.left_out = 0

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        self.left_out += sum(_needs_browser(item) for item in items)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly or not any(_needs_browser(item) for item in session.items):
            return
        try:
            os.environ["SHIZHA_BROWSER"] = str(ready_browser())
        except NoBrowser as problem:
            print(problem, file=sys.stderr)
            pytest.exit("没有浏览器 / no browser", returncode=COULD_NOT_RUN)


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


def _needs_browser(item: pytest.Item) -> bool:
    return item.get_closest_marker("browser") is not None


def run(arguments: Sequence[str]) -> int:
    """Run the tests; ``arguments`` beyond ``--no-browser`` go to pytest. Returns 0 only if every test that was asked for passed."""
    parser = argparse.ArgumentParser(
        prog="python3 scripts test", description="其余参数交给 pytest / other arguments go to pytest"
    )
    parser.add_argument("--no-browser", action="store_true", help="不跑浏览器测试 / leave the browser tests out")
    options, rest = parser.parse_known_args(arguments)
    os.chdir(
        this_project().root
    )  # pytest finds its settings and tests from here, whatever folder the command was typed in
    browser, server = _Browser(), _Server()
    selection = ["-m", "not browser"] if options.no_browser else []
    code = pytest.main([*selection, *rest], plugins=[browser, server])
    if options.no_browser:
        print(f"没有运行的浏览器测试：{browser.left_out}项 / browser tests left out: {browser.left_out}")
    if server.left_out:
        print(f"没有运行的nginx测试：{server.left_out}项 / nginx tests left out: {server.left_out}. {server.reason}")
    return int(code)
