"""A quiz of ``data/quizzes.yml`` in three forms: the paper, the key to it, and a part of the page on which it can be taken.

The first two are Markdown, as if they had been written in the page, so that they print and become documents like the rest. The
third is hidden until assets/quiz.js shows it. It has no ids, so that a page may hold several.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from ..content.data import Words
from ..content.quiz import LETTERS, Question, Quiz
from ..content.references import CITATION, REFERENCE
from .strings import Strings

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#])")
_MARKS = re.compile(f"{REFERENCE.pattern}|{CITATION.pattern}")
# What the script says while a quiz is taken.
_SAID = ("quiz-begin", "quiz-right", "quiz-other", "quiz-next", "quiz-end", "quiz-again")
_GAP = "\u3000"  # as wide as a character, between a letter and its option


class QuizForms:
    """The forms of quizzes in one language.

    words: chooses the language. resolve: turns the references and citations of a text into what stands in a page.
    """

    def __init__(self, strings: Strings, words: Callable[[Words], str], resolve: Callable[[str], str]) -> None:
        self._strings = strings
        self._words = words
        self._resolve = resolve

    def paper(self, quiz: Quiz) -> str:
        """The questions with room for an answer, without the answers."""
        gap = self._strings("quiz-gap")
        parts = []
        for number, question in quiz.numbered():
            options = "\n".join(f"- {letter}{_GAP}{text}" for letter, text in self._options(question, self._text))
            parts.append(f"**{number}.** {self._text(question.ask)}{gap}\n\n{options}")
        return "\n\n" + "\n\n".join(parts) + "\n\n"

    def key(self, quiz: Quiz) -> str:
        """A table of the answers with their reasons and sources."""
        head = [self._strings(key) for key in ("quiz-number", "quiz-answer", "quiz-why")]
        rows = [[str(number), self._answer(question), self._text(question.why)] for number, question in quiz.numbered()]
        lines = [head, ["---"] * len(head), *rows]
        return "\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n\n"

    def taken(self, quiz: Quiz) -> str:
        """The quiz to be taken on the page, question by question. HTML, hidden without script."""
        questions = []
        for number, question in quiz.numbered():
            options = "".join(
                f'<button type="button" value="{letter}">{letter}{_GAP}{text}</button>'
                for letter, text in self._options(question, self._html)
            )
            questions.append(
                f'<fieldset class="quiz-question" data-answer="{self._letter(question)}">'
                f'<legend class="quiz-ask" tabindex="-1">{number}. {self._html(question.ask)}</legend>{options}'
                f'<p class="quiz-why" hidden>{self._html(question.why)}</p></fieldset>'
            )
        data = "".join(f' data-{key.removeprefix("quiz-")}="{escape(self._strings(key))}"' for key in _SAID)
        label = escape(self._words(quiz.title))
        return f'\n\n<div class="quiz" role="group" aria-label="{label}" hidden{data}>{"".join(questions)}</div>\n\n'

    def _options(self, question: Question, write: Callable[[Words], str]) -> list[tuple[str, str]]:
        if question.options:
            return [(letter, write(option)) for letter, option in zip(LETTERS, question.options, strict=False)]
        return [("A", self._strings("quiz-true")), ("B", self._strings("quiz-false"))]

    def _letter(self, question: Question) -> str:
        if isinstance(question.answer, bool):
            return "A" if question.answer else "B"
        return question.answer

    def _answer(self, question: Question) -> str:
        if isinstance(question.answer, bool):
            return self._strings("quiz-true" if question.answer else "quiz-false")
        return question.answer

    def _text(self, words: Words) -> str:
        return self._resolve(self._safe(words, lambda text: _MARKDOWN.sub(r"\\\1", text)))

    def _html(self, words: Words) -> str:
        return self._resolve(self._safe(words, escape))

    def _safe(self, words: Words, safe: Callable[[str], str]) -> str:
        """The words with everything but their references and citations made safe: data says words and no markup."""
        text = self._words(words)
        parts, last = [], 0
        for match in _MARKS.finditer(text):
            parts += [safe(text[last : match.start()]), match[0]]
            last = match.end()
        return "".join([*parts, safe(text[last:])])
