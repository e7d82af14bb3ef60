"""Every rule of the check: a change that breaks it is found at its line, and the same change made well is not.

The changes are in ``tests/rules/``, one file a rule, named by its id. They are made to the miniature project of
tests/support/miniature.py, whose translations are marked as synced and which has no error::

    fails:
      at: docs/zh/emergency.md:14           # the file and line at which the rule is found
      edits:
        - file: docs/zh/emergency.md
          replace: 打[[tel:cn-police]]。     # the first place where this stands; it must be there
          with: 打96101。                    # left out: nothing
    passes:
      edits:
        - {file: docs/zh/emergency.md, replace: "打[[tel:cn-police]]。", with: "打[[tel:cn-anti-fraud]]。"}

Instead of ``replace`` and ``with`` an edit may have: ``write`` the whole file, as text (with ``encoding: gbk`` for another
one) or as ``!!binary``; ``remove: true``; ``link: ../target`` for a symbolic link. ``mode: "755"`` goes with any of them.
Characters that cannot be seen are written as escapes in double quotes: ``"\\u200b"``, ``"\\r\\n"``.
"""

import json
import re
import shutil

import pytest

from shizha import cli
from shizha.checks import FAMILIES, RULES
from shizha.checks.catalogue import grouped
from shizha.project import Project
from shizha.sync import hand_written_translations, mark_synced
from support.miniature import Miniature
from support.rule_fixture import FOLDER, load_rule_fixture


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    """The miniature project with its translations marked."""
    miniature = Miniature(tmp_path_factory.mktemp("good") / "project")
    library = miniature.library()
    for page in hand_written_translations(library):
        mark_synced(library, page)
    return miniature


@pytest.fixture
def check(good, tmp_path, monkeypatch, capsys):
    """Makes the edits in a copy of the project and runs the command; returns the exit code and the findings."""

    def run(edits):
        root = tmp_path / "project"
        for folder in ("docs", "data"):
            shutil.copytree(good.project.root / folder, root / folder)
        miniature = Miniature.of(Project(root))
        for edit in edits:
            edit.apply(miniature)
        monkeypatch.setattr(cli, "this_project", lambda: miniature.project)
        code = cli.main(["check", "--format", "json"])
        return code, json.loads(capsys.readouterr().out)["findings"]

    return run


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_found_at_its_line(rule, check):
    failing = load_rule_fixture(rule.id).fails
    code, findings = check(failing.edits)
    found = [f"{item['path']}:{item['line']}" for item in findings if item["rule"] == rule.id]
    assert failing.at in found, findings
    messages = [item["message"] for item in findings if item["rule"] == rule.id]
    assert rule.says.zh in messages, "the sentence of the published list is one that the check prints"
    assert {item["severity"] for item in findings if item["rule"] == rule.id} == {rule.severity}
    assert code == (1 if rule.severity == "error" else 0)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_lets_what_is_right_pass(rule, check):
    code, findings = check(load_rule_fixture(rule.id).passes.edits)
    assert [item for item in findings if item["rule"] == rule.id or item["severity"] == "error"] == []
    assert code == 0


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_the_words_for_its_page(rule):
    for words in (rule.title, rule.why, rule.says):
        assert words.zh and words.en and words.zh != words.en
    assert rule.wrong and rule.right and rule.wrong != rule.right
    assert rule.title.zh[-1] not in "。，" and rule.why.zh.endswith("。") and rule.why.en.endswith(".")


def test_an_id_is_given_once_and_begins_like_those_of_its_family():
    every = [rule.id for family in FAMILIES for rule in family.RULES]
    assert len(every) == len(set(every))
    assert [rule for rule in every if not re.fullmatch("SZ[1-9][0-9]{2}", rule)] == []
    assert {family.__name__ for family in FAMILIES if len({rule.id[2] for rule in family.RULES}) > 1} == set()


def test_the_list_has_every_rule_in_one_group():
    assert [rule.id for group in grouped(RULES.values()) for rule in group.rules] == sorted(RULES)


def test_there_is_no_fixture_without_a_rule():
    assert sorted({path.name for path in FOLDER.iterdir()} - {f"{rule}.yml" for rule in RULES}) == []


def test_without_a_change_only_the_page_that_was_never_translated_is_found(good):
    assert good.findings() == []
    assert [(item.rule, item.path) for item in good.reminders()] == [("SZ801", "docs/zh/scams/fake-police.md")]
