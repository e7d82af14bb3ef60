"""The converter: pandoc, from the package that carries it, run as a Lua interpreter over many documents at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from .. import store

_HERE = Path(__file__).parent
_SCRIPT = _HERE / "lua" / "convert.lua"
# Room for new objects before the old ones are looked through: with many documents in one process, a sixth of its time.
_MEMORY = ("+RTS", "-A128m", "-RTS")
# Packages whose versions decide what a document looks like.
_PACKAGES = ("pypandoc-binary", "python-docx", "python-pptx", "icalendar")


class ConverterFailed(Exception):
    """Pandoc could not make the documents; the text says what it printed."""


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A hash of everything besides the pages that documents are made from: this room's code and the packages' versions."""
    return store.fingerprint(_PACKAGES, sorted([*_HERE.glob("*.py"), *_HERE.glob("lua/*.lua")]))


def pandoc_program() -> Path:
    """The program inside the package, never another one of the machine: documents must be the same everywhere."""
    package = find_spec("pypandoc")
    if package is None or package.origin is None:
        raise ConverterFailed("pypandoc-binary")
    return Path(package.origin).parent / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")


def default_reference(name: str) -> bytes:
    """Pandoc's own ``reference.docx`` or ``reference.pptx``."""
    return _output([str(pandoc_program()), "--print-default-data-file", name])


def convert(jobs: Sequence[dict[str, object]], folder: Path) -> None:
    """Write the file of each job (see lua/convert.lua). ``folder``: for the lists of jobs.

    One process for each core that may be used, each with about as much to do. Raises ConverterFailed.
    """
    shares = _shares(jobs, _cores())
    running: list[subprocess.Popen[bytes]] = []
    try:
        for number, share in enumerate(shares):
            path = folder / f"jobs-{number}.json"
            path.write_text(json.dumps(share, ensure_ascii=False), encoding="utf-8")
            command = [str(pandoc_program()), *_MEMORY, "lua", str(_SCRIPT), str(path)]
            running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder))
        for process in running:
            _, problems = process.communicate()
            if process.returncode:
                raise ConverterFailed(problems.decode(errors="replace").strip())
    except OSError as error:
        raise ConverterFailed(str(error)) from error
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
                process.wait()


def _shares(jobs: Sequence[dict[str, object]], count: int) -> list[list[dict[str, object]]]:
    """``jobs`` in up to ``count`` lists of about the same length in characters."""
    shares: list[list[dict[str, object]]] = [[] for _ in range(min(count, len(jobs)))]
    loads = [0] * len(shares)
    for job in sorted(jobs, key=lambda job: -len(str(job["html"]))):
        lightest = loads.index(min(loads))
        shares[lightest].append(job)
        loads[lightest] += len(str(job["html"])) + 20_000  # what a document costs however short it is
    return shares


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _output(command: Iterable[str]) -> bytes:
    try:
        return subprocess.run([*command], check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise ConverterFailed(str(error)) from error
