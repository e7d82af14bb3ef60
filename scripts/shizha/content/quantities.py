"""Figures that nobody could call: dates, times, years, amounts, counts, articles of law, versions, standards.

Everything here is about honest text. What it lets through, an attacker may use; so next to a word like “call” or “hotline” a
unit is believed only after few digits.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

_YEAR = r"(?:19[0-9]{2}|20[0-4][0-9])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DASH = r"[-\u2010-\u2015\u2212~]"
# What follows an amount, a count, a date or an article; not where it begins another word: 96101人工, 96101点这里.
_UNIT = (
    r"(?:[万亿千百萬億]|元|块|塊|角|分(?!机|機)|%|‰|℃|°|[a-z]?[BbMmGgKk]B\b|[0-9]?px|[GKp]\b|[cmk]?m\b|[mk]?g\b|"
    r"人(?!工|员|員|民|在|接|机|機)|条|條|种(?!子)|種(?!子)|个(?!人|性)|個(?!人|性)|次|起|宗|件|页|頁|天(?!下|天)|日(?!夜|常|间)|月|年(?!中)|岁|歲|点(?!击|擊|开|開|这|這|我|此)|"
    r"點(?!擊|開|這|我|此)|周|週|题|題|张|張|字|位(?!置|于|於)|秒|毫秒|克|公斤|千克|厘米|毫米|米|公里|"
    r"号(?!码|碼|线|線|热|客|人|是)|號(?!碼|線|熱|客|人|是)|期|届|屆|名(?!称|稱|为|片)|户|戶|家(?!长|長|校|人|庭)|份|倍|版(?!权|權)|章|款(?!项|項)|"
    r"项(?!目)|項(?!目)|楼|樓|级|級|步|时(?!刻|间|候)|時(?!刻|間|候)|小时|小時|分钟|分鐘|度|册|冊|枚|部(?!门|門)|台(?!湾|灣)|套(?!路)|场|場|节|節|"
    r"组(?!织|織)|組(?!織)|班(?!主任)|课(?!程)|課(?!程)|[多余餘](?=[万亿元人条个次起宗件名户家年天萬億條個戶]|[，。、；）\s])|左右|以[上下内內]|"
    r"(?:yuan|CNY|RMB|HKD|USD|dollars?|cases?|people|persons?|pupils?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|"
    r"times?|characters?|words?|pages?|questions?|steps?|groups?|accounts?|per cent|percent|million|billion|thousand|or more)\b)"
)
_UNIT_AFTER = re.compile(rf"[ ]?{_UNIT}")
# What a number of calls is counted in, however many digits it has.
_CALLS_AFTER = re.compile(
    r"[ ]?[万亿余多几萬億餘幾]{0,2}(?:次|遍|回|通|条|條|起|宗|张|張|件|部(?!门|門)|[个個](?!人|性))"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:[¥￥$€£〔第]|约|近|超过|满|共|达到?|约为|約|近|超過|滿|達到?|(?:CNY|RMB|HKD|USD|HK\$|[Aa]rt\.|article|[Dd]ecree|Order|令|No\.)[ ]?)[ ]?$"
)
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?")
# Dates, times, ranges with a unit, numbers of documents and standards, versions; each with no digit beside it. Amounts in groups of three.
_HONEST = re.compile(
    rf"(?<![0-9])(?:{_YEAR}[-./]{_MONTH}[-./]{_DAY}(?![0-9]|[-.][0-9])|{_DAY}/{_MONTH}/{_YEAR}(?![0-9])"
    rf"|20[0-4][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![ .·-]?[0-9])|{_YEAR}[-./]{_MONTH}(?!{_DASH}?[0-9])"
    rf"|{_YEAR}[ ]?{_DASH}[ ]?(?:{_YEAR}|[0-9]{{2}})(?!{_DASH}?[0-9])"
    r"|(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9:：]))"
    rf"|{_DAY} {_MONTH_NAME}(?: {_YEAR})?|{_MONTH_NAME} {_DAY}(?:,? {_YEAR})?(?![0-9])"
    rf"|[〔\[（(]{_YEAR}[〕\]）)](?:第)?[0-9]{{1,5}}(?=号|號)"
    r"|(?:GB|GA|JR|YD|GM|JT|ISO|IEC|RFC)(?:/[TZ])?[ ]?[0-9]{3,6}(?:\.[0-9]{1,2})?(?:-(?:19|20)[0-9]{2})?(?![0-9])"
    r"|(?:\b[vV]|版本号?|版本號|App|iOS|Android|HarmonyOS|鸿蒙|Windows|[Vv]ersion|QQ|微信)[ ]?[0-9]{1,2}(?:\.[0-9]{1,3}){1,3}(?![0-9.])"
)
_GROUPED = re.compile(
    r"(?<![0-9,])[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?(?![0-9]|,[0-9])|(?<![0-9])[1-9][0-9]{0,2}(?: [0-9]{3}){1,3}(?= ?元| yuan)"
)
# Versions and a year beside a figure: 9.8.1, 2023 14.7万.
_UNLIKELY = re.compile(
    rf"(?<![0-9.])[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{2}}(?![0-9.]|[ -][0-9])|(?<![0-9.-]){_YEAR}(?= [0-9]{{1,3}}(?:\.[0-9]{{1,2}})?(?![0-9]|[ .-][0-9]))"
)
_RANGE = re.compile(
    rf"(?<![0-9])([1-9][0-9]{{0,6}})(?:\.[0-9]{{1,2}})?(?:{_UNIT})?[ ]?(?:{_DASH}|至|到|to)[ ]?([1-9][0-9]{{0,6}})(?:\.[0-9]{{1,2}})?(?=[ ]?{_UNIT})"
)
# The same with the word in front, in English: days 91–100.
_NAMED_RANGE = re.compile(
    rf"\b(?:days?|weeks?|pages?|questions?|items?|articles?)[ ]([1-9][0-9]{{0,2}})[ ]?(?:{_DASH}|to)[ ]?([1-9][0-9]{{0,2}})(?![0-9]|[ .-][0-9])",
    re.IGNORECASE,
)


def blanked(text: str, calling: re.Pattern[str]) -> str:
    """``text`` with what is certainly a date, a time, a range or another honest figure replaced by as many bars.

    calling: what stands before a number that is to be called; after it, groups of three digits are not taken for an amount.
    """
    if not _MIGHT_BE_HONEST.search(text):
        return text
    text = _HONEST.sub(_bars, text)

    def unless_called(match: re.Match[str]) -> str:
        called = calling.search(text[max(0, match.start() - 24) : match.start()])
        if called and not _CALLS_AFTER.match(text, match.end()):
            return match[0].replace(",", ".")  # 96,101 to be called is one number
        return _bars(match)

    for ranges in (_RANGE, _NAMED_RANGE):
        text = ranges.sub(lambda match: _bars(match) if int(match[1]) < int(match[2]) else match[0], text)
    return _UNLIKELY.sub(unless_called, _GROUPED.sub(unless_called, text))


_MIGHT_BE_HONEST = re.compile(
    r"[0-9][-./:：,\u2010-\u2015\u2212~〕\]）) 至到]|GB|GA|JR|ISO|RFC|[A-Z][a-z]{2,8}\.? [0-9]|[0-9] [A-Z][a-z]|[0-9][一-鿿%]"
)


def _bars(match: re.Match[str]) -> str:
    return "|" * len(match[0])


def are_years(groups: Sequence[str]) -> bool:
    """2024, or 2024 2025 2026."""
    return all(re.fullmatch(_YEAR, group) for group in groups)


def are_counted_off(groups: Sequence[str]) -> bool:
    """1 2 3 4 5, or 10 15 20 25: small numbers that only grow."""
    if len(groups) < 3 or any(len(group) > 2 or group.startswith("0") for group in groups):
        return False
    return all(int(one) < int(other) for one, other in itertools.pairwise(groups))


def are_round_or_years(groups: Sequence[str]) -> bool:
    """400、500、1000 or 2019、2020: what stands in a row of amounts or years."""
    rounded = all(len(group) <= 7 and int(group) % 10 == 0 and not group.startswith("0") for group in groups)
    return rounded or are_years(groups)


def is_row_of_keys(digits: str) -> bool:
    """12345678: the digits in their order, as in a bad password or in counting."""
    return digits in "01234567890"


def is_counted(written: str, before: str, after: str, calling: bool) -> bool:
    """Whether ``written`` is an amount, a count or the number of an article.

    calling: whether ``before`` ends in a word that is followed by numbers to call.
    """
    if not _DECIMAL.fullmatch(written):
        return False
    is_round = written.endswith("000") and not written.startswith("0")
    unit = _UNIT_AFTER.match(after) is not None
    if calling and len(written) >= 5:
        return _CALLS_AFTER.match(after) is not None or (is_round and unit)
    return unit or _AMOUNT_BEFORE.search(before) is not None or (is_round and len(written) <= 7 and not calling)
