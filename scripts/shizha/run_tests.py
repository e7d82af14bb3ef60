"""``python3 scripts test``: find the programs that tests need, then run pytest over the suite, on every processor."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from .browser import NoBrowser, ready_browser
from .office import NoOffice, ready_office
from .packages import install_package
from .project import this_project

COULD_NOT_RUN = 2
_BROWSER = Path("tests/browser")
_SERVER = Path("tests/server")
_PRINTED = Path("tests/printed")


def run(arguments: Sequence[str]) -> int:
    """Run the tests; ``arguments`` that are not options below go to pytest. Returns 0 only if every test that was asked for passed."""
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
    named = [path for item in rest if not item.startswith("-") and (path := Path(item.partition("::")[0])).exists()]
    left_out: dict[Path, str] = {}
    if _asked_for(_BROWSER, named):
        if options.no_browser:
            left_out[_BROWSER] = "--no-browser"
        elif not _find_browser():
            return COULD_NOT_RUN
    if _asked_for(_PRINTED, named):
        if not options.documents:
            left_out[_PRINTED] = "要运行就加 / to run them add --documents"
        elif not _find_office():
            return COULD_NOT_RUN
    if _asked_for(_SERVER, named) and (reason := _install_nginx()):
        left_out[_SERVER] = reason
    # A folder that was named is read all the same; then its tests are not run.
    ignored = [f"--{how}={folder.as_posix()}" for folder in left_out for how in ("ignore", "deselect")]
    code = pytest.main([*(_side_by_side() if not named else ()), *ignored, *rest])
    for folder, reason in left_out.items():
        print(f"没有运行 / left out: {folder.as_posix()}/ ({reason})")
    return int(code)


def _side_by_side() -> tuple[str, ...]:
    """pytest's options: each process gets a part of the list, and who is done takes from another's end. There is one process more than
    processors, for many tests wait: for a page to come to rest, for a server to see what was saved."""
    return ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")


def _asked_for(folder: Path, named: Sequence[Path]) -> bool:
    """Whether tests in ``folder`` are among those that were ``named``; if nothing was, all are."""
    inside = folder.resolve()
    paths = [path.resolve() for path in named]
    return not paths or any(path.is_relative_to(inside) or inside.is_relative_to(path) for path in paths)


def _find_browser() -> bool:
    """Note a browser for the tests; False, with a word on standard error, if there is none."""
    try:
        os.environ["SHIZHA_BROWSER"] = str(ready_browser())
    except NoBrowser as problem:
        print(problem, file=sys.stderr)
        return False
    return True


def _find_office() -> bool:
    """Whether documents can be printed; if not, standard error says what to install."""
    try:
        ready_office()
    except NoOffice as problem:
        print(problem, file=sys.stderr)
        return False
    return True


def _install_nginx() -> str:
    """Why there is no nginx and none could be installed; "" if there is one."""
    if shutil.which("nginx"):
        return ""
    reason = install_package("nginx-light")
    return "" if shutil.which("nginx") else reason or "nginx"
