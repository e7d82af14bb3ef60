"""A quiz as data becomes a paper, a key and a part of the page; what is wrong with it is found."""

import re

import pytest

from shizha.content.languages import EN, ZH_HANT
from shizha.rendering.expand import expand, page_sources
from support.miniature import plain_front

QUIZ = """\
tiny:
  title: {zh: 小测验, en: Tiny quiz}
  first: 7
  questions:
    - ask: {zh: "有人要*验证码*，先打[[text:cn-police]]？", en: "Someone wants a code: [[text:cn-police]] first?"}
      options:
        - {zh: 念, en: Read it out}
        - {zh: 不念, en: Keep it}
      answer: B
      why: {zh: "它是钥匙。[^law-anti-fraud]给了就告诉大人。", en: "It is a key.[^law-anti-fraud] If given, tell a grown-up."}
    - ask: {zh: 警察会在电话里要钱。, en: Police ask for money by phone.}
      answer: false
      why: {zh: 不会。, en: They do not.}
more:
  title: {zh: "再练<两>题", en: Two more}
  questions:
    - ask: {zh: "密码能说吗", en: May a password be told}
      options: [{zh: 能, en: It may}, {zh: 不能, en: It may not}]
      answer: B
      why: {zh: 它也是钥匙。, en: It is a key too.}
"""
PAGE = "\n## 卷子 { #paper }\n\n[[quiz:tiny]]\n\n[[take:tiny]]\n\n[[take:more]]\n\n## 答案 { #answers }\n\n[[answers:tiny]]\n"


@pytest.fixture
def quiz(miniature):
    miniature.write("data/quizzes.yml", QUIZ)
    front = plain_front("material", "测验", kit="schools/tiny", form="quiz")
    miniature.write("docs/zh/schools/tiny/quiz.md", front + PAGE)
    miniature.write("docs/zh/schools/tiny/index.md", plain_front("kit", "小活动") + "\n## 用 { #use }\n\n看。\n")
    return miniature


def test_a_paper_has_the_questions_and_no_answers(quiz):
    library = quiz.library()
    text = expand(library, library.source("schools/tiny/quiz"))
    paper = text[text.index("#paper") : text.index('<div class="quiz"')]
    assert "**7.** 有人要\\*验证码\\*，先打110？（　　）" in paper and "- B　不念" in paper
    assert "**8.** 警察会在电话里要钱。" in paper and "- A　对" in paper and "- B　不对" in paper
    assert "钥匙" not in paper and "不会。" not in paper


def test_the_key_has_reasons_and_cites_their_sources(quiz):
    library = quiz.library()
    page = library.source("schools/tiny/quiz")
    key = expand(library, page).partition("#answers")[2]
    row = next(line for line in key.splitlines() if line.startswith("| 7 | B | 它是钥匙。"))
    assert 'href="#source-law-anti-fraud"' in row and row.endswith("</sup>给了就告诉大人。 |")
    assert "| 8 | 不对 | 不会。 |" in key
    assert page_sources(library, page) == ["law-anti-fraud"]


def test_what_is_taken_on_the_page_is_hidden_until_a_script_shows_it(quiz):
    library = quiz.library()
    taken = expand(library, library.source("schools/tiny/quiz")).partition('<div class="quiz"')[2]
    assert " hidden " in taken.partition(">")[0]
    assert 'data-answer="B"' in taken and '<button type="button" value="A">' in taken
    assert re.search(
        r'class="quiz-why" hidden>它是钥匙。.{0,20}<sup class="cite"><a href="#source-law-anti-fraud"', taken
    )


def test_a_page_with_a_quiz_to_be_taken_lists_its_sources_even_without_the_key(quiz):
    quiz.edit("docs/zh/schools/tiny/quiz.md", "[[answers:tiny]]", "老师有。")
    library = quiz.library()
    assert page_sources(library, library.source("schools/tiny/quiz")) == ["law-anti-fraud"]


def test_quizzes_taken_on_one_page_each_have_their_name_and_no_id_twice(quiz):
    library = quiz.library()
    text = expand(library, library.source("schools/tiny/quiz"))
    assert re.findall(r'role="group" aria-label="([^"]+)"', text) == ["小测验", "再练&lt;两&gt;题"]
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids)) and text.count("<legend") == 3


def test_words_of_a_quiz_are_words_and_no_markup(quiz):
    from shizha.rendering.expand import _Resolver

    quiz.edit("data/quizzes.yml", "May a password", "<b>May</b> a password")
    library = quiz.library()
    resolver = _Resolver(library, library.edition(EN, "emergency"))
    data = library.data.quizzes["more"]
    assert "<b>" not in resolver.quizzes.taken(data) and r"\<b\>" in resolver.quizzes.paper(data)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("data/quizzes.yml", "answer: B", "answer: C", "the answer is not among the options"),
        (
            "data/quizzes.yml",
            "[^law-anti-fraud]给",
            "[^law-anti-fruad]给",
            "“law-anti-fruad”, which is not in data/sources.yml",
        ),
        ("data/quizzes.yml", "[^law-anti-fraud] If", " If", "Compared with the source, law-anti-fraud is missing"),
        ("data/quizzes.yml", "告诉大人。", "告诉3个大人。", "3 of the source is missing here"),
        ("data/quizzes.yml", "能说吗", "能说吗[^law-anti-fraud]", "Sources are cited in “why”"),
        ("data/quizzes.yml", "wants a code", "wants <b>a code</b>", "“<b>” is HTML"),
        ("data/quizzes.yml", "[[text:cn-police]]", "[[tel:cn-police]]", "A quiz has [[text:id]] and [[name:id]] only"),
        ("data/quizzes.yml", "它是钥匙。", "打96110问。", "“96110” is spelled out"),
        ("data/quizzes.yml", "先打[[", "先打1[[", "“1[[text:cn-police]]” runs together"),
        ("docs/zh/schools/tiny/quiz.md", "[[answers:tiny]]", "[[answers:tyni]]", "The quiz “tyni” does not exist"),
    ],
)
def test_what_is_wrong_with_a_quiz_is_found(quiz, file, old, new, says):
    quiz.edit(file, old, new)
    found = [finding.message.en for finding in [*quiz.findings(), *quiz.reminders()]]
    assert any(says in message for message in found), found


def test_a_good_quiz_has_no_findings_and_stands_in_both_scripts(quiz):
    assert quiz.findings() == []
    assert [item for item in quiz.reminders() if item.path == "data/quizzes.yml"] == []
    library = quiz.library()
    page = library.edition(ZH_HANT, "schools/tiny/quiz")
    text = expand(library, page)
    assert "**7.** 有人要\\*驗證碼\\*，先打110？" in text and "| 7 | B | 它是鑰匙。" in text
