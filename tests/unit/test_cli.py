"""The commands as people type them, on a miniature project: output and exit codes."""

import json
import os
import subprocess
import sys

import pytest

from shizha import cli
from shizha.content.data import FILES
from support.repository import Repository


@pytest.fixture
def command(miniature, monkeypatch, capsys):
    monkeypatch.setattr(cli, "this_project", lambda: miniature.project)
    monkeypatch.setenv("SHIZHA_LANG", "en")

    def run(*arguments):
        code = cli.main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    run.miniature = miniature
    return run


def test_check_prints_the_place_and_the_remedy_and_fails(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    code, out, _ = command("check", "--lang", "en", str(command.miniature.project.docs / "zh/scams/fake-police.md"))
    assert code == 1
    assert out == (
        "docs/zh/scams/fake-police.md:1:1  reminder SZ801  Not yet in English\n"
        "    Create docs/en/scams/fake-police.md.\n"
        "docs/zh/scams/fake-police.md:8:1  error SZ401  The family “authorities” does not exist\n"
        "    Did you mean authority? They are listed in data/taxonomy.yml.\n"
        "1 error, 1 reminder. See en/about/rules/#SZ401\n"
    )


def test_check_of_good_content_succeeds(command):
    assert command("check")[0] == 0


def test_check_of_one_file_is_about_that_file(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    code, out, _ = command("check", str(command.miniature.project.docs / "en"))
    assert code == 0 and "authorities" not in out


def test_check_of_a_missing_file_says_so(command):
    code, _, err = command("check", "docs/nothing.md")
    assert code == 2 and "docs/nothing.md" in err


def test_check_for_programs_prints_one_object_and_nothing_else(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "\n挂断。\n", "\n打96101问。\n")
    code, out, _ = command("check", "--format", "json", "--lang", "en")
    report = json.loads(out)
    assert code == 1
    assert [item["rule"] for item in report["findings"] if item["severity"] == "error"] == ["SZ301"]
    assert report["checked"] == 10 + len(FILES)


def test_check_of_a_part_counts_that_part(command):
    _, out, _ = command("check", "--format", "json", str(command.miniature.project.docs / "en"))
    assert json.loads(out)["checked"] == 4


def test_check_for_pull_requests_prints_annotations(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "\n挂断。\n", "\n打96101问。\n")
    code, out, _ = command("check", "--format", "github", "--lang", "en")
    assert code == 1 and "::error file=docs/zh/scams/fake-police.md,line=" in out and "title=SZ301" in out


def test_fix_says_what_it_did(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "\n挂断。\n", "\n打96110问。\n")
    code, _, err = command("check", "--fix", str(command.miniature.project.docs / "zh"))
    assert code == 0 and "96110 -> [[tel:cn-anti-fraud]]" in err
    assert "打[[tel:cn-anti-fraud]]问。" in (command.miniature.project.docs / "zh/scams/fake-police.md").read_text(
        encoding="utf-8"
    )


def test_fix_has_nothing_to_do_where_all_is_well(command):
    pages = str(command.miniature.project.docs / "en")
    code, out, err = command("check", "--fix", "--format", "json", pages)
    assert code == 0 and err == "Nothing that can be mended by program.\n" and json.loads(out)["checked"] == 4


def test_fix_of_what_changed_leaves_the_rest(command):
    command.miniature.edit("docs/zh/emergency.md", "现在就做 {", "现在就做　{")
    Repository(command.miniature)
    command.miniature.edit("docs/zh/scams/index.md", "怎么找 {", "怎么找　{")
    _, _, err = command("check", "--fix", "--changed")
    assert "docs/zh/scams/index.md:11" in err and "emergency" not in err and "Mended: 1." in err


def test_a_path_after_changed_is_a_path(command, monkeypatch):
    monkeypatch.chdir(command.miniature.project.root)
    command.miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    Repository(command.miniature)
    command.miniature.edit("docs/zh/scams/fake-police.md", "authorities", "authors")
    assert command("check", "--changed", "docs/zh/scams")[0] == 1
    assert command("check", "--changed", "docs/en")[0] == 0


def test_an_overdue_review_is_an_error_only_if_that_is_asked_for(command, monkeypatch):
    command.miniature.edit("docs/zh/scams/fake-police.md", "reviewed: 2026-11-24", "reviewed: 2026-01-02")
    code, out, _ = command("check")
    assert code == 0 and "reminder SZ122" in out
    code, out, _ = command("check", "--overdue", "error")
    assert code == 1 and "error SZ122" in out and "reminder SZ122" not in out
    code, out, _ = command("check", "--overdue", "error", "--format", "github")
    assert code == 1 and "::error file=docs/zh/scams/fake-police.md,line=" in out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_a_pipe_is_not_waited_for_and_the_others_are_still_checked(command):
    os.mkfifo(command.miniature.project.docs / "zh/pipe.md")
    (command.miniature.project.data / "fields.yml").unlink()
    os.mkfifo(command.miniature.project.data / "fields.yml")
    (command.miniature.project.docs / "zh/folder.md").mkdir()
    (command.miniature.project.data / "terms.yml").unlink()
    (command.miniature.project.data / "terms.yml").mkdir()
    command.miniature.write("docs/zh/check.md", "没有 front matter\n")
    code, out, _ = command("check")
    errors = [line.split("  ")[0] + " " + line.split()[2] for line in out.splitlines() if "  error " in line]
    assert code == 1
    assert errors == [
        "data/fields.yml:1:1 SZ108",
        "data/terms.yml:1:1 SZ101",
        "docs/zh/check.md:1:1 SZ103",
        "docs/zh/pipe.md:1:1 SZ108",
    ]


def test_a_path_may_be_typed_as_findings_name_it_from_anywhere(command, monkeypatch):
    monkeypatch.chdir(command.miniature.project.docs / "zh")
    assert command("check", "docs/en/emergency.md", "--format", "json")[0] == 0
    assert json.loads(command("check", "emergency.md", "--format", "json")[1])["checked"] == 1


def test_findings_are_the_same_whatever_the_machine(command, project, tmp_path):
    """Its locale, its time zone, the folder, the order in which its file system and its hashes give things."""
    for number in range(3):
        command.miniature.write(f"docs/zh/bad{number}.md", "没有 front matter\n")
    command.miniature.edit("docs/zh/scams/fake-police.md", "routes: [phone]", "routes: [a, b, c, d]")
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path; from shizha import cli, project as p; "
        "cli.this_project = lambda: p.Project(Path(sys.argv[2])); sys.exit(cli.main(['check', '--lang', 'zh']))"
    )
    seen = set()
    for seed, place, zone, folder in (
        ("1", "C", "Pacific/Kiritimati", tmp_path),
        ("2", "de_DE.UTF-8", "Pacific/Niue", project.root),
    ):
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": place, "TZ": zone, "PYTHONUTF8": "1"}
        arguments = [sys.executable, "-c", code, project.root / "scripts", command.miniature.project.root]
        done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=False)
        seen.add((done.returncode, done.stdout, done.stderr))
    assert len(seen) == 1 and seen.pop()[0] == 1


