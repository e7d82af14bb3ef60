"""``python3 scripts test``: find a browser, then run pytest over the whole suite."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import pytest

from .browser import NoBrowser, ready_browser
from .project import this_project

COULD_NOT_RUN = 2


class _LeftOut:
    """Counts the browser tests that were not run."""

    def __init__(self) -> None:
        self.count = 0

    def pytest_deselected(self, items: Sequence[pytest.Item]) -> None:
        self.count += sum(item.get_closest_marker("browser") is not None for item in items)


def run(arguments: Sequence[str]) -> int:
    """Run the tests; ``arguments`` beyond ``--no-browser`` go to pytest. Returns 0 only if every test that was asked for passed."""
    parser = argparse.ArgumentParser(
        prog="python3 scripts test", description="其余参数交给 pytest / other arguments go to pytest"
    )
    parser.add_argument("--no-browser", action="store_true", help="不跑浏览器测试 / leave the browser tests out")
    options, rest = parser.parse_known_args(arguments)
    if not options.no_browser:
        try:
            os.environ["SHIZHA_BROWSER"] = str(ready_browser())
        except NoBrowser as problem:
            print(problem, file=sys.stderr)
            return COULD_NOT_RUN
    os.chdir(
        this_project().root
    )  # pytest finds its settings and tests from here, whatever folder the command was typed in
    left_out = _LeftOut()
    selection = ["-m", "not browser"] if options.no_browser else []
    code = pytest.main([*selection, *rest], plugins=[left_out])
    if options.no_browser:
        print(f"没有运行的浏览器测试：{left_out.count}项 / browser tests left out: {left_out.count}")
    return int(code)
