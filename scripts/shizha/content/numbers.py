"""Numbers that a reader could call, found in lines of text and told from amounts, dates and articles of law.

Two looks at a text. The near one joins digits over what people put into phone numbers (spaces, dots, hyphens) and asks of
each row whether its surroundings make it an amount, a date, an article. The far one joins digits over any mark at all, cells
of a table and ends of lines too, but wants the exact shape of a phone or card number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import quantities
from .plain import PlainLine
from .rendered import may_hide, rendered, text_of
from .scan import lines_with, one_line_each

_NEAR = re.compile(r"[+#]?[0-9](?:[ .·•_()*\u2010-\u2015\u2212-]{0,3}[0-9])*")
_NEAR_OR_GROUPED = re.compile(rf"{_NEAR.pattern}(?:,[0-9]{{3}}(?![0-9]))*")
# Any marks, and the few words that people say for one.
_FAR = re.compile(r"[0-9](?:(?:[^0-9A-Za-z\u3400-\u9fff]|[杠横空]){0,8}[0-9]){6,}")
# Signs between figures as well; joined only where a word like “call” stands before.
_CALLED = re.compile(r"(?<![0-9])[0-9]{1,12}(?:[ ]?[/:：、~\"“”'‘’]{1,3}[ ]?[\"“'‘]?[0-9]{1,12}){1,20}")
_GROUP = re.compile(r"[0-9]+")
_DIGIT = re.compile("[0-9]")
# Without this there is nothing near.
_THREE_NEAR = re.compile(r"[0-9](?:[ .·•_()*\u2010-\u2015\u2212-]{0,3}[0-9]){2}")
_SHAPES = re.compile(
    r"(?:(?:00-?)?86-)?(?:1[3-9][0-9]-[0-9]{4}-[0-9]{4}|1[3-9][0-9]-[0-9]{8}|1[3-9][0-9]{5}-[0-9]{4}|1[3-9][0-9]{9})"
    r"|1-[3-9](?:-[0-9]){9}|[48]00-[0-9]{3,4}-[0-9]{3,4}|[48]00-[0-9]{7}|0[0-9]{2,3}-[0-9]{3,4}-[0-9]{4}|0[0-9]{2,3}-[0-9]{7,8}"
    r"|[0-9]{4}(?:-[0-9]{4}){3}(?:-[0-9]{3})?"
)
_MIGHT_BE_CALLED = re.compile("[0-9][ ]?[/:：、~\"“”'‘’]{1,3}[ ]?[\"“'‘]?[0-9]")
# Without one of these there is nothing in a line, unless markup runs through it. They are looked for in a whole text at once.
_WORTH_A_LOOK = (_THREE_NEAR, _MIGHT_BE_CALLED, _FAR)
_MOST_GROUPS, _SHORTEST, _LONGEST = 11, 9, 19
# A number with one of these inside cannot be replaced as it stands: their other half may be outside.
_MARKS = frozenset("*_()")
_LAST_GROUP = re.compile(r"(?<=[0-9])[ ]+([0-9]{1,3})$")
# A digit at the beginning or the end of a line, but for marks and tags.
_TAG = r"(?:</?[A-Za-z][^<>]{0,40}>)?[\W_]{0,9}"
_AT_AN_END = re.compile(rf"^[\W_]{{0,40}}{_TAG}(?:[0-9]{{1,3}}[.)][ ][\W_]{{0,9}})?[0-9]|[0-9][\W_]{{0,9}}{_TAG}$")
_NOT_SEEN_AT_THE_END = frozenset(">)}~*_`\\[]-")
_LINKED = re.compile(r"(?:tel|smsto|sms|mmsto|mms|callto|sip|facetime)[:：][/+]{0,4}$", re.IGNORECASE)
_CALLING = re.compile(
    r"(?:打|拨|致电|来电|回电|电话|热线|专线|号码|短信|发到|发给|客服|座机|手机|联系|求助|报警|火警|急救|举报|投诉|咨询|记住|[账帐卡群]号|"
    r"打電話|撥|致電|來電|回電|電話|熱線|專線|號碼|簡訊|發到|發給|手機|聯繫|聯絡|報警|舉報|投訴|諮詢|記住|[賬帳]號|"
    r"(?<![A-Za-z])(?:call|dial|ring|phone|text|hotline|helpline|number|tel|sms|whatsapp|contact)s?)"
    r"(?:号码|號碼|[ :：是为為到给給至了过過号號|\[\]()（）“”\"'‘’【】「」—=>-]){0,6}$",
    re.IGNORECASE,
)
_SECRET = re.compile(
    r"(?:验证码|密码|口令|工号|警号|驗證碼|密碼|工號|警號|password|passcode|PIN|code)s?(?:[ 是为为:：“\"别用]|like|as){0,4}$"
)


@dataclass(frozen=True)
class Number:
    """Digits that read as a number to call. ``start`` and ``end``: columns of the file, the end not included.

    linked: it stands in a ``tel:`` or ``sms:`` address.
    whole: nothing but the number stands between start and end, so that it can be replaced there.
    """

    digits: str
    written: str
    start: int
    end: int
    linked: bool = False
    whole: bool = True


def numbers_in(lines: Sequence[PlainLine]) -> Iterator[tuple[int, Number]]:
    """Every number in ``lines`` that a reader could call, with the index of its line; columns are those of that line."""
    text = one_line_each(line.text for line in lines)
    worth_a_look = {*lines_with(text, _WORTH_A_LOOK)}
    chain = _Chain()
    last = -1
    for index in lines_with(text, (_DIGIT,)):
        line = lines[index]
        if chain.lines and any(other.text and not other.text.isspace() for other in lines[last + 1 : index]):
            yield from chain.end()
        if index in worth_a_look or (may_hide(line) and _has_digits(line.text, 3)):
            for number in _numbers_of(text_of(line)):
                yield index, number
        if chain.lines or _may_end_in_a_digit(line.text):
            yield from chain.add(index, line, after_blank=index > last + 1)
        last = index
    yield from chain.end()


def _numbers_of(line: PlainLine) -> list[Number]:
    """The numbers of one line, from left to right: as its characters are in the file, and as they look on the page."""
    found = [
        Number(digits, written, line.columns[start], line.columns[end], linked, whole=not set(written) & _MARKS)
        for start, end, written, digits, linked in _look(line.text)
    ]
    seen = rendered(line)
    if seen is not line:
        known = [(number.start, number.end) for number in found]
        for start, end, written, digits, linked in _look(seen.text):
            first, last = seen.columns[start], seen.columns[end - 1] + 1
            if all(last <= other or end_of_other <= first for other, end_of_other in known):
                found.append(Number(digits, written, first, last, linked, whole=False))
    return sorted(found, key=lambda number: number.start)


def _look(text: str) -> list[tuple[int, int, str, str, bool]]:
    """Start, end, text, digits and whether it is linked, of each number of ``text``."""
    found: list[tuple[int, int, bool]] = []
    honest = quantities.blanked(text, _CALLING) if _is_serious(text) else ""
    for match in _NEAR.finditer(honest):
        if _has_digits(match[0], 3):
            before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 16]
            linked = _LINKED.search(before) is not None
            if linked or _callable(match[0], before, after):
                found.append((match.start(), _end_without_amount(text, match, before), linked))
    for match in _CALLED.finditer(honest):
        groups = _GROUP.findall(match[0])
        if (
            sum(map(len, groups)) >= 5
            and not quantities.are_round_or_years(groups)
            and not quantities.are_counted_off(groups)
            and _CALLING.search(text[max(0, match.start() - 24) : match.start()])
            and all(match.end() <= other or end_of_other <= match.start() for other, end_of_other, _ in found)
        ):
            found.append((match.start(), match.end(), False))
    for match in _FAR.finditer(text):
        for start, end in _shapes(text, match):
            if all(end <= other or end_of_other <= start for other, end_of_other, _ in found):
                found.append((start, end, False))
    return [
        (start, end, text[start:end], re.sub(r"[^0-9]", "", text[start:end]), linked) for start, end, linked in found
    ]


def _is_serious(text: str) -> bool:
    """Whether a row of ``text`` could be called once dates and amounts are out of it: it is long, announced or linked."""
    if _THREE_NEAR.search(text):
        for row in _NEAR_OR_GROUPED.finditer(text):
            before = text[max(0, row.start() - 24) : row.start()]
            if _has_digits(row[0], 3) and (
                _has_digits(row[0].partition(",")[0], 5) or _CALLING.search(before) or _LINKED.search(before)
            ):
                return True
    return _MIGHT_BE_CALLED.search(text) is not None


def _end_without_amount(text: str, match: re.Match[str], before: str) -> int:
    """Where the number really ends: in “96110 24小时” before the 24, if what remains is a number by itself."""
    last = _LAST_GROUP.search(match[0])
    if last and quantities.is_counted(last[1], "", text[match.end() : match.end() + 16], calling=False):
        start = match.start() + last.start()
        if _callable(text[match.start() : start], before, text[start : match.end()]):
            return start
    return match.end()


def _callable(written: str, before: str, after: str) -> bool:
    """Whether a row of digits reads as something to call, between what stands ``before`` and ``after`` it."""
    groups = _GROUP.findall(written)
    digits = "".join(groups)
    calling = _CALLING.search(before) is not None
    if not calling and before[-1:].isascii() and before[-1:].isalpha() and len(digits) < 7:
        return False  # part of a name, such as M10 or SZ301
    if written.startswith("+") and len(digits) <= 3:
        return False  # the code of a country
    if quantities.are_years(groups) or quantities.are_counted_off(groups):
        return False
    if len(digits) <= 8 and len(groups) == 1 and _SECRET.search(before):
        return False
    if quantities.is_counted(written, before, after, calling):
        return False
    if len(digits) >= 5 and not calling and quantities.is_row_of_keys(digits):
        return False
    if len(digits) >= 7:
        return True
    if len(digits) >= 5:
        return calling or len(groups) == 1 or digits[0] in "149"
    return calling and digits[0] != "0"


def _shapes(text: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where in ``match`` the groups of digits, whatever is between them, have the shape of a phone or card number."""
    groups = [(group.start(), group.end()) for group in _GROUP.finditer(text, match.start(), match.end())]
    index = 0
    while index < len(groups):
        shape, digits = "", 0
        for last in range(index, min(index + _MOST_GROUPS, len(groups))):
            group = text[slice(*groups[last])]
            shape = f"{shape}-{group}" if shape else group
            digits += len(group)
            if digits > _LONGEST:
                break
            if digits >= _SHORTEST and _SHAPES.fullmatch(shape) and not quantities.are_round_or_years(shape.split("-")):
                yield groups[index][0], groups[last][1]
                index = last
                break
        index += 1


