"""``bench visit``: what a first visit and a first search cost on a slow phone, beside the same pages made with other generators.

Chromium, a phone's screen, the processor slowed four times, and the network as Lighthouse slows it for its “slow 4G” (RTT 150 ms,
1.6 Mbit/s, with the factors by which requests in DevTools stand for real ones). Programs in workers have their own connection in
Chromium and are not slowed. The goals are issue 8's.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..content.library import load_library
from ..project import Project
from .browsing import browser_at_hand
from .corpus import make_corpus
from .generator_tools import Tools
from .generators import GENERATORS, HUGO, PLAIN, PRUNED, STARLIGHT, VITEPRESS, ZENSICAL
from .growth import Goal, least, ratio, table
from .measure import CommandFailed, Missing, keep, this_machine
from .own import OwnSite
from .plain import plain_pages
from .settings import Settings
from .static_server import Traffic, served_compressed

PAGES, ROUNDS = 120, 3
OWN = "this site"
SLOWED = 4
NETWORK = {
    "offline": False,
    "latency": 150 * 3.75,  # milliseconds
    "downloadThroughput": 1638.4 * 1024 / 8 * 0.9,  # bytes a second
    "uploadThroughput": 750 * 1024 / 8 * 0.9,
}
_PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "device_scale_factor": 2}
_QUESTION = "刷单"
_PATIENCE = 90  # seconds for an answer
_QUIET = 2_000  # milliseconds after the network has come to rest, for what a page fetches when it is idle
_AGAIN = 3  # seconds after which somebody types again who sees nothing


@dataclass(frozen=True)
class Search:
    """Selectors. opener: what is touched first, "" where the box is there; box: where words are typed; result: an answer."""

    opener: str
    box: str
    result: str


SEARCHES: dict[str, Search] = {
    OWN: Search("", "#search-home-input", "[data-search-result]"),
    PLAIN: Search("label.md-header__button[for=__search]", ".md-search__input", ".md-search-result__link"),
    PRUNED: Search("label.md-header__button[for=__search]", ".md-search__input", ".md-search-result__link"),
    ZENSICAL: Search("label.md-header__button[for=__search]", "input[role=combobox]", "li > a:has(h2)"),
    STARLIGHT: Search("button[data-open-modal]", ".pagefind-ui__search-input", ".pagefind-ui__result-link"),
    VITEPRESS: Search(".DocSearch-Button", "#localsearch-input", ".VPLocalSearchBox .result"),
}


@dataclass(frozen=True)
class Visit:
    """Of one opening of the front page by somebody who was never there. bytes and requests: until it has come to rest. paint: seconds to
    the largest contentful paint. answer: seconds from opening to the first result for somebody who searches at once, None where there is no
    search or no answer came; answer_bytes: what was sent until then."""

    bytes: int
    requests: int
    paint: float | None
    answer: float | None
    answer_bytes: int | None


def run(settings: Settings) -> int:
    """Measure, print, keep the numbers; returns 0. Raises CommandFailed and NoBrowser."""
    machine = this_machine()
    print(machine)
    tools = Tools.of(settings)
    rounds = settings.rounds or ROUNDS
    results = []
    for pages in settings.pages or (PAGES,):
        with _sites(settings.project, tools, pages) as (sites, left_out):
            visits = measure(sites, rounds)
        print(f"\n{pages}页 × 3种语言，{rounds}轮 / {pages} pages × 3 languages, {rounds} rounds, medians")
        print(report(visits))
        for name, reason in left_out.items():
            print(f"  {name}: {(reason.splitlines() or ['?'])[-1]}")
        print("\n目标 / goals")
        for goal in (found := goals(visits)):
            print(goal)
        results.append(
            {"pages": pages, "visits": {name: asdict(item) for name, item in visits.items()}, "left_out": left_out}
            | {"goals": [asdict(goal) | {"met": goal.met} for goal in found]}
        )
    path = keep(settings.project, "visit", machine, results)
    print(f"\n{settings.project.relative(path)}")
    return 0


@contextmanager
def _sites(project: Project, tools: Tools, pages: int):
    """The folders of the sites by name, each built, and why others are not there."""
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        corpus = Project(Path(folder).resolve())
        make_corpus(project, corpus, pages)
        OwnSite(corpus).clean()
        sites, left_out = {OWN: corpus.default_output}, {}
        plain = list(plain_pages(load_library(corpus)))
        for generator in GENERATORS:
            try:
                made = generator.set_up(plain, tools)
                generator.build(tools, made, tools.chinese())
            except (Missing, CommandFailed) as reason:
                left_out[generator.name] = str(reason)
            else:
                sites[generator.name] = made / generator.output
        yield sites, left_out


def measure(sites: Mapping[str, Path], rounds: int) -> dict[str, Visit]:
    """The medians of ``rounds`` visits to each site, in turns. Raises NoBrowser."""
    visits: dict[str, list[Visit]] = {name: [] for name in sites}
    with browser_at_hand() as browser, ExitStack() as stack:
        servers = {name: stack.enter_context(served_compressed(folder)) for name, folder in sites.items()}
        for _ in range(rounds):
            for name, (address, traffic) in servers.items():
                visits[name].append(_visit(browser, address, traffic, SEARCHES.get(name)))
    return {name: median_visit(found) for name, found in visits.items()}


def median_visit(visits: Iterable[Visit]) -> Visit:
    """The median of each number over those that are known."""

    def median(values: list) -> Any:
        known = [value for value in values if value is not None]
        return statistics.median(known) if known else None

    return Visit(*(median(list(values)) for values in zip(*(asdict(visit).values() for visit in visits), strict=True)))


_WATCH = """
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.largestPaint = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
"""


def _visit(browser, address: str, traffic: Traffic, search: Search | None) -> Visit:
    """``browser``: Playwright's."""
    with _phone(browser) as page:
        page.add_init_script(_WATCH)
        traffic.reset()
        page.goto(f"{address}/", wait_until="load", timeout=_PATIENCE * 1000)
        page.wait_for_load_state("networkidle", timeout=_PATIENCE * 1000)
        page.wait_for_timeout(_QUIET)
        sent, requests = traffic.bytes, traffic.requests
        paint = page.evaluate("window.largestPaint")
    answer = answer_bytes = None
    if search:
        with _phone(browser) as page:
            traffic.reset()
            answer = _seconds_to_answer(page, f"{address}/", search)
            answer_bytes = None if answer is None else traffic.bytes
    return Visit(sent, requests, None if paint is None else paint / 1000, answer, answer_bytes)


