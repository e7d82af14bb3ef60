"""The container holds what a build needs, nothing that is not locked, and a server without rights."""

import re

import pytest

from shizha.build import _PROGRAM
from shizha.project import this_project
from shizha.publish.servers import nginx

ROOT = this_project().root
FOLDER = ROOT / "deploy"


def instructions():
    """(instruction, rest) of each line of the Containerfile; continued lines are one."""
    text = re.sub(r"\\\n *", "", (FOLDER / "Containerfile").read_text(encoding="utf-8"))
    lines = [line.split(maxsplit=1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(word, rest) for word, rest in lines]


def of(word):
    return [rest for found, rest in instructions() if found == word]


def test_images_are_chosen_by_name_and_come_from_no_registry_in_particular():
    defaults = dict(rest.split("=") for rest in of("ARG") if "=" in rest)
    for image in of("FROM"):
        (name,) = re.findall(r"^\$\{(\w+)\}(?: AS \w+)?$", image)
        assert name in defaults
    for value in defaults.values():
        assert re.fullmatch(r"[a-z]+:[0-9][\w.-]+|\$\{NGINX_IMAGE\}", value)


def test_it_copies_what_a_build_reads_and_nothing_else():
    copied = {rest.split()[0] for rest in of("COPY") if not rest.startswith("--from=")}
    assert copied == {"requirements.txt", "docs", "data", *_PROGRAM, "deploy/nginx.conf"}
    assert all((ROOT / name).exists() for name in copied)


def test_packages_are_checked_against_their_hashes():
    (install,) = [rest for rest in of("RUN") if "pip install" in rest]
    assert "--require-hashes --only-binary :all: --requirement requirements.txt" in install


def test_it_runs_without_root_and_writes_only_to_a_place_in_memory():
    (user,) = of("USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    settings = (FOLDER / "nginx.conf").read_text(encoding="utf-8")
    written = re.findall(r"^ *(?:pid|\w+_temp_path) (\S+);$", settings, re.MULTILINE)
    assert len(written) == 6 and all(path.startswith("/tmp/") for path in written)
    assert not re.search(r"^ *user ", settings, re.MULTILINE)


def test_nobody_is_recorded():
    assert re.findall(r"access_log (\S+);", (FOLDER / "nginx.conf").read_text(encoding="utf-8")) == ["off"]


@pytest.mark.parametrize("expected", ["  listen 8080;\n", "  root /srv/shizha/site;\n"])
def test_the_configuration_of_the_build_fits_the_container(expected):
    """The Containerfile changes one line of it and counts on another."""
    (change,) = [rest for rest in of("RUN") if rest.startswith("sed")]
    old, new = re.search(r"'s/(.*?)/(.*?)/'", change).groups()
    made = re.sub(old, new, nginx("shizha.example", {}), flags=re.MULTILINE)
    assert expected in made and "listen 80;" not in made
    assert "--from=build /src/site /srv/shizha/site" in of("COPY")
