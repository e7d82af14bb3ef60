"""A Markdown extension: tables that a phone can show as cards.

Each cell carries the words of its column's header, which the stylesheet prints above the cell where the screen is too narrow
for columns. A table of many columns stands in a frame of its own, because it needs cards sooner than others do. Roles are stated,
because a browser may drop a table's meaning when a style changes how it is laid out.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

# Where Python-Markdown keeps a piece of HTML until the end; it is no word of a header.
_STASHED = re.compile(r"\x02[^\x03]*\x03")
_MANY_COLUMNS = 6
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "th": "columnheader", "td": "cell"}


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table" and len(child.findall("thead/tr/th")) >= _MANY_COLUMNS:
                    parent[place] = frame = Element("div", {"class": "many-columns"})
                    frame.append(child)
        for table in root.iter("table"):
            labels = [_text(cell) for cell in table.iter("th")]
            for element in table.iter():
                if role := _ROLES.get(element.tag):
                    element.set("role", role)
            for row in table.iter("tr"):
                for label, cell in zip(labels, row.findall("td"), strict=False):  # a row may lack cells at its end
                    if label:
                        cell.set("data-label", label)


class TableCards(Extension):
    """Registers the step after everything inside the cells has been resolved."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(_Tables(md), "table-cards", 5)


def makeExtension(**options: object) -> TableCards:  # noqa: N802 - the name is Python-Markdown's
    """What Python-Markdown calls to load the extension."""
    return TableCards(**options)


def _text(cell: Element) -> str:
    return " ".join(_STASHED.sub("", "".join(cell.itertext())).split())
