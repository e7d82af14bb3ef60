"""How documents look: typefaces by language, sizes and margins by the kind of document.

The habits are those of offices in mainland China. GB/T 9704-2012, the layout of official documents: A4; margins of 37 mm above, 35 mm
below, 28 mm left and 26 mm right; the title in 小标宋 of size 二号 (22 pt), text in 仿宋 of size 三号 (16 pt) with lines 28 pt apart, headings
一、 in 黑体 and （一） in 楷体, page numbers between dashes. What a class or a street uses is set smaller, so that a piece fits a sheet.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Typeface:
    """A typeface for Latin letters and one for Chinese, with what a computer that lacks the Chinese one may take instead."""

    latin: str
    east_asian: str
    instead: str = ""


@dataclass(frozen=True)
class Typefaces:
    """The typefaces of one language: of titles, of the three ranks of headings, of official and of other text."""

    title: Typeface
    heading: Typeface
    subheading: Typeface
    official: Typeface
    plain: Typeface
    slides: Typeface
    locale: str  # as Word names a language


_TIMES, _ARIAL = "Times New Roman", "Arial"
TYPEFACES: dict[str, Typefaces] = {
    "zh": Typefaces(
        title=Typeface(_TIMES, "方正小标宋简体", "宋体"),
        heading=Typeface(_TIMES, "黑体", "SimHei"),
        subheading=Typeface(_TIMES, "楷体", "楷体_GB2312"),
        official=Typeface(_TIMES, "仿宋", "仿宋_GB2312"),
        plain=Typeface(_TIMES, "宋体", "SimSun"),
        slides=Typeface(_ARIAL, "微软雅黑", "黑体"),
        locale="zh-CN",
    ),
    "zh-Hant": Typefaces(
        title=Typeface(_TIMES, "標楷體", "DFKai-SB"),
        heading=Typeface(_ARIAL, "微軟正黑體", "Microsoft JhengHei"),
        subheading=Typeface(_TIMES, "標楷體", "DFKai-SB"),
        official=Typeface(_TIMES, "標楷體", "DFKai-SB"),
        plain=Typeface(_TIMES, "新細明體", "PMingLiU"),
        slides=Typeface(_ARIAL, "微軟正黑體", "Microsoft JhengHei"),
        locale="zh-TW",
    ),
    "en": Typefaces(
        title=Typeface(_ARIAL, "黑体", "SimHei"),
        heading=Typeface(_ARIAL, "黑体", "SimHei"),
        subheading=Typeface(_ARIAL, "楷体", "楷体_GB2312"),
        official=Typeface("Calibri", "宋体", "SimSun"),
        plain=Typeface("Calibri", "宋体", "SimSun"),
        slides=Typeface(_ARIAL, "微软雅黑", "黑体"),
        locale="en-GB",
    ),
}


@dataclass(frozen=True)
class Look:
    """Sizes in points, margins in millimetres. ``line``: the distance of lines in points; None for one that follows the type.

    indent: paragraphs begin two characters in, as Chinese text does. pieces: each part is a sheet of its own.
    framed: quoted text stands in a frame, to be cut out or hung; otherwise it is the text itself. landscape: the sheet lies.
    """

    name: str
    body: float
    title: float
    heading: float
    line: float | None
    margins: tuple[float, float, float, float]  # top, right, bottom, left
    official: bool = False
    indent: bool = False
    pieces: bool = False
    framed: bool = False
    spoken: bool = False
    landscape: bool = False

    def for_language(self, code: str) -> Look:
        """The same for English, which keeps its own measure: its letters are larger than their size beside Chinese ones."""
        return replace(self, body=min(self.body, 11.5), title=min(self.title, 20), line=None) if code == "en" else self


_OFFICIAL_MARGINS = (37.0, 26.0, 35.0, 28.0)
_MARGINS = (25.0, 25.0, 22.0, 25.0)

OFFICIAL = Look("official", 16, 22, 16, 28, _OFFICIAL_MARGINS, official=True, indent=True)
SPEECH = Look("speech", 16, 22, 16, 28, _MARGINS, official=True, indent=True, pieces=True)
LETTER = Look("letter", 12, 18, 14, 21, _MARGINS, official=True, indent=True, pieces=True)
SHEET = Look("sheet", 12, 20, 14, 20, _MARGINS, pieces=True)
FRAMED = Look("framed", 12, 20, 14, 20, _MARGINS, pieces=True, framed=True)
LESSON = Look("lesson", 12, 20, 14, 20, _MARGINS, spoken=True)
TABLES = Look("tables", 11, 18, 14, 18, (20.0, 18.0, 18.0, 20.0))
WIDE = Look("wide", 11, 18, 14, 18, (18.0, 18.0, 16.0, 18.0), landscape=True)

LOOKS: tuple[Look, ...] = (OFFICIAL, SPEECH, LETTER, SHEET, FRAMED, LESSON, TABLES, WIDE)

# What a material is -> how its document looks.
LOOK_OF_FORM: dict[str, Look] = {
    "plan": OFFICIAL,
    "summary": OFFICIAL,
    "speech": SPEECH,
    "letter": LETTER,
    "lesson": LESSON,
    "script": LESSON,
    "quiz": SHEET,
    "post": LESSON,
    "board": FRAMED,
    "leaflet": FRAMED,
    "card": FRAMED,
    "timetable": TABLES,
    "ledger": WIDE,
}
