"""``python3 scripts search``: what the site's search finds for a question, and why. For editors who mend a bad search."""

from __future__ import annotations

import argparse

from .checks import errors, run_checks
from .content.languages import BY_CODE, SOURCE, Language
from .content.library import Library, load_library
from .project import Project
from .report import print_findings, reader_language
from .search.index import build_index
from .search.lexicon import GROUP, HAPPENED, SYLLABLES
from .search.ranking import Hit, Ranking

_MOST_REASONS = 8
_FIELDS = {
    "title": ("标题", "title"), "name": ("短名", "name"), "aliases": ("aliases", "aliases"), "phrases": ("phrases", "phrases"),
    "verdict": ("结论", "verdict"), "others": ("别的语言里的名字", "names in other languages"), "body": ("正文", "body"),
}  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("question", metavar="QUESTION", help="人们会怎么问 / what somebody would type")
    parser.add_argument("--lang", choices=tuple(BY_CODE), default=SOURCE.code, help="哪种语言的网站 / which edition")
    parser.add_argument("--limit", type=_limit, default=5, help="最多几页 / how many pages at most")
    parser.add_argument("--explain", action="store_true", help="说明为什么 / say why")


def run(project: Project, arguments: argparse.Namespace) -> int:
    """Run the command: 0 when pages were found, 1 when none were or the content cannot be read."""
    library = load_library(project)
    if library.problems:
        print_findings(errors(run_checks(library)), reader_language())
        return 1
    return (
        0
        if print_answer(library, BY_CODE[arguments.lang], arguments.question, arguments.limit, arguments.explain)
        else 1
    )


def _limit(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1_000:
        raise argparse.ArgumentTypeError("1–1000")
    return int(text)


def print_answer(library: Library, language: Language, question: str, limit: int, explain: bool) -> bool:
    """Print the first ``limit`` pages that a reader of ``language`` would see, in that order; False if there are none."""
    zh = reader_language() == "zh"
    ranking = Ranking(build_index(library, language))
    answer = ranking.ask(question)
    if answer.emergency:
        print(
            "!  这句话说明已经出事了：结果上面会有去紧急页的入口"
            if zh
            else "!  It has happened: the way to the emergency page is shown above the results"
        )
    for place, hit in enumerate(answer.hits[:limit], 1):
        page = library.pages[language.code][hit.id]
        print(f"{place}  {hit.score:6.2f}  {hit.id}  {page.front.title}")
        if explain:
            _print_reasons(ranking, hit, zh)
    if not answer.hits:
        print(
            "什么也没找到。把这句话加进该找到的那一页的 aliases；几页都用得着的说法，加进 data/terms.yml 的 search。"
            if zh
            else "Nothing found. Add the wording to the aliases of the page that should be found, or, if several pages need it, to search in data/terms.yml."
        )
    return bool(answer.hits)


def _print_reasons(ranking: Ranking, hit: Hit, zh: bool) -> None:
    for reason in hit.reasons[:_MOST_REASONS]:
        fields = ", ".join(_FIELDS[name][0 if zh else 1] for name in reason.fields)
        print(f"      {reason.score:6.2f}  {_term(ranking, reason.term, zh)}  ({fields})")
    if rest := hit.reasons[_MOST_REASONS:]:
        more = sum(reason.score for reason in rest)
        print(f"      {more:6.2f}  " + (f"另外{len(rest)}处" if zh else f"{len(rest)} more"))
    label = "最像整句话的一条" if zh else "most like the whole question"
    print(f"      {hit.unit_score:6.2f}  {label}: {hit.unit}  ({_FIELDS[hit.unit_field][0 if zh else 1]})")


def _term(ranking: Ranking, term: str, zh: bool) -> str:
    if term == HAPPENED:
        return "已经出事了" if zh else "it has happened"
    if term.startswith(GROUP):
        words = ranking.index["alike"][int(term.removeprefix(GROUP))]
        return ("同义：" if zh else "alike: ") + " ".join(words[:4]) + ("…" if len(words) > 4 else "")
    if term.startswith(SYLLABLES):
        return ("读音：" if zh else "sound: ") + term.removeprefix(SYLLABLES)
    return term
