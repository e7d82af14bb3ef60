"""The bootstrap, without network: what it says when the environment cannot be made."""

import ast
import subprocess
import sys

import pytest

import environment
from environment import EnvironmentProblem
from installed import Installed, completed, read_note, write_note

SCRIPTS = environment.ROOT / "scripts"


def run(*arguments, **variables):
    return subprocess.run(
        [sys.executable, SCRIPTS, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"PATH": "", "PYTHONUTF8": "1"} | variables,
        check=False,
    )


def test_without_a_command_it_lists_them_and_installs_nothing(tmp_path):
    done = run(SHIZHA_VENV=str(tmp_path / "venv"))
    assert done.returncode == 0
    for command in ("serve", "test", "build", "check", "new", "status"):
        assert f"python3 scripts {command}" in done.stdout
    assert not (tmp_path / "venv").exists()


def test_a_terminal_without_chinese_characters_still_gets_the_list():
    done = run(PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0 and "preview, reloads when you save" in done.stdout


def test_an_unknown_command_is_named():
    done = run("servr")
    assert done.returncode == 2
    assert "servr" in done.stderr and "Traceback" not in done.stderr


def test_an_old_python_is_told_so_by_a_file_that_it_can_read():
    source = (SCRIPTS / "__main__.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 5))
    program = f"import sys; sys.version_info = (3, 9, 2); exec(compile({source!r}, '__main__.py', 'exec'))"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert "3.11" in done.stderr and "3.9" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "SECURITY.md"),
        ("OSError: [Errno 28] No space left on device", "600MB"),
        ("ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'", "SHIZHA_VENV"),
        ("WARNING: Retrying ... NewConnectionError('Failed to establish a new connection')", "network"),
        ("something nobody foresaw", "something nobody foresaw"),
    ],
)
def test_what_pip_says_becomes_what_to_do(output, words):
    assert words in environment._explain_output(output, "headline")


def test_a_python_without_venv_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(environment.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(EnvironmentProblem) as problem:
        environment._make_venv(tmp_path / "venv")
    assert "apt install python3-venv" in str(problem.value)


@pytest.mark.parametrize("other", ["letters.txt", "pyvenv.cfg"])
def test_a_folder_with_something_else_in_it_is_not_used(tmp_path, monkeypatch, other):
    (tmp_path / other).write_text("x", encoding="utf-8")
    monkeypatch.setenv("SHIZHA_VENV", str(tmp_path))
    monkeypatch.delenv("SHIZHA_NO_VENV", raising=False)
    with pytest.raises(EnvironmentProblem):
        environment.ready_python(testing=False)
    assert [path.name for path in tmp_path.iterdir()] == [other]


def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("SHIZHA_VENV", str(tmp_path / "file" / "venv"))
    monkeypatch.delenv("SHIZHA_NO_VENV", raising=False)
    with pytest.raises(EnvironmentProblem) as problem:
        environment.ready_python(testing=False)
    assert "venv" in str(problem.value)


def noted(folder, *requirements):
    python = folder / "python"
    python.touch()
    write_note(folder, completed(folder, *(environment.ROOT / name for name in requirements)))
    return python


def test_an_environment_is_ready_only_for_what_was_installed(tmp_path):
    python = noted(tmp_path, "requirements.txt")
    assert environment._is_ready(tmp_path, python, testing=False)
    assert not environment._is_ready(tmp_path, python, testing=True)
    write_note(tmp_path, Installed("3.9", str(tmp_path), read_note(tmp_path).requirements))
    assert not environment._is_ready(tmp_path, python, testing=False)


def test_an_environment_that_was_moved_is_not_ready(tmp_path):
    (tmp_path / "old").mkdir()
    noted(tmp_path / "old", "requirements.txt")
    (tmp_path / "old").rename(tmp_path / "new")
    assert not environment._is_ready(tmp_path / "new", tmp_path / "new" / "python", testing=False)


def test_the_tests_environment_serves_every_command(tmp_path):
    python = noted(tmp_path, "requirements-dev.txt", "requirements.txt")
    assert environment._is_ready(tmp_path, python, testing=False)


def test_a_failed_upgrade_leaves_what_works(tmp_path, monkeypatch):
    python = noted(tmp_path, "requirements.txt")

    def fail(python, requirements):
        raise EnvironmentProblem("no network")

    monkeypatch.setattr(environment, "_install", fail)
    monkeypatch.setattr(environment, "_runs", lambda python: True)
    with pytest.raises(EnvironmentProblem):
        environment._make(tmp_path, python, testing=True)
    assert environment._is_ready(tmp_path, python, testing=False)


def test_the_tests_lock_contains_the_sites_lock():
    def pins(name):
        text = (environment.ROOT / name).read_text(encoding="utf-8")
        return {line.split(" ")[0] for line in text.splitlines() if "==" in line and not line.startswith(("#", " "))}

    runtime, testing = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime and runtime < testing


def test_every_locked_requirement_has_a_hash_and_no_index_is_named():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (environment.ROOT / name).read_text(encoding="utf-8")
        entries = [
            entry for entry in text.replace("\\\n", " ").splitlines() if entry and not entry.lstrip().startswith("#")
        ]
        assert entries and all("--hash=sha256:" in entry for entry in entries)
        assert "://" not in text
