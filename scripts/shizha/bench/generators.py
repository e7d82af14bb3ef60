"""Other generators with the same pages, each set up as its handbook says for three languages and with the search it comes with."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from ..content.languages import LANGUAGES, SOURCE
from .generator_tools import FILES, Tools
from .plain import PlainPage
from .processes import Cost, added, put_aside, run

_TITLE = "ShiZha"
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "ASTRO_TELEMETRY_DISABLED": "1"}


@dataclass(frozen=True)
class Generator:
    """prepare: writes what it needs into an empty folder. commands: make the site, one after the other; raises Missing.
    output: the folder of the site, below that folder. caches: what it keeps between two builds. gather: puts the site together."""

    name: str
    prepare: Callable[[Sequence[PlainPage], Path], None]
    commands: Callable[[Tools, Path], list[list[str]]]
    output: str = "site"
    caches: tuple[str, ...] = ()
    gather: Callable[[Path], None] | None = None

    def set_up(self, pages: Sequence[PlainPage], tools: Tools) -> Path:
        """A folder from which the site can be built. Raises Missing."""
        folder = tools.work / self.name.lower().replace(" ", "-")
        put_aside(folder, tools.work / "before")
        self.commands(tools, folder)  # before anything is written
        folder.mkdir(parents=True)
        self.prepare(pages, folder)
        return folder

    def build(self, tools: Tools, folder: Path, variables: Mapping[str, str] = MappingProxyType({})) -> Cost:
        """Build from nothing, with ``variables`` in the environment. Raises Missing and CommandFailed."""
        for name in (self.output, *self.caches):
            put_aside(folder / name, tools.work / "before")
        environment = os.environ | _ENVIRONMENT | variables
        cost = added([run(command, folder, environment) for command in self.commands(tools, folder)])
        if self.gather:
            self.gather(folder)
        return cost


def _write(pages: Sequence[PlainPage], folder: Path, place: Callable[[PlainPage], str], heading: bool = False) -> None:
    for page in pages:
        path = folder / place(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text(heading), encoding="utf-8", newline="\n")


def _write_json(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _sections(pages: Sequence[PlainPage], language: str) -> list[tuple[str, list[PlainPage]]]:
    """The pages of a language by folder."""
    own = sorted((page for page in pages if page.language.code == language), key=lambda page: (page.section, page.file))
    return [(section, list(group)) for section, group in groupby(own, lambda page: page.section)]


# --- Material for MkDocs with static-i18n ---


def _material(*features: str) -> Callable[[Sequence[PlainPage], Path], None]:
    def prepare(pages: Sequence[PlainPage], folder: Path) -> None:
        _write(pages, folder / "docs", lambda page: f"{page.language.code}/{page.file}")
        languages = [
            {"locale": item.code, "name": item.own_name, "build": True, "default": item is SOURCE} for item in LANGUAGES
        ]
        config = {
            "site_name": _TITLE, "site_url": "https://example.org/",
            "theme": {"name": "material", "font": False, "features": list(features)},
            # The separator that the theme's handbook asks for with Chinese: jieba, where it is there, marks its cuts with U+200B.
            "plugins": [{"search": {"separator": r"[\s\u200b\-]+"}}, {"i18n": {"docs_structure": "folder", "languages": languages}}],
        }  # fmt: skip
        _write_json(folder / "mkdocs.yml", config)

    return prepare


def _material_commands(tools: Tools, _folder: Path) -> list[list[str]]:
    return [[*tools.material(), "build", "-q"]]


# --- Zensical: it has no languages yet, so each is a site of its own ---


def _zensical(pages: Sequence[PlainPage], folder: Path) -> None:
    _write(pages, folder, lambda page: f"{page.language.code}/docs/{page.file}")
    for language in LANGUAGES:
        config = {
            "site_name": _TITLE, "site_url": f"https://example.org/{language.prefix}",
            "theme": {"name": "material", "font": False, "language": language.code.partition("-")[0]},
        }  # fmt: skip
        _write_json(folder / language.code / "mkdocs.yml", config)


def _zensical_commands(tools: Tools, folder: Path) -> list[list[str]]:
    files = [str(folder / language.code / "mkdocs.yml") for language in LANGUAGES]
    return [[*tools.zensical(), "build", "--clean", "-f", file] for file in files]


def _zensical_gather(folder: Path) -> None:
    for language in LANGUAGES:  # the one at the root first
        (folder / language.code / "site").rename(folder / "site" / language.prefix)


# --- Starlight ---


def _starlight(pages: Sequence[PlainPage], folder: Path) -> None:
    content = folder / "src" / "content" / "docs"
    _write(pages, content, lambda page: page.language.prefix.lower() + page.file)
    groups = [
        {"label": section, "items": [{"autogenerate": {"directory": section}}]}
        for section in sorted({page.section.partition("/")[0] for page in pages if page.section})
    ]
    locales = {
        item.prefix.lower().rstrip("/") or "root": {"label": item.own_name, "lang": item.open_graph.replace("_", "-")}
        for item in LANGUAGES
    }
    _write_json(folder / "settings.json", {"title": _TITLE, "locales": locales, "sidebar": groups})
    shutil.copy(FILES / "starlight" / "astro.config.mjs", folder)
    shutil.copy(FILES / "starlight" / "content.config.ts", folder / "src")


def _starlight_commands(tools: Tools, _folder: Path) -> list[list[str]]:
    return [[*tools.node("astro/bin/astro.mjs"), "build"]]


# --- VitePress ---


def _vitepress(pages: Sequence[PlainPage], folder: Path) -> None:
    _write(pages, folder, lambda page: page.language.prefix + page.file, heading=True)
    locales = {}
    for language in LANGUAGES:
        sidebar = {
            f"/{language.prefix}{section}/" if section else f"/{language.prefix}": [
                {"text": page.title, "link": f"/{language.prefix}{page.file.removesuffix('.md')}"} for page in group
            ]
            for section, group in _sections(pages, language.code)
        }
        key = language.prefix.rstrip("/") or "root"
        locales[key] = {"label": language.own_name, "lang": language.tag, "themeConfig": {"sidebar": sidebar}}
    _write_json(
        folder / ".vitepress" / "settings.json",
        {"title": _TITLE, "locales": locales, "themeConfig": {"search": {"provider": "local"}}},
    )
    shutil.copy(FILES / "vitepress" / "config.mjs", folder / ".vitepress")


def _vitepress_commands(tools: Tools, folder: Path) -> list[list[str]]:
    return [[*tools.node("vitepress/bin/vitepress.js"), "build", str(folder)]]


# --- Hugo, with the least that a page needs: no search ---


def _hugo(pages: Sequence[PlainPage], folder: Path) -> None:
    _write(pages, folder, lambda page: f"content/{page.language.code}/{_hugo_file(page.file)}")
    languages = {
        item.code.lower(): {"contentDir": f"content/{item.code}", "languageName": item.own_name, "weight": weight}
        for weight, item in enumerate(LANGUAGES, 1)
    }
    _write_json(
        folder / "config.json",
        {
            "baseURL": "https://example.org/", "title": _TITLE, "defaultContentLanguage": SOURCE.code, "languages": languages,
            "publishDir": "site", "disableKinds": ["taxonomy", "term", "RSS"],
        },
    )  # fmt: skip
    shutil.copytree(FILES / "hugo" / "layouts", folder / "layouts")


def _hugo_file(file: str) -> str:
    """The front page of a folder has another name: with this one the pages beside it would be its attachments."""
    return file.removesuffix("index.md") + "_index.md" if file.rpartition("/")[2] == "index.md" else file


def _hugo_commands(tools: Tools, _folder: Path) -> list[list[str]]:
    return [[*tools.hugo(), "--quiet"]]


PLAIN, PRUNED, ZENSICAL, STARLIGHT, VITEPRESS, HUGO = (
    "Material",
    "Material pruned",
    "Zensical",
    "Starlight",
    "VitePress",
    "Hugo",
)
GENERATORS: tuple[Generator, ...] = (
    Generator(PLAIN, _material(), _material_commands),
    Generator(PRUNED, _material("navigation.prune"), _material_commands),
    Generator(
        ZENSICAL,
        _zensical,
        _zensical_commands,
        caches=tuple(f"{item.code}/.cache" for item in LANGUAGES),
        gather=_zensical_gather,
    ),
    Generator(STARLIGHT, _starlight, _starlight_commands, "dist", (".astro", "node_modules")),
    Generator(VITEPRESS, _vitepress, _vitepress_commands, ".vitepress/dist", (".vitepress/cache", ".vitepress/.temp")),
    Generator(HUGO, _hugo, _hugo_commands, caches=("resources",)),
)
