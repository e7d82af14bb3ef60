"""The Python code has one layout and none of the slips that ruff knows. Mend with: ruff check --fix, ruff format."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=["slips", "layout"])
def test_the_code_is_tidy(project, command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "scripts", "tests"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_hooks_know_the_generator(project):
    """The generator is replaceable: nothing outside hooks/ imports MkDocs, and content/ imports no other room."""
    package = project.root / "scripts" / "shizha"
    knowing = {path.parent.name for path in package.rglob("*.py") if "mkdocs" in "".join(_imports(path))}
    assert knowing == {"hooks"}
    for path in (package / "content").glob("*.py"):
        assert not [
            line
            for line in _imports(path)
            if "from ..checks" in line or "from ..rendering" in line or "from ..publish" in line
        ], path
    for room in ("checks", "publish"):
        for path in (package / room).glob("*.py"):
            assert not [line for line in _imports(path) if "from ..hooks" in line], path


def test_modules_stay_small(project):
    long = [
        path.name
        for path in (project.root / "scripts").rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > 350
    ]
    assert long == []


def _imports(path):
    return [
        line for line in path.read_text(encoding="utf-8").splitlines() if line.lstrip().startswith(("import ", "from "))
    ]
