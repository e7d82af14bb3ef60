from pathlib import Path

import pytest

from shizha.web_server import served_by_nginx


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def nginx(site, tmp_path_factory):
    """Host and port of the real site behind nginx."""
    with served_by_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address
