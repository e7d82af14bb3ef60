"""Numbers that a reader could call, found in a line of text and told from amounts, dates and articles of law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .plain import DISGUISED, PlainLine

# Digits with at most two characters between them, as people and tricksters write phone numbers.
_NEXT_DIGIT = r"(?:[ \u00a0.·•_()*‐-―-]{0,2}[0-9])"
_CANDIDATE = re.compile(rf"[+#]?[0-9]{_NEXT_DIGIT}*")
# A line with none of these holds no number: nobody has fewer than three digits, but in an address that dials.
NUMBER_SIGNS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"[0-9]{_NEXT_DIGIT}{{2}}"),
    re.compile(r":\+?[+#]?[0-9]"),
    *DISGUISED,
)
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}(?:[-.‐-―](?:0?[1-9]|1[0-2])(?:[-.‐-―][0-3]?[0-9])?)?(?:[ ]?[-‐-―][ ]?(?:19|20)?[0-9]{2})?"
)
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?")
# What follows an amount, a count, a date or an article. "号" is a unit unless it is a phone's: 12号, but not 12345号码.
_UNIT = re.compile(
    r"[ ]?(?:[万亿千百]|元|块|角|分|%|‰|℃|°|[a-z]?[BbMmGgKk]B|px|[cmk]?m\b|人|条|种|个|次|起|宗|件|页|天|日|月|年|岁|点|周|题|张|字|位|秒|"
    r"克|号(?!码)|期|届|名|户|家|份|倍|版|章|款|项|楼|级|步|时|度|册|枚|部|台|套|场|节|组|班|课|多|余|左右|以[上下内]|"
    r"(?:yuan|CNY|RMB|HKD|USD|dollars?|cases?|people|persons?|pupils?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|"
    r"times?|characters?|words?|pages?|questions?|per cent|percent|million|billion|thousand|or more)\b)"
)
_AMOUNT_BEFORE = re.compile(r"(?:[¥￥$€£〔（(第约近超过满共达]|CNY|RMB|HK\$|art\.|Art\.|article|Decree|令|No\.)[ ]?$")
_CALLING = re.compile(
    r"(?:打|拨|拨打|致电|来电|电话|热线|号码|短信|发到|发给|客服|专线|call|dial|ring|phone|text|hotline|helpline|number|tel|sms)"
    r"[ :：是为到给至了\[(（“\"]{0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """Digits that read as a number to call. ``start`` and ``end``: columns of the file, the end not included.

    linked: it stands in a ``tel:`` or ``sms:`` address.
    """

    digits: str
    written: str
    start: int
    end: int
    linked: bool


def numbers_in(line: PlainLine) -> Iterator[Number]:
    """Every number of ``line`` that a reader could call, from left to right."""
    text = line.text
    for match in _CANDIDATE.finditer(text):
        before, after = text[max(0, match.start() - 16) : match.start()], text[match.end() : match.end() + 12]
        if (before.endswith(",") and before[-2:-1].isdigit()) or re.match(r",[0-9]{3}(?![0-9])", after):
            continue  # 12,505: groups of three are an amount
        digits = re.sub(r"[^0-9]", "", match[0])
        linked = before.lower().endswith(("tel:", "sms:", "tel:+", "sms:+"))
        if linked or _callable(match[0], digits, before, after):
            yield Number(digits, match[0], line.columns[match.start()], line.columns[match.end()], linked)


def _callable(written: str, digits: str, before: str, after: str) -> bool:
    if _DATE.fullmatch(written) or (before[-1:].isalpha() and before[-1:].isascii() and len(digits) < 7):
        return False  # a date, or part of a name such as M10 or SZ301
    counted = _DECIMAL.fullmatch(written) and (_UNIT.match(after) or _AMOUNT_BEFORE.search(before))
    if counted or re.match(r"[:：/][0-9]{2}", after) or re.search(r"[0-9][:：/.]$", before):
        return False  # an amount, a time of day, a ratio
    if len(digits) >= 7:
        return not (_DECIMAL.fullmatch(written) and len(digits) <= 9 and _UNIT.match(after))
    if len(digits) >= 5:
        return digits[0] in "149" or bool(_CALLING.search(before))
    return len(digits) >= 3 and digits[0] != "0" and bool(_CALLING.search(before))
