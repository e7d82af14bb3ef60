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
import shutil

import pytest

from shizha import cli
from shizha.checks import RULES
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
    assert {item["severity"] for item in findings if item["rule"] == rule.id} == {rule.severity}
    assert code == (1 if rule.severity == "error" else 0)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_lets_what_is_right_pass(rule, check):
    code, findings = check(load_rule_fixture(rule.id).passes.edits)
    assert [item for item in findings if item["rule"] == rule.id or item["severity"] == "error"] == []
    assert code == 0


def test_there_is_no_fixture_without_a_rule():
    assert sorted({path.name for path in FOLDER.iterdir()} - {f"{rule}.yml" for rule in RULES}) == []


def test_without_a_change_only_the_page_that_was_never_translated_is_found(good):
    assert good.findings() == []
    assert [(item.rule, item.path) for item in good.reminders()] == [("SZ801", "docs/zh/scams/fake-police.md")]
