"""What the site is built with is known: its licences are listed and let the site be given away, and all of it is locked."""

import re
from importlib import metadata

import pytest

from shizha.project import this_project

ROOT = this_project().root
LOCKS = ["requirements.txt", "requirements-dev.txt", ".ci/supply-chain.txt"]
ASK = "bash .ci/licences > new.md && mv new.md LICENSES-THIRD-PARTY.md"
# They let anybody use, change and pass on what is built with them. A new one is read by a person before it is added here.
PERMISSIVE = {
    "Apache Software License", "Apache-2.0", "Apache-2.0 OR BSD-2-Clause", "BSD License", "BSD-2-Clause", "BSD-3-Clause",
    "MIT", "MIT-CMU", "MIT License", "Mozilla Public License 2.0 (MPL 2.0)", "PSF-2.0",
}  # fmt: skip


def same_name(name):
    """The form in which names of packages are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(file):
    """Name -> version of each package that ``file`` locks."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {same_name(name): version for name, version in re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)}


def listed():
    """Name -> (version, licence) as in the table."""
    text = (ROOT / "LICENSES-THIRD-PARTY.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {same_name(name): (version, licence) for name, version, licence, _ in rows[2:]}


def stated_licence(name):
    """What the installed package says of itself: an expression (PEP 639), else its classifiers, else a line of its own."""
    package = metadata.metadata(name)
    classifiers = [
        value.rpartition(" :: ")[2]
        for value in package.get_all("Classifier") or []
        if value.startswith("License :: ") and value != "License :: OSI Approved"
    ]
    return package["License-Expression"] or "; ".join(classifiers) or package["License"]


def test_every_locked_package_is_in_the_table_and_no_other():
    assert {name: version for name, (version, _) in listed().items()} == locked("requirements.txt"), ASK


def test_the_table_says_what_the_packages_say():
    assert {name: licence for name, (_, licence) in listed().items()} == {
        name: stated_licence(name) for name in locked("requirements.txt")
    }, ASK


def test_no_licence_binds_the_site():
    assert {licence for _, licence in listed().values()} <= PERMISSIVE


@pytest.mark.parametrize("file", LOCKS)
def test_every_package_is_locked_with_hashes(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n?", "", text, flags=re.MULTILINE).strip())
    assert len(entries) == len(locked(file)) > 30
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text  # whoever installs says from where
