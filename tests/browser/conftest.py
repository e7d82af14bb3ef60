import functools
import http.server
import os
import shutil
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from shizha.web_server import served_by_nginx


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the built folder as a plain web server would, with its 404 page."""

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture(scope="session")
def address(site, tmp_path_factory):
    """The real site on a local web server: nginx with its published configuration where there is one."""
    if shutil.which("nginx"):
        with served_by_nginx(site, tmp_path_factory.mktemp("nginx")) as host:
            yield f"http://{host}"
        return
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SHIZHA_BROWSER") or None,
            # Root, as in containers, may not use Chrome's sandbox; the pages are our own. The rest keeps Chrome from calling home.
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def page_ids(library):
    """Every page written by hand; of those that are drawn alike from the rules of the check, the list and one rule."""
    return [*library.ids(), "about/status", "about/rules", "about/rules/sz301"]


PHONE = {"width": 360, "height": 640}


@pytest.fixture
def phone(browser):
    """A page on a phone of 360 x 640."""
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
