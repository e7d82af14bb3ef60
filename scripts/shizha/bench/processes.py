"""What a program costs from start to end: seconds, seconds of processors, memory of all its processes together."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .measure import CommandFailed

_EVERY = 0.25  # seconds between two looks at the memory: each takes a processor from a program that uses all of them


@dataclass(frozen=True)
class Cost:
    """Of one run. seconds: on the wall. processor: seconds of all processors, which a busy machine changes less; None on Windows.
    memory: bytes at the highest moment, shared pages counted once; None where there is no ``/proc``."""

    seconds: float
    processor: float | None
    memory: int | None


@dataclass(frozen=True)
class Costs:
    """Of the same thing in every round."""

    runs: tuple[Cost, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float | None:
        """The median."""
        known = [run.processor for run in self.runs if run.processor is not None]
        return statistics.median(known) if known else None

    @property
    def memory(self) -> int | None:
        """The most of all rounds."""
        return max((run.memory for run in self.runs if run.memory is not None), default=None)


def in_rounds(things: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Costs]:
    """Do each thing ``rounds`` times, one after the other in each round, so that a busy minute hits all of them."""
    found: dict[str, list[Cost]] = {name: [] for name in things}
    for _ in range(rounds):
        for name, once in things.items():
            found[name].append(once())
    return {name: Costs(tuple(costs)) for name, costs in found.items()}


def put_aside(path: Path, place: Path) -> None:
    """Move ``path``, what a former run left, into the folder ``place``, if it is there.

    It is not removed: without a journal ext4 takes seconds longer to make thousands of files for a minute after as many were removed.
    """
    if path.exists():
        place.mkdir(exist_ok=True)
        path.rename(Path(tempfile.mkdtemp(dir=place), path.name))


def added(costs: Sequence[Cost]) -> Cost:
    """The cost of things done one after the other."""
    processor = [cost.processor for cost in costs if cost.processor is not None]
    return Cost(
        sum(cost.seconds for cost in costs),
        sum(processor) if processor else None,
        max((cost.memory for cost in costs if cost.memory is not None), default=None),
    )


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run ``command`` in ``folder`` to its end. Raises CommandFailed."""
    with tempfile.TemporaryFile() as output:
        before, started = _processor_of_children(), time.perf_counter()
        try:
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
        except OSError as error:
            raise CommandFailed(f"{command[0]}: {error}") from None
        with process, _Watch(process.pid) as watch:
            process.wait()
            seconds = time.perf_counter() - started
        after = _processor_of_children()
        if process.returncode:
            output.seek(0)
            said = output.read().decode(errors="replace").strip().splitlines()[-20:]
            raise CommandFailed("\n".join([" ".join(command), *said]))
    return Cost(seconds, None if before is None else after - before, watch.peak or None)


def _processor_of_children() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """The highest memory of a process and all below it, until the block ends."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_exception: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            self.peak = max(self.peak, sum(map(memory_of, family_of(self._pid))))


def family_of(pid: int) -> list[int]:
    """``pid`` and the processes below it; only itself where the system does not tell."""
    found, left = [], [pid]
    while left:
        current = left.pop()
        found.append(current)
        try:
            for task in Path(f"/proc/{current}/task").iterdir():
                left += map(int, (task / "children").read_text(encoding="ascii").split())
        except OSError:
            continue
    return found


def memory_of(pid: int) -> int:
    """Bytes of memory of one process, of pages that it shares its part alone; 0 where the system does not tell."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it has ended, or this is not Linux
        return 0
    return next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
