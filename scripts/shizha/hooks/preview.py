"""``python3 scripts serve``: a local site that follows what is saved. It serves nobody but this machine."""

from __future__ import annotations

import errno
import sys
import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from ..build import ContentError, build_site
from ..project import Project
from ..publish.replace import OutputError
from ..report import Progress, print_findings, reader_language
from .generator import GeneratorError

_HOST = "127.0.0.1"


class PortTaken(Exception):
    """Another program listens on the port."""


def serve(project: Project, port: int) -> int:
    """Build into a temporary folder, serve it, and build again whenever content, data or presentation is saved.

    A build that fails prints why and leaves the pages of the last good one. Returns the exit code; raises PortTaken.
    """
    with tempfile.TemporaryDirectory(prefix="shizha-") as folder:
        out = Path(folder) / "site"
        out.mkdir()

        def build() -> None:
            _build(project, out)

        try:
            server = LiveReloadServer(build, _HOST, port, root=str(out), mount_path="/")
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                raise PortTaken from None
            raise
        for watched in (project.docs, project.data, project.overrides):
            server.watch(str(watched))
        build()
        print(f"http://{_HOST}:{port}/   （按 Ctrl-C 结束 / Ctrl-C to stop）", flush=True)
        try:
            server.serve()
        except KeyboardInterrupt:
            pass
        finally:
            server.shutdown()
    return 0


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
