"""What every benchmark is told."""

from __future__ import annotations

from dataclasses import dataclass

from ..project import Project


@dataclass(frozen=True)
class Settings:
    """pages: pages a language, for each size that is to be measured; empty for the sizes that the benchmark chooses.

    rounds: how often each thing is measured after the warm-up; None for as often as the benchmark chooses.
    install_rivals: fetch the generators that are compared with, where they are missing.
    """

    project: Project
    pages: tuple[int, ...] = ()
    rounds: int | None = None
    install_rivals: bool = False
