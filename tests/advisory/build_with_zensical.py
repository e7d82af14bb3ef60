"""Run in an environment that has Zensical: ``build_with_zensical.py OUT``, with scripts/ on the path.

Zensical calls no hooks and knows no static-i18n, and the site's templates live on what the hooks give them. So each language is a
site of its own here, of words that are ready: numbers and sources are in their places, the looks are Zensical's. Its addresses go to
standard output as JSON: by language what is expected, what was built and what it complained of.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import yaml

from shizha.content.languages import LANGUAGES, Language
from shizha.content.library import Library, load_library
from shizha.content.page import Page
from shizha.project import this_project
from shizha.rendering.expand import expand
from shizha.rendering.rule_list import with_rule_list
from shizha.rendering.status_page import with_status_page
from shizha.rule_texts import rule_texts

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def main(out: Path) -> None:
    library = with_rule_list(with_status_page(load_library(this_project())), rule_texts())
    print(json.dumps({language.code: _try(library, language, out / language.code) for language in LANGUAGES}))


def _try(library: Library, language: Language, folder: Path) -> dict[str, object]:
    # A page of a rule is drawn by a template without Markdown, whatever the generator.
    pages = [page for page in library.pages[language.code].values() if page.body or not page.generated]
    _write_source(library, language, pages, folder)
    command = [str(Path(sys.executable).with_name("zensical")), "build"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = _COLOURS.sub("", done.stdout + done.stderr)
    if done.returncode:
        sys.exit(f"{language.code}: {said.strip()[-2000:]}")
    return {
        "expected": [page.url.removeprefix(language.prefix) for page in pages],
        "folder": str(folder / "site"),
        "complaints": Counter(re.findall(r"^Warning: (.*)", said, re.MULTILINE)),
    }


def _write_source(library: Library, language: Language, pages: list[Page], folder: Path) -> None:
    for page in pages:
        path = folder / "docs" / page.src_uri.partition("/")[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(page.front.title, ensure_ascii=False)
        path.write_text(f"---\ntitle: {title}\n---\n\n{expand(library, page)}", encoding="utf-8", newline="\n")
    own = yaml.safe_load(library.project.generator_config.read_text(encoding="utf-8"))
    settings = {
        "site_name": library.words(library.data.site.name, language),
        "site_url": library.data.site.url + language.prefix,
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": own["markdown_extensions"],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
