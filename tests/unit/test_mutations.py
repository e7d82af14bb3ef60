"""Ten thousand spoiled pages and some hundred spoiled data files: never a traceback, never slow, always the same findings."""

import os
import random
import time

import pytest

from shizha.checks import run_checks
from shizha.content import library as library_module
from shizha.content.data import FILES, DataFiles, load_data
from shizha.content.library import load_library
from support.miniature import Miniature
from support.spoil import spoil

PAGES = 10_000
PARTS = 4  # which the processors share
DATA_FILES = 300
SECONDS = 1.0


@pytest.fixture
def small(tmp_path, monkeypatch) -> Miniature:
    # One half of the checks after the other: to double a process that tests have made large takes longer than to check a page.
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0}, raising=False)
    miniature = Miniature(tmp_path / "project")
    for path in ("en", "zh-Hant", "zh/contacts"):
        for file in (miniature.project.docs / path).rglob("*.md"):
            file.unlink()
    return miniature


def look(miniature, seed, raw):
    started = time.process_time()
    found = run_checks(load_library(miniature.project))
    assert time.process_time() - started < SECONDS, f"seed {seed}: slow\n{raw!r}"
    assert found == sorted(set(found))
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_can_stop_or_slow_the_check(small, project, monkeypatch, part):
    # The data stays as it is and is not looked at again and again: this is about pages.
    data = DataFiles(load_data(small.project.data).data, {}, [])
    monkeypatch.setattr(library_module, "load_data", lambda folder: data)
    texts = [path.read_text(encoding="utf-8") for path in sorted((project.docs / "zh").rglob("*.md"))]
    base = random.randrange(10**9)
    spoiled = 0
    for number in range(part, PAGES, PARTS):
        seed = base + number
        chance = random.Random(seed)
        raw = spoil(chance.choice(texts), chance)
        small.write("docs/zh/spoiled.md", raw)
        spoiled += any(item.path == "docs/zh/spoiled.md" for item in look(small, seed, raw))
    assert spoiled > PAGES / PARTS / 2, "the mutations spoil too little to prove anything"


def test_no_data_file_can_stop_or_slow_the_check(small, project):
    base = random.randrange(10**9)
    for number in range(DATA_FILES):
        seed = base + number
        chance = random.Random(seed)
        name = chance.choice(FILES)
        path = small.project.data / f"{name}.yml"
        original = path.read_bytes()
        raw = spoil(original.decode(), chance)
        path.write_bytes(raw)
        look(small, seed, raw)
        path.write_bytes(original)
