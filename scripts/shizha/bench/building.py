"""``bench build``: this site built beside other generators with the same pages, and how the cost grows with their number.

The others get the pages as plain Markdown and do less: no check, no open data, no feeds, no documents, no compression. So "this site"
is a build that makes all the rest and finds documents and compressed copies as an earlier build left them; the line below it is one
that has to make everything.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from ..content.library import load_library
from ..project import Project
from .corpus import make_corpus
from .generator_tools import Tools
from .generators import GENERATORS, PRUNED, ZENSICAL
from .growth import Goal, exponent, ratio, table
from .measure import CommandFailed, Missing, Samples, keep, this_machine
from .own import OwnSite
from .plain import plain_pages
from .processes import Cost, Costs, in_rounds
from .settings import Settings

SIZES, ALONE = (120, 500), 2_000
ROUNDS = 3
OWN, CLEAN, UNCHANGED, CHANGED = "this site", "  with .docx .br .gz", "  unchanged", "  one page changed"
_MEGA = 1_000_000
_COPIES = (".br", ".gz")


@dataclass(frozen=True)
class Result:
    """What was measured at one size, by name. output: bytes of the site without copies that are compressed; copies: bytes of those.
    seen: until ``serve`` shows a saved page. left_out: why a generator is not there."""

    pages: int
    costs: Mapping[str, Costs]
    output: Mapping[str, int]
    copies: Mapping[str, int]
    seen: Samples | None
    left_out: Mapping[str, str]

    def seconds(self, name: str) -> float | None:
        return self.costs[name].seconds if name in self.costs else None


@dataclass(frozen=True)
class Growth:
    """Exponents of the time on the wall and of that of the processors, which a busy machine changes less; between which sizes."""

    seconds: float
    processor: float | None
    pages: str


def run(settings: Settings) -> int:
    """Measure, print, keep the numbers; returns 0. A generator that is not there is named, with the reason. Raises CommandFailed."""
    machine = this_machine()
    print(machine)
    tools = Tools.of(settings)
    rounds = settings.rounds or ROUNDS
    sizes = sorted(settings.pages or SIZES)
    results: list[Result] = []
    with _place(tools) as place:
        for pages in sizes if settings.pages else [*sizes, ALONE]:
            corpus = _corpus(settings.project, place, pages)
            if pages in sizes:
                results.append(measure(corpus, tools, pages, rounds, first=pages == sizes[0]))
            else:
                results.append(measure_alone(corpus, pages))
            print(report(results[-1]), flush=True)
            path = keep(settings.project, "build", machine, _kept(results))  # the next size may take an hour
    print("\n增长的指数 / exponents of growth")
    rows = [[name, *asdict(growth).values()] for name, growth in growths(results).items()]
    print(table(["", "秒 s", "处理器 cpu s", "页 pages"], rows))
    print("\n目标 / goals")
    for goal in goals(results):
        print(goal)
    print(f"\n{settings.project.relative(path)}")
    return 0


def _kept(results: list[Result]) -> dict[str, object]:
    return {
        "sizes": [asdict(item) for item in results],
        "exponents": {name: asdict(growth) for name, growth in growths(results).items()},
        "goals": [asdict(goal) | {"met": goal.met} for goal in goals(results)],
    }


@contextmanager
def _place(tools: Tools) -> Iterator[Path]:
    """A folder for what is built. All of it stays until the end, like that of the other generators: see `put_aside`."""
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        try:
            yield Path(folder).resolve()
        finally:
            shutil.rmtree(tools.work, ignore_errors=True)


def _corpus(project: Project, place: Path, pages: int) -> Project:
    corpus = Project(place / str(pages))
    make_corpus(project, corpus, pages)
    return corpus


def measure(corpus: Project, tools: Tools, pages: int, rounds: int, first: bool) -> Result:
    """Measure everything with ``corpus``, of ``pages`` pages a language. first: warm up before, and measure ``serve`` too. Raises
    CommandFailed."""
    own = OwnSite(corpus)
    own.warm_up()
    things = _own_things(own)
    sites = {OWN: corpus.default_output}
    left_out = {}
    plain = list(plain_pages(load_library(corpus)))
    for generator in GENERATORS:
        try:
            folder = generator.set_up(plain, tools)
            if first:
                generator.build(tools, folder)
        except (Missing, CommandFailed) as reason:
            left_out[generator.name] = str(reason)
        else:
            things[generator.name] = partial(generator.build, tools, folder)
            sites[generator.name] = folder / generator.output
    costs = in_rounds(things, rounds)
    sizes = {name: _bytes(site) for name, site in sites.items()}
    seen = Samples(own.seen_after_saving(rounds)) if first else None
    output, copies = ({name: size[part] for name, size in sizes.items()} for part in (0, 1))
    return Result(pages, costs, output, copies, seen, left_out)


def measure_alone(corpus: Project, pages: int) -> Result:
    """This site once, at a size that takes minutes. Raises CommandFailed."""
    own = OwnSite(corpus)
    own.warm_up()
    costs = in_rounds(_own_things(own), 1)
    output, copies = _bytes(corpus.default_output)
    return Result(pages, costs, {OWN: output}, {OWN: copies}, None, {})


def _own_things(own: OwnSite) -> dict[str, Callable[[], Cost]]:
    """In an order in which each finds what it needs of the one before it."""
    return {CLEAN: own.clean, OWN: own.pages_anew, UNCHANGED: own.unchanged, CHANGED: own.one_page_changed}


def _bytes(folder: Path) -> tuple[int, int]:
    """Bytes of the files of a site, and of the compressed copies beside them."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    copies = sum(path.stat().st_size for path in files if path.suffix in _COPIES)
    return sum(path.stat().st_size for path in files) - copies, copies


