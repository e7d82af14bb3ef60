"""The slides whose master, layouts and typefaces pandoc gives to every lesson: wide, calm, in letters for the last row of a class."""

from __future__ import annotations

import io

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from .typography import TYPEFACES, Typeface
from .word_reference import FOOTER_TOKEN

_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_INK, _ACCENT, _GREY = RGBColor(0x1A, 0x1A, 0x1A), RGBColor(0x0B, 0x4F, 0x6C), RGBColor(0x66, 0x66, 0x66)
_LEFT, _INNER = Inches(0.65), Inches(12.03)
# Of titles, and of text by its depth, in points.
_TITLE, _TEXT = 36, (28, 24, 20, 20, 20)


def slides_reference(default: bytes, language: str) -> bytes:
    """A reference presentation made from ``default``, pandoc's own. ``language`` is a code of the site's languages."""
    slides = Presentation(io.BytesIO(default))
    face = TYPEFACES[language].slides
    scale = _WIDTH / slides.slide_width
    slides.slide_width, slides.slide_height = _WIDTH, _HEIGHT
    master = slides.slide_master
    _theme(master, face)
    for layout in slides.slide_layouts:
        _scale(layout.placeholders, scale)
        _place(layout)
    _scale(master.placeholders, scale)
    _place(master)
    _sizes(master)
    _footer(master)
    made = io.BytesIO()
    slides.save(made)
    return made.getvalue()


def _theme(master, face: Typeface) -> None:
    """Set the theme's typefaces, which everything on a slide uses."""
    part = master.part.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme")
    theme = etree.fromstring(part.blob)
    for fonts in theme.iter(qn("a:majorFont"), qn("a:minorFont")):
        fonts.find(qn("a:latin")).set("typeface", face.latin)
        fonts.find(qn("a:ea")).set("typeface", face.east_asian)
    for accent in theme.iter(qn("a:accent1")):
        accent.find(qn("a:srgbClr")).set("val", str(_ACCENT))
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _scale(placeholders, scale: float) -> None:
    for shape in placeholders:
        if shape.element.spPr.find(qn("a:xfrm")) is not None:  # else the place is the master's
            shape.left, shape.top = int(shape.left * scale), int(shape.top * scale)
            shape.width, shape.height = int(shape.width * scale), int(shape.height * scale)


def _place(layout) -> None:
    """Titles and text where the master or the layout ``layout`` has them."""
    name = getattr(layout, "name", "")
    for shape in layout.placeholders:
        kind = shape.placeholder_format.type
        if name == "Title Slide" and kind == PP_PLACEHOLDER.CENTER_TITLE:
            _put(shape, 2.0, 2.3)
        elif name == "Title Slide" and kind == PP_PLACEHOLDER.SUBTITLE:
            _put(shape, 4.4, 1.0)
            for paragraph in shape.element.iter(qn("a:lvl1pPr")):
                paragraph.set("algn", "l")
        elif kind == PP_PLACEHOLDER.TITLE:
            _put(shape, 0.4, 1.05)
        elif name in ("", "Title and Content") and kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
            _put(shape, 1.6, 5.2)


def _put(shape, top: float, height: float) -> None:
    shape.left, shape.top, shape.width, shape.height = _LEFT, Inches(top), _INNER, Inches(height)


def _sizes(master) -> None:
    styles = master.element.find(qn("p:txStyles"))
    _size(styles.find(qn("p:titleStyle")), (_TITLE,), _ACCENT, bold=True)
    _size(styles.find(qn("p:bodyStyle")), _TEXT, _INK)
    for shape in master.placeholders:
        if shape.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE


def _size(style, sizes: tuple[int, ...], colour: RGBColor, bold: bool = False) -> None:
    for depth, size in enumerate(sizes, start=1):
        paragraph = style.find(qn(f"a:lvl{depth}pPr"))
        paragraph.set("algn", "l")
        run = paragraph.find(qn("a:defRPr"))
        run.set("sz", str(size * 100))
        if bold:
            run.set("b", "1")
        for old in run.findall(qn("a:solidFill")):
            run.remove(old)
        fill = run.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(colour)}))
        run.insert(0, fill)


def _footer(master) -> None:
    """A line at the foot of every slide; python-pptx adds no text to a master, so it is written out."""
    master.shapes._spTree.append(
        parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name="Origin"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{_LEFT}" y="{Inches(6.98)}"/><a:ext cx="{_INNER}" cy="{Inches(0.36)}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square"/><a:p><a:r>'
            f'<a:rPr lang="zh-CN" sz="1200"><a:solidFill><a:srgbClr val="{_GREY}"/></a:solidFill></a:rPr>'
            f"<a:t>{FOOTER_TOKEN}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    )
