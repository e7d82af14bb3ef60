"""``check --fix``: mend what is mechanical, and nothing that would change what a page says.

A file is mended as a whole and written once. Mending twice is the same as mending once.
"""

from __future__ import annotations

from ..content.data import FILES
from ..content.files import LISTS, find_content
from ..content.library import load_library
from ..project import Project
from ..selection import Selection
from . import body, encoding, front
from .characters import mend_characters
from .mended import Mended, differences, save_text
from .numbers import fix_numbers


def mend(project: Project, selection: Selection) -> list[Mended]:
    """Mend the pages and data files that ``selection`` holds; returns what was done, in order.

    Raises OSError for a file that cannot be written.
    """
    done: list[Mended] = []
    data = [project.data / f"{name}.yml" for name in (*FILES, *sorted(LISTS))]
    for path in [*(page.path for page in find_content(project).pages), *data]:
        place = project.relative(path)
        if not selection.holds(place) or (decoded := encoding.decode(path, place)) is None:
            continue
        written, text, changes = decoded
        mended = mend_characters(text)
        mended = front.mend_data(mended) if path.suffix == ".yml" else _mend_page(mended)
        changes += differences(place, text, mended)
        if path.suffix == ".md":
            ordered, moved = front.in_order(mended, place)
            mended, changes = ordered, changes + moved
        if mended.encode() != written:
            save_text(path, mended)
            done += changes
    done += fix_numbers(load_library(project), selection)
    return sorted(done)


def _mend_page(text: str) -> str:
    head, rest = front.split(text)
    return "\n".join([*front.mend_front(head), *body.mend_body(rest)])
