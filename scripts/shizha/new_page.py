"""A new page from a template, in every hand-written language, with today's date."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import get_args, get_origin

from .content.files import is_page_name
from .content.front_matter import KEY_ORDER, KINDS, translation_model
from .content.languages import HAND_WRITTEN, SOURCE, Language
from .content.sections import LESSON_SECTIONS, SCAM_SECTIONS, SCAM_SUBSECTIONS, heading
from .project import Project


class NewPageError(Exception):
    """The page cannot be begun; the text says why and what to type, in Chinese and English."""


def create_page(project: Project, kind: str, page_id: str, today: datetime.date) -> list[Path]:
    """Write the beginnings of page ``page_id`` in every hand-written language; returns the new files.

    They are unfinished on purpose and do not pass the check until an editor has written them.
    Raises NewPageError for an unknown kind, an impossible id or a page that exists.
    """
    if kind not in KINDS:
        raise NewPageError(
            f"没有“{kind}”这种页面。可以是：{', '.join(KINDS)}\nNo kind “{kind}”; there are: {', '.join(KINDS)}"
        )
    if not is_page_name(page_id):
        raise NewPageError(
            f"“{page_id}”不能做编号。用小写英文、数字和连字符，比如 scams/fake-police。\n“{page_id}” cannot be an id: lower case, digits, hyphens."
        )
    files = {language: project.docs / language.code / f"{page_id}.md" for language in HAND_WRITTEN}
    taken = [path for path in files.values() if path.exists() or path.with_suffix("").joinpath("index.md").exists()]
    if taken:
        raise NewPageError(f"已经有这一页了：{project.relative(taken[0])}\nThis page exists already.")
    for language, path in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_template(kind, language, today), encoding="utf-8", newline="\n")
    return list(files.values())


def _template(kind: str, language: Language, today: datetime.date) -> str:
    model = KINDS[kind] if language is SOURCE else translation_model(kind, regional=False)
    lines = ["---"]
    for key in KEY_ORDER:
        info = model.model_fields.get(key)
        if info is None or key == "synced_with":
            continue
        lines.append(f"{key}:{_initial(key, info.annotation, kind, today)}".rstrip())
    return "\n".join([*lines, "---", "", *_body(kind, language), ""])


def _initial(key: str, annotation: object, kind: str, today: datetime.date) -> str:
    if key == "kind":
        return f" {kind}"
    if key == "reviewed":
        return f" {today.isoformat()}"
    if key == "review_in":
        return " 6 months"
    if key == "order":
        return " 100"
    return (
        " []"
        if get_origin(annotation) is list or any(get_origin(part) is list for part in get_args(annotation))
        else ""
    )


def _body(kind: str, language: Language) -> list[str]:
    sections = {"scam": SCAM_SECTIONS, "material": LESSON_SECTIONS}.get(kind, ("answer",))
    lines: list[str] = []
    for section in sections:
        lines += [heading(2, section, language), ""]
        for subsection in SCAM_SUBSECTIONS.get(section, ()) if kind == "scam" else ():
            lines += [heading(3, subsection, language), ""]
    return lines
