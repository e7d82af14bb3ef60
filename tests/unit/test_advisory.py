"""What `python3 tests/advisory` says of another generator. The trial itself needs the network and is asked for every week."""

import re
import subprocess
import sys

import pytest

from advisory.comparison import Comparison, Trial, addresses, compare, report

SAME = compare("zh", ["", "check/"], ["check/", ""])
OTHER = compare("en", ["en/", "en/check/"], ["en/", "en/Check/"])


def test_addresses_are_those_that_readers_type(tmp_path):
    for name in ("index.html", "check/index.html", "404.html", "assets/shizha.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert addresses(tmp_path) == {"", "check/", "404.html"}


def test_lists_are_compared_without_regard_to_their_order():
    assert SAME.same
    assert Comparison("en", 2, ("en/check/",), ("en/Check/",)) == OTHER and not OTHER.same


def test_nothing_at_all_is_not_the_same():
    assert not compare("zh", [], []).same
    assert not Trial("x").good


@pytest.mark.parametrize(
    ("trial", "good", "said"),
    [
        (Trial("x 1", (SAME,), notes=("a note",)), True, ["## x 1: same addresses", "2 pages, 0 missing", "- a note"]),
        (Trial("x 1", (SAME, OTHER)), False, ["## x 1: NOT the same", "missing: `/en/check/`", "extra: `/en/Check/`"]),
        (Trial("x", problem="no such\nthing"), False, ["could not be tried", "    no such\n    thing"]),
    ],
)
def test_the_report_says_what_differs_and_why(trial, good, said):
    text = report([trial])
    assert trial.good == good
    assert all(words in text for words in said)


def test_a_long_list_is_cut():
    many = compare("zh", [f"{number}/" for number in range(1000)], [])
    assert report([Trial("x", (many,))]).count("missing: `") == 20


def test_a_generator_that_it_does_not_know_is_named(project):
    done = subprocess.run(
        [sys.executable, "tests/advisory", "hugo"], cwd=project.root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "hugo" in done.stderr and "zensical" in done.stderr


def blocks(path):
    return set(re.findall(r"{% block (\w+) %}", path.read_text(encoding="utf-8")))


def test_the_document_in_reserve_has_every_block_that_pages_fill(project):
    """The blocks that are filled with nothing only take away what the theme would put there."""
    main = project.overrides / "main.html"
    emptied = set(re.findall(r"{% block (\w+) %}{% endblock %}", main.read_text(encoding="utf-8")))
    reserve = blocks(project.root / "tests" / "advisory" / "base.html")
    assert reserve == blocks(main) - emptied - {"article"}  # which is a block of main.html's own


def test_the_plan_names_the_blocks_that_are_used(project):
    plan = (project.root / "IF-THE-THEME-STOPS.md").read_text(encoding="utf-8")
    for names in re.findall(r"`base.html`[^|]*?[(（]((?:`\w+` ?)+)[)）]", plan):
        assert set(re.findall(r"\w+", names)) == blocks(project.overrides / "main.html") - {"article"}
