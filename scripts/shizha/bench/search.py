"""``bench search``: what the search finds for the questions of ``tests/search``, what it costs to load, and how long a reader waits.

The questions of ``dev.tsv`` were seen while the ranking was made; those of ``held-out.tsv`` were not, and are the figure that counts.
"""

from __future__ import annotations

import gzip
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..content.languages import LANGUAGES, Language
from ..content.library import Library, load_library
from ..project import Project
from ..search.characters import common_characters
from ..search.index import build_index, index_text
from ..search.ranking import Ranking
from .browsing import browser_at_hand, served
from .questions import Figures, Question, answerable, figures, read_questions

SETS = ("dev", "held-out")
# The size that the budget of bytes is set for, and how much larger the site is made to see how its cost grows.
BUDGET_PAGES, TIMES = 120, 10
SLOWED = 4
_MODULE = Path("assets/search.js")
_KEYS_OF = 12  # questions that are typed key by key, of each language


@dataclass(frozen=True)
class Bytes:
    """Bytes after gzip -9: of the script, of the index, and of both if the edition had BUDGET_PAGES pages like those it has."""

    code: int
    index: int
    at_budget: int


@dataclass(frozen=True)
class Waits:
    """Milliseconds in a browser with the processor slowed SLOWED times.

    ready: from the first touch of the box to an index that answers, without the network. sounds: what it does then, while nobody types.
    key, slowest_key: from a key to its results.
    """

    pages: int
    ready: float
    sounds: float
    key: float
    slowest_key: float


def found_for(library: Library, language: Language, questions: Sequence[Question]) -> Figures:
    """What the ranking finds for those of ``questions`` that are asked in ``language``."""
    ranking = Ranking(build_index(library, language))
    asked = answerable(questions, language.code, ranking.pages)
    answers = [[hit.id for hit in ranking.ask(question.text).hits] for question in asked]
    return figures(asked, answers, sum(item.language == language.code for item in questions) - len(asked))


def bytes_for(project: Project, index: Mapping[str, Any]) -> Bytes:
    """What a reader's first question costs."""
    code = _compressed((project.overrides / _MODULE).read_text(encoding="utf-8"))
    whole, empty = (_compressed(index_text(dict(index) | {"pages": pages})) for pages in (index["pages"], []))
    each = (whole - empty) / max(len(index["pages"]), 1)
    return Bytes(code, whole, round(code + empty + each * BUDGET_PAGES))


def larger(index: Mapping[str, Any], times: int) -> dict[str, Any]:
    """``index`` with ``times`` as many pages. Copies have other characters and words, as other pages would."""
    common = common_characters()
    place = {character: at for at, character in enumerate(common)}

    def other(text: str, copy: int) -> str:
        moved = (common[(place[c] + 97 * copy) % len(common)] if c in place else c for c in text)
        return " ".join(word if not word.isascii() else f"{word}{copy}" for word in "".join(moved).split(" "))

    def copied(page: Mapping[str, Any], copy: int) -> dict[str, Any]:
        texts = {
            name: other(value, copy) if isinstance(value, str) else [other(text, copy) for text in value]
            for name, value in page.items()
        }
        return texts | {"id": f"{page['id']}-{copy + 1}", "kind": page["kind"]}

    return dict(index) | {
        "pages": [copied(page, copy) if copy else page for copy in range(times) for page in index["pages"]]
    }


_MEASURE = """
async ([address, typed]) => {
  const { Search } = await import('/search.js');
  const text = await (await fetch(address)).text();
  const since = (started) => performance.now() - started;
  let started = performance.now();
  const search = new Search(JSON.parse(text));
  search.ask('a');
  const ready = since(started);
  started = performance.now();
  search.hear();
  const sounds = since(started), keys = [];
  for (const question of typed) for (let end = 1; end <= question.length; end++) {
    started = performance.now();
    for (const hit of search.ask(question.slice(0, end), 10).hits) search.marked(hit.title, question.slice(0, end));
    keys.push(since(started));
  }
  return { ready, sounds, keys };
}
"""


def waits_for(project: Project, index: Mapping[str, Any], typed: Sequence[str], browser) -> Waits:
    """How long a reader waits who types ``typed`` into a phone. ``browser``: Playwright's."""
    with tempfile.TemporaryDirectory(prefix="shizha-bench-") as folder:
        site = Path(folder)
        (site / "search.js").write_bytes((project.overrides / _MODULE).read_bytes())
        (site / "index.json").write_text(index_text(dict(index)), encoding="utf-8")
        (site / "blank.html").write_text("<!doctype html><meta charset=utf-8><title>blank</title>", encoding="utf-8")
        with served(site) as address:
            page = browser.new_page()
            page.goto(f"{address}/blank.html")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            found = page.evaluate(_MEASURE, ["/index.json", list(typed)])
            page.close()
    keys = found["keys"]
    return Waits(len(index["pages"]), found["ready"], found["sounds"], statistics.median(keys), max(keys))


def run(project: Project) -> int:
    """Measure and print; returns 0."""
    library = load_library(project)
    sets = {name: read_questions(project.root / "tests" / "search" / f"{name}.tsv") for name in SETS}
    print(f"{'':22}{'questions':>10}{'left out':>10}{'@1':>8}{'@3':>8}{'MRR':>8}{'empty':>7}")
    for name, questions in sets.items():
        for language in LANGUAGES:
            item = found_for(library, language, questions)
            print(
                f"  {name:10}{language.code:10}{item.questions:10}{item.left_out:10}{item.first:8.3f}{item.third:8.3f}"
                f"{item.reciprocal_rank:8.3f}{item.empty:7}"
            )
    print(f"\n{'':12}{'code':>10}{'index':>10}{f'at {BUDGET_PAGES} pages':>14}   gzip -9")
    indexes = {language.code: build_index(library, language) for language in LANGUAGES}
    for code, index in indexes.items():
        item = bytes_for(project, index)
        print(f"  {code:10}{item.code:10,}{item.index:10,}{item.at_budget:14,}")
    print(
        f"\n{'':12}{'pages':>8}{'ready':>10}{'sounds':>10}{'key':>10}{'slowest':>10}   ms, processor slowed {SLOWED} times"
    )
    with browser_at_hand() as browser:
        for code, index in indexes.items():
            typed = [item.text for item in sets["dev"] if item.language == code][:_KEYS_OF]
            for times in (1, TIMES):
                waits = waits_for(project, larger(index, times), typed, browser)
                print(
                    f"  {code:10}{waits.pages:8}{waits.ready:10.0f}{waits.sounds:10.0f}{waits.key:10.1f}{waits.slowest_key:10.1f}"
                )
    return 0


def _compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))
