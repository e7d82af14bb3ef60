import subprocess

import pytest

from shizha.changed import NoBase, changed_findings
from shizha.checks import run_checks


@pytest.fixture
def repository(miniature):
    """The miniature as a git repository with a mistake that was there before."""

    def git(*arguments):
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", miniature.project.root, *arguments]
        subprocess.run(command, check=True, capture_output=True)

    miniature.git = git
    miniature.edit("docs/zh/scams/index.md", "按家族找。", "看[那页](nothing.md)。")
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "before")
    git("switch", "-q", "-c", "branch")
    return miniature


def found(repository, base=None):
    findings = changed_findings(repository.project, run_checks(repository.library()), base)
    return [(item.path, item.rule) for item in findings if item.severity == "error"]


def test_what_was_wrong_before_is_not_this_branchs_doing(repository):
    assert found(repository) == []


@pytest.mark.parametrize("commit", [True, False])
def test_a_mistake_in_a_changed_file_is_shown(repository, commit):
    repository.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    if commit:
        repository.git("commit", "-aqm", "change")
    assert found(repository) == [("docs/zh/scams/fake-police.md", "SZ401")]


def test_what_a_change_breaks_elsewhere_is_shown(repository):
    repository.edit("docs/zh/emergency.md", "{ #call }", "{ #dial }")
    assert ("docs/zh/scams/fake-police.md", "SZ404") in found(repository)
    assert ("docs/zh/scams/index.md", "SZ404") not in found(repository)


def test_a_new_file_counts_before_it_is_added(repository):
    repository.write("docs/zh/新.md", "x")
    assert found(repository) == [("docs/zh/新.md", "SZ108")]


def test_another_base_may_be_named(repository):
    repository.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    repository.git("commit", "-aqm", "change")
    assert found(repository, "HEAD") == []
    assert found(repository, "main") == [("docs/zh/scams/fake-police.md", "SZ401")]


def test_an_unknown_base_is_told_in_words(repository):
    with pytest.raises(NoBase) as problem:
        found(repository, "nowhere")
    assert "nowhere" in str(problem.value)


def test_without_history_there_is_nothing_to_compare(miniature):
    with pytest.raises(NoBase):
        changed_findings(miniature.project, [], None)
