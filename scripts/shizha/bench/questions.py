"""The questions that a search is measured by, and the figures that sum up its answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Question:
    """What somebody types into the search of one language's edition. ``pages``: ids, any of which answers it."""

    language: str
    text: str
    pages: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """Shares from 0 to 1. ``left_out``: questions that no page of the edition answers yet; they count nowhere else."""

    questions: int
    left_out: int
    first: float
    third: float
    reciprocal_rank: float
    empty: int


def read_questions(file: Path) -> list[Question]:
    """The questions of a tab-separated file: language, text, page ids with commas between. Lines with ``#`` are remarks."""
    questions = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            language, text, pages = line.split("\t")
            questions.append(Question(language, text, frozenset(pages.split(","))))
    return questions


def answerable(questions: Sequence[Question], language: str, pages: Collection[str]) -> list[Question]:
    """The questions of ``language`` for which at least one acceptable page exists."""
    existing = set(pages)
    return [item for item in questions if item.language == language and item.pages & existing]


def rank_of(question: Question, answer: Sequence[str]) -> int | None:
    """Place of the first acceptable page in ``answer``, from 1."""
    return next((place for place, page in enumerate(answer, 1) if page in question.pages), None)


def figures(asked: Sequence[Question], answers: Sequence[Sequence[str]], left_out: int = 0) -> Figures:
    """The figures of ``answers``, one list of page ids for each of ``asked``, best first."""
    ranks = [rank_of(question, answer) for question, answer in zip(asked, answers, strict=True)]
    count = max(len(ranks), 1)
    return Figures(
        questions=len(ranks),
        left_out=left_out,
        first=sum(rank == 1 for rank in ranks) / count,
        third=sum(rank is not None and rank <= 3 for rank in ranks) / count,
        reciprocal_rank=sum(1 / rank for rank in ranks if rank) / count,
        empty=sum(not answer for answer in answers),
    )
