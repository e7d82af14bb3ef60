"""What a reader of an office file sees, for comparison with the page that it was made from."""

from __future__ import annotations

import io
import re

import docx
from docx.oxml.ns import qn
from lxml import html
from pptx import Presentation

_BLOCKS = ("p", "li", "h2", "h3", "h4", "td", "th", "summary")


def squeezed(text: str) -> str:
    """``text`` without spaces and without what only a browser needs."""
    return re.sub(r"[\s\u2060\u3000]+", "", text)


def shown(element) -> str:
    """The words of an HTML element as a document has them: boxes drawn, sources in brackets, hosts in parentheses."""
    copy = html.fromstring(html.tostring(element, encoding="unicode", with_tail=False))
    for box in copy.find_class("box"):
        box.text = "□"
    for cite in copy.find_class("cite"):
        number = cite.text_content()
        for child in list(cite):
            cite.remove(child)
        cite.text = f"[{number}]"
    for host in copy.find_class("host"):
        host.text = f"({host.text_content()})"
    return squeezed(copy.text_content())


def body_of(page: str):
    """The text of a page of the site, as an element."""
    body = html.fromstring(page).find_class("prose")[0]
    for quiz in body.find_class("quiz"):  # to be taken on a screen
        quiz.drop_tree()
    return body


def pieces_of(body) -> list[str]:
    """The words of each paragraph, item, heading and cell, in order; what contains another such piece is left to that."""
    return [
        words
        for element in body.iter(*_BLOCKS)
        if not any(child.tag in _BLOCKS for child in element.iterdescendants()) and (words := shown(element))
    ]


class Word:
    """A Word document: all its words, those of its headings and of the rows of its tables, and the tables themselves."""

    def __init__(self, content: bytes) -> None:
        self.document = docx.Document(io.BytesIO(content))
        self.text = squeezed(_text(self.document.element.body))
        self.headings = [
            squeezed(_text(paragraph._p))
            for paragraph in self.document.paragraphs
            if paragraph.style.name.startswith("Heading")
        ]
        self.grids = [
            table
            for table in self.document.element.body.iter(qn("w:tbl"))
            if len(table.tr_lst) > 1 or table.col_count > 1
        ]  # what is left is a frame, which may have a table inside it
        self.rows = [[squeezed(_text(cell)) for cell in row.tc_lst] for table in self.grids for row in table.tr_lst]

    @property
    def footer(self) -> str:
        return "".join(_text(paragraph._p) for paragraph in self.document.sections[0].footer.paragraphs)


class Slides:
    """A presentation: for each slide its title, its other words and its notes."""

    def __init__(self, content: bytes) -> None:
        self.presentation = Presentation(io.BytesIO(content))
        self.slides = [
            (slide.shapes.title.text_frame.text, squeezed(_shapes(slide)), squeezed(_notes(slide)))
            for slide in self.presentation.slides
        ]

    @property
    def notes(self) -> str:
        return "".join(notes for _, _, notes in self.slides)


def _text(element) -> str:
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


def _shapes(slide) -> str:
    texts = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            texts.append(shape.text_frame.text)
        elif shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def _notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
