"""The ranking that the browser has and the one that ``python3 scripts search`` prints are two pieces of code: one answer."""

import json

import pytest

from shizha.bench.questions import read_questions
from shizha.content.languages import LANGUAGES
from shizha.search.ranking import Ranking

_ASK = """async ([language, questions]) => {
  const { loadSearch } = await import('/assets/search.js');
  const search = await loadSearch(`/assets/search/${language}.json`);
  return questions.map((question) => search.ask(question));
}"""
# Beside the questions of the sets: slips, other widths, other alphabets, nothing.
_ODD = [
    "",
    " ",
    "？！",
    "ＥＴＣ失效",
    "wo bei pian le",
    "shuad",
    "hotlin",
    "é",
    "𠀀刷单",
    "🙂转账",
    "I'VE PAID",
    "刷" * 200,
    "a" * 300,
]


@pytest.fixture
def page(desktop, address):
    desktop.goto(f"{address}/404.html")
    return desktop


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_browser_and_command_give_the_same_answers(page, site, project, language):
    ranking = Ranking(json.loads((site / "assets/search" / f"{language}.json").read_text(encoding="utf-8")))
    folder = project.root / "tests" / "search"
    asked = [item.text for name in ("dev", "held-out") for item in read_questions(folder / f"{name}.tsv")] + _ODD
    for text, there in zip(asked, page.evaluate(_ASK, [language, asked]), strict=True):
        here = ranking.ask(text)
        assert there["emergency"] == here.emergency, text
        assert [hit["id"] for hit in there["hits"]] == [hit.id for hit in here.hits], text
        assert [hit["score"] for hit in there["hits"]] == pytest.approx([hit.score for hit in here.hits]), text


def test_a_result_is_a_link_with_what_is_shown(page):
    hit = page.evaluate(_ASK, ["en", ["fake police"]])[0]["hits"][0]
    assert hit["url"] == "/en/scams/fake-police/"
    assert hit["title"] and hit["verdict"]


@pytest.mark.parametrize(
    ("language", "text", "question", "marked"),
    [
        ("zh", "刷单返利：先垫钱", "刷單 返利", ["刷单返利"]),
        ("zh", "把钱转到安全账户", "安全帳戶", ["安全账户"]),
        ("zh", "要你汇款的都是骗", "转账", ["汇款"]),
        ("en", "Fake POLICE calls", "police called", ["POLICE", "calls"]),
        ("en", "The end", "the", []),
    ],
)
def test_words_of_the_question_are_marked(page, language, text, question, marked):
    pieces = page.evaluate(
        """async ([language, text, question]) => {
          const { loadSearch } = await import('/assets/search.js');
          return (await loadSearch(`/assets/search/${language}.json`)).marked(text, question);
        }""",
        [language, text, question],
    )
    assert "".join(piece["text"] for piece in pieces) == text
    assert [piece["text"].strip() for piece in pieces if piece["hit"]] == marked


def test_nothing_of_the_search_is_loaded_before_it_is_asked_for(desktop, address):
    asked = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(f"{address}/scams/")
    assert [url for url in asked if "search" in url] == []
