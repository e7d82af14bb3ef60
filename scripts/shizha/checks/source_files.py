"""SZ101–SZ109: files that cannot be read, split or typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from ..content.data import ENTRIES
from ..content.front_matter import KEY_ORDER
from ..content.library import Library, Problem, sources_in_error
from ..content.source_text import Position
from .finding import NOTHING, Finding, Message, shown
from .rules.source_files import MISSING_KEY, NEEDED, RULES, UNKNOWN_KEY, VALUE
from .source_messages import sentences
from .value_messages import value_message

__all__ = ["RULES", "check"]

# Every page of the site leads to these.
_NEEDED_PAGES = ("index", "emergency")


def check(library: Library) -> Iterator[Finding]:
    """A finding for each problem that kept a file out of the library."""
    for problem in library.problems:
        if problem.error is not None and problem.error.code != "source-in-error":  # the source page has its own finding
            yield _source_error(library, problem)
        meant = {
            _meant(problem, str(error["loc"][-1])) for error in problem.fields if error["type"] == "extra_forbidden"
        }
        for error in problem.fields:
            # A name that is only misspelled is not missing as well.
            if not (error["type"] == "missing" and error["loc"][-1] in meant):
                yield _field_error(library, problem, error)
    broken = sources_in_error(library)
    for page_id in _NEEDED_PAGES:
        if library.source(page_id) is None and page_id not in broken:
            yield NEEDED.found(
                library.project,
                library.project.docs / "zh" / f"{page_id}.md",
                Position(),
                Message("没有这一页，网站不能生成", "Without this page the site cannot be built"),
                Message(
                    f"把 docs/zh/{page_id}.md 放回去；改过名字，就改回来。",
                    f"Put docs/zh/{page_id}.md back; if it was renamed, give it its old name.",
                ),
            )


def _source_error(library: Library, problem: Problem) -> Finding:
    rule, message, hint = sentences(problem.error)
    if problem.error.code == "orphan":
        close = difflib.get_close_matches(str(problem.error.values["page"]), library.ids(), n=1)
        if close:
            hint = Message(
                f"是不是 {close[0]}.md？译文和中文页的文件名要一样。",
                f"Did you mean {close[0]}.md? A translation is named like its Chinese page.",
            )
    return rule.found(library.project, problem.path, problem.error.position, message, hint)


def _field_error(library: Library, problem: Problem, error: dict[str, Any]) -> Finding:
    location = tuple(part for part in error["loc"] if part != "[key]")
    position = problem.document.position(location)
    key = shown(".".join(str(part + 1) if isinstance(part, int) else part for part in location))
    kind = error["type"]
    if kind == "extra_forbidden":
        return UNKNOWN_KEY.found(
            library.project, problem.path, position, *_unknown_key(problem, str(location[-1]), key)
        )
    if kind == "missing":
        return MISSING_KEY.found(
            library.project,
            problem.path,
            Position(problem.document.position(location[:-1]).line),
            Message(f"缺少“{key}”这一项", f"“{key}” is missing"),
            _hint_of_field(problem, str(location[-1]), Message("加一行", "Add a line")),
        )
    if error["input"] is None and location:
        empty = Message(f"“{key}”还空着", f"“{key}” is empty")
        hint = _hint_of_field(problem, str(location[-1]), Message("写上", "Write"))
        return VALUE.found(library.project, problem.path, position, empty, hint)
    return VALUE.found(library.project, problem.path, position, *value_message(key, error, library.data))


def _known_keys(problem: Problem) -> list[str]:
    model = problem.model or (ENTRIES.get(problem.path.stem) if problem.path.suffix == ".yml" else None)
    return [info.alias or name for name, info in model.model_fields.items()] if model else list(KEY_ORDER)


def _is_of_translation(problem: Problem) -> bool:
    return problem.model is not None and "synced_with" in problem.model.model_fields


def _meant(problem: Problem, name: str) -> str | None:
    """The key that was probably meant by ``name``: one spelled almost like it, or one that Chinese people call so."""
    if name in KEY_ORDER and _is_of_translation(problem):
        return None
    if close := difflib.get_close_matches(name.lower(), _known_keys(problem), n=1):
        return close[0]
    fields = problem.model.model_fields if problem.model else {}
    return next((key for key, info in fields.items() if not name.isascii() and name in (info.description or "")), None)


def _unknown_key(problem: Problem, name: str, key: str) -> tuple[Message, Message]:
    if name in KEY_ORDER and _is_of_translation(problem):
        return (
            Message(
                f"译文不能写“{key}”，它跟着中文页走", f"A translation cannot carry “{key}”; it follows the Chinese page"
            ),
            Message("删掉这一项；要改就改中文页。", "Delete it; to change it, change the Chinese page."),
        )
    known = _known_keys(problem)
    meant = _meant(problem, name)
    hint = (
        Message(f"是不是想写 {meant}？", f"Did you mean {meant}?")
        if meant
        else Message("可以写的有：" + "、".join(known), "Keys that exist: " + ", ".join(known))
    )
    return Message(f"不认识“{key}”这一项", f"Unknown key “{key}”"), hint


def _hint_of_field(problem: Problem, name: str, what: Message) -> Message:
    """``what`` to do about the key ``name``, a line to copy, and what belongs into it."""
    info = problem.model.model_fields.get(name) if problem.model else None
    if info is None or not info.description:
        return NOTHING
    zh, _, en = info.description.partition(" / ")
    return Message(f"{what.zh} {name}: …（{zh}）", f"{what.en} {name}: … ({en})")
