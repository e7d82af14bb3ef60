"""SZ419, SZ508, SZ509: forms that the generator takes for a link, code or a heading, and this project does not.

Every link is looked at, every id is known, code is left out where it is code: all this holds only while both read a page the
same way. So what they would read differently is refused, and there is nothing an editor could not say in the plain form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ..content.code import code_lines, inline_code
from ..content.library import Library
from ..content.outline import LINK
from ..content.page import Page
from ..content.references import REFERENCE
from ..content.source_text import Position
from .finding import Finding, Message, Rule
from .passages import Passage, passages

LINK_FORM = Rule(
    "SZ419",
    Message("看不懂的链接写法", "A link in a form that is not used here"),
    why=Message(
        "检查要看到每一个链接通向哪里。写在两行里、套着方括号、先定义再引用的链接，检查看不清，读者却会点开。",
        "The check must see where every link leads. Written over two lines, with brackets within brackets, or defined elsewhere, a link escapes it and still opens for readers.",
    ),
    wrong="看[紧急\n页](../emergency.md)。\n",
    right="看[紧急页](../emergency.md)。\n",
)
CODE_MARKS = Rule(
    "SZ508",
    Message("反引号不成对", "Backticks that do not pair"),
    why=Message(
        "少一个反引号，后面的文字就都成了代码，或者代码里的东西成了真的链接。",
        "One backtick too few turns the text behind it into code, or an example into a real link.",
    ),
    wrong="短信里写着`您的账户异常。\n",
    right="短信里写着`您的账户异常`。\n",
)
UNDERLINED = Rule(
    "SZ509",
    Message("文字下面紧跟横线", "A rule right below text"),
    why=Message(
        "紧跟在文字下面的横线，会把那行文字变成没有编号的标题。",
        "A line of dashes right below a line of text makes a heading of it, one without an id.",
    ),
    wrong="先挂断。\n---\n再去问。\n",
    right="先挂断。\n\n---\n\n再去问。\n",
)

RULES = (LINK_FORM, CODE_MARKS, UNDERLINED)

_TICKS = re.compile(r"`+")
# The line's end first: so the search runs from line to line.
_UNDERLINE = re.compile(r"\n(?<=[^\n]\n)([ >]*(?:=+|-+)[ \t]*)(?=\n|\Z)")
_BETWEEN = re.compile(r"\]\(|\]:")
# A body without these, whose links are all known, has none that is not in the one form.
_SUSPECT = ("`", "~~~", "\\", "]:", "](<")
_ENOUGH = 50  # findings of one text: who has more has seen what is wrong

_LINK_HINT = Message(
    "写成 [文字](../页面.md)，在一行里，文字里没有方括号和别的引用。出处写 [^编号]。",
    "Write [text](../page.md) on one line, with no brackets or references in its text. A source is cited as [^id].",
)


def check(library: Library) -> Iterator[Finding]:
    for passage in passages(library):
        found = _body(library, passage) if passage.is_body else _value(library, passage)
        yield from islice(found, _ENOUGH)


def _value(library: Library, passage: Passage) -> Iterator[Finding]:
    """A value holds neither links nor code: names of data files stand in the middle of pages, before their links are made."""
    for part, rule, message in (
        ("](", LINK_FORM, Message("这里不能写链接", "No link can stand here")),
        ("`", CODE_MARKS, Message("这里不能写反引号", "No backtick can stand here")),
    ):
        at = -1
        while (at := passage.text.find(part, at + 1)) >= 0:
            yield rule.found(
                library.project,
                passage.path,
                passage.position(at, at + len(part)),
                message,
                Message("删掉它，只写文字。", "Delete it and write only words."),
            )


def _body(library: Library, passage: Passage) -> Iterator[Finding]:
    text, page = passage.text, passage.page
    if any(part in text for part in _SUSPECT) or text.count("](") != len(page.outline.links):
        yield from _lines(library, page)
    underlines = list(_UNDERLINE.finditer(text))
    if not underlines:
        return
    lines = text.split("\n")
    code = [is_code for is_code, _ in code_lines(lines)]
    for match in underlines:
        line = passage.line_of(match.start(1))
        if not code[line] and lines[line - 1].strip(" \t>"):
            yield UNDERLINED.found(
                library.project,
                page.path,
                passage.position(match.start(1), match.end(1)),
                Message("这条横线紧跟在文字下面", "This rule stands right below text"),
                Message(
                    "在它上面空一行。要写标题，用 ## 开头。",
                    "Leave an empty line above it. A heading begins with ##.",
                ),
            )


def _lines(library: Library, page: Page) -> Iterator[Finding]:
    lines = page.body.split("\n")
    defined = frozenset(page.outline.definitions)
    for number, (line, (is_code, _)) in enumerate(zip(lines, code_lines(lines), strict=True), start=page.body_line):
        if is_code:
            # A blank that is no space ends a block here, and not for the generator.
            if line.startswith(("```", "~~~")) and line.rstrip() != line.rstrip(" \t"):
                yield _code_marks(library, page, Position(number, len(line.rstrip()) + 1))
            continue
        spans = inline_code(line)
        if column := _odd_ticks(line, spans):
            yield _code_marks(library, page, Position(number, column))
        for column in _odd_links(line, spans):
            if number not in defined:
                yield LINK_FORM.found(
                    library.project,
                    page.path,
                    Position(number, column),
                    Message("这个链接的写法这里不用", "Links are not written in this form here"),
                    _LINK_HINT,
                )


def _code_marks(library: Library, page: Page, at: Position) -> Finding:
    return CODE_MARKS.found(
        library.project,
        page.path,
        at,
        Message("这里的反引号不成对", "The backticks here do not pair"),
        Message(
            "代码前后各一个反引号，在同一行里。代码块前后各一行 ```，顶格写。不用的反引号删掉。",
            "Put one backtick before and one behind the code, on the same line. A block of code has a line ``` above and below, at the margin. Delete backticks that are not used.",
        ),
    )


def _odd_ticks(line: str, spans: list[tuple[int, int]]) -> int | None:
    """The column of the first backtick that begins or ends no code, or has a backslash before it."""
    for match in _TICKS.finditer(line):
        inside = any(start <= match.start() < end for start, end in spans)
        opens = any(start == match.start() for start, _ in spans)
        if not inside or (opens and line[match.start() - 1 : match.start()] == "\\"):
            return match.start() + 1
    return None


def _odd_links(line: str, spans: list[tuple[int, int]]) -> Iterator[int]:
    """The column of each link of one line of prose that is not in the one form."""
    blanked = line
    for start, end in spans:
        blanked = blanked[:start] + " " * (end - start) + blanked[end:]
    accounted: set[int] = set()
    for match in LINK.finditer(blanked):
        between = match.end(2)
        behind = line[between : match.end()]
        plainly = "`" not in behind and "<" not in behind and line[match.start() - 1 : match.start()] != "\\"
        if plainly:
            accounted.add(between)
    rest = REFERENCE.sub(lambda match: " " * len(match[0]), blanked)
    for match in _BETWEEN.finditer(rest):
        if match.start() not in accounted:
            yield match.start() + 1
