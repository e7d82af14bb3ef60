"""The theme as a build needs it."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class _OwnListed(FileSystemLoader):
    """Finds the templates of all ``folders``, and lists only those of ``own``."""

    def __init__(self, folders: Sequence[str], own: str) -> None:
        super().__init__(folders)
        self._own = FileSystemLoader(own)

    def list_templates(self) -> list[str]:
        return self._own.list_templates()


class OwnFilesTheme(Theme):
    """The theme that ``configured`` describes. MkDocs goes through its thousands of icons for each language, to copy what it finds into
    the site; this site has none of the theme's files, only what is made of its templates."""

    def __init__(self, configured: Theme) -> None:
        settings = {"font": configured["font"]} if "font" in configured else {}  # without the theme there is none
        super().__init__(
            configured.name, custom_dir=configured.custom_dir, static_templates=configured.static_templates, **settings
        )

    def get_env(self) -> Environment:
        env = super().get_env()
        env.loader = _OwnListed(self.dirs, self.custom_dir)
        return env
