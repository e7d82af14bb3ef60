"""How fast the program is, measured: ``python3 scripts bench``. Nothing else imports this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import checking
from .settings import Settings


@dataclass(frozen=True)
class Benchmark:
    """``about``: what it shows, in both languages. ``run`` measures, prints and keeps what it found; returns the exit code."""

    about: str
    run: Callable[[Settings], int]


BENCHMARKS: dict[str, Benchmark] = {
    "check": Benchmark("检查用的时间，和生成网站相比 / the time of a check, compared with a build", checking.run),
}


def overview() -> str:
    """The list of benchmarks as people read it."""
    return "\n".join(f"  python3 scripts bench {name:8} {item.about}" for name, item in BENCHMARKS.items())
