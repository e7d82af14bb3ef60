"""What goes wrong on real machines: the former site stays whole, and the next build is as good as any."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from shizha import cli
from shizha.build import ContentError, build_site
from shizha.publish.replace import OutputError
from support.tree import tree

BUILD = Path(__file__).parents[1] / "support" / "build.py"


@pytest.fixture
def out(miniature, tmp_path):
    """A site that is already published."""
    build_site(miniature.project, tmp_path / "site")
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 来电了。")
    return tmp_path / "site"


def nothing_is_left(out):
    return [item.name for item in out.parent.iterdir() if item.name.startswith(f".{out.name}")] == []


@pytest.mark.skipif(os.name == "nt", reason="limits on files are set by the system's own means there")
@pytest.mark.parametrize("kilobytes", [1, 20, 60])
def test_a_full_disk_changes_nothing(miniature, out, kilobytes):
    import resource

    before = tree(out)
    # No file may grow beyond this, as if the disk were full: every write fails, at another moment each time.
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))  # noqa: E731
    done = subprocess.run(
        [sys.executable, BUILD, miniature.project.root, out], preexec_fn=limit, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert tree(out) == before and nothing_is_left(out)
    build_site(miniature.project, out)
    assert tree(out) != before


def test_a_place_that_cannot_be_written_is_named_without_a_traceback(capsys):
    assert cli.main(["build", "--out", "/proc/shizha-site"]) == 2
    said = capsys.readouterr().err
    assert "/proc" in said and "Traceback" not in said


@pytest.mark.parametrize("name", ["contacts", "strings", "site", "taxonomy", "published"])
def test_a_missing_data_file_stops_the_build_and_is_named(miniature, out, name):
    before = tree(out)
    (miniature.project.data / f"{name}.yml").unlink()
    with pytest.raises(ContentError) as stopped:
        build_site(miniature.project, out)
    assert f"data/{name}.yml" in {finding.path for finding in stopped.value.findings}
    assert tree(out) == before and nothing_is_left(out)


def test_a_damaged_cache_is_no_cache(miniature, out, tmp_path):
    build_site(miniature.project, out)
    whole = tree(out)
    kept = [path for path in miniature.project.cache.rglob("*") if path.is_file()]
    assert kept
    for number, path in enumerate(kept):
        path.write_bytes([b"", path.read_bytes()[:-3], b"\0" * 100, b"<script>"][number % 4])
    build_site(miniature.project, out)
    assert tree(out) == whole


def test_a_cache_that_cannot_be_made_is_done_without(miniature, out):
    build_site(miniature.project, out)
    whole = tree(out)
    for path in sorted(miniature.project.cache.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    miniature.project.cache.rmdir()
    miniature.project.cache.write_text("in the way", encoding="utf-8")
    build_site(miniature.project, out)
    assert tree(out) == whole


def test_two_builds_at_once_share_a_cache_and_agree(miniature, tmp_path):
    children = [
        subprocess.Popen([sys.executable, BUILD, miniature.project.root, tmp_path / name], stderr=subprocess.DEVNULL)
        for name in ("one", "two")
    ]
    assert [child.wait() for child in children] == [0, 0]
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_second_build_of_the_same_place_is_refused(miniature, tmp_path):
    first = subprocess.Popen([sys.executable, BUILD, miniature.project.root, tmp_path / "site"])
    while not list(
        tmp_path.glob(".site.building-*")
    ):  # made under the lock; the lock's own file is there before it is locked
        assert first.poll() is None
    with pytest.raises(OutputError, match="another build"):
        build_site(miniature.project, tmp_path / "site")
    assert first.wait() == 0 and (tmp_path / "site/index.html").is_file()
