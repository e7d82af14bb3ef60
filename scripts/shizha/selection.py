"""Which files a command was asked about: the paths that people type, held against the folders of the project."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .project import Project


class NotContent(Exception):
    """A path that was typed is not among the content; the text says so in both languages."""


@dataclass(frozen=True)
class Selection:
    """``places``: files and folders relative to the project, with ``/``; None for everything."""

    places: tuple[str, ...] | None = None

    def holds(self, place: str) -> bool:
        return self.places is None or any(place == item or place.startswith(f"{item}/") for item in self.places)

    def among(self, files: Iterable[str]) -> Selection:
        """Those of ``files`` that this selection holds."""
        return Selection(tuple(sorted(filter(self.holds, files))))


def selection_of(project: Project, paths: Sequence[Path]) -> Selection:
    """The selection that ``paths`` stand for. The project's folder, or one above it, is everything.

    Raises NotContent for a path that does not exist or lies outside ``docs/`` and ``data/``: to check nothing and say that
    all is well would be worse than to refuse.
    """
    root = project.root.resolve()
    places: list[str] = []
    everything = False
    for typed in paths:
        path = typed if os.path.lexists(typed) else project.root / typed  # as findings name it, from whatever folder
        if not os.path.lexists(path):
            raise NotContent(f"没有这个文件：{typed}\nNo such file: {typed}")
        real = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
        if root.is_relative_to(real):
            everything = True
        elif real.is_relative_to(project.docs.resolve()) or real.is_relative_to(project.data.resolve()):
            places.append(real.relative_to(root).as_posix())
        else:
            raise NotContent(
                f"{path} 不在 docs/ 和 data/ 里，这里没有可以检查的内容\n{path} is not in docs/ or data/; there is no content in it to check"
            )
    return Selection() if everything or not paths else Selection(tuple(places))
