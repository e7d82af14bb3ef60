"""``bench build``: what the others are given, what is asked of the numbers, and what a run costs."""

import sys

import pytest

from shizha.bench.building import CHANGED, CLEAN, OWN, Result, goals, growths, report
from shizha.bench.corpus import make_corpus
from shizha.bench.generator_tools import Tools
from shizha.bench.generators import GENERATORS, HUGO, PRUNED, ZENSICAL
from shizha.bench.measure import CommandFailed, Missing, Samples
from shizha.bench.plain import plain, plain_pages
from shizha.bench.processes import Cost, Costs, added, family_of, in_rounds, memory_of, run
from shizha.checks import run_checks
from shizha.content.languages import LANGUAGES
from shizha.content.library import load_library
from shizha.project import Project

FEW = 60


def result(pages, seen=None, left_out=None, **seconds):
    costs = {name: Costs((Cost(value, value / 2, 10**6),)) for name, value in seconds.items()}
    return Result(pages, costs, dict.fromkeys(costs, 10**6), dict.fromkeys(costs, 0), seen, left_out or {})


def test_a_project_can_have_fewer_pages_than_there_are_and_still_pass_the_check(project, tmp_path):
    few = Project(tmp_path)
    make_corpus(project, few, FEW)
    made = load_library(few)
    assert len(made.ids()) == FEW
    assert run_checks(made) == []


def test_plain_pages_have_the_words_and_nothing_that_only_this_site_understands(library):
    pages = list(plain_pages(library))
    assert len(pages) == len(library.ids()) * len(LANGUAGES)
    assert not [page.file for page in pages if "[[" in page.body or "///" in page.body or "{ #" in page.body]
    body = "## Now { #now }\n\nCall [[tel:cn-110]], see [it](../check.md#code).\n\n/// details | What to do\nNothing.\n///\n"
    assert plain(body) == "## Now\n\nCall cn-110, see [it](../check.md).\n\n**What to do**\nNothing.\n"


def test_every_generator_gets_every_page(library, tmp_path):
    pages = list(plain_pages(library))
    for generator in GENERATORS:
        folder = tmp_path / generator.name
        folder.mkdir()
        generator.prepare(pages, folder)
        assert len(list(folder.rglob("*.md"))) == len(pages), generator.name


def test_a_generator_that_is_not_there_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    for generator in GENERATORS:
        if generator.name.startswith("Material"):
            continue  # it is the site's own
        with pytest.raises(Missing, match="--install-rivals"):
            generator.set_up([], Tools(tmp_path))
        assert list(tmp_path.iterdir()) == []


def test_a_run_costs_time_and_memory():
    cost = run([sys.executable, "-c", "import time; text = 'x' * 60_000_000; time.sleep(0.5)"], ".", {})
    assert cost.seconds >= 0.5
    assert cost.memory is None or cost.memory > 60_000_000


def test_the_memory_of_a_process_is_that_of_those_below_it_too():
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', \"x = 'x' * 60_000_000; import time; time.sleep(0.5)\"])"
    cost = run([sys.executable, "-c", child], ".", {})
    assert cost.memory is None or cost.memory > 60_000_000


def test_a_process_that_has_ended_has_no_memory():
    assert memory_of(2**30) == 0 and family_of(2**30) == [2**30]


@pytest.mark.parametrize("command", [[sys.executable, "-c", "raise SystemExit('so it is')"], ["no-such-program"]])
def test_a_run_that_fails_says_why(command):
    with pytest.raises(CommandFailed, match=r"so it is|no-such-program"):
        run(command, ".", {})


def test_things_done_one_after_the_other_cost_their_sum_and_the_most_memory():
    assert added([Cost(1, 2, 30), Cost(2, 3, 20)]) == Cost(3, 5, 30)
    assert added([Cost(1, None, None)]) == Cost(1, None, None)


def test_a_median_is_taken_of_the_rounds():
    seconds = iter([3.0, 1.0, 8.0])
    costs = in_rounds({"a": lambda: Cost(next(seconds), None, None)}, 3)["a"]
    assert (costs.seconds, costs.processor, costs.memory) == (3.0, None, None)


def test_goals_are_met_or_missed_by_what_was_measured():
    small = result(120, Samples((1.0, 3.0, 1.5)), **{OWN: 8.0, CLEAN: 12.0, CHANGED: 1.0, PRUNED: 10.0, ZENSICAL: 6.0})
    large = result(500, **{OWN: 32.0, CLEAN: 70.0, CHANGED: 30.0, PRUNED: 30.0, ZENSICAL: 40.0})
    said = {goal.about.partition(" / ")[2]: goal.met for goal in goals([small, large])}
    assert said == {
        "120 pages: of pruned Material": True,
        "500 pages: of pruned Material": False,
        "500 pages: of Zensical": True,
        "exponent of growth: this site": True,
        "exponent of growth: with .docx .br .gz": False,
        "120 pages: rebuild after one changed page, of a clean build": True,
        "500 pages: rebuild after one changed page, of a clean build": False,
        "120 pages: seconds until serve shows a saved page": True,
    }


def test_a_goal_that_could_not_be_measured_is_neither():
    alone = result(120, left_out={PRUNED: "no", ZENSICAL: "no"}, **{OWN: 8.0, CLEAN: 12.0, CHANGED: 1.0})
    said = {goal.about.partition(" / ")[2]: goal.met for goal in goals([alone])}
    assert (
        said["120 pages: of pruned Material"]
        is said["500 pages: of Zensical"]
        is said["exponent of growth: this site"]
        is None
    )


def test_growth_is_from_the_smallest_size_to_the_largest():
    found = growths(
        [result(100, **{OWN: 1.0, HUGO: 1.0}), result(400, **{OWN: 8.0, HUGO: 4.0}), result(1600, **{OWN: 16.0})]
    )
    assert (found[OWN].seconds, found[OWN].pages) == (pytest.approx(1), "100–1600")
    assert found[HUGO].pages == "100–400"


def test_a_report_names_who_is_left_out_and_why():
    text = report(result(120, Samples((1.25,)), {ZENSICAL: "long story\nnot installed"}, **{OWN: 8.0, HUGO: 0.8}))
    assert "Zensical: not installed" in text and "1.25 s" in text
    assert next(line for line in text.splitlines() if "Hugo" in line).split()[-1] == "0.10"