def test_findings_for_gitlab_keep_their_fingerprints(command):
    command.miniature.edit("docs/zh/scams/fake-police.md", "\n挂断。\n", "\n打96101问，打96101问。\n")
    code, out, _ = command("check", "--format", "gitlab")
    before = [item for item in json.loads(out) if item["severity"] == "major"]
    command.miniature.edit("docs/zh/scams/fake-police.md", "\n打96101", "\n新的一段。\n\n打96101")
    after = [item for item in json.loads(command("check", "--format", "gitlab")[1]) if item["severity"] == "major"]
    assert code == 1 and len(before) == 2 and before[0]["fingerprint"] != before[1]["fingerprint"]
    assert [item["fingerprint"] for item in before] == [item["fingerprint"] for item in after]
    assert before[0]["location"] == {"path": "docs/zh/scams/fake-police.md", "lines": {"begin": 38}}
    assert before[0]["check_name"] == "SZ301" and "96101" in before[0]["description"]


def test_mark_synced_lists_what_it_wrote(command):
    code, _, out = command("check", "--mark-synced", str(command.miniature.project.docs / "en"))
    assert code == 0 and "docs/en/emergency.md" in out
    assert "synced_with:" in (command.miniature.project.docs / "en/emergency.md").read_text(encoding="utf-8")


