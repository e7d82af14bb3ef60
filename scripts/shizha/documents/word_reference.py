"""The Word document whose styles, page and footer pandoc gives to every document of a look and a language.

It is pandoc's own default with the styles set anew, so that whatever pandoc writes finds its style.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle

from .archive import rewritten
from .typography import TYPEFACES, Look, Typeface, Typefaces

# What the footer says until the document is finished: the page's address and the day of its last review.
FOOTER_TOKEN = "@@footer@@"

# Styles of pandoc's own for what pages of this site do not have.
_UNUSED = {
    *(f"Heading{level}{kind}" for level in range(5, 10) for kind in ("", "Char")),
    *("Abstract", "AbstractTitle", "Bibliography", "CaptionedFigure", "Definition", "DefinitionTerm", "Figure"),
    *("ImageCaption", "TOCHeading"),
}

_A4 = (Mm(210), Mm(297))
_BLACK = RGBColor(0x00, 0x00, 0x00)
_GREY = RGBColor(0x59, 0x59, 0x59)
_PALE = RGBColor(0x80, 0x80, 0x80)
_FAINT = RGBColor(0xA6, 0xA6, 0xA6)


def word_reference(default: bytes, language: str, look: Look) -> bytes:
    """A reference document made from ``default``, pandoc's own. ``language`` is a code of the site's languages."""
    look = look.for_language(language)
    document = Document(io.BytesIO(default))
    _Styles(document, TYPEFACES[language], look, language).set()
    _page(document, look, TYPEFACES[language])
    _without_what_is_not_used(document)
    made = io.BytesIO()
    document.save(made)
    return rewritten(made.getvalue(), {"word/fontTable.xml": lambda _: _font_table(TYPEFACES[language])})


def _without_what_is_not_used(document) -> None:
    """Pandoc reads the reference document for every document that it writes: what is not there takes no time."""
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    for style in list(document.styles.element):
        if style.get(qn("w:styleId")) in _UNUSED:
            document.styles.element.remove(style)


class _Styles:
    def __init__(self, document, faces: Typefaces, look: Look, language: str) -> None:
        self.styles = document.styles
        self.faces = faces
        self.look = look
        self.chinese = language != "en"
        self.text = faces.official if look.official else faces.plain

    def set(self) -> None:
        look, faces = self.look, self.faces
        self._defaults()
        indent = look.indent and self.chinese
        for name in ("Body Text", "First Paragraph"):
            self._paragraph(name, self.text, look.body, indent=indent, after=0 if indent else 4)
        self._paragraph("Compact", self.text, look.body)
        self._paragraph("Block Text", self.text, look.body)
        self._paragraph("Title", faces.title, look.title, centred=True, before=0, after=8, line=look.title * 1.35)
        self._paragraph("Subtitle", faces.subheading, 12, centred=True, after=14, colour=_GREY, line=18)
        self._paragraph(
            "Heading 1", faces.title, look.title - 2, centred=True, before=16, after=10, line=look.title * 1.3
        )
        self._paragraph("Heading 2", faces.heading, look.heading, before=10, after=4, bold=not self.chinese)
        self._paragraph(
            "Heading 3", faces.subheading, look.body + (0 if look.official else 1), before=6, after=2, bold=True
        )
        self._paragraph("Heading 4", self.text, look.body, before=4, after=2, bold=True)
        self._new(
            "Piece Title", faces.title, look.body + 3, centred=True, before=6, after=6, line=(look.body + 3) * 1.4
        )
        self._new("Label", self.text, look.body, before=4, after=2, bold=True)
        self._new("Salutation", self.text, look.body)
        self._new("Spoken", self.text, look.body, left=6, before=2, after=2, bar=True)
        self._new("Signature", self.text, look.body, before=4, right=True)
        self._new("Tick Item", self.text, look.body, after=2, left=7, hanging=7)
        self._new("Question", self.text, look.body, before=4, keep=True)
        self._new("Choice", self.text, look.body, left=14, hanging=7, keep=True)
        self._new("Choice End", self.text, look.body, left=14, hanging=7)
        small = look.table
        self._new("Table Text", self.text, small, line=small * 1.35)
        self._new("Table Head", faces.heading, small, line=small * 1.35, bold=not self.chinese)
        for size in sorted({*look.sizes, *look.large_sizes}):
            self._new(f"Frame {size}", self.text, size, line=size * 1.5, after=4)
            self._new(f"Frame Title {size}", faces.title, size * 1.25, centred=True, before=6, after=6, line=size * 1.8)
        self._new("Note", faces.plain, small, line=small * 1.5, box=True)
        self._new("Note Title", faces.heading, small, line=small * 1.5, box=True, bold=not self.chinese)
        self._new("End Heading", faces.heading, 10.5, before=14, after=2, line=16, bold=not self.chinese)
        self._new("End Text", faces.plain, 9, line=13.5, colour=_GREY)
        self._character("Hyperlink")
        blank = self._character("Blank")
        blank.font.underline = True
        blank.font.color.rgb = _PALE
        # A cell is a line by itself: its blank is a small hint that a pen may cover.
        cell = self._character("Blank Cell")
        cell.font.size = Pt(8)
        cell.font.color.rgb = _FAINT
        self._table()

    def _defaults(self) -> None:
        defaults = self.styles.element.find(qn("w:docDefaults"))
        defaults.getparent().replace(
            defaults,
            parse_xml(
                f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_fonts(self.text)}"
                f'<w:sz w:val="{int(self.look.body * 2)}"/><w:szCs w:val="{int(self.look.body * 2)}"/>'
                f'<w:lang w:val="{self.faces.locale if not self.chinese else "en-US"}"'
                f' w:eastAsia="{self.faces.locale if self.chinese else "zh-CN"}" w:bidi="ar-SA"/>'
                '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
            ),
        )

    def _paragraph(
        self, name: str, face: Typeface, size: float, *, line: float | None = None, before: float = 0, after: float = 0,
        centred: bool = False, indent: bool = False, bold: bool = False, left: float = 0, hanging: float = 0,
        colour: RGBColor = _BLACK, bar: bool = False, box: bool = False, keep: bool = False, right: bool = False,
    ) -> None:  # fmt: skip
        style = self.styles[name]
        for old in style.element.findall(qn("w:rPr")):
            style.element.remove(old)
        for old in style.element.findall(qn("w:pPr")):
            style.element.remove(old)
        style.font.size = Pt(size)
        style.font.bold = bold
        style.font.italic = False
        style.font.color.rgb = colour
        style.element.get_or_add_rPr().insert(0, parse_xml(_fonts(face, nsdecls("w"))))
        layout = style.paragraph_format
        spacing = line or self.look.line
        layout.line_spacing_rule = (
            WD_LINE_SPACING.EXACTLY if self.look.official and self.look.line and not line else WD_LINE_SPACING.AT_LEAST
        )
        layout.line_spacing = Pt(spacing or size * (1.5 if self.chinese else 1.3))
        layout.space_before, layout.space_after = Pt(before), Pt(after)
        layout.widow_control = True
        if keep or name.startswith("Heading") or name in ("Note Title", "Piece Title", "End Heading", "Label"):
            layout.keep_with_next = True
        if centred or right:
            layout.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.RIGHT
        if left:
            layout.left_indent = Mm(left)
        if hanging:
            layout.first_line_indent = -Mm(hanging)
        if indent:
            indentation = parse_xml(f'<w:ind {nsdecls("w")} w:firstLineChars="200" w:firstLine="{int(size * 40)}"/>')
            style.element.get_or_add_pPr().append(indentation)
        if name.startswith("Heading"):
            level = parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{int(name[-1]) - 1}"/>')
            style.element.get_or_add_pPr().append(level)
        if bar:
            self._border(style, '<w:left w:val="single" w:sz="18" w:space="8" w:color="A6A6A6"/>')
        if box:
            sides = "".join(
                f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="A6A6A6"/>'
                for side in ("top", "left", "bottom", "right")
            )
            self._border(style, sides)

    @staticmethod
    def _border(style: BaseStyle, sides: str) -> None:
        layout = style.element.get_or_add_pPr()
        border = parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>")
        later = [layout.find(qn(f"w:{name}")) for name in ("spacing", "ind", "jc", "outlineLvl")]
        first = next(element for element in later if element is not None)
        first.addprevious(border)

    def _new(self, name: str, face: Typeface, size: float, **layout) -> None:
        self.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        self.styles[name].base_style = self.styles["Normal"]
        self._paragraph(name, face, size, **layout)

    def _character(self, name: str) -> BaseStyle:
        if name not in self.styles:
            return self.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style = self.styles[name]
        for old in style.element.findall(qn("w:rPr")):
            style.element.remove(old)
        return style

    def _table(self) -> None:
        """Every line drawn: a table in an office is a grid. The first row is shaded and repeated on each page by pandoc's mark."""
        style = self.styles["Table"].element
        for name in ("w:tblPr", "w:tblStylePr", "w:pPr", "w:rPr"):
            for old in style.findall(qn(name)):
                style.remove(old)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        style.append(
            parse_xml(
                f'<w:tblPr {nsdecls("w")}><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
                '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
                '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            )
        )
        style.append(
            parse_xml(
                f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tblPr/><w:tcPr>'
                '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/><w:vAlign w:val="center"/></w:tcPr></w:tblStylePr>'
            )
        )


def _fonts(face: Typeface, declarations: str = "") -> str:
    return (
        f"<w:rFonts {declarations} w:ascii={quoteattr(face.latin)} w:hAnsi={quoteattr(face.latin)}"
        f" w:eastAsia={quoteattr(face.east_asian)} w:cs={quoteattr(face.latin)}/>"
    )


def _font_table(faces: Typefaces) -> bytes:
    """The table that tells a computer without a typeface which one to take instead."""
    used = {face.east_asian: face for face in vars(faces).values() if isinstance(face, Typeface)}
    latin = sorted({face.latin for face in used.values()})
    fonts = [f"<w:font w:name={quoteattr(name)}/>" for name in latin]
    fonts += [
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(face.instead)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, face in sorted(used.items())
    ]
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{"".join(fonts)}</w:fonts>'.encode()


def _page(document, look: Look, faces: Typefaces) -> None:
    section = document.sections[0]
    width, height = _A4
    if look.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        width, height = height, width
    section.page_width, section.page_height = width, height
    top, right, bottom, left = map(Mm, look.margins)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = top, right, bottom, left
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    number, origin = section.footer.paragraphs[0], section.footer.add_paragraph()
    size = 14 if look.official and look.body > 14 else 10.5
    number.alignment = origin.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(number, "— ", faces.plain, size)
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "/>')
    number._p.append(field)
    inside = _run(number, "1", faces.plain, size)
    field.append(inside._r)
    _run(number, " —", faces.plain, size)
    _run(origin, FOOTER_TOKEN, faces.plain, 8).font.color.rgb = _GREY


def _run(paragraph, text: str, face: Typeface, size: float):
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().insert(0, parse_xml(_fonts(face, nsdecls("w"))))
    return run


def styles_named(reference: bytes) -> set[str]:
    """The names of the styles that a reference document has."""
    with zipfile.ZipFile(io.BytesIO(reference)) as archive:
        return set(re.findall(r'<w:name w:val="([^"]+)"', archive.read("word/styles.xml").decode()))
