"""SZ402, SZ804–SZ806: what the words of quizzes refer to, and that both languages say the same.

The words of a quiz stand in pages; so they are held to what holds for the text of a page and its translation.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content.data_words import words_of
from ..content.figures import differing_figures
from ..content.languages import EN, SOURCE
from ..content.library import Library
from ..content.references import find_references
from ..content.yaml_source import Path
from .figures import difference
from .finding import NOTHING, Finding, Message, Rule
from .rules.figures import DIFFERENT, ONE_SIDED
from .rules.references import MALFORMED
from .rules.translations import REFERENCES

__all__ = ["RULES", "check"]

# Each of them is told of pages by another family, which holds it.
RULES: tuple[Rule, ...] = ()

_FOLLOW = Message("两种语言改成一样。", "Make both languages say the same.")


def check(library: Library) -> Iterator[Finding]:
    document = library.documents.get("quizzes")
    if library.data is None or document is None:
        return
    words = dict(words_of(document))
    for place, text in words.items():
        yield from _references(library, place, text)
        if place[-1] == SOURCE.code:
            other = (*place[:-1], EN.code)
            yield from _differences(library, other, text, words[other])


def _references(library: Library, place: Path, text: str) -> Iterator[Finding]:
    """Numbers as text and names of services: nothing in a quiz is dialled or leads away. Only reasons have sources."""
    for reference in find_references(text):
        if reference.kind == "source":
            if "why" not in place:
                yield _found(
                    library,
                    MALFORMED,
                    place,
                    Message(f"出处写在 why 里：{reference.target}", f"Sources are cited in “why”: {reference.target}"),
                )
            continue
        known = library.data.contacts.get(reference.target)
        if reference.kind not in ("text", "name") or not known or (reference.kind == "text" and not known.number):
            yield _found(
                library,
                MALFORMED,
                place,
                Message(
                    f"测验里只写 [[text:编号]] 和 [[name:编号]]，编号登记在 data/contacts.yml：{reference.target}",
                    f"A quiz has [[text:id]] and [[name:id]] only, ids of data/contacts.yml: {reference.target}",
                ),
            )


def _differences(library: Library, place: Path, there: str, here: str) -> Iterator[Finding]:
    """What the words at ``place`` refer to and state otherwise than their source."""
    wanted, found = ({reference.target for reference in find_references(text)} for text in (there, here))
    for target in sorted(wanted ^ found):
        zh, en = ("少了", "missing") if target in wanted else ("多了", "extra")
        message = Message(f"和原文相比{zh} {target}", f"Compared with the source, {target} is {en}")
        yield _found(library, REFERENCES, place, message, _FOLLOW)
    lost, extra = differing_figures([there], [here], EN.code)
    if lost or extra:
        yield _found(library, DIFFERENT if lost and extra else ONE_SIDED, place, difference(lost, extra), _FOLLOW)


def _found(library: Library, rule: Rule, place: Path, message: Message, hint: Message = NOTHING) -> Finding:
    at = library.documents["quizzes"].position(place)
    return rule.found(library.project, library.project.data / "quizzes.yml", at, message, hint)