@contextmanager
def _phone(browser):
    """A page of somebody who has nothing of the site yet, on a slow phone."""
    context = browser.new_context(**_PHONE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    try:
        yield page
    finally:
        context.close()


def _seconds_to_answer(page, url: str, search: Search) -> float | None:
    """From opening the page to the first result, for somebody who touches, types, and tries again when nothing happens."""
    from playwright.sync_api import Error

    box, result = page.locator(search.box).first, page.locator(search.result).first
    started = time.perf_counter()
    page.goto(url, wait_until="commit")
    typed = started - _AGAIN
    while (now := time.perf_counter()) - started < _PATIENCE:
        try:
            if result.is_visible():
                return time.perf_counter() - started
            if box.is_visible():
                if now - typed >= _AGAIN:
                    box.fill("", timeout=1_000)
                    box.fill(_QUESTION, timeout=1_000)
                    page.keyboard.press("Shift")  # an input method ends with a key, and some searches wait for one
                    typed = now
            elif search.opener and page.locator(search.opener).first.is_visible():
                page.locator(search.opener).first.tap(timeout=1_000)
                box.wait_for(state="visible", timeout=1_000)
        except Error:  # not there yet, not ready yet
            pass
        page.wait_for_timeout(20)
    return None


def report(visits: Mapping[str, Visit]) -> str:
    """What was measured, for people."""
    rows = [
        [name, visit.bytes / 1000, int(visit.requests), visit.paint, visit.answer, _kilo(visit.answer_bytes)]
        for name, visit in visits.items()
    ]
    head = ["", "打开 kB", "请求 requests", "LCP s", "搜到 answer s", "到搜到 kB till then"]
    return table(head, rows)


def _kilo(size: int | None) -> float | None:
    return None if size is None else size / 1000


def goals(visits: Mapping[str, Visit]) -> list[Goal]:
    """What issue 8 asks for, beside what was measured: ahead of all that have a search, and the answer in half of the best one's time."""
    own = visits[OWN]
    others = {name: visit for name, visit in visits.items() if name not in (OWN, HUGO)}

    def best(key: str) -> float | None:
        return least({name: getattr(visit, key) for name, visit in others.items()})

    def of_best(key: str, about: str, limit: float, below: bool) -> Goal:
        return Goal(about, ratio(getattr(own, key), best(key)), limit, below)

    return [
        of_best("bytes", "打开时的字节，和最少的比 / bytes of a first visit, of the least", 1.0, True),
        of_best("paint", "LCP，和最快的比 / largest contentful paint, of the earliest", 1.0, True),
        of_best("answer_bytes", "到搜到为止的字节，和最少的比 / bytes until the first answer, of the least", 1.0, True),
        of_best("answer", "到搜到为止的时间，和最快的比 / time to the first answer, of the shortest", 0.5, False),
    ]
