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
        official=Typeface(_ARIAL, "宋体", "SimSun"),
        plain=Typeface(_ARIAL, "宋体", "SimSun"),
        slides=Typeface(_ARIAL, "微软雅黑", "黑体"),
        locale="en-GB",
    ),
}


@dataclass(frozen=True)
class Look:
    """Sizes in points, margins in millimetres. ``line``: the distance of lines in points; None for one that follows the type.

    indent: paragraphs begin two characters in, as Chinese text does. pieces: each part is a sheet of its own. cover: and a sheet before
    them says what there is. framed: quoted text stands in a frame, to be cut out or hung; otherwise it is the text itself. sizes: what the
    text in frames may grow to, from the smallest, as far as its part still fits a sheet. landscape: the sheet lies. large: for old eyes.
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
    cover: bool = False
    framed: bool = False
    sizes: tuple[float, ...] = ()
    spoken: bool = False
    landscape: bool = False
    large: bool = False

    @property
    def table(self) -> float:
        """The size of text in tables and notes."""
        return self.body if self.large else min(self.body, 12)

    @property
    def large_sizes(self) -> tuple[float, ...]:
        """The same as ``sizes`` for a part that is in large print, whoever the rest is for."""
        return (16, 18, 22, 28) if self.cover else ()

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height, in points, of what is printed on."""
        top, right, bottom, left = self.margins
        width, height = (297, 210) if self.landscape else (210, 297)
        return (width - right - left) / 25.4 * 72, (height - top - bottom) / 25.4 * 72

    def for_language(self, code: str) -> Look:
        """The same for English, which keeps its own measure: its letters are larger than their size beside Chinese ones."""
        if code != "en":
            return self
        return replace(self, body=self.body if self.large else min(self.body, 11), title=min(self.title, 20), line=None)


_OFFICIAL_MARGINS = (37.0, 26.0, 35.0, 28.0)
_MARGINS = (25.0, 25.0, 22.0, 25.0)
_NARROW_MARGINS = (18.0, 20.0, 18.0, 20.0)

OFFICIAL = Look("official", 16, 22, 16, 28, _OFFICIAL_MARGINS, official=True, indent=True)
SPEECH = Look("speech", 16, 22, 16, 28, _MARGINS, official=True, indent=True, pieces=True, cover=True)
LETTER = Look("letter", 12, 18, 14, 21, _MARGINS, official=True, indent=True, pieces=True, cover=True)
SHEET = Look("sheet", 12, 20, 14, 20, _MARGINS, pieces=True, cover=True)
CARD = replace(SHEET, name="card", framed=True, sizes=(14, 16, 18))
LEAFLET = replace(CARD, name="leaflet", sizes=(13, 14, 15, 16, 18))
BOARD = replace(CARD, name="board", sizes=(14, 16, 18, 22, 28, 36, 48, 64))
LESSON = Look("lesson", 12, 20, 14, 20, _MARGINS, spoken=True)
TABLES = Look("tables", 11, 18, 14, 18, (20.0, 18.0, 18.0, 20.0))
WIDE = Look("wide", 11, 18, 14, 18, (18.0, 18.0, 16.0, 18.0), pieces=True, landscape=True)


def _for_elders(look: Look) -> Look:
    """``look`` in large print: no text for readers below 14 points, and narrower margins, so that a piece still fits its sheet."""
    sizes = tuple(size for size in look.sizes if size > 14)
    line = 22 if look.official else look.line
    return replace(
        look,
        name=f"{look.name}-large",
        body=14,
        heading=16,
        line=line,
        margins=_NARROW_MARGINS,
        sizes=sizes,
        large=True,
    )


# What is given to elders to read, by the look that it has for others.
FOR_ELDERS: dict[str, Look] = {look.name: _for_elders(look) for look in (LETTER, SHEET, CARD, LEAFLET, BOARD)}

LOOKS: tuple[Look, ...] = (
    *(OFFICIAL, SPEECH, LETTER, SHEET, CARD, LEAFLET, BOARD, LESSON, TABLES, WIDE),
    *FOR_ELDERS.values(),
)

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
    "board": BOARD,
    "leaflet": LEAFLET,
    "card": CARD,
    "timetable": TABLES,
    "ledger": WIDE,
}


def look_of(form: str, for_elders: bool) -> Look:
    """How the document of a material of ``form`` looks; for_elders: elders are among those who read it, or its kit is made for them."""
    look = LOOK_OF_FORM[form]
    return FOR_ELDERS.get(look.name, look) if for_elders else look