def report(result: Result) -> str:
    """What was measured at one size, for people."""
    rounds = len(result.costs[OWN].runs)
    own = result.seconds(OWN)
    rows = [
        [
            name, costs.seconds, costs.processor, _mega(costs.memory), _mega(result.output.get(name)), _mega(result.copies.get(name)),
            "" if (part := ratio(costs.seconds, own)) is None else f"{part:.2f}",
        ]
        for name, costs in result.costs.items()
    ]  # fmt: skip
    head = ["", "秒 s", "处理器 cpu s", "内存 MB", "网站 site MB", "压缩 .br .gz MB", "比本站 of ours"]
    lines = [
        f"\n{result.pages}页 × 3种语言，{rounds}轮 / {result.pages} pages × 3 languages, {rounds} rounds, medians",
        table(head, rows),
        *(f"  {name}: {_short(reason)}" for name, reason in result.left_out.items()),
    ]
    if result.seen:
        lines.append(f"  serve: 保存以后看到 / seen after saving {result.seen.median:.2f} s")
    return "\n".join(lines)


def _mega(size: int | None) -> float | None:
    return None if size is None else size / _MEGA


def _short(reason: str) -> str:
    return reason.splitlines()[-1] if reason else "?"


def growths(results: list[Result]) -> dict[str, Growth]:
    """The growth of everything that was measured at more than one size."""
    found = {}
    for name in results[0].costs:
        at = {item.pages: item.costs[name] for item in results if name in item.costs}
        if len(at) > 1:
            processor = {pages: costs.processor for pages, costs in at.items() if costs.processor}
            seconds = exponent({pages: costs.seconds for pages, costs in at.items()})
            found[name] = Growth(seconds, exponent(processor), f"{min(at)}–{max(at)}")
    return found


def goals(results: list[Result]) -> list[Goal]:
    """What issue 8 asks for, beside what was measured."""
    found = [
        Goal(
            f"{item.pages}页：和精简的Material比 / {item.pages} pages: of pruned Material",
            ratio(item.seconds(OWN), item.seconds(PRUNED)),
            1.0,
        )
        for item in results
        if PRUNED in item.costs or PRUNED in item.left_out
    ]
    first = results[0]
    growth = growths(results)
    against = next((item for item in results if item.pages == max(SIZES)), None)
    found += [
        Goal(
            f"{max(SIZES)}页：和Zensical比 / {max(SIZES)} pages: of Zensical",
            ratio(against.seconds(OWN), against.seconds(ZENSICAL)) if against else None,
            1.0,
            below=True,
        ),
        *(
            Goal(
                f"增长的指数 / exponent of growth: {name.strip()}",
                growth[name].seconds if name in growth else None,
                1.05,
            )
            for name in (OWN, CLEAN)
        ),
        *(
            Goal(
                f"{item.pages}页：改了一页再生成，和从头生成比 / {item.pages} pages: rebuild after one changed page, of a clean build",
                ratio(item.seconds(CHANGED), item.seconds(CLEAN)),
                0.25,
                below=True,
            )
            for item in results
        ),
        Goal(
            f"{first.pages}页：serve 多少秒显示保存的页 / {first.pages} pages: seconds until serve shows a saved page",
            first.seen.median if first.seen else None,
            2.0,
            below=True,
        ),
    ]
    return found
