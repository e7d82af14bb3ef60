"""Which files a command was asked about: the paths that people type, held against the folders of the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .project import Project


class NotContent(Exception):
    """A path that was typed is not among the content; the text says so in both languages."""


@dataclass(frozen=True)
class Selection:
    """``places``: files and folders relative to the project, with ``/``; empty for everything."""

    places: tuple[str, ...] = ()

    def holds(self, place: str) -> bool:
        return not self.places or any(place == item or place.startswith(f"{item}/") for item in self.places)


def selection_of(project: Project, paths: Sequence[Path]) -> Selection:
    """The selection that ``paths`` stand for. The project's folder, or one above it, is everything.

    Raises NotContent for a path that does not exist or lies outside ``docs/`` and ``data/``: to check nothing and say that
    all is well would be worse than to refuse.
    """
    root = project.root.resolve()
    places: list[str] = []
    everything = False
    for path in paths:
        if not path.exists():
            raise NotContent(f"没有这个文件：{path}\nNo such file: {path}")
        real = path.resolve()
        if root.is_relative_to(real):
            everything = True
        elif real.is_relative_to(project.docs.resolve()) or real.is_relative_to(project.data.resolve()):
            places.append(real.relative_to(root).as_posix())
        else:
            raise NotContent(
                f"{path} 不在 docs/ 和 data/ 里，这里没有可以检查的内容\n{path} is not in docs/ or data/; there is no content in it to check"
            )
    return Selection() if everything else Selection(tuple(places))
