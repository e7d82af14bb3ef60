"""A quiz as data becomes a paper, a key and a part of the page; what is wrong with it is found."""

import pytest

from shizha.content.languages import EN, ZH
from shizha.rendering.expand import expand, page_sources
from support.miniature import plain_front

QUIZ = """\
tiny:
  title: {zh: 小测验, en: Tiny quiz}
  first: 7
  questions:
    - ask: {zh: "有人要*验证码*，先打[[text:cn-police]]？", en: "Someone wants <b>a code</b>?"}
      options:
        - {zh: 念, en: Read it out}
        - {zh: 不念, en: Keep it}
      answer: B
      why: {zh: 它是钥匙。, en: It is a key.}
      sources: [law-anti-fraud]
    - ask: {zh: 警察会在电话里要钱。, en: Police ask for money by phone.}
      answer: false
      why: {zh: 不会。, en: They do not.}
"""
PAGE = "\n## 卷子 { #paper }\n\n[[quiz:tiny]]\n\n[[take:tiny]]\n\n## 答案 { #answers }\n\n[[answers:tiny]]\n"


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
    assert "| 7 | B | 它是钥匙。" in key and 'href="#source-law-anti-fraud"' in key
    assert "| 8 | 不对 | 不会。 |" in key
    assert page_sources(library, page) == ["law-anti-fraud"]


def test_what_is_taken_on_the_page_is_hidden_until_a_script_shows_it(quiz):
    library = quiz.library()
    taken = expand(library, library.source("schools/tiny/quiz")).partition('<div class="quiz"')[2]
    assert taken.startswith(" hidden") and 'data-answer="B"' in taken and '<button type="button" value="A">' in taken


def test_words_of_a_quiz_are_words_and_no_markup(quiz):
    from shizha.rendering.expand import _Resolver

    library = quiz.library()
    resolver = _Resolver(library, library.edition(EN, "emergency"))
    data = library.data.quizzes["tiny"]
    assert "<b>" not in resolver.quizzes.taken(data) and r"\<b\>" in resolver.quizzes.paper(data)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("data/quizzes.yml", "answer: B", "answer: C", "the answer is not among the options"),
        ("data/quizzes.yml", "sources: [law-anti-fraud]", "sources: [law-anti-fruad]", "law-anti-fruad"),
        ("data/quizzes.yml", "[[text:cn-police]]", "[[tel:cn-police]]", "A quiz has [[text:id]] and [[name:id]] only"),
        ("data/quizzes.yml", "它是钥匙。", "打96110问。", "96110"),
        ("docs/zh/schools/tiny/quiz.md", "[[answers:tiny]]", "[[answers:tyni]]", "The quiz “tyni” does not exist"),
    ],
)
def test_what_is_wrong_with_a_quiz_is_found(quiz, file, old, new, says):
    quiz.edit(file, old, new)
    assert any(says in finding.message.en + finding.message.zh for finding in quiz.findings()), quiz.findings()


def test_a_good_quiz_has_no_findings_and_stands_in_both_scripts(quiz):
    library = quiz.library()
    assert [item for item in quiz.findings() if "quiz" in item.path] == []
    assert library.words(library.data.quizzes["tiny"].title, ZH) == "小测验"
