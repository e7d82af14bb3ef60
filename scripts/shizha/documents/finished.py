"""The last touches on what pandoc wrote: what a reference document cannot say, and what differs from page to page."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from .archive import names_of, rewritten
from .content import DocumentContent
from .word_reference import FOOTER_TOKEN

# WPS and LibreOffice draw the lines that a table itself has more faithfully than those of its style.
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE_LAYOUT = '<w:tblLayout w:type="fixed" />'
# A row stays on one page and is high enough for a hand to write in: 8 mm, in twentieths of a point.
_ROW = '<w:cantSplit/><w:trHeight w:val="454" w:hRule="atLeast"/>'
_ROW_START = re.compile(r"<w:tr>(?:<w:trPr>(.*?)</w:trPr>)?")
# A table without a frame around it: the one inside, where a frame holds a table.
_TABLE = re.compile(r"<w:tbl>(?:(?!<w:tbl>).)*?</w:tbl>", re.DOTALL)
# What lua/word.lua leaves before a heading that begins a sheet, up to where the heading is marked as such.
_SHEET_BREAK = re.compile(
    r'<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>((?:(?!<w:p>).)*<w:p><w:pPr><w:pStyle w:val="Heading\d" />)',
    re.DOTALL,
)
# It keeps the mark of a source on the line of its sentence in a browser; the fonts of an office may lack it and show a box.
_JOINER = "\u2060"
# Between the number of an item and its text: of two digits, in letters of Chinese size.
_HANGING = re.compile(r'w:hanging="\d+"')
_NUMBER_ROOM = 1.7
# What pandoc gives a paragraph in a cell, and what an empty cell has.
_IN_CELL = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Compact" /></w:pPr>|<w:p />')
_CREATED = re.compile(r"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
# Tables of slides, whose letters pandoc leaves small: in hundredths of a point.
_SLIDE_TABLE = re.compile(r"<a:tbl>.*?</a:tbl>", re.DOTALL)
_SLIDE_RUN = re.compile(r"<a:rPr\b")
_SLIDE_TABLE_SIZE = "2000"
# Room between the number of an item and its text, in EMU (914,400 to the inch).
_LIST_INDENT = 'indent="-342900" marL="342900"'
_WIDER_INDENT = 'indent="-571500" marL="571500"'


def finished_word(document: bytes, content: DocumentContent) -> bytes:
    """A Word document with lines around its tables, rows that do not break, and its footer at the foot of each page."""
    hanging = f'w:hanging="{round(content.look.for_language(content.page.language.code).body * _NUMBER_ROOM * 20)}"'
    return rewritten(
        document,
        {
            "word/document.xml": _text(lambda xml: _with_lines(xml.replace(_JOINER, ""))),
            "word/numbering.xml": _text(lambda xml: _HANGING.sub(hanging, xml)),
            "word/footer1.xml": _text(lambda xml: xml.replace(FOOTER_TOKEN, escape(content.footer))),
            "docProps/core.xml": _dated(content),
        },
    )


def finished_slides(slides: bytes, content: DocumentContent) -> bytes:
    """Slides with tables that can be read from the last row, and their footer at the foot of each."""
    changes = {
        "ppt/slideMasters/slideMaster1.xml": _text(lambda xml: xml.replace(FOOTER_TOKEN, escape(content.footer))),
        "docProps/core.xml": _dated(content),
    }
    names = [name for name in names_of(slides) if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide"))]
    return rewritten(slides, changes | {name: _text(_readable) for name in names})


def _dated(content: DocumentContent):
    return _text(lambda xml: _CREATED.sub(rf"\g<1>{content.page.front.reviewed}T00:00:00Z", xml))


def _readable(xml: str) -> str:
    larger = f'<a:rPr sz="{_SLIDE_TABLE_SIZE}"'
    xml = _SLIDE_TABLE.sub(lambda found: _SLIDE_RUN.sub(larger, found[0]), xml)
    return xml.replace(_LIST_INDENT, _WIDER_INDENT).replace(_JOINER, "")


def _with_lines(xml: str) -> str:
    xml = _SHEET_BREAK.sub(r"\1<w:pageBreakBefore/>", xml)
    xml = xml.replace(_TABLE_LAYOUT, f"<w:tblBorders>{_LINES}</w:tblBorders>{_TABLE_LAYOUT}")
    xml = _TABLE.sub(lambda table: _in_their_style(table[0]) if "<w:tblHeader" in table[0] else table[0], xml)
    return _ROW_START.sub(lambda row: f"<w:tr><w:trPr>{_ROW}{row[1] or ''}</w:trPr>", xml)


def _in_their_style(table: str) -> str:
    """Text of tables is smaller than other text, and that of the first row marked: pandoc gives all of it one style."""
    head, between, body = table.partition("</w:tr>")
    return _styled(head, "TableHead") + between + _styled(body, "TableText")


def _styled(xml: str, style: str) -> str:
    start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return _IN_CELL.sub(lambda found: f"{start}</w:p>" if found[0] == "<w:p />" else start, xml)


def _text(change):
    return lambda content: change(content.decode()).encode()
