"""Finding a browser: in which order, and what is said when there is none."""

from pathlib import Path

import pytest

from shizha import browser
from shizha.browser import NoBrowser, ready_browser


@pytest.fixture
def nothing_works(monkeypatch):
    monkeypatch.delenv("SHIZHA_BROWSER", raising=False)
    monkeypatch.setattr(browser, "starts", lambda path: False)
    monkeypatch.setattr(browser.shutil, "which", lambda name: None)
    monkeypatch.setattr(browser, "_fetched_by_playwright", lambda tried: tried.append("playwright"))


def test_when_all_fails_it_says_what_was_tried_and_what_to_type(nothing_works):
    with pytest.raises(NoBrowser) as problem:
        ready_browser()
    text = str(problem.value)
    for words in ("installed Chrome", "playwright", "apt-get", "--no-browser", "SHIZHA_BROWSER"):
        assert words in text


def test_a_named_browser_that_does_not_start_is_reported(nothing_works, monkeypatch):
    monkeypatch.setenv("SHIZHA_BROWSER", "/nowhere/chrome")
    monkeypatch.setattr(browser, "_installed", lambda tried: Path("/usr/bin/another"))
    with pytest.raises(NoBrowser) as problem:
        ready_browser()
    assert "/nowhere/chrome" in str(problem.value)


def test_an_installed_browser_comes_before_any_download(nothing_works, monkeypatch, tmp_path):
    chromium = tmp_path / "chromium"
    chromium.touch()
    monkeypatch.setattr(browser.shutil, "which", lambda name: str(chromium) if name == "chromium" else None)
    monkeypatch.setattr(browser, "starts", lambda path: path == chromium)
    assert ready_browser() == chromium


def test_a_file_that_is_no_browser_does_not_start(tmp_path):
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\necho 'install the snap'\nexit 1\n", encoding="utf-8")
    stub.chmod(0o755)
    assert not browser.starts(stub)
    assert not browser.starts(tmp_path / "missing")
