"""A Markdown extension: what the check refuses in pages is not known to the generator either, and takes no time there.

Links whose address stands elsewhere on the page, and addresses in angle brackets, stay the words that were typed. Headings are those
that begin with #, and get no ids but those that are written: a line of hyphens below a line of text stays a line. Blocks of HTML are
looked for only where there are some: what stands for contacts and quizzes is made of them.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_INLINE = ("reference", "image_reference", "short_reference", "short_image_ref", "autolink", "automail")
_BLOCKS = ("reference", "setextheader")
# What the patterns that are left begin with; \x02 is what stands for HTML that has been put away.
_SIGNS = {
    "backtick": "`", "escape": r"\\", "link": r"\[", "image_link": r"!\[", "linebreak": "  \n", "html": "<", "entity": "&", "em_strong": "[*_]",
}  # fmt: skip
_SIGN = re.compile("|".join([*_SIGNS.values(), "\x02"]))


class _HtmlBlocks(HtmlBlockPreprocessor):
    """Reading a page letter by letter takes a tenth of the time of drawing it; without any block the text would come out as it is."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._block = re.compile(rf"</?(?:{'|'.join(md.block_level_elements)})\b|<[!?]", re.IGNORECASE)

    def run(self, lines: list[str]) -> list[str]:
        return super().run(lines) if self._block.search("\n".join(lines)) else lines


class _PlainTexts(Treeprocessor):
    """Most texts hold no sign of Markdown: they are said to be done, instead of being searched for every sign by itself."""

    def run(self, root: Element) -> None:
        patterns = self.md.inlinePatterns
        if len(patterns) != len(_SIGNS) or not all(name in patterns for name in _SIGNS):
            return  # another extension knows a sign that is not known here
        for element in root.iter():
            if element.text and not _SIGN.search(element.text):
                element.text = AtomicString(element.text)


class Strict(Extension):
    """Takes the steps away, and puts quicker ones before or in place of others."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        for name in _INLINE:
            md.inlinePatterns.deregister(name)
        md.treeprocessors.deregister("toc")  # MkDocs brings it; a page's parts are listed from the content model
        for name in _BLOCKS:
            md.parser.blockprocessors.deregister(name)
        md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)
        md.treeprocessors.register(_PlainTexts(md), "plain_texts", 21)  # before "inline"


def makeExtension(**options: object) -> Strict:  # noqa: N802 - the name is Python-Markdown's
    """What Python-Markdown calls to load the extension."""
    return Strict(**options)
