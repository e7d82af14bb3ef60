"""The tests that print documents: left out unless asked for, and what is said where a program for them is missing."""

import os
import subprocess
import sys

import pytest

from shizha import office
from shizha.office import NoOffice, ready_office

PRINTING = "tests/printed"


@pytest.fixture
def command(project):
    """Runs ``python3 scripts test`` with more arguments, where no program is to be found on the path."""

    def run(*arguments):
        environment = os.environ | {"SHIZHA_NO_VENV": "1", "PATH": str(project.root / "no-such-folder")}
        return subprocess.run(
            [sys.executable, "scripts", "test", *arguments],
            cwd=project.root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_without_the_option_they_are_left_out_and_it_is_said(command):
    done = command("--collect-only", PRINTING)
    assert "没有运行 / left out: tests/printed/ (要运行就加 / to run them add --documents)" in done.stdout
    assert "::test_" not in done.stdout


def test_with_the_option_a_missing_program_is_named_and_nothing_runs(command):
    done = command("--documents", PRINTING)
    assert done.returncode == 2
    assert "要先装LibreOffice和poppler" in done.stderr and "Traceback" not in done.stderr


def test_both_programs_are_needed(monkeypatch, tmp_path):
    monkeypatch.setattr(office.shutil, "which", lambda name: str(tmp_path / name) if name == "soffice" else None)
    with pytest.raises(NoOffice, match="poppler"):
        ready_office()
    monkeypatch.setattr(office.shutil, "which", lambda name: str(tmp_path / name))
    assert ready_office().soffice == tmp_path / "soffice"
