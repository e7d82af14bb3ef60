"""SZ407: every item of the field reports (data/reports.yml) is named by a page that serves it."""

from __future__ import annotations

from collections.abc import Iterator

from ..content.languages import SOURCE
from ..content.library import Library
from .finding import Finding, Message
from .rules.coverage import RULES, UNSERVED

__all__ = ["RULES", "check"]


def check(library: Library) -> Iterator[Finding]:
    if library.data is None:
        return
    served = {item for page in library.pages[SOURCE.code].values() for item in page.front.reports}
    for item, name in (library.data.reports or {}).items():
        if item not in served:
            yield UNSERVED.found(
                library.project,
                library.project.data / "reports.yml",
                library.documents["reports"].position((item,)),
                Message(f"{item}“{name.zh}”没有一页满足", f"No page serves {item}, “{name.en}”"),
                Message(
                    f"哪一页拿来就能做这件事，就在它开头的说明里写 reports: [{item}]。还没有这样的一页，就写一页。",
                    f"Write reports: [{item}] in the front matter of the page that has what this takes. If there is none yet, write one.",
                ),
            )
