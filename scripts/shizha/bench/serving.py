"""``bench server``: nginx with the published configuration under load, beside nginx with none; and releases swapped under load.

The load comes from wrk (Debian's package of that name). Both servers answer in turns, so that a busy minute hits both.
"""

from __future__ import annotations

import http.client
import re
import shutil
import subprocess
import tempfile
import threading
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from ..build import build_site
from ..publish.replace import replacement_for
from ..web_server import served_by_nginx
from .measure import keep, need, this_machine
from .settings import Settings

_PATH, _SECONDS, _CONNECTIONS, _SWAPS, _ROUNDS = "/scams/fake-police/", 5, 64, 20, 5
_REQUESTS = re.compile(r"Requests/sec:\s+([\d.]+)")
_LATENCY = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)$", re.MULTILINE)
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Load:
    """requests: a second. median, slow: milliseconds that half, and 99 of 100, of the answers took at most."""

    requests: float
    median: float
    slow: float


@dataclass(frozen=True)
class Swapped:
    """What readers got while releases were swapped: answers of either release, and others, which must be none."""

    swaps: int
    answers: int
    of_each: tuple[int, int]
    broken: int


def run(settings: Settings) -> int:
    """Measure, print, keep; returns 0. Raises Missing."""
    need("nginx", "wrk")
    machine = this_machine()
    print(machine)
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        site = Path(folder) / "site"
        build_site(settings.project, site)
        loads = _loads(site, Path(folder), settings.rounds or _ROUNDS)
        swapped = _swapped(site, Path(folder))
    for name, load in loads.items():
        print(f"  {name:12}{load.requests:10.0f} /s{load.median:9.2f} ms{load.slow:9.2f} ms (99 %)")
    print(f"  requests a second, beside a bare file: {loads['published'].requests / loads['bare'].requests:.2f}")
    print(
        f"  {swapped.swaps} swaps, {swapped.answers} answers: {swapped.of_each[0]} + {swapped.of_each[1]}, broken: {swapped.broken}"
    )
    path = keep(
        settings.project,
        "server",
        machine,
        {"loads": {k: asdict(v) for k, v in loads.items()}, "swapped": asdict(swapped)},
    )
    print(settings.project.relative(path))
    return 0


def _loads(site: Path, folder: Path, rounds: int) -> dict[str, Load]:
    """The median round of each server."""
    found: dict[str, list[Load]] = {"published": [], "bare": []}
    for name in found:
        (folder / name).mkdir()
    with (
        served_by_nginx(site, folder / "published") as published,
        served_by_nginx(site, folder / "bare", bare=True) as bare,
    ):
        for _ in range(rounds):
            # The bare server sends the very bytes that the other one sends: the file that is compressed already.
            found["published"].append(_wrk(f"http://{published}{_PATH}"))
            found["bare"].append(_wrk(f"http://{bare}{_PATH}index.html.gz"))
    return {name: sorted(loads, key=lambda load: load.requests)[len(loads) // 2] for name, loads in found.items()}


def _wrk(url: str) -> Load:
    command = ["wrk", "-t2", f"-c{_CONNECTIONS}", f"-d{_SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    return load_of(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def load_of(printed: str) -> Load:
    """What wrk ``printed``. Raises ValueError if it is something else, or some answers were no success."""
    requests, latency = (
        _REQUESTS.search(printed),
        {part: (value, unit) for part, value, unit in _LATENCY.findall(printed)},
    )
    if not requests or latency.keys() != {"50", "99"} or "Non-2xx" in printed or "Socket errors" in printed:
        raise ValueError(printed)
    median, slow = (float(value) * _MILLISECONDS[unit] for value, unit in (latency["50"], latency["99"]))
    return Load(float(requests[1]), median, slow)


def _swapped(site: Path, folder: Path) -> Swapped:
    """Two releases that take turns while readers ask; every answer is the whole page of one of them.

    Each has the one page that is asked for, so that what is measured is the exchange and not the copying of files.
    """
    page = (site / _PATH.strip("/") / "index.html").read_bytes()
    pages = tuple(page + f"<!-- {number} -->".encode() for number in range(2))
    out = folder / "swapped"
    _publish(out, site, pages[0])
    answers: Counter[int | None] = Counter()
    stop = threading.Event()
    (folder / "swapping").mkdir()
    with served_by_nginx(out, folder / "swapping") as host:
        readers = [threading.Thread(target=_read, args=(host, pages, answers, stop)) for _ in range(2)]
        for reader in readers:
            reader.start()
        for turn in range(_SWAPS):
            _publish(out, site, pages[(turn + 1) % 2])
            time.sleep(0.1)
        stop.set()
        for reader in readers:
            reader.join()
    return Swapped(_SWAPS, answers.total(), (answers[0], answers[1]), answers[None])


def _publish(out: Path, site: Path, page: bytes) -> None:
    """Put a release with ``page`` in the place of the one before it, as a build does."""
    with replacement_for(out) as staged:
        shutil.copytree(site / ".server", staged / ".server")
        file = staged / _PATH.strip("/") / "index.html"
        file.parent.mkdir(parents=True)
        file.write_bytes(page)


def _read(host: str, pages: tuple[bytes, ...], answers: Counter[int | None], stop: threading.Event) -> None:
    """Ask until told to stop; count which release each answer is, None for one that is neither."""
    while not stop.is_set():
        connection = http.client.HTTPConnection(host, timeout=10)
        try:
            connection.request("GET", _PATH)
            answer = connection.getresponse()
            body = answer.read()
            answers[pages.index(body) if answer.status == 200 and body in pages else None] += 1
        except OSError:
            answers[None] += 1
        finally:
            connection.close()
