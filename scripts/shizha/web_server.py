"""The real nginx in front of a built site, with the configuration that is published with it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BARE = "server { listen 80; root /srv/shizha/site; index index.html; include mime.types; }"


class ServerProblem(Exception):
    """nginx does not start; the text is what it said."""


@contextmanager
def served_by_nginx(site: Path, folder: Path, bare: bool = False) -> Iterator[str]:
    """Serve ``site`` and give its host and port. ``folder`` is for nginx's own files.

    Only the root, the port and the place of the list of types are changed in the published configuration, as it says itself.
    bare: without that configuration, files as they lie. Raises ServerProblem.
    """
    port = _free_port()
    server = _BARE if bare else (site / ".server/nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/shizha/site;", f"root {site};"),
        ("include mime.types;", "include /etc/nginx/mime.types;"),
    ):
        if old not in server:
            raise ServerProblem(f"nginx.conf: {old}")
        server = server.replace(old, new)
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    temporary = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    config = folder / "nginx.conf"
    config.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; worker_processes 2; {user}\n"
        f"events {{}}\nhttp {{ access_log off; {temporary}\n{server}}}\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [shutil.which("nginx") or "nginx", "-c", config], stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            _wait_for(port, process)
            yield f"127.0.0.1:{port}"
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            raise ServerProblem(process.stderr.read())
        time.sleep(0.05)
    raise ServerProblem("nginx does not answer")