def test_marking_what_is_marked_says_so(command):
    pages = str(command.miniature.project.docs / "en")
    command("check", "--mark-synced", pages)
    code, _, err = command("check", "--mark-synced", pages)
    assert code == 0 and "already marked" in err


def test_marking_the_original_says_where_the_mark_goes(command):
    code, _, err = command("check", "--mark-synced", str(command.miniature.project.docs / "zh"))
    assert code == 2 and "marks go on translations" in err


def test_mark_synced_asks_which_pages_were_compared(command):
    code, _, err = command("check", "--mark-synced")
    assert code == 2 and "--mark-synced docs/en/" in err


@pytest.mark.parametrize("others", [[], ["docs/en"], [".."]])
def test_asking_about_everything_is_never_asking_about_less(command, others):
    command.miniature.write("docs/zh/check.md", "没有 front matter\n")
    root = command.miniature.project.root
    assert command("check", str(root), *(str(root / other) for other in others))[0] == 1


@pytest.mark.parametrize("path", ["/etc", "mkdocs.yml"])
def test_check_of_what_is_not_content_refuses(command, path):
    code, out, err = command("check", str(command.miniature.project.root / path))
    assert code == 2 and "not in docs/ or data/" in err and "0 errors" not in out


def test_what_a_stranger_wrote_cannot_forge_a_line(command):
    command.miniature.edit(
        "docs/zh/scams/fake-police.md", "family: authority", 'family: "x\\n0 errors, 0 reminders.\\e[2J"'
    )
    code, out, _ = command("check")
    assert code == 1 and "\n0 errors" not in out and "\x1b" not in out


def test_build_refuses_bad_content_in_words(command):
    command.miniature.write("docs/zh/check.md", "没有 front matter\n")
    code, out, err = command("build")
    assert code == 1
    assert "docs/zh/check.md:1:1  error SZ103" in out and "the old site is untouched" in err
    assert not command.miniature.project.default_output.exists()


def test_build_refuses_a_folder_of_somebody_else(command, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").touch()
    code, _, err = command("build", "--out", str(tmp_path / "photos"))
    assert code == 2 and "was left alone" in err and "Traceback" not in err


def test_build_of_one_language_leaves_the_others_out(command):
    code, _, err = command("build", "--lang", "en")
    site = command.miniature.project.default_output
    assert code == 0 and str(site) in err
    assert (site / "emergency/index.html").is_file() and (site / "en/emergency/index.html").is_file()
    assert not (site / "zh-Hant").exists()
    named = [path.name for path in site.rglob("*") if path.is_file() and b"zh-Hant/" in path.read_bytes()]
    assert named == []


def test_new_names_the_files(command):
    code, out, _ = command("new", "guide", "banks/rights")
    assert code == 0 and out == "docs/zh/banks/rights.md\ndocs/en/banks/rights.md\n"


def test_new_of_an_unknown_kind_lists_the_kinds(command):
    code, _, err = command("new", "scams", "scams/x")
    assert code == 2 and "scam, kit" in err


def test_status_counts_pages(command):
    code, out, _ = command("status")
    assert code == 0 and "missing  scams/fake-police" in out


def test_a_wrong_argument_is_a_usage_message(command, capsys):
    with pytest.raises(SystemExit) as stop:
        command("check", "--fixx")
    assert stop.value.code == 2
    assert "--fixx" in capsys.readouterr().err


def test_a_full_disk_is_told_in_words(command, monkeypatch):
    def full(*arguments, **options):
        raise OSError(28, "No space left on device", "site/index.html")

    monkeypatch.setattr(cli, "build_site", full)
    code, _, err = command("build")
    assert code == 2 and "磁盘满了" in err and "Traceback" not in err


def test_ctrl_c_is_quiet(command, monkeypatch):
    def interrupt(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "build_site", interrupt)
    assert command("build")[0] == 130


def test_it_works_from_any_folder(tmp_path, project):
    done = subprocess.run(
        [sys.executable, project.root / "scripts" / "shizha", "status"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0 and "English" in done.stdout
