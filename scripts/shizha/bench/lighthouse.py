"""``bench lighthouse``: what Lighthouse says, as a phone, of one page of each kind, behind nginx with the published configuration.

Of each kind the page that weighs most is judged: the others are lighter. The goals are issue 8's. On a busy machine the score of
performance dips; it is the median of the rounds, the others are the lowest.
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..browser import ready_browser
from ..build import build_site
from ..content.languages import EN, SOURCE, Language
from ..content.library import Library
from ..packages import say
from ..web_server import served_by_nginx
from .growth import Goal, table
from .measure import CommandFailed, Missing, keep, need, this_machine
from .node_packages import NodePackages
from .processes import run as run_program
from .settings import Settings

ROUNDS = 3
_ATTEMPTS = 3  # Lighthouse loses a trace now and then, and asks to be run again
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Points of 100 that may be missing.
MAY_LACK: dict[str, int] = {"performance": 2, "accessibility": 0, "best-practices": 0, "seo": 0}
# Pages with a template of their own.
_SPECIAL = ("index", "emergency", "search")
_IN_ENGLISH = ("index", "emergency", "scam", "material")
_SCRIPT = "lighthouse/cli/index.js"
_LOCK = Path(__file__).parent / "lighthouse_packages"


@dataclass(frozen=True)
class Verdict:
    """Of one page. points: of 100, by category. paint: seconds to the largest contentful paint, as Lighthouse reckons it for a phone.
    lacking: the ids of the audits that cost points."""

    points: Mapping[str, int]
    paint: float
    lacking: tuple[str, ...]


def run(settings: Settings) -> int:
    """Measure, print, keep; returns 0, or 1 if a goal is missed. Raises CommandFailed, Missing and NoBrowser."""
    need("nginx", "npm")
    machine = this_machine()
    print(machine)
    packages = NodePackages(_LOCK, settings.project.root / ".bench" / "lighthouse")
    if reason := packages.install():
        raise Missing(f"装不了Lighthouse / Lighthouse cannot be installed: {reason}")
    command, browser = packages.command(_SCRIPT), ready_browser()
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        work = Path(folder)
        library = build_site(settings.project, work / "site")
        pages = dict(pages_of(library, work / "site"))
        with served_by_nginx(work / "site", work) as host:
            rounds = settings.rounds or ROUNDS
            found = {name: [] for name in pages}
            for number in range(rounds):
                for name, url in pages.items():
                    say(f"  {number + 1}/{rounds}  /{url}")
                    found[name].append(ask([*command, f"http://{host}/{url}"], browser, work))
    verdicts = {name: of_rounds(item) for name, item in found.items()}
    print(report(verdicts, pages))
    print("\n目标 / goals")
    for goal in (asked := goals(verdicts)):
        print(goal)
    kept = {
        "pages": {name: {"url": pages[name], **asdict(verdict)} for name, verdict in verdicts.items()},
        "goals": [asdict(goal) | {"met": goal.met} for goal in asked],
    }
    print(f"\n{settings.project.relative(keep(settings.project, 'lighthouse', machine, kept))}")
    return 0 if all(goal.met for goal in asked) else 1


def pages_of(library: Library, site: Path) -> Iterator[tuple[str, str]]:
    """What each page stands for, and its address below the root: each kind in Chinese, some in English."""
    for language in (SOURCE, EN):
        for name, url in _of_each_kind(library, language, site):
            if language is SOURCE or name in _IN_ENGLISH:
                yield f"{language.code} {name}", url


def _of_each_kind(library: Library, language: Language, site: Path) -> Iterator[tuple[str, str]]:
    pages = library.pages[language.code]
    for page_id in _SPECIAL:
        yield page_id, pages[page_id].url
    heaviest: dict[str, tuple[int, str]] = {}
    for page_id, page in pages.items():
        if page_id not in _SPECIAL:
            weight = (site / page.url / "index.html").stat().st_size, page.url
            heaviest[page.front.kind] = max(weight, heaviest.get(page.front.kind, weight))
    for kind, (_, url) in sorted(heaviest.items()):
        yield kind, url


def ask(command: Sequence[str], browser: Path, work: Path) -> Verdict:
    """Lighthouse's verdict on the page that ``command`` ends with. Raises CommandFailed if it fails every time."""
    output = work / "lighthouse.json"
    # Root, as in containers, may not use Chrome's sandbox; the pages are our own.
    options = [
        "--quiet", "--output=json", f"--output-path={output}", f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]  # fmt: skip
    for left in reversed(range(_ATTEMPTS)):
        try:
            run_program([*command, *options], work, os.environ | {"CHROME_PATH": str(browser)})
            break
        except CommandFailed:
            if not left:
                raise
    return verdict_of(json.loads(output.read_text(encoding="utf-8")))


def verdict_of(report: Mapping[str, Any]) -> Verdict:
    """What is in a report of Lighthouse."""
    audits = report["audits"]
    points, lacking = {}, []
    for name in CATEGORIES:
        category = report["categories"][name]
        points[name] = round((category["score"] or 0) * 100)
        if points[name] < 100:
            weighing = [item["id"] for item in category["auditRefs"] if item["weight"]]
            lacking += [key for key in weighing if audits[key]["score"] is not None and audits[key]["score"] < 1]
    return Verdict(points, audits["largest-contentful-paint"]["numericValue"] / 1000, tuple(lacking))


def of_rounds(verdicts: Sequence[Verdict]) -> Verdict:
    """One verdict of several on the same page: the median where the machine has its part in it, else the lowest."""
    points = {name: min(item.points[name] for item in verdicts) for name in CATEGORIES}
    points["performance"] = round(statistics.median(item.points["performance"] for item in verdicts))
    paint = statistics.median(item.paint for item in verdicts)
    return Verdict(points, paint, tuple(dict.fromkeys(key for item in verdicts for key in item.lacking)))


def report(verdicts: Mapping[str, Verdict], pages: Mapping[str, str]) -> str:
    """The points of each page, for people, and what cost some."""
    rows = [
        [name, *(item.points[category] for category in CATEGORIES), item.paint, f"/{pages[name]}"]
        for name, item in verdicts.items()
    ]
    lines = [table(["", "性能 perf.", "无障碍 a11y", "规范 best pr.", "SEO", "LCP s", ""], rows)]
    lines += [f"  {name}: {', '.join(item.lacking)}" for name, item in verdicts.items() if item.lacking]
    return "\n".join(lines)


def goals(verdicts: Mapping[str, Verdict]) -> list[Goal]:
    """What issue 8 asks of the page that does worst in each category."""
    about = "离100差几分，最差的一页 / points short of 100, the page that does worst"
    return [
        Goal(f"{name}：{about}", 100 - min(item.points[name] for item in verdicts.values()), limit)
        for name, limit in MAY_LACK.items()
    ]
