"""Where things are: the folders of one checkout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """The folders of one checkout, all derived from its root."""

    root: Path

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def overrides(self) -> Path:
        return self.root / "overrides"

    @property
    def generator_config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def cache(self) -> Path:
        """What builds keep for the next one. It may be removed at any time."""
        return self.root / ".cache"

    @property
    def default_output(self) -> Path:
        return self.root / "site"

    def relative(self, path: Path) -> str:
        """``path`` as people read it: relative to the root, with forward slashes on every system. A link is not followed."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            pass
        try:
            if path.is_symlink():  # what it leads to; anything else is where it says
                return path.resolve().relative_to(self.root.resolve()).as_posix()
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def this_project() -> Project:
    """The checkout that this file belongs to."""
    return Project(Path(__file__).resolve().parents[2])
