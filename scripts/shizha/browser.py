"""A browser for the tests: one that is installed, else one that Playwright fetches, else the distribution's package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .packages import install_package, run_quietly, say

_ON_PATH = (
    "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable", "msedge", "chrome",
)  # fmt: skip
_ON_MACOS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_ON_WINDOWS = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)


class NoBrowser(Exception):
    """No browser could be found or installed; the text says what was tried and what to type."""


def ready_browser() -> Path:
    """The executable of a browser that starts. Raises NoBrowser.

    SHIZHA_BROWSER names one and no other is tried. Without it: looks for Chrome, Chromium or Edge, then lets Playwright fetch Chromium, then, as root on Debian or
    Ubuntu, installs the package.
    """
    tried: list[str] = []
    if named := os.environ.get("SHIZHA_BROWSER"):
        if starts(Path(named)):
            return Path(named)
        raise NoBrowser(
            f"SHIZHA_BROWSER 指定的浏览器打不开：{named}\nThe browser that SHIZHA_BROWSER names does not start: {named}"
        )
    for find in (_installed, _fetched_by_playwright, _debian_package):
        path = find(tried)
        if path is not None:
            return path
    raise NoBrowser(
        "没有找到能用的浏览器。试过：\n" + "\n".join(f"  - {line}" for line in tried) + "\n"
        "装好Chrome、Chromium或Edge里的一个，再运行；或者写明位置：SHIZHA_BROWSER=/路径/chrome python3 scripts test\n"
        "暂时不跑浏览器测试：python3 scripts test --no-browser\n"
        "No browser that starts was found. Install Chrome, Chromium or Edge, or name one with SHIZHA_BROWSER;\n"
        "or leave the browser tests out: python3 scripts test --no-browser"
    )


def starts(path: Path) -> bool:
    """True if the browser at ``path`` runs far enough to print a page's DOM (a snap stub or a missing library does not)."""
    # --no-sandbox: root, as in containers, may not use Chrome's sandbox. The page is blank.
    command = [
        path,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--dump-dom",
        "about:blank",
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and b"<html" in done.stdout


def _installed(tried: list[str]) -> Path | None:
    found = [Path(path) for name in _ON_PATH if (path := shutil.which(name))]
    if sys.platform == "darwin":
        found += [Path(path) for path in _ON_MACOS]
    if os.name == "nt":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        found += [Path(root) / path for root in roots if root for path in _ON_WINDOWS]
    for path in found:
        if path.is_file() and starts(path):
            return path
    tried.append("已安装的Chrome、Chromium、Edge / an installed Chrome, Chromium or Edge")
    return None


def _fetched_by_playwright(tried: list[str]) -> Path | None:
    say("没有找到浏览器，让Playwright下载一个，约150MB / no browser found, asking Playwright for one, about 150 MB")
    if reason := run_quietly([sys.executable, "-m", "playwright", "install", "chromium"]):
        tried.append(f"python -m playwright install chromium：{reason}")
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if path.is_file() and starts(path):
        return path
    tried.append("Playwright下载了浏览器，可是打不开 / Playwright fetched one that does not start")
    return None


def _debian_package(tried: list[str]) -> Path | None:
    if reason := install_package("chromium"):
        tried.append(reason)
        return None
    found = shutil.which("chromium")
    if found and starts(Path(found)):
        return Path(found)
    tried.append("apt-get 装好的chromium打不开 / the installed package does not start")
    return None
