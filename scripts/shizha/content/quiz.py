"""Quizzes: questions with their options, the right one and why, in every language."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from .references import CITATION
from .words import STRICT, Words

LETTERS = ("A", "B", "C", "D", "E")


class Question(BaseModel):
    """One question. ``options``: what to choose from; without them it is a statement that is true or false.

    answer: the letter of the right option, or whether the statement is true. ``why`` cites what it rests on: ``[^source-id]``.
    """

    model_config = STRICT

    ask: Words
    options: list[Words] = Field(default=[], max_length=len(LETTERS))
    answer: Literal["A", "B", "C", "D", "E"] | bool
    why: Words

    @model_validator(mode="after")
    def _has_its_answer(self) -> Question:
        if isinstance(self.answer, bool):
            right = not self.options
        else:
            right = len(self.options) > 1 and LETTERS.index(self.answer) < len(self.options)
        if not right:
            raise PydanticCustomError("answer_missing", "answer and options")
        return self

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that ``why`` cites, in their order."""
        return tuple(dict.fromkeys(CITATION.findall(self.why.zh)))


class Quiz(BaseModel):
    """Questions that stand on one paper. ``first``: the number of the first of them."""

    model_config = STRICT

    title: Words
    first: int = Field(default=1, ge=1, le=200)
    questions: list[Question] = Field(min_length=1, max_length=40)

    def numbered(self) -> list[tuple[int, Question]]:
        """Each question with its number."""
        return list(enumerate(self.questions, start=self.first))
