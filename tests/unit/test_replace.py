import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from shizha.publish import replace
from shizha.publish.replace import MARKER, OutputError, replacement_for


def publish(out, text):
    with replacement_for(out) as staged:
        (staged / "page.html").write_text(text, encoding="utf-8")


def hidden(folder):
    return sorted(item.name for item in folder.iterdir() if item.name.startswith("."))


def test_the_new_folder_takes_the_place_of_the_old_one(tmp_path):
    out = tmp_path / "站 点"
    publish(out, "one")
    (out / "old.html").write_text("x", encoding="utf-8")
    publish(out, "two")
    assert (out / "page.html").read_text(encoding="utf-8") == "two"
    assert sorted(item.name for item in out.iterdir()) == [MARKER, "page.html"]
    assert hidden(tmp_path) == []


def test_a_failure_leaves_the_old_folder_and_nothing_else(tmp_path):
    out = tmp_path / "site"
    publish(out, "one")
    with pytest.raises(ZeroDivisionError), replacement_for(out) as staged:
        (staged / "page.html").write_text("two", encoding="utf-8")
        raise ZeroDivisionError
    assert (out / "page.html").read_text(encoding="utf-8") == "one"
    assert hidden(tmp_path) == []


def test_an_empty_folder_may_be_used(tmp_path):
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "one")
    assert (tmp_path / "site" / "page.html").is_file()


def test_a_folder_of_somebody_else_is_left_alone(tmp_path):
    out = tmp_path / "photos"
    out.mkdir()
    (out / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(OutputError) as error:
        publish(out, "one")
    assert "--out" in error.value.hint
    assert [item.name for item in out.iterdir()] == ["holiday.jpg"]


def test_a_file_or_a_link_is_left_alone(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(OutputError):
            publish(tmp_path / name, "one")
    assert (tmp_path / "link").is_symlink() and list((tmp_path / "real").iterdir()) == []


def test_a_parent_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(OutputError) as error:
        publish(tmp_path / "nothing" / "site", "one")
    assert str(tmp_path / "nothing") in str(error.value)


def test_two_builds_of_one_folder_do_not_meet(tmp_path):
    out = tmp_path / "site"
    with replacement_for(out), pytest.raises(OutputError) as error:
        publish(out, "two")
    assert "another build" in str(error.value)


def test_what_a_killed_build_left_is_cleared(tmp_path):
    out = tmp_path / "site"
    publish(out, "one")
    program = (
        "import os, sys; sys.path.insert(0, sys.argv[1])\n"
        "from pathlib import Path; from shizha.publish.replace import replacement_for\n"
        "with replacement_for(Path(sys.argv[2])) as staged:\n"
        "    (staged / 'half.html').write_text('x'); os._exit(9)\n"
    )
    scripts = Path(replace.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", program, scripts, out], check=False).returncode == 9
    assert [name for name in hidden(tmp_path) if "building" in name]
    assert (out / "page.html").read_text(encoding="utf-8") == "one"
    publish(out, "two")
    assert hidden(tmp_path) == []


def test_without_an_exchange_in_one_step_two_renames_do(tmp_path, monkeypatch):
    monkeypatch.setattr(replace, "_exchange", lambda one, other: False)
    out = tmp_path / "site"
    publish(out, "one")
    publish(out, "two")
    assert (out / "page.html").read_text(encoding="utf-8") == "two"
    assert hidden(tmp_path) == []


def test_a_build_killed_between_the_two_renames_is_undone(tmp_path):
    out = tmp_path / "site"
    publish(out, "one")
    out.rename(tmp_path / ".site.previous-99")
    with pytest.raises(ZeroDivisionError), replacement_for(out):
        assert (out / "page.html").read_text(encoding="utf-8") == "one"
        raise ZeroDivisionError
    assert (out / "page.html").read_text(encoding="utf-8") == "one"


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is Linux")
def test_on_linux_the_exchange_is_one_step(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    (one / "a").touch()
    assert replace._exchange(one, two)
    assert (two / "a").is_file() and not (one / "a").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no exchange in one step")
def test_a_reader_never_finds_the_site_missing_or_half(tmp_path):
    out = tmp_path / "site"
    publish(out, "whole")
    stop = threading.Event()
    misses = []

    def read():
        while not stop.is_set():
            try:
                if (out / "page.html").read_text(encoding="utf-8") != "whole":
                    misses.append("half")
            except OSError as error:
                misses.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(200):
        publish(out, "whole")
    stop.set()
    reader.join()
    assert misses == []


@pytest.mark.parametrize("moment", ["before the first rename", "between the two", "after the second"])
def test_a_build_killed_at_any_rename_leaves_a_whole_site_to_the_next(tmp_path, moment):
    out = tmp_path / "site"
    publish(out, "one")
    program = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from shizha.publish import replace
replace._exchange = lambda one, other: False
moments = iter(["before the first rename", "between the two", "after the second"])
rename = Path.rename
def dying(self, target):
    if next(moments) == sys.argv[3]: os._exit(9)
    rename(self, target)
    return target
Path.rename = dying
replace.shutil.rmtree = lambda *a, **k: os._exit(9)
with replace.replacement_for(Path(sys.argv[2])) as staged:
    (staged / "page.html").write_text("two", encoding="utf-8")
"""
    scripts = Path(replace.__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", program, scripts, out, moment], check=False).returncode == 9
    with pytest.raises(ZeroDivisionError), replacement_for(out):
        assert (out / "page.html").read_text(encoding="utf-8") == ("two" if moment == "after the second" else "one")
        raise ZeroDivisionError
    assert hidden(tmp_path) == []


def test_a_second_rename_that_fails_brings_the_old_site_back(tmp_path, monkeypatch):
    monkeypatch.setattr(replace, "_exchange", lambda one, other: False)
    out = tmp_path / "site"
    publish(out, "one")
    rename = Path.rename

    def refuse(self, target):
        if "building" in self.name:
            raise PermissionError(13, "a file is open")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        publish(out, "two")
    assert (out / "page.html").read_text(encoding="utf-8") == "one"


def test_folders_of_others_with_similar_names_are_left_alone(tmp_path):
    (tmp_path / ".site.building-notes").mkdir()
    (tmp_path / ".site.building-notes" / "thesis.txt").touch()
    with replacement_for(tmp_path / "site") as staged:
        publish(tmp_path / "s*", "one")
        assert staged.is_dir()
    assert (tmp_path / ".site.building-notes" / "thesis.txt").is_file()
