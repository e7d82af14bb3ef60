"""``check --proposed``: a stranger's commit, judged by the program that is here. The stranger may try anything."""

import json
import os

import pytest

from shizha import cli
from shizha.changed import proposed_content
from shizha.revisions import GitProblem, write_content
from support.repository import Repository


@pytest.fixture
def repository(miniature):
    """``main`` is checked out; ``propose`` commits what is in the folder to a branch and comes back."""
    repository = Repository(miniature)

    def propose() -> str:
        repository.git("switch", "-q", "-c", "proposal")
        commit = repository.commit("proposal")
        repository.git("switch", "-q", "-f", "main")
        return commit

    repository.propose = propose
    return repository


@pytest.fixture
def check(repository, monkeypatch, capsys):
    """Check a commit; returns the exit code and the findings."""
    monkeypatch.setattr(cli, "this_project", lambda: repository.project)

    def run(commit):
        code = cli.main(["check", "--proposed", commit, "--format", "json", "--lang", "en"])
        return code, json.loads(capsys.readouterr().out)["findings"]

    return run


def errors(findings):
    return {(item["path"], item["rule"]) for item in findings if item["severity"] == "error"}


def test_a_good_change_passes(repository, check):
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "按家族找，也能按渠道找。")
    code, findings = check(repository.propose())
    assert code == 0 and errors(findings) == set()


def test_a_bad_change_fails_at_its_line(repository, check):
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "按家族找。\n\n打96101。")
    code, findings = check(repository.propose())
    assert code == 1
    (finding,) = [item for item in findings if item["severity"] == "error"]
    assert (finding["path"], finding["line"], finding["rule"]) == ("docs/zh/scams/index.md", 15, "SZ301")


def test_what_main_has_gained_since_is_not_the_strangers_doing(repository, check):
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "按家族找，也能按渠道找。")
    commit = repository.propose()
    repository.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    repository.commit("a mistake of somebody else")
    code, findings = check(commit)
    assert code == 0 and errors(findings) == set()


def test_the_program_of_the_stranger_is_not_even_written(repository):
    repository.miniature.write("scripts/shizha/checks/numbers.py", "raise SystemExit(0)\n")
    repository.miniature.write("mkdocs.yml", "hooks: [evil.py]\n")
    with proposed_content(repository.project, repository.propose()) as (proposed, change):
        assert sorted(path.name for path in proposed.root.iterdir()) == ["data", "docs"]
        assert change.places == frozenset()


def test_nothing_is_changed_by_attributes_that_the_stranger_brings(repository, tmp_path):
    """Line ends, encodings and filters would let git write other bytes than those that a person reads in the request."""
    attributes = "*.md ident text eol=crlf working-tree-encoding=UTF-16 filter=lfs export-ignore export-subst\n"
    text = "$Id$ $Format:%H$\n"
    repository.git("config", "filter.lfs.smudge", "false")
    repository.miniature.write("docs/zh/stored.md", text)
    repository.git("add", "-A")
    repository.miniature.write("docs/.gitattributes", attributes)
    repository.git("add", "docs/.gitattributes")
    repository.git("commit", "-qm", "hostile")
    (tmp_path / "out").mkdir()
    write_content(repository.project, "HEAD", tmp_path / "out")
    assert (tmp_path / "out/docs/zh/stored.md").read_bytes() == text.encode()
    assert (tmp_path / "out/docs/.gitattributes").read_text() == attributes


def test_files_of_git_itself_do_not_belong_in_the_content(repository, check):
    for name in (".gitattributes", ".gitignore", ".gitmodules"):
        repository.miniature.write(f"docs/zh/{name}", "x\n")
        repository.miniature.write(f"data/{name}", "x\n")
    places = {
        f"{folder}/{name}" for folder in ("docs/zh", "data") for name in (".gitattributes", ".gitignore", ".gitmodules")
    }
    code, findings = check(repository.propose())
    assert code == 1 and errors(findings) == {(place, "SZ108") for place in places}


@pytest.mark.parametrize("target", ["/etc/passwd", "../../../../etc/passwd", "index.md", "nowhere"])
def test_a_link_is_refused_and_not_followed(repository, check, target):
    (repository.project.docs / "zh/link.md").symlink_to(target)
    code, findings = check(repository.propose())
    assert code == 1 and errors(findings) == {("docs/zh/link.md", "SZ108")}
    assert "root:" not in str(findings)


