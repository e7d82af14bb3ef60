"""``bench rivals``: other searches, asked the same questions: Material's own (lunr and jieba), Pagefind, MiniSearch over pairs of
characters.

Each gets the same words as ours, one language at a time, on pages of its own, and answers in a real browser. Everything is set up
in ``.bench``, where git does not look: nothing of it becomes part of the site.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from ..content.languages import LANGUAGES
from ..content.library import load_library
from ..project import Project
from ..search.documents import SearchDocument, documents
from ..search.index import build_index
from ..search.ranking import Ranking
from .browsing import browser_at_hand, served
from .node_packages import NodePackages
from .questions import Figures, answerable, figures, read_questions
from .search import bytes_for

_REQUIREMENTS = Path(__file__).parent / "rivals"


class RivalMissing(Exception):
    """A rival could not be set up; the text says why."""


@dataclass(frozen=True)
class RivalAnswers:
    """``pages``: for each query the page ids, best first. ``bytes``: code and index of a first query, compressed with gzip."""

    pages: list[list[str]]
    bytes: int


@dataclass(frozen=True)
class Rival:
    """A search. ``prepare`` writes its files for documents of a language into a folder; ``script`` is the body of an async
    JavaScript function of ``queries`` that returns the addresses of the answers to each."""

    name: str
    prepare: Callable[[Sequence[SearchDocument], str, Path, Path], None]
    script: str


def run(project: Project) -> int:
    """Ask every rival and ourselves the questions of both sets; print the figures; returns 0. A rival that cannot be set up is named."""
    library = load_library(project)
    asked = [
        question
        for name in ("dev", "held-out")
        for question in read_questions(project.root / "tests" / "search" / f"{name}.tsv")
    ]
    print(f"{'':24}{'':10}{'questions':>10}{'@1':>8}{'@3':>8}{'MRR':>8}{'empty':>7}{'bytes':>10}")
    with browser_at_hand() as browser:
        for language in LANGUAGES:
            found = documents(library, language)
            questions = answerable(asked, language.code, [document.id for document in found])
            texts = [question.text for question in questions]
            for rival in RIVALS:
                try:
                    answers = ask(rival, found, language.code, texts, project.root / ".bench" / "rivals", browser)
                except RivalMissing as missing:
                    print(f"  {rival.name:22}{language.code:10}{missing}")
                else:
                    _print(rival.name, language.code, figures(questions, answers.pages), answers.bytes)
            index = build_index(library, language)
            ranking = Ranking(index)
            ours = figures(questions, [[hit.id for hit in ranking.ask(text).hits] for text in texts])
            cost = bytes_for(project, index)
            _print("ours", language.code, ours, cost.code + cost.index)
    return 0


def _print(name: str, code: str, item: Figures, size: int) -> None:
    print(
        f"  {name:22}{code:10}{item.questions:10}{item.first:8.3f}{item.third:8.3f}{item.reciprocal_rank:8.3f}{item.empty:7}{size:10,}",
        flush=True,
    )


def ask(
    rival: Rival, documents: Sequence[SearchDocument], language: str, queries: Sequence[str], work: Path, browser
) -> RivalAnswers:
    """Set ``rival`` up in the folder ``work`` and ask it. ``browser``: Playwright's. Raises RivalMissing."""
    tools = work / "tools"
    site = work / rival.name.split()[0].lower() / language
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    rival.prepare(documents, language, site, tools)
    (site / "ask.html").write_text("<!doctype html><meta charset=utf-8><title>ask</title>", encoding="utf-8")
    with served(site) as address:
        page = browser.new_page()
        sizes: dict[str, int] = {}
        page.on("requestfinished", lambda request: sizes.setdefault(request.url, _compressed(request)))
        page.goto(f"{address}/ask.html")
        found = page.evaluate(f"async (queries) => {{ {rival.script} }}", list(queries[:1]))
        page.wait_for_timeout(300)  # the last events of the network
        first = sum(size for url, size in sizes.items() if not url.endswith("ask.html"))
        found = page.evaluate(f"async (queries) => {{ {rival.script} }}", list(queries))
        page.close()
    return RivalAnswers([[_page_id(url) for url in urls] for urls in found], first)


def _compressed(request) -> int:
    body = request.response().body()
    # Pagefind's own files are compressed already; a server sends them as they are.
    return min(len(body), len(gzip.compress(body, 9)))


def _page_id(address: str) -> str:
    path = address.split("#")[0].removeprefix("/")
    return path.removesuffix("index.html").removesuffix(".html").strip("/") or "index"


def _text(document: SearchDocument) -> list[str]:
    return [
        document.verdict,
        document.description,
        *document.aliases,
        *document.phrases,
        *document.others,
        *document.body.splitlines(),
    ]


# --- Material for MkDocs: lunr in a worker, Chinese cut by jieba when the index is made ---


