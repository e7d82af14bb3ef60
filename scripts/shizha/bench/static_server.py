"""A folder served as a plain static server does it: compressed, from the copies beside a file or at once; and what that amounts to."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

_COPIES = (("br", ".br"), ("gzip", ".gz"))
_COMPRESSED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/manifest",
    "image/svg",
    "application/xml",
)
_LEVEL = 6  # of gzip: the middle, what most servers are set to


@dataclass
class Traffic:
    """What left a server since the last ``reset``, with headers; bytes."""

    bytes: int = 0
    requests: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, size: int) -> None:
        with self._lock:
            self.bytes += size
            self.requests += 1

    def reset(self) -> None:
        with self._lock:
            self.bytes = self.requests = 0


def encoded(path: Path, accepted: str, kind: str) -> tuple[bytes, str]:
    """The bytes of a file as they are sent to a browser that accepts the encodings ``accepted``, and the name of the encoding or "".

    kind: the media type. Copies that were made with the site are preferred, smallest first.
    """
    names = {item.split(";")[0].strip() for item in accepted.split(",")}
    for name, suffix in _COPIES:
        copy = path.with_name(path.name + suffix)
        if name in names and copy.is_file():
            return copy.read_bytes(), name
    if "gzip" in names and kind.startswith(_COMPRESSED):
        return _zipped(path), "gzip"
    return path.read_bytes(), ""


@lru_cache(maxsize=4096)
def _zipped(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), _LEVEL, mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, traffic: Traffic, **options) -> None:
        self._traffic = traffic
        super().__init__(*arguments, **options)

    def log_message(self, *_arguments: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        found = path.is_file()
        if not found:
            path = Path(self.directory) / "404.html"
        kind = self.guess_type(str(path))
        body, encoding = encoded(path, self.headers.get("Accept-Encoding", ""), kind) if path.is_file() else (b"", "")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        # Counted before the answer goes out: whoever has it may look at once.
        self._traffic.add(sum(map(len, self._headers_buffer)) + len(body))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that is closed leaves connections behind; that is no error."""


@contextmanager
def served_compressed(folder: Path) -> Iterator[tuple[str, Traffic]]:
    """The address at which ``folder`` is served, to this machine only, and the count of what is sent."""
    traffic = Traffic()
    handler = partial(_Handler, directory=str(folder), traffic=traffic)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", traffic
        finally:
            server.shutdown()
            thread.join()
