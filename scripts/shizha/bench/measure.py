"""Measuring honestly: everything in a process of its own, things that are compared taken in turns, the machine named."""

from __future__ import annotations

import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from ..project import Project


class CommandFailed(Exception):
    """What was to be measured did not work; the text is what it printed."""


class Missing(Exception):
    """What is to be measured, or to measure with, is not there; the text says why and what to type."""


@dataclass(frozen=True)
class Samples:
    """Seconds that one thing took, in the order of the rounds."""

    seconds: tuple[float, ...]

    @property
    def least(self) -> float:
        return min(self.seconds)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


@dataclass(frozen=True)
class Machine:
    """Where something was measured. ``load``: processes that were waiting for a processor just before, None if unknown."""

    system: str
    processor: str
    cores: int
    python: str
    load: float | None

    def __str__(self) -> str:
        load = "" if self.load is None else f" · load {self.load:.1f}"
        return f"{self.processor} × {self.cores} · {self.system} · Python {self.python}{load}"


def in_turns(things: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, Samples]:
    """Measure each thing ``rounds`` times after a warm-up, one after the other, so that a busy minute hits all of them.

    things: by name, what does the thing once and returns the seconds it took.
    """
    found: dict[str, list[float]] = {name: [] for name in things}
    for number in range(rounds + 1):
        for name, once in things.items():
            seconds = once()
            if number:
                found[name].append(seconds)
    return {name: Samples(tuple(seconds)) for name, seconds in found.items()}


def command_seconds(project: Project, *arguments: str) -> float:
    """Seconds from starting ``python3 scripts …`` in ``project`` to its end, with the environment that this runs in.

    Raises CommandFailed.
    """
    started = time.perf_counter()
    _run([sys.executable, str(project.root / "scripts"), *arguments], os.environ | {"SHIZHA_NO_VENV": "1"})
    return time.perf_counter() - started


def seconds_inside(project: Project, module: str) -> float:
    """The seconds that ``module`` of ``project``'s own program prints about itself, in a process of its own.

    Raises CommandFailed.
    """
    environment = os.environ | {"PYTHONPATH": str(project.root / "scripts")}
    return float(_run([sys.executable, "-X", "utf8", "-m", module, str(project.root)], environment))


def _run(command: list[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise CommandFailed("\n".join([" ".join(command), *(done.stdout + done.stderr).strip().splitlines()[-20:]]))
    return done.stdout


def this_machine() -> Machine:
    """The machine that this runs on."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return Machine(platform.platform(terse=True), _processor(), os.cpu_count() or 1, platform.python_version(), load)


def _processor() -> str:
    try:  # Linux names only the family elsewhere
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def need(*programs: str) -> None:
    """Raises Missing, with what to type, unless all of ``programs`` are there. Each has the name of its package in Debian."""
    if missing := [name for name in programs if not shutil.which(name)]:
        raise Missing(f"要先装 / install first: apt-get install {' '.join(missing)}")


def keep(project: Project, name: str, machine: Machine, results: object) -> Path:
    """Write what was measured to ``.bench/NAME.json`` of the project, where git does not look; returns the file."""
    path = project.root / ".bench" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    report = {"measured": moment, "machine": asdict(machine), "results": results}
    path.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return path
