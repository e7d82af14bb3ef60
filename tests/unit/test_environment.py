"""The bootstrap, without network: what it says when the environment cannot be made."""

import json
import subprocess
import sys

import pytest

import environment
from environment import EnvironmentProblem

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
    compile(source, "__main__.py", "exec", dont_inherit=True)
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
        ("OSError: [Errno 28] No space left on device", "300MB"),
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


def test_a_folder_with_something_else_in_it_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "letters.txt").write_text("x", encoding="utf-8")
    monkeypatch.setenv("SHIZHA_VENV", str(tmp_path))
    monkeypatch.delenv("SHIZHA_NO_VENV", raising=False)
    with pytest.raises(EnvironmentProblem):
        environment.ready_python(testing=False)
    assert (tmp_path / "letters.txt").is_file()


def test_a_place_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("SHIZHA_VENV", str(tmp_path / "file" / "venv"))
    monkeypatch.delenv("SHIZHA_NO_VENV", raising=False)
    with pytest.raises(EnvironmentProblem) as problem:
        environment.ready_python(testing=False)
    assert "venv" in str(problem.value)


def test_an_environment_is_ready_only_for_what_was_installed(tmp_path):
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.touch()
    requirements = environment.ROOT / "requirements.txt"
    assert not environment._is_ready(tmp_path, python, requirements)
    environment._write_stamp(tmp_path, requirements)
    assert environment._is_ready(tmp_path, python, requirements)
    assert not environment._is_ready(tmp_path, python, environment.ROOT / "requirements-dev.txt")
    stamp = json.loads((tmp_path / ".shizha-installed").read_text(encoding="utf-8"))
    (tmp_path / ".shizha-installed").write_text(json.dumps(stamp | {"python": "3.9"}), encoding="utf-8")
    assert not environment._is_ready(tmp_path, python, requirements)


def test_the_tests_environment_serves_every_command(tmp_path):
    python = tmp_path / "python"
    python.touch()
    environment._write_stamp(tmp_path, environment.ROOT / "requirements-dev.txt")
    assert environment._is_ready(tmp_path, python, environment.ROOT / "requirements.txt")


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
