"""The theme as a build needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import Environment, FileSystemLoader
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from mkdocs.theme import Theme

_INDENT = re.compile(r"[ \t]*\n\s*")


class Unindented(Extension):
    """Pages without the indents of their templates: to a browser a line break says as much. Done once, when a template is compiled; what
    it is filled with is not touched. No template breaks a line inside ``pre``.

    This makes pages, as they are sent, nine thousandths smaller. A minifier (minify-html 0.18) makes them ten thousandths smaller, and
    takes more away than what says nothing: the empty value of a radio button, the escaping of ``<``.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            text = _INDENT.sub("\n", token.value) if token.type == "data" else token.value
            yield Token(token.lineno, token.type, text)


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
        env.add_extension(Unindented)
        return env
