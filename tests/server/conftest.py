import pytest

from shizha.web_server import served_by_nginx


@pytest.fixture(scope="session")
def nginx(site, tmp_path_factory):
    """Host and port of the real site behind nginx."""
    with served_by_nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address
