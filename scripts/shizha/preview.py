"""``python3 scripts serve``: a local site that follows what is saved. It serves nobody but this machine."""

from __future__ import annotations

import errno
import os
import socket
import sys
import tempfile
from pathlib import Path

from .build import ContentError, build_site
from .hooks.generator import GeneratorError
from .hooks.live_server import live_server
from .project import Project
from .publish.replace import OutputError
from .report import Progress, print_findings, reader_language

HOST = "127.0.0.1"


class PortTaken(Exception):
    """Another program listens on the port."""


def serve(project: Project, port: int) -> int:
    """Build into a temporary folder, serve it, and build again whenever content, data or presentation is saved.

    A build that fails prints why and leaves the pages of the last good one. Returns the exit code. Raises PortTaken, and
    PermissionError for a port that this user may not open.
    """
    _refuse_taken(port)
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        out = Path(folder) / "site"
        out.mkdir()
        watched = (project.docs, project.data, project.overrides)
        server = live_server(lambda: _build(project, out), HOST, port, out, watched)
        _build(project, out)
        print(f"http://{HOST}:{port}/   （按 Ctrl-C 结束 / Ctrl-C to stop）", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    return 0


def _refuse_taken(port: int) -> None:
    """The server opens its port only after the first build; an editor should not wait for that to learn that it is taken."""
    with socket.socket() as probe:
        if os.name != "nt":  # there the option would let two programs share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE or os.name == "nt":
                raise PortTaken from None
            raise


def _build(project: Project, out: Path) -> None:
    progress = Progress()
    try:
        build_site(project, out, progress=progress)
    except ContentError as error:
        progress.done("内容有错误，页面没有更新 / errors in the content, pages not updated")
        print_findings(error.findings, reader_language())
    except (GeneratorError, OutputError) as error:
        progress.done("没有更新 / not updated")
        print(error, file=sys.stderr)
    else:
        progress.done("已更新 / updated")