def _material(documents: Sequence[SearchDocument], language: str, site: Path, tools: Path) -> None:
    python = _python_tools(tools)
    source = site.parent / f"{language}-source"
    shutil.rmtree(source, ignore_errors=True)
    for document in documents:
        file = source / "docs" / f"{document.id}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "\n\n".join(line.replace("[", "(").replace("]", ")") for line in _text(document) if line.strip())
        file.write_text(f"# {document.title}\n\n{document.name}\n\n{text}\n", encoding="utf-8")
    config = {
        "site_name": "rival", "theme": {"name": "material", "font": False, "language": "en"}, "site_dir": str(site),
        # The separator that the theme's handbook asks for with Chinese: jieba marks its cuts with U+200B.
        "plugins": [{"search": {"lang": "en"} if language == "en" else {"lang": "zh", "separator": r"[\s\u200b\-]+"}}],
    }  # fmt: skip
    (source / "mkdocs.yml").write_text(json.dumps(config), encoding="utf-8")
    _run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(source / "mkdocs.yml")], python)


_MATERIAL = """
const index = await (await fetch('/search/search_index.json')).json();
const page = await (await fetch('/404.html')).text();
const config = JSON.parse(page.match(/<script id="__config" type="application.json">(.*?)<.script>/s)[1]);
// As the theme's own script sets the worker up.
if (index.config.lang.length === 1 && index.config.lang[0] === 'en') index.config.lang = [config.translations['search.config.lang'] || 'en'];
if (index.config.separator === '[\\\\s\\\\-]+') index.config.separator = config.translations['search.config.separator'] || index.config.separator;
const worker = new Worker(config.search.replace(/^(\\.*\\/)*/, '/'));
const told = () => new Promise((done) => { worker.onmessage = ({data}) => done(data); });
let answer = told();
worker.postMessage({type: 0, data: {...index, options: {suggest: false}}});
await answer;
const found = [];
for (const query of queries) {
  answer = told();
  worker.postMessage({type: 2, data: query});
  const {data} = await answer;
  found.push(data.items.map((group) => group[0].location));
}
worker.terminate();
return found;
"""


# --- Pagefind ---


def _pagefind(documents: Sequence[SearchDocument], language: str, site: Path, tools: Path) -> None:
    python = _python_tools(tools)
    for document in documents:
        file = site / document.id / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        first, *rest = _text(document)
        known = "".join(
            f"<p>{escape(line)}</p>" for line in (first, document.name, *document.aliases, *document.phrases)
        )
        text = "".join(f"<p>{escape(line)}</p>" for line in rest)
        file.write_text(
            f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{escape(document.title)}</title>'
            f'<body data-pagefind-body><h1>{escape(document.title)}</h1><div data-pagefind-weight="5">{known}</div>{text}</body></html>',
            encoding="utf-8",
        )
    _run([sys.executable, "-m", "pagefind", "--site", str(site), "--quiet"], python)


_PAGEFIND = """
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
const found = [];
for (const query of queries) {
  const {results} = await pagefind.search(query);
  found.push((await Promise.all(results.slice(0, 10).map((item) => item.data()))).map((data) => data.url));
}
return found;
"""


# --- MiniSearch: any word counts, words of other length or spelling count less; Chinese as pairs of characters ---


def _minisearch(documents: Sequence[SearchDocument], _language: str, site: Path, tools: Path) -> None:
    if reason := NodePackages(_REQUIREMENTS, tools).install():
        raise RivalMissing(reason)
    shutil.copy(tools / "node_modules/minisearch/dist/es/index.js", site / "minisearch.js")
    rows = [
        {
            "id": document.id, "title": f"{document.title} {document.name}", "aliases": " | ".join(document.aliases),
            "phrases": " | ".join(document.phrases), "about": f"{document.verdict} {document.description}",
            "others": " | ".join(document.others), "headings": " | ".join(document.headings), "body": document.body,
        }
        for document in documents
    ]  # fmt: skip
    (site / "documents.json").write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


_MINISEARCH = """
const {default: MiniSearch} = await import('/minisearch.js');
const tokenize = (text) => {
  const tokens = [];
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(/[a-z0-9]+|\\p{sc=Han}+/gu)) {
    if (run.length === 1 || /^[a-z0-9]/.test(run)) tokens.push(run);
    else for (let at = 0; at + 1 < run.length; at++) tokens.push(run.slice(at, at + 2));
  }
  return tokens;
};
if (!window.mini) {
  window.mini = new MiniSearch({fields: ['title', 'aliases', 'phrases', 'about', 'others', 'headings', 'body'], tokenize});
  window.mini.addAll(await (await fetch('/documents.json')).json());
}
const boost = {title: 4, aliases: 4, phrases: 2, about: 2, others: 2, headings: 1.5};
return queries.map((query) => window.mini.search(query, {boost, fuzzy: 0.2, prefix: true}).map(({id}) => id));
"""

RIVALS: tuple[Rival, ...] = (
    Rival("Material (lunr, jieba)", _material, _MATERIAL),
    Rival("Pagefind", _pagefind, _PAGEFIND),
    Rival("MiniSearch (pairs)", _minisearch, _MINISEARCH),
)


def _python_tools(tools: Path) -> Path:
    """Rivals from PyPI, in a folder of their own that only their processes see."""
    folder = tools / "python"
    if not (folder / "pagefind").is_dir():
        _run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "--target", str(folder), "-r", str(_REQUIREMENTS / "requirements.txt")])  # fmt: skip
    return folder


def _run(command: list[str], path: Path | None = None) -> None:
    environment = os.environ | ({"PYTHONPATH": str(path)} if path else {}) | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        raise RivalMissing((done.stderr or done.stdout).strip())
