"""The commands as people type them, on a miniature project: output and exit codes."""

import json
import subprocess
import sys

import pytest

from shizha import cli


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
        "1 errors, 1 reminders. See en/about/rules/#SZ401\n"
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
    assert report["checked"] == 10 + 8


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


def test_mark_synced_lists_what_it_wrote(command):
    code, _, out = command("check", "--mark-synced", str(command.miniature.project.docs / "en"))
    assert code == 0 and "docs/en/emergency.md" in out
    assert "synced_with:" in (command.miniature.project.docs / "en/emergency.md").read_text(encoding="utf-8")


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
