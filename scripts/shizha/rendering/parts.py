"""A Markdown extension: each part of a page, a heading of level two with what follows it, in an element of its own.

So a part can be printed by itself (one letter out of a page of letters) or left out on paper.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class _Parts(Treeprocessor):
    def run(self, root: Element) -> None:
        children = list(root)
        part: Element | None = None
        for child in children:
            if child.tag == "h2":
                part = Element("div", {"class": "part", "data-part": child.get("id", "")})
                part.tail = "\n"
                root.insert(list(root).index(child), part)
            if part is not None:
                root.remove(child)
                part.append(child)


class Parts(Extension):
    """Registers the step last of all, when headings have their ids."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(_Parts(md), "parts", 1)


def makeExtension(**options: object) -> Parts:  # noqa: N802 - the name is Python-Markdown's
    """What Python-Markdown calls to load the extension."""
    return Parts(**options)
