"""``bench visit``: the server that sends what a plain one would, and what is asked of the numbers."""

import gzip
import urllib.request

import pytest

from shizha.bench.generators import GENERATORS, HUGO, STARLIGHT
from shizha.bench.static_server import encoded, served_compressed
from shizha.bench.visiting import OWN, SEARCHES, Visit, goals, median_visit, report


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_text("front page " * 100, encoding="utf-8")
    (tmp_path / "app.js").write_text("code " * 100, encoding="utf-8")
    (tmp_path / "app.js.br").write_bytes(b"by brotli")
    (tmp_path / "app.js.gz").write_bytes(b"by gzip")
    (tmp_path / "a.png").write_bytes(b"picture " * 100)
    (tmp_path / "404.html").write_text("none", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("gzip, br;q=1.0", (b"by brotli", "br")), ("gzip", (b"by gzip", "gzip")), ("", (b"code " * 100, ""))],
)
def test_a_copy_is_sent_as_it_lies_to_those_who_accept_it(site, accepted, expected):
    assert encoded(site / "app.js", accepted, "text/javascript") == expected


def test_text_without_a_copy_is_compressed_and_a_picture_is_not(site):
    body, encoding = encoded(site / "index.html", "gzip, br", "text/html")
    assert encoding == "gzip" and gzip.decompress(body) == b"front page " * 100
    assert encoded(site / "a.png", "gzip, br", "image/png") == (b"picture " * 100, "")


def test_what_is_sent_is_counted_with_its_headers(site):
    with served_compressed(site) as (address, traffic):
        request = urllib.request.Request(f"{address}/", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as response:
            size = len(response.read())
        assert traffic.requests == 1 and size < traffic.bytes < size + 500
        traffic.reset()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{address}/gone")
        assert traffic.requests == 1


def test_every_generator_with_a_search_is_asked():
    assert {OWN, *(generator.name for generator in GENERATORS)} - set(SEARCHES) == {HUGO}


def test_the_median_is_of_what_is_known():
    visits = [Visit(10, 1, 1.0, None, None), Visit(30, 3, None, 5.0, 50), Visit(20, 2, 2.0, 3.0, 70)]
    assert median_visit(visits) == Visit(20, 2, 1.5, 4.0, 60)


def test_goals_compare_with_the_best_of_those_that_have_a_search():
    visits = {
        OWN: Visit(20_000, 4, 1.0, 2.0, 60_000),
        "Material": Visit(700_000, 12, 1.4, 6.0, 700_000),
        STARLIGHT: Visit(50_000, 9, 0.9, 4.0, 90_000),
        HUGO: Visit(5_000, 2, 0.5, None, None),
    }
    assert [goal.met for goal in goals(visits)] == [True, False, True, True]
    assert [goal.met for goal in goals({OWN: visits[OWN], HUGO: visits[HUGO]})] == [None] * 4
    assert "Hugo" in report(visits)
