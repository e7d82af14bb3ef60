"""README names every command, option and benchmark in both languages; what it and its neighbours tell people to type exists."""

import argparse
import re
import shlex

import pytest

from shizha.bench import BENCHMARKS
from shizha.cli import _parser
from shizha.project import this_project

ROOT = this_project().root
FILES = ("README.md", "CONTRIBUTING.md", "MAINTAINING.md", "SECURITY.md", "IF-THE-THEME-STOPS.md")
CHINESE, ENGLISH = (ROOT / "README.md").read_text(encoding="utf-8").split("\n# ShiZha", 1)


def commands():
    """Command -> its parser."""
    (found,) = (action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction))
    return found.choices


@pytest.mark.parametrize("half", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_every_command_option_and_benchmark_is_named(half):
    options = {option for parser in commands().values() for option in parser._option_string_actions} - {"-h", "--help"}
    named = [*(f"scripts {name}" for name in commands()), *(f"bench {name}" for name in BENCHMARKS), *options]
    assert [name for name in (*named, "--no-browser", "--documents") if name not in half] == []


@pytest.mark.parametrize("file", FILES)
def test_what_people_are_told_to_type_exists(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    for command in set(re.findall(r"python3 scripts ([^`\n#]+)", text)):
        arguments = shlex.split(command.strip())
        parsed, rest = _parser().parse_known_args(arguments)
        assert not rest or arguments[0] == "test", command
        assert getattr(parsed, "name", None) in (None, *BENCHMARKS), command
