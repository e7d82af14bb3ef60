"""A store gives back what was put into it or nothing at all."""

import os
import time

from shizha.store import Store


def test_what_was_kept_comes_back(tmp_path):
    store = Store(tmp_path / "cache")
    assert store.get("aa11") is None
    store.put("aa11", b"text")
    assert store.get("aa11") == b"text"
    store.put("aa11", b"")
    assert store.get("aa11") == b""


def test_what_was_damaged_is_nothing(tmp_path):
    store = Store(tmp_path)
    store.put("aa11", b"some text")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    for damaged in (b"", file.read_bytes()[:-1], file.read_bytes() + b"x", b"x" * 40):
        file.write_bytes(damaged)
        assert store.get("aa11") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    store = Store(tmp_path / "file")
    store.put("aa11", b"text")
    store.prune()
    assert store.get("aa11") is None


def test_what_nobody_asks_for_goes_after_thirty_days(tmp_path):
    store = Store(tmp_path)
    old = time.time() - 31 * 24 * 60 * 60
    for name in ("aa11", "bb22"):
        store.put(name, b"text")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            os.utime(path, (old, old))
    assert store.get("aa11") == b"text"  # asked for today
    store.prune()
    assert store.get("aa11") == b"text" and store.get("bb22") is None
