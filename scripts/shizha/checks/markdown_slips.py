"""SZ211–SZ214: signs of Markdown that were typed so that they do nothing. The page is built all the same, with the signs showing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.library import Library
from ..content.page import Page
from ..content.references import KINDS
from ..content.scan import lines_with
from ..content.source_text import Position
from .finding import NOTHING, Finding, Message
from .rules.markdown_slips import BOX, EMPTY, PUNCTUATION, RULES, SPACE

__all__ = ["RULES", "check"]

_HEADING = re.compile(r"(#{1,6})(?![#\s])\S|(#{1,6})\u3000|(＃{1,6})")
# A minus before a figure is a figure, and two of them are a dash. "1.5" is a figure, "1.报警" the first item of a list.
_ITEM = re.compile(r"[ ]{0,8}(?:(-)(?=[^\s\-0-9>])|([0-9]{1,2})(?:[.)](?=[\u3400-\u9fff“《\[])|[．、])|([·•●]))")
# The first line of a note, which has a word after the slashes, and the last, which has none. Other generators write !!! or :::.
_BOX = re.compile(r"[ ]{0,3}/{3,}[ ]*(?P<word>[^/\s].*)?$")
_OTHER_BOX = re.compile(r"[ ]{0,3}(?:!!!|\?\?\?\+?|:{3,})[ ]*[A-Za-z]")
_NO_WORDS = re.compile(r"(?<!!)\[[\s*_`~]*\]\((?=[^\s)])")
_KIND = "|".join(KINDS)
# A line without any of these has no sign to look at.
_SUSPECT = (re.compile(r"[（）【［｛＃\u3000]"), re.compile(r"\] \("), re.compile(rf"\[(?:{_KIND})"), _NO_WORDS)
# What was typed, what to say of it, how to type it.
_PUNCTUATION: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        re.compile(
            r"\[[^\[\]\n]{1,80}\] ?（[^（）()\n]{0,80}(?:\.md|#)[^（）()\n]{0,40}[）)]|\[[^\[\]\n]{1,80}\]\([^（）()\n]{1,80}）"
        ),
        Message("链接的括号是中文的（）", "The brackets of this link are Chinese ones"),
        Message(
            "括号要用英文的，紧跟着写：[文字](../页面.md)。", "Use plain brackets and no space: [text](../page.md)."
        ),
    ),
    (
        re.compile(r"\[[^\[\]\n]{1,80}\] \([^()\n]{0,80}\.md[^()\n]{0,40}\)"),
        Message("链接的 ] 和 ( 之间多了空格", "There is a space within this link, between ] and ("),
        Message("括号紧跟着写，不空格：[文字](../页面.md)。", "Write it without a space: [text](../page.md)."),
    ),
    (
        re.compile(rf"(?<!\[)\[(?:{_KIND})[:：] ?[a-z0-9-]+\](?!\])|\[\[(?:{_KIND}):[a-z0-9-]+(?![a-z0-9-]| ?\]\])"),
        Message("引用要用两对方括号", "A reference has two pairs of brackets"),
        Message("写成 [[tel:编号]] 的样子。", "Write it like [[tel:id]]."),
    ),
    (
        re.compile(rf"[【［][【［]? ?(?:{_KIND})[:：] ?[A-Za-z0-9-]+ ?[】］]"),
        Message("引用的方括号是中文的", "The brackets of this reference are Chinese ones"),
        Message("方括号和冒号都用英文的：[[tel:编号]]。", "Use plain brackets and a plain colon: [[tel:id]]."),
    ),
    (
        re.compile(r"｛ ?[#＃]|\u3000\{ ?#|\{ ?＃"),
        Message("标题编号的符号是中文的", "The signs around this heading’s id are Chinese ones"),
        Message(
            "空格、花括号、井号都用英文的，写在行尾：{ #how-to-find }。",
            "Use a plain space, plain braces and a plain #, at the end of the line: { #how-to-find }.",
        ),
    ),
)


def check(library: Library) -> Iterator[Finding]:
    for pages in library.pages.values():
        for page in pages.values():
            if not page.derived:
                yield from _beginnings(library, page)
                yield from _boxes(library, page)
                for index in lines_with(page.outline.text, _SUSPECT):
                    yield from _punctuation(library, page, page.body_line + index, page.outline.plain[index])


def _beginnings(library: Library, page: Page) -> Iterator[Finding]:
    for number, line in enumerate(page.outline.plain, page.body_line):
        if match := _HEADING.match(line) if line[:1] in ("#", "＃") else None:
            sign = (match[1] or match[2] or match[3]).replace("＃", "#")
            rest = line[len(sign) :].strip()
            yield _space(library, page, Position(number), sign, f"{sign} {rest}")
        elif match := _ITEM.match(line):
            sign = f"{match[2]}." if match[2] else "-"
            yield _space(
                library,
                page,
                Position(number, match.start(match.lastindex) + 1),
                sign,
                f"{sign} {line[match.end() :].strip()}",
            )


def _punctuation(library: Library, page: Page, number: int, line: str) -> Iterator[Finding]:
    for pattern, message, hint in _PUNCTUATION:
        for found in pattern.finditer(line):
            yield PUNCTUATION.found(library.project, page.path, Position(number, found.start() + 1), message, hint)
    for found in _NO_WORDS.finditer(line):
        yield EMPTY.found(
            library.project,
            page.path,
            Position(number, found.start() + 1),
            Message("这个链接的方括号里没有字", "There are no words in the brackets of this link"),
            Message("写上点开以后看到什么：[紧急页](…)。", "Write what the reader finds there: [emergency page](…)."),
        )


def _boxes(library: Library, page: Page) -> Iterator[Finding]:
    """Notes that nothing ends or begins, and those written as other generators have them."""
    opened: list[int] = []
    for number, line in page.outline.prose:
        box = _BOX.match(line) if "///" in line else None
        if box and box["word"]:
            opened.append(number)
        elif box and opened:
            opened.pop()
        elif box:
            yield BOX.found(
                library.project,
                page.path,
                Position(number),
                Message("这一行结束了一个提示框，前面却没有开头", "This line ends a note that nothing began"),
                Message("开头写成：/// note | 标题", "Begin it with: /// note | Title"),
            )
        elif line.lstrip()[:3] in ("!!!", "???", ":::") and _OTHER_BOX.match(line):
            yield BOX.found(
                library.project,
                page.path,
                Position(number),
                Message("这里的提示框不是这样写的", "Notes are not written like this here"),
                Message("写成三行：/// note | 标题，正文，///", "Write three lines: /// note | Title, the text, ///"),
            )
    for number in opened:
        yield BOX.found(
            library.project,
            page.path,
            Position(number),
            Message("这个提示框没有结尾", "Nothing ends this note"),
            Message("在它最后一行的下面，单独写一行：///", "Below its last line write a line of its own: ///"),
        )


def _space(library: Library, page: Page, at: Position, sign: str, right: str) -> Finding:
    heading = sign.startswith("#")
    what = Message("标题", "A heading") if heading else Message("列表", "An item of a list")
    other = Message("。不是标题，就写 \\#。", ". If it is none, write \\#.") if heading else NOTHING
    short = right if len(right) <= 40 else f"{right[:40]}…"
    return SPACE.found(
        library.project,
        page.path,
        at,
        Message(f"{what.zh}的符号后面要有一个英文的空格", f"{what.en} has a plain space after its sign"),
        Message(f"写成：{short}{other.zh}", f"Write: {short}{other.en}"),
    )
