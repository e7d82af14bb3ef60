"""The pages of the rules, drawn with the templates of the site but without the generator's reading of Markdown."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..rendering.rule_list import rule_views
from ..rendering.view import view_of
from .session import Session


def write_rule_pages(session: Session, env: Environment, config: MkDocsConfig, out: Path) -> None:
    """Write the page of each rule below ``out``, in every language that ``session`` writes."""
    template = env.get_template("rule.html")
    for language in session.languages:
        if language.code not in session.written:
            continue
        for page_id, rule in rule_views(session.library, session.rules, language).items():
            page = session.library.page(language, page_id)
            file = File(f"{page.url}index.md", config.docs_dir, config.site_dir, config.use_directory_urls)
            context = get_context(Navigation([], []), Files([]), config, Page(page.front.title, file, config))
            context |= {"view": view_of(session.library, page, language, session.languages), "rule": rule}
            path = out / page.url / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(template.render(context), encoding="utf-8", newline="\n")
