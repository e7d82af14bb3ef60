"""``bench lighthouse``: which pages are judged, what a report says, and what is asked of the points."""

import json
import sys

import pytest

from shizha import cli
from shizha.bench.lighthouse import CATEGORIES, Verdict, ask, goals, of_rounds, pages_of, report, verdict_of
from shizha.bench.measure import CommandFailed, Missing
from shizha.bench.node_packages import NodePackages
from shizha.content.front_matter import KINDS

FULL = dict.fromkeys(CATEGORIES, 100)


@pytest.fixture
def built(library, tmp_path):
    """Files of the right names, one of them heavy."""
    for pages in library.pages.values():
        for page in pages.values():
            file = tmp_path / page.url / "index.html"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("page" * (9 if page.id == "scams/fake-police" else 1), encoding="utf-8")
    return tmp_path


def test_of_each_kind_the_heaviest_page_is_judged(library, built):
    pages = dict(pages_of(library, built))
    assert {f"zh {kind}" for kind in KINDS} <= pages.keys()
    assert pages["zh scam"] == "scams/fake-police/" and pages["en scam"] == "en/scams/fake-police/"
    assert (pages["zh index"], pages["zh emergency"], pages["zh search"]) == ("", "emergency/", "search/")
    assert len(set(pages.values())) == len(pages)


def test_a_report_is_read_for_its_points_and_for_what_cost_some():
    audits = {"slow": {"score": 0.4}, "fine": {"score": 1}, "not-here": {"score": None}, "weighs-nothing": {"score": 0}}
    refs = [{"id": key, "weight": 0 if key == "weighs-nothing" else 3} for key in audits]
    found = verdict_of(
        {
            "audits": audits | {"largest-contentful-paint": {"numericValue": 812.5, "score": 1}},
            "categories": {
                name: {"score": 0.974 if name == "performance" else 1, "auditRefs": refs} for name in CATEGORIES
            },
        }
    )
    assert found == Verdict(FULL | {"performance": 97}, 0.8125, ("slow",))


def test_a_category_that_could_not_be_judged_has_no_points():
    audits = {"largest-contentful-paint": {"numericValue": 0, "score": 1}}
    categories = {name: {"score": None, "auditRefs": []} for name in CATEGORIES}
    assert verdict_of({"audits": audits, "categories": categories}).points == dict.fromkeys(CATEGORIES, 0)


@pytest.mark.parametrize(("failures", "good"), [(0, True), (2, True), (3, False)])
def test_a_trace_that_was_lost_is_taken_again(tmp_path, failures, good):
    program = f"""
import json, pathlib, sys
tried = pathlib.Path("tried")
tried.write_text(tried.read_text() + "x" if tried.exists() else "x")
if len(tried.read_text()) <= {failures}:
    sys.exit("Please run Lighthouse again. (NO_NAVSTART)")
output = next(item for item in sys.argv if item.startswith("--output-path=")).partition("=")[2]
audits = {{"largest-contentful-paint": {{"numericValue": 900, "score": 1}}}}
categories = dict.fromkeys({CATEGORIES!r}, {{"score": 1, "auditRefs": []}})
pathlib.Path(output).write_text(json.dumps({{"audits": audits, "categories": categories}}))
"""
    command = [sys.executable, "-c", program, "http://127.0.0.1/"]
    if good:
        assert ask(command, tmp_path / "browser", tmp_path) == Verdict(FULL, 0.9, ())
    else:
        with pytest.raises(CommandFailed, match="NO_NAVSTART"):
            ask(command, tmp_path / "browser", tmp_path)


def test_the_median_of_the_rounds_counts_where_the_machine_has_its_part():
    rounds = [
        Verdict(FULL | {"performance": 60}, 3.0, ("a",)),
        Verdict(FULL | {"performance": 99, "seo": 92}, 1.0, ("b",)),
        Verdict(FULL, 0.9, ()),
    ]
    assert of_rounds(rounds) == Verdict(FULL | {"performance": 99, "seo": 92}, 1.0, ("a", "b"))


def test_the_page_that_does_worst_meets_a_goal_or_misses_it():
    verdicts = {"zh index": Verdict(FULL | {"performance": 98}, 1.0, ()), "zh scam": Verdict(FULL, 1.0, ())}
    assert [goal.met for goal in goals(verdicts)] == [True] * 4
    verdicts["en scam"] = Verdict(FULL | {"performance": 97, "accessibility": 99}, 1.0, ("contrast",))
    assert [goal.met for goal in goals(verdicts)] == [False, False, True, True]
    assert "en scam: contrast" in report(verdicts, dict.fromkeys(verdicts, "x/"))


# --- what it is judged with ---


@pytest.fixture
def packages(tmp_path):
    lock = tmp_path / "lock"
    lock.mkdir()
    (lock / "package.json").write_text("{}", encoding="utf-8")
    (lock / "package-lock.json").write_text('{"lockfileVersion": 3}', encoding="utf-8")
    return NodePackages(lock, tmp_path / "installed")


def npm_that(tmp_path, monkeypatch, line):
    """Let ``npm`` be a script of that line, with the folder of packages in $folder."""
    program = tmp_path / "bin/npm"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nfor folder; do :; done\necho run >> "{tmp_path}/runs"\n{line}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_packages_are_fetched_once_for_each_lock(packages, tmp_path, monkeypatch):
    npm_that(tmp_path, monkeypatch, 'mkdir -p "$folder/node_modules/a"; touch "$folder/node_modules/a/cli.js"')
    assert packages.install() == packages.install() == ""
    assert packages.has("a/cli.js") and not packages.has("b/cli.js")
    assert (tmp_path / "runs").read_text(encoding="utf-8") == "run\n"
    (packages.lock / "package-lock.json").write_text('{"lockfileVersion": 4}', encoding="utf-8")
    assert packages.install() == ""
    assert (tmp_path / "runs").read_text(encoding="utf-8") == "run\nrun\n"


def test_half_an_installation_is_none(packages, tmp_path, monkeypatch):
    npm_that(tmp_path, monkeypatch, 'mkdir -p "$folder/node_modules"; echo "Error: no network"; exit 1')
    assert packages.install() == packages.install() == "Error: no network"


def test_without_npm_or_a_new_node_people_are_told(packages, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "npm" in packages.install()
    with pytest.raises(Missing, match="Node"):
        packages.command("a/cli.js")


def test_without_nginx_or_npm_the_command_says_what_to_type(monkeypatch, capsys):
    monkeypatch.setenv("PATH", "")
    assert cli.main(["bench", "lighthouse"]) == 2
    assert "apt-get install nginx npm" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["lighthouse_packages", "rivals", "rivals/generators"])
def test_what_is_fetched_is_locked_and_no_place_is_named(project, folder):
    lock = project.root / "scripts/shizha/bench" / folder / "package-lock.json"
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    wanted = json.loads(lock.with_name("package.json").read_text(encoding="utf-8"))
    assert packages[""]["dependencies"] == wanted["dependencies"]
    del packages[""]
    assert all(item["integrity"].startswith("sha512-") and "resolved" not in item for item in packages.values())
