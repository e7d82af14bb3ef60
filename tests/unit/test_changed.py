"""``check --changed``: what a branch did, and only that."""

import pytest

from shizha.changed import change_since, findings_of
from shizha.checks import run_checks
from shizha.revisions import GitProblem
from support.repository import Repository


@pytest.fixture
def repository(miniature):
    """The miniature as a git repository with a mistake that was there before."""
    miniature.edit("docs/zh/scams/index.md", "按家族找。", "看[那页](nothing.md)。")
    repository = Repository(miniature)
    repository.git("switch", "-q", "-c", "branch")
    return repository


def everything_found(repository, base=None):
    library = repository.miniature.library()
    change = change_since(repository.project, base)
    return findings_of(repository.project, change, run_checks(library), library)


def found(repository, base=None):
    return [(item.path, item.rule) for item in everything_found(repository, base) if item.severity == "error"]


def test_what_was_wrong_before_is_not_this_branchs_doing(repository):
    assert found(repository) == []


@pytest.mark.parametrize("commit", [True, False])
def test_a_mistake_in_a_changed_file_is_shown(repository, commit):
    repository.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    if commit:
        repository.commit("change")
    assert found(repository) == [("docs/zh/scams/fake-police.md", "SZ401")]


def test_another_heading_id_breaks_the_pages_that_link_to_it(repository):
    repository.miniature.edit("docs/zh/emergency.md", "{ #call }", "{ #dial }")
    assert ("docs/zh/scams/fake-police.md", "SZ404") in found(repository)
    assert ("docs/zh/scams/index.md", "SZ404") not in found(repository)


def test_a_renamed_page_breaks_the_pages_that_link_to_it(repository):
    repository.git("mv", "docs/zh/emergency.md", "docs/zh/help.md")
    assert {("docs/zh/scams/fake-police.md", "SZ404"), ("docs/en/emergency.md", "SZ107")} <= set(found(repository))


def test_a_deleted_source_breaks_the_pages_that_cite_it(repository):
    repository.miniature.edit("data/sources.yml", "law-anti-fraud:", "law-against-fraud:")
    assert ("docs/zh/scams/fake-police.md", "SZ401") in found(repository)


def test_a_word_less_in_the_taxonomy_breaks_the_pages_that_use_it(repository):
    repository.miniature.edit("data/taxonomy.yml", "\n  authority:\n", "\n  authorities:\n")
    assert ("docs/zh/scams/fake-police.md", "SZ401") in found(repository)


def test_a_changed_source_page_makes_its_translation_stale(repository):
    for path in ("docs/en/emergency.md", "docs/zh-Hant/emergency.md"):
        fingerprint = repository.miniature.library().source("emergency").fingerprint
        repository.miniature.edit(path, "\n---\n", f'\nsynced_with: "{fingerprint}"\n---\n')
    repository.git("switch", "-q", "-C", "main")
    repository.commit("marked")
    repository.miniature.edit("docs/zh/emergency.md", "现在就做", "现在马上做")
    stale = {item.path for item in everything_found(repository) if item.rule == "SZ802"}
    assert stale == {"docs/en/emergency.md", "docs/zh-Hant/emergency.md"}


def test_the_second_mistake_of_the_same_words_is_shown_with_the_first(repository):
    repository.miniature.edit("data/fields.yml", "school: {", "school-of-yours: {")
    repository.miniature.edit(
        "docs/zh/scams/fake-police.md", "他挂断了电话", "[[field:school]]和[[field:school]]挂断了电话"
    )
    repository.git("switch", "-q", "-C", "main")
    repository.commit("two of them")
    assert found(repository) == []
    repository.miniature.edit("docs/zh/scams/fake-police.md", "你怎么办？", "[[field:school]]怎么办？")
    assert found(repository) == [("docs/zh/scams/fake-police.md", "SZ401")] * 3


def test_a_published_address_cannot_be_taken_off_the_list(repository):
    repository.miniature.edit("data/published.yml", "- contacts\n", "")
    (finding,) = [item for item in everything_found(repository) if item.severity == "error"]
    assert (finding.path, finding.rule) == ("data/published.yml", "SZ131")
    assert "contacts" in finding.message.en and "- contacts" in finding.hint.en


def test_a_redirect_cannot_be_taken_away(repository):
    repository.miniature.write("data/redirects.yml", "old-name: emergency\nolder-name: emergency\n")
    repository.git("switch", "-q", "-C", "main")
    repository.commit("redirects")
    repository.miniature.write("data/redirects.yml", "older-name: emergency\n")
    (finding,) = [item for item in everything_found(repository) if item.severity == "error"]
    assert (finding.path, finding.rule) == ("data/redirects.yml", "SZ132")
    assert "old-name: emergency" in finding.hint.zh


@pytest.mark.parametrize("name", ["docs/zh/新.md", "docs/zh/a\nb.md", "docs/zh/a b.md"])
def test_a_new_file_counts_before_it_is_added_whatever_its_name(repository, name):
    repository.miniature.write(name, "x")
    assert found(repository) == [(name, "SZ108")]


def test_another_base_may_be_named(repository):
    repository.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    repository.commit("change")
    assert found(repository, "HEAD") == []
    assert found(repository, "main") == [("docs/zh/scams/fake-police.md", "SZ401")]


@pytest.mark.parametrize("name", ["nowhere", "--upload-pack=x", "-h"])
def test_an_unknown_base_is_told_in_words(repository, name):
    with pytest.raises(GitProblem, match=name):
        change_since(repository.project, name)


def test_a_base_without_common_history_is_told_in_words(repository):
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit("alone")
    with pytest.raises(GitProblem, match="git fetch --unshallow"):
        change_since(repository.project, "main")


def test_without_history_there_is_nothing_to_compare(miniature):
    with pytest.raises(GitProblem, match="no git history"):
        change_since(miniature.project, None)


def test_without_git_that_is_said(miniature, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GitProblem, match="not installed"):
        change_since(miniature.project, None)
