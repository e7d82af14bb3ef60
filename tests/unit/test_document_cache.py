import hashlib
import os
import threading
import time

import pytest

from shizha.documents.cache import Cache

KEY = hashlib.sha256(b"a page").hexdigest()


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def entries(cache):
    return [path for path in cache.folder.rglob("*") if path.is_file()]


def test_what_was_kept_is_found_again(cache):
    assert cache.get(KEY) is None
    cache.put(KEY, b"document")
    assert cache.get(KEY) == b"document"


@pytest.mark.parametrize("spoil", [lambda entry: entry[:-1], lambda entry: b"", lambda entry: entry[:-1] + b"?"])
def test_an_entry_that_was_spoiled_counts_as_missing_and_is_made_good(cache, spoil):
    cache.put(KEY, b"document")
    (path,) = entries(cache)
    path.write_bytes(spoil(path.read_bytes()))
    assert cache.get(KEY) is None
    cache.put(KEY, b"document")
    assert cache.get(KEY) == b"document"


def test_a_cache_that_cannot_be_written_to_keeps_nothing_and_stops_nobody(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    cache = Cache(tmp_path / "cache")
    cache.put(KEY, b"document")
    assert cache.get(KEY) is None


def test_two_builds_at_once_never_see_half_an_entry(cache):
    contents = [bytes([number]) * 200_000 for number in range(4)]
    seen = []

    def build(content):
        for _ in range(20):
            cache.put(KEY, content)
            seen.append(cache.get(KEY))

    threads = [threading.Thread(target=build, args=(content,)) for content in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) <= set(contents)
    assert len(entries(cache)) == 1


def test_what_nothing_has_used_for_a_month_is_cleared(cache):
    other = hashlib.sha256(b"another").hexdigest()
    for key in (KEY, other):
        cache.put(key, b"document")
    long_ago = time.time() - 40 * 24 * 3600
    for path in entries(cache):
        os.utime(path, (long_ago, long_ago))
    (cache.folder / KEY[:2] / "new-left-by-a-killed-build").write_bytes(b"half")
    assert cache.get(KEY) == b"document"
    cache.clear_old()
    assert cache.get(KEY) == b"document" and cache.get(other) is None