@pytest.mark.parametrize("folder", ["docs", "data"])
def test_a_link_in_place_of_a_whole_folder_is_refused(repository, check, folder):
    (repository.project.root / folder).rename(repository.project.root / "elsewhere")
    (repository.project.root / folder).symlink_to("elsewhere")
    code, findings = check(repository.propose())
    assert code == 1 and (folder, "SZ108") in errors(findings)


def test_a_submodule_is_refused(repository, check):
    head = repository.git("rev-parse", "HEAD").strip()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},docs/zh/other")
    repository.git("commit", "-qm", "submodule")
    commit = repository.git("rev-parse", "HEAD").strip()
    repository.git("reset", "-q", "--hard", "HEAD^")
    code, findings = check(commit)
    assert code == 1 and errors(findings) == {("docs/zh/other", "SZ108")}


@pytest.mark.parametrize("folder", ["docs", "data"])
def test_a_folder_that_is_deleted_is_told_in_findings(repository, check, folder):
    repository.git("rm", "-rq", folder)
    code, findings = check(repository.propose())
    assert code == 1 and {item["path"].split("/")[0] for item in findings} >= {folder}


def test_a_huge_file_is_refused_without_being_read(repository, check):
    repository.miniature.write("docs/zh/huge.md", b"x" * (5 * 1024 * 1024))
    code, findings = check(repository.propose())
    assert code == 1 and errors(findings) == {("docs/zh/huge.md", "SZ101")}


@pytest.mark.skipif(os.name == "nt", reason="the system knows no such names")
def test_a_file_name_cannot_forge_a_line_of_the_output(repository, monkeypatch, capsys):
    monkeypatch.setattr(cli, "this_project", lambda: repository.project)
    repository.miniature.write("docs/zh/a\n::stop-commands::x\n.md", "x")
    (repository.project.docs / os.fsdecode(b"zh/\xff,b:c.md")).write_text("x")
    commit = repository.propose()
    for form, begins in (("github", "::error file=docs/zh/"), ("text", "")):
        assert cli.main(["check", "--proposed", commit, "--format", form]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert any(":c.md" in line or "%3Ac.md" in line for line in lines)
        assert all(line.startswith(begins) and not line.startswith("::stop") for line in lines)


def test_a_forged_path_is_refused(repository, tmp_path):
    blob = repository.git("hash-object", "-w", "mkdocs.yml").strip()
    make = ["git", "-C", str(repository.project.root), "mktree", "-z"]
    inner = _tree(make, f"100644 blob {blob}\t..\0")
    outer = _tree(make, f"040000 tree {inner}\tdocs\0")
    with pytest.raises(GitProblem, match="forged"):
        write_content(repository.project, outer, tmp_path)


def _tree(command, listing):
    import subprocess

    return subprocess.run(command, input=listing.encode(), capture_output=True, check=True).stdout.decode().strip()


def test_a_conflict_is_told_in_words(repository, capsys, monkeypatch):
    monkeypatch.setattr(cli, "this_project", lambda: repository.project)
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "一种改法。")
    commit = repository.propose()
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "另一种改法。")
    repository.commit("at the same place")
    assert cli.main(["check", "--proposed", commit]) == 2
    output = capsys.readouterr()
    assert output.out == "" and "有冲突" in output.err and "conflicts" in output.err


@pytest.mark.parametrize("more", [["docs"], ["--fix"], ["--mark-synced"]])
def test_it_only_checks(repository, capsys, monkeypatch, more):
    monkeypatch.setattr(cli, "this_project", lambda: repository.project)
    assert cli.main(["check", "--proposed", "HEAD", *more]) == 2
    assert "--proposed" in capsys.readouterr().err


def test_a_preview_has_the_strangers_words_and_the_looks_that_are_here(repository, monkeypatch, tmp_path):
    monkeypatch.setattr(cli, "this_project", lambda: repository.project)
    repository.miniature.edit("docs/zh/scams/index.md", "按家族找。", "按家族找，也能按渠道找。")
    repository.miniature.write("overrides/main.html", "HOSTILE")
    commit = repository.propose()
    assert cli.main(["build", "--proposed", commit, "--out", str(tmp_path / "out"), "--lang", "zh"]) == 0
    page = (tmp_path / "out/scams/index.html").read_text(encoding="utf-8")
    assert "也能按渠道找" in page and "HOSTILE" not in page
    assert not repository.project.default_output.exists()


def test_a_right_to_run_is_seen_in_what_a_stranger_proposes(repository, check):
    (repository.project.docs / "zh/emergency.md").chmod(0o755)
    code, findings = check(repository.propose())
    assert code == 1 and errors(findings) == {("docs/zh/emergency.md", "SZ707")}
