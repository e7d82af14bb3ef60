"""The Python code has one layout and none of the slips that ruff knows. Mend with: ruff check --fix, ruff format."""

import ast
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


# Which rooms of the package each room may import. Data travels one way; only hooks/ knows the generator.
ROOMS = {
    "content": {"content", "project"},
    "checks": {"checks", "content", "in_two", "project"},
    "rendering": {"rendering", "content"},
    "search": {"search", "content"},
    "documents": {"documents", "content", "rendering", "store"},
    "publish": {"publish", "content", "documents", "in_two", "search", "store"},
    "bench": {
        "bench",
        "browser",
        "build",
        "checks",
        "content",
        "hooks",
        "packages",
        "project",
        "publish",
        "search",
        "web_server",
    },
    "hooks": {"hooks", "content", "documents", "rendering", "store"},
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_before_it(project, room):
    package = project.root / "scripts" / "shizha"
    for path in (package / room).rglob("*.py"):
        rooms, outside = _imports(path, package)
        assert rooms <= ROOMS[room], path
        assert room == "hooks" or "mkdocs" not in outside, path


def test_no_module_outside_the_hooks_knows_the_generator(project):
    package = project.root / "scripts" / "shizha"
    knowing = {path.parent.name for path in package.rglob("*.py") if "mkdocs" in _imports(path, package)[1]}
    assert knowing == {"hooks"}


def test_modules_stay_small(project):
    long = [
        path.name
        for path in (project.root / "scripts").rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > 350
    ]
    assert long == []


def _imports(path, package):
    """Names of the rooms of the package that a module imports, at any depth of its code, and of packages outside."""
    rooms, outside = set(), set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            home = path.relative_to(package.parent).parts[: -node.level]
            names = (
                [".".join([*home, node.module])]
                if node.module
                else [".".join([*home, alias.name]) for alias in node.names]
            )
        elif isinstance(node, ast.ImportFrom):
            names = [node.module]
        else:
            continue
        for name in names:
            first, *rest = name.split(".")
            (rooms if first == package.name and rest else outside).add(
                rest[0] if first == package.name and rest else first
            )
    return rooms, outside
