"""MkDocs' web server, which rebuilds when a file is saved and tells open pages to load again."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

_EVERY = 0.2  # seconds between two looks at what was saved


def live_server(
    build: Callable[[], None], host: str, port: int, root: Path, watched: Iterable[Path]
) -> LiveReloadServer:
    """A server of the folder ``root`` that calls ``build`` when anything below ``watched`` is saved. It is not started."""
    server = LiveReloadServer(build, host, port, root=str(root), mount_path="/", polling_interval=_EVERY)
    for folder in watched:
        server.watch(str(folder))
    return server
