"""How fast the program is, measured: ``python3 scripts bench``. Nothing else imports this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .settings import Settings


@dataclass(frozen=True)
class Benchmark:
    """``about``: what it shows, in both languages. ``run`` measures, prints and keeps what it found; returns the exit code."""

    about: str
    run: Callable[[Settings], int]


def _check(settings: Settings) -> int:
    from .checking import run

    return run(settings)


def _search(settings: Settings) -> int:
    from .search import run

    return run(settings.project)


def _rivals(settings: Settings) -> int:
    from .search_rivals import run

    return run(settings.project)


def _build(settings: Settings) -> int:
    from .building import run

    return run(settings)


def _visit(settings: Settings) -> int:
    from .visiting import run

    return run(settings)


def _server(settings: Settings) -> int:
    from .serving import run

    return run(settings)


def _lighthouse(settings: Settings) -> int:
    from .lighthouse import run

    return run(settings)


# What each needs is loaded when it runs.
BENCHMARKS: dict[str, Benchmark] = {
    "check": Benchmark("检查用的时间，和生成网站相比 / the time of a check, compared with a build", _check),
    "build": Benchmark("生成网站要多久，和别的生成器相比 / the time of a build, beside other generators", _build),
    "visit": Benchmark(
        "在慢手机上打开、搜索，和别的相比 / a first visit and a search on a slow phone, beside others", _visit
    ),
    "search": Benchmark("搜索找得准不准、多大、多快 / what the search finds, its size and its speed", _search),
    "server": Benchmark(
        "nginx用发布的配置能答多少，换版本时丢不丢 / nginx under load with the published configuration, and releases swapped",
        _server,
    ),
    "lighthouse": Benchmark(
        "Lighthouse给每种页面打几分 / the points that Lighthouse gives to a page of each kind", _lighthouse
    ),
    "rivals": Benchmark("别的搜索找得怎么样 / other searches, asked the same questions", _rivals),
}


def overview() -> str:
    """The list of benchmarks as people read it."""
    return "\n".join(f"  python3 scripts bench {name:10} {item.about}" for name, item in BENCHMARKS.items())
