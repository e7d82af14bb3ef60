import os
from pathlib import Path

import pytest
from filelock import FileLock

from shizha.build import build_site
from shizha.content.library import Library, load_library
from shizha.project import Project, this_project
from support.miniature import Miniature


@pytest.fixture
def miniature(tmp_path) -> Miniature:
    return Miniature(tmp_path / "project")


@pytest.fixture(scope="session")
def project() -> Project:
    """The real project."""
    return this_project()


@pytest.fixture(scope="session")
def library(project) -> Library:
    """Every real page and all real data."""
    return load_library(project)


@pytest.fixture(scope="session")
def site(project, tmp_path_factory) -> Path:
    """The real site, built once for all the processes that run tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    out = shared / "real" / "site"
    out.parent.mkdir(exist_ok=True)
    with FileLock(shared / "site.lock"):
        if not out.is_dir():
            build_site(project, out)
    return out
