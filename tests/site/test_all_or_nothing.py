"""A site is the old one or the new one, never a part of either; and the same tree always makes the same site."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from shizha.project import Project
from support.miniature import Miniature
from support.tree import tree

BUILD = Path(__file__).parents[1] / "support" / "build.py"


def build(project, out, days=0, **variables):
    command = [sys.executable, BUILD, project.root, out, str(days)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | variables, cwd=out.parent)


def content(folder):
    """The files of a release by themselves, without what it keeps for readers of the one before it."""
    listed = (folder / ".well-known/hashes.txt").read_text(encoding="utf-8").splitlines()
    names = {line.split("  ", 1)[1] for line in listed}
    return {name: value for name, value in tree(folder).items() if name in names or name == ".well-known/hashes.txt"}


def test_killing_a_build_at_any_moment_leaves_a_whole_site(miniature, tmp_path):
    out = tmp_path / "site"
    build(miniature.project, out)  # from nothing it takes several times as long as those that are killed
    started = time.monotonic()
    build(miniature.project, out)
    duration = time.monotonic() - started
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    outcomes = []
    for turn in range(8):
        old = tree(out)
        miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", f"1. 来电。第{turn}次。")
        fresh = tmp_path / f"fresh-{turn}"
        build(miniature.project, fresh)
        child = subprocess.Popen(
            [sys.executable, BUILD, miniature.project.root, out], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.2, 1.1) * duration)
        child.kill()
        child.wait()
        found = tree(out)
        assert found == old or content(out) == content(fresh), f"seed {seed}, turn {turn}"
        outcomes.append(found == old)
    assert any(outcomes), "no build was killed before its end; the moments prove nothing"
    build(miniature.project, out)
    assert content(out) == content(fresh)
    assert [item.name for item in tmp_path.iterdir() if item.name.startswith(".")] == []


def test_the_real_site_is_the_same_wherever_and_whenever_it_is_built(project, site, tmp_path):
    copy = tmp_path / "另一个 checkout"
    for name in ("docs", "data", "overrides"):
        shutil.copytree(project.root / name, copy / name)
    hook = Path("scripts/shizha/hooks/site.py")
    (copy / hook).parent.mkdir(parents=True)
    shutil.copy(project.root / hook, copy / hook)
    shutil.copy(project.generator_config, copy)
    # Documents and compressed files are found there by what they are made from; that making them agrees is proved below.
    shutil.copytree(project.cache, copy / project.cache.name)
    build(Project(copy), tmp_path / "site", 900, TZ="Asia/Kathmandu", LC_ALL="C")
    assert tree(tmp_path / "site") == tree(site)


@pytest.mark.parametrize(
    ("folder", "days", "variables"),
    [
        ("第二个 folder", 0, {}),
        ("plain", 400, {"TZ": "Pacific/Kiritimati"}),
        ("plain", -3000, {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}),
    ],
)
def test_two_builds_agree_to_the_byte(tmp_path, folder, days, variables):
    (tmp_path / "first").mkdir()
    (tmp_path / folder).mkdir()
    build(Miniature(tmp_path / "first" / "project").project, tmp_path / "first" / "site")
    build(Miniature(tmp_path / folder / "project").project, tmp_path / folder / "site", days, **variables)
    one, other = tree(tmp_path / "first" / "site"), tree(tmp_path / folder / "site")
    assert len(one) > 15
    assert one == other