def _has_digits(text: str, least: int) -> bool:
    return sum(map(text.count, "0123456789")) >= least


class _Chain:
    """Lines of which each ends in a digit and the next begins with one: what goes on from line to line."""

    def __init__(self) -> None:
        self.lines: list[tuple[int, PlainLine]] = []
        self.joints: list[str] = []

    def add(self, index: int, line: PlainLine, after_blank: bool) -> Iterator[tuple[int, Number]]:
        """The numbers of the chain that ``line`` ends, if it does. There is a digit in it."""
        seen = None
        if _AT_AN_END.search(line.text):
            content = text_of(line)
            marked = content is not line or "|" in line.text
            seen = _trimmed(rendered(content))
        starts = seen is not None and seen.text[:1].isdigit()
        if self.lines and not starts:
            yield from self.end()
        if starts or (seen is not None and seen.text[-1:].isdigit()):
            if self.lines:
                self.joints.append(" | " if marked or after_blank else " ")
            self.lines.append((index, seen))
            if not seen.text[-1:].isdigit():
                yield from self.end()

    def end(self) -> Iterator[tuple[int, Number]]:
        """The numbers that run over the end of a line of the chain, which is then empty."""
        lines, joints = self.lines, self.joints
        self.lines, self.joints = [], []
        if len(lines) < 2:
            return
        text = ""
        columns: list[int] = []
        # Where each line begins in the joined text.
        starts: list[int] = []
        for (_, line), joint in zip(lines, [*joints, ""], strict=True):
            starts.append(len(text))
            text += line.text + joint
            columns += [*line.columns[: len(line.text)], *[line.columns[-1]] * len(joint)]
        for start, end, written, digits, linked in _look(text):
            first = bisect_right(starts, start) - 1
            line = lines[first][1]
            if end > starts[first] + len(line.text):
                yield lines[first][0], Number(digits, written, columns[start], line.columns[-1], linked, whole=False)


def _may_end_in_a_digit(text: str) -> bool:
    """Whether ``text`` ends in a digit, or in something that is not seen on the page."""
    last = text.rstrip(" \t|")[-1:]
    return last.isdigit() or last in _NOT_SEEN_AT_THE_END


def _trimmed(line: PlainLine) -> PlainLine:
    """``line`` without spaces and the bars of a table at its ends."""
    text = line.text
    start, end = len(text) - len(text.lstrip(" \t|>")), len(text.rstrip(" \t|"))
    return PlainLine(text[start:end], line.columns[start : end + 1]) if start < end else PlainLine("", (1,))
