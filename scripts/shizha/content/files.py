"""The files that content is made of, and whatever else lies between them.

Only plain files with the right name in the right folder become content. The rest is reported, never read and never
published: a link could lead anywhere on the machine that builds the site, and a file with a stranger's script in it would be
copied as it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..project import Project
from .data import FILES
from .front_matter import PAGE_ID
from .languages import BY_CODE, LANGUAGES, Language

# The one folder of pictures, for every language, and what may be in it.
PICTURES = "images"
PICTURE_ENDINGS = (".svg", ".png", ".webp", ".jpg")
_PICTURE_NAME = re.compile(
    rf"{PICTURES}(?:/[a-z0-9]+(?:-[a-z0-9]+)*){{1,3}}(?:{'|'.join(map(re.escape, PICTURE_ENDINGS))})"
)
# Data files that are read on their own, beside those of the model.
LISTS = frozenset({"published", "wording"})
# What desktops leave in folders by themselves.
_LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
# First parts of addresses that belong to the language editions and to the site's own files. Compared without case, as the
# file systems of many desktops and web servers do.
_RESERVED = frozenset(
    {language.prefix.rstrip("/").lower() for language in LANGUAGES if language.prefix} | {"assets", PICTURES}
)

# Id of the list of the rules of the check, which the program makes, with a page below it for each rule. No file has it.
RULE_LIST = "about/rules"
STATUS = "about/status"


@dataclass(frozen=True)
class PageFile:
    """``file``: path below the language's folder, with ``/``."""

    language: Language
    path: Path
    file: str


@dataclass
class ContentFiles:
    """``pictures``: by path below ``docs/``, with ``/``. ``strays``: path and what is wrong with it, as a code of SourceError."""

    pages: list[PageFile] = field(default_factory=list)
    pictures: dict[str, Path] = field(default_factory=dict)
    strays: list[tuple[Path, str]] = field(default_factory=list)


def find_content(project: Project) -> ContentFiles:
    """Every page below ``docs/`` in the order of languages and names, every picture, and every stray below ``docs/`` and ``data/``."""
    found = ContentFiles()
    for path, is_link in _walk(project.docs):
        if is_link:
            found.strays.append((path, "symbolic-link"))
        elif not path.is_file():  # a pipe or a device, which would be waited for
            found.strays.append((path, "not-a-file"))
        elif path.suffix != ".md":
            if problem := _picture_problem(name := path.relative_to(project.docs).as_posix()):
                found.strays.append((path, problem))
            else:
                found.pictures[name] = path
        elif (code := path.relative_to(project.docs).parts[0]) not in BY_CODE:
            found.strays.append((path, "no-language"))
        else:
            file = path.relative_to(project.docs / code).as_posix()
            if f"{page_id_of(file)}/".startswith((f"{RULE_LIST}/", f"{STATUS}/")):
                found.strays.append((path, "generated-page"))
            elif is_page_name(page_id_of(file)):
                found.pages.append(PageFile(BY_CODE[code], path, file))
            else:
                found.strays.append((path, "page-name"))
    for path, is_link in _walk(project.data):
        schema = path.parent.name == "schema" and path.suffix == ".json"
        if is_link:
            found.strays.append((path, "symbolic-link"))
        elif not schema and not _is_known_data(project, path):
            found.strays.append((path, "not-data"))
    found.pages.sort(key=lambda page: (LANGUAGES.index(page.language), page.file))
    found.strays.sort()
    found.pictures = dict(sorted(found.pictures.items()))
    return found


def _picture_problem(name: str) -> str | None:
    """What is wrong with the name or the place of a file that is no page; None for a picture where pictures belong."""
    if not name.lower().endswith((*PICTURE_ENDINGS, ".jpeg")):
        return "not-a-page"
    if name.partition("/")[0] != PICTURES:
        return "picture-place"
    return None if _PICTURE_NAME.fullmatch(name) else "picture-name"


def _is_known_data(project: Project, path: Path) -> bool:
    return path.parent == project.data and path.suffix == ".yml" and path.stem in LISTS.union(FILES)


def _walk(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file below ``folder`` with whether it is a link; links to folders are given and not followed."""
    if folder.is_symlink():
        yield folder, True
        return
    for root, folders, files in os.walk(folder, followlinks=False):
        for name in [*folders, *files]:
            path = Path(root) / name
            if path.is_symlink():
                yield path, True
            elif name in files and name not in _LITTER:
                yield path, False


def page_id_of(file: str) -> str:
    """``schools/index.md`` -> ``schools``; ``scams/fake-police.md`` -> ``scams/fake-police``; ``index.md`` -> ``index``."""
    stem = file.removesuffix(".md")
    return stem.removesuffix("/index")


def is_page_name(page_id: str) -> bool:
    """Whether ``page_id`` can be an address of this site: ASCII words, and no address that something else has."""
    first, *rest = page_id.split("/")
    return (
        bool(re.fullmatch(PAGE_ID, page_id))
        and first not in _RESERVED
        and "index" not in rest
        and (first != "index" or not rest)
    )
