"""What to say of a value that does not fit its key: a sentence and a hint for each error that pydantic reports."""

from __future__ import annotations

import datetime
import re
from typing import Any

from ..content.data import Data
from ..content.front_matter import ID, PAGE_ID
from ..content.signing import PUBLIC_KEY
from .finding import NOTHING, Message, shown

_DAY = re.compile(r"[^0-9]*([0-9]{4})[^0-9]+([0-9]{1,2})[^0-9]+([0-9]{1,2})[^0-9]*$")
_MONTHS = re.compile(r"[^0-9]*([1-9]|[12][0-9]|3[0-6])[^0-9]*$")
# Keys whose values are ids of a vocabulary of data/taxonomy.yml.
_VOCABULARIES = {"audience": "audiences", "routes": "routes", "hooks": "hooks", "family": "families"}


def value_message(key: str, error: dict[str, Any], data: Data | None) -> tuple[Message, Message]:
    """The two sentences for ``error``, as pydantic gives it, at ``key`` (``phrases``, or ``audience.1`` for its first item)."""
    context = error.get("ctx", {})
    given = error["input"]
    value = f"“{shown(_unquoted(given))}”" if isinstance(given, str | int) else ""
    match error["type"]:
        case "literal_error":
            return (
                Message(f"“{key}”不能是{value}", f"“{key}” cannot be {value}"),
                Message(f"可以是：{context['expected']}", f"It can be: {context['expected']}"),
            )
        case "string_type":
            hint = (
                Message(f"去掉方括号，写成一行：{key}: 文字", f"Take away the brackets and write one line: {key}: text")
                if isinstance(given, list)
                else Message(
                    f'给内容加上英文引号：{key}: "{given}"', f'Put it in plain quotation marks: {key}: "{given}"'
                )
            )
            return Message(f"“{key}”应该是一行文字", f"“{key}” should be a line of text"), hint
        case "list_type":
            return (
                Message(f"“{key}”应该是一个列表", f"“{key}” should be a list"),
                Message(
                    f"写成 {key}: [一项, 另一项]，方括号和逗号都用英文的。只有一项也要方括号。",
                    f"Write {key}: [one, another], with plain brackets and commas, even for one.",
                ),
            )
        case "dict_type" | "model_type" | "model_attributes_type":
            what = f"“{key}”" if key else ""
            return Message(
                f"{what or '整个文件'}应该是“键: 值”的样子", f"{what or 'The file'} should be lines of “key: value”"
            ), Message("照着旁边的条目写。", "Take a neighbouring entry as a model.")
        case "int_type" | "int_parsing":
            return Message(f"“{key}”应该是一个整数", f"“{key}” should be a whole number"), Message(
                f"只写阿拉伯数字，比如 {key}: 3", f"Write only digits, like {key}: 3"
            )
        case "date_type" | "date_from_datetime_parsing":
            return Message(f"“{key}”应该是日期，现在是{value}", f"“{key}” should be a date, and is {value}"), _day_hint(
                key, given
            )
        case "too_short" | "too_long":
            return _length(key, error)
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            side = Message("不能早于或小于", "at least") if "ge" in context else Message("不能晚于或大于", "at most")
            return Message(f"“{key}”是{value}，超出了范围", f"“{key}” is {value}, which is out of range"), Message(
                f"{side.zh}{limit}。", f"It is {side.en} {limit}."
            )
        case "number_missing":
            return (
                Message(
                    f"“{key}”要能拨打，却没有 number 和 dial", f"“{key}” is to be dialled but has no number and dial"
                ),
                Message(
                    "补上 number（给人看的）和 dial（手机拨的）。", "Add number (for people) and dial (for phones)."
                ),
            )
        case "number_differs":
            seen, dialled = context["shown"], context["dialled"]
            return (
                Message(f"“{key}”给人看的是 {seen}，拨出去的是 {dialled}", f"“{key}” shows {seen} and dials {dialled}"),
                Message(
                    "到发布机关自己的网站核对，两处写同一个号码。",
                    "Look it up on the issuing body’s own site and write the same number in both places.",
                ),
            )
        case "answer_missing":
            return (
                Message(f"“{key}”的 answer 不在 options 里", f"“{key}”: the answer is not among the options"),
                Message(
                    "有 options 的，answer 写字母，比如 B；判断题不写 options，answer 写 true 或 false。",
                    "With options the answer is a letter, such as B; a statement has no options and the answer true or false.",
                ),
            )
        case "days_out_of_order":
            return (
                Message(
                    f"“{key}”的 ends 要在 begins 之后，隔得不超过两个月",
                    f"“{key}”: ends comes after begins, within two months",
                ),
                Message("对照当年的公告，两天都核一遍。", "Compare both days with the announcement of that year."),
            )
        case "no_such_day":
            return (
                Message(f"“{key}”写的月和日，每年都要有这一天", f"“{key}”: month and day must exist in every year"),
                Message("比如 month: 12、day: 1。", "Such as month: 12, day: 1."),
            )
        case "entries_missing":
            return Message(f"缺少：{context['missing']}", f"Missing: {context['missing']}"), NOTHING
        case "words_twice":
            return Message(f"写了两遍：{context['words']}", f"Written twice: {context['words']}"), Message(
                "留下一个。", "Keep one of them."
            )
        case "value_error":
            months = match[1] if isinstance(given, str) and (match := _MONTHS.match(given)) else "6"
            return (
                Message(f"“{key}”写法不对：{value}", f"“{key}” has the wrong form: {value}"),
                Message(
                    f"写几个月，用英文：{key}: {months} months。1到36个月都可以。",
                    f"Write it like {key}: {months} months, from 1 to 36.",
                ),
            )
        case "string_pattern_mismatch" if context["pattern"] in (ID, PAGE_ID):
            name = key.partition(".")[0]
            return Message(f"“{name}”里的{value}写法不对", f"{value} in “{name}” has the wrong form"), _id_hint(
                name, given, context["pattern"], data
            )
        case "string_pattern_mismatch" if context["pattern"] == PUBLIC_KEY:  # what is there may be the private key
            return (
                Message(f"“{key}”不是一把 ed25519 的公钥", f"“{key}” is no public key of the kind ed25519"),
                Message(
                    f"写 .pub 文件里开头的两段：{key}: ssh-ed25519 AAAA…。私钥不写在任何文件里。",
                    f"Write the first two parts of the .pub file: {key}: ssh-ed25519 AAAA…. The private key is written nowhere.",
                ),
            )
        case _:
            return (
                Message(f"“{key or '文件'}”写法不对：{value}", f"“{key or 'the file'}” has the wrong form: {value}"),
                Message(f"程序的说法：{error['msg']}", error["msg"]),
            )


def _unquoted(value: object) -> object:
    """``value`` without quotation marks that were typed as part of it: the sentence has its own."""
    return value.strip("“”\"'") if isinstance(value, str) else value


def _day_hint(key: str, given: object) -> Message:
    match = _DAY.match(given) if isinstance(given, str) else None
    if match is None:
        return Message(
            f"写成这样，不加引号：{key}: 2026-01-31", f"Write it like this, without quotes: {key}: 2026-01-31"
        )
    try:
        day = datetime.date(*map(int, match.groups()))
    except ValueError:
        return Message("没有这一天，看一看月和日。", "There is no such day; look at the month and the day.")
    return Message(f"写成这样，不加引号：{key}: {day}", f"Write it like this, without quotes: {key}: {day}")


def _length(key: str, error: dict[str, Any]) -> tuple[Message, Message]:
    context = error["ctx"]
    found, low, high = context.get("actual_length"), context.get("min_length"), context.get("max_length")
    wanted = Message(f"至少要有{low}条", f"at least {low}") if low else Message(f"最多{high}条", f"at most {high}")
    message = Message(f"“{key}”{wanted.zh}，现在是{found}条", f"“{key}” takes {wanted.en} items and has {found}")
    if any("，" in item or "、" in item for item in error["input"] if isinstance(item, str)):
        return message, _COMMAS
    if low:
        return message, Message("再添几条，每条之间用英文逗号。", "Add some, with plain commas between them.")
    return message, Message("删掉几条，留最常见的。", "Take some out and keep the most usual ones.")


_COMMAS = Message(
    "几项之间的逗号要用英文的：[一项, 另一项]。",
    "Put plain commas between the items: [one, another].",
)


def _id_hint(name: str, given: str, pattern: str, data: Data | None) -> Message:
    if "，" in given or "、" in given:
        return _COMMAS
    vocabulary = getattr(data.taxonomy, _VOCABULARIES[name]) if data and name in _VOCABULARIES else {}
    for item, words in vocabulary.items():
        if given in getattr(words, "name", words).zh:
            return Message(f"这里写英文编号：{item}。", f"Write the id here: {item}.")
    if vocabulary:
        ids = ", ".join(vocabulary)
        return Message(f"这里写英文编号，可以是：{ids}", f"Write ids here; they can be: {ids}")
    if pattern == PAGE_ID:
        return Message(
            "写页面的编号：文件名去掉 .md，前面不写 docs/zh/ 和 ../，比如 scams/fake-police。",
            "Write the id of the page: its file without .md and without docs/zh/ or ../, like scams/fake-police.",
        )
    return Message(
        "写编号：小写英文、数字和连字符，比如 law-anti-fraud。",
        "Write an id: lower-case letters, digits and hyphens, like law-anti-fraud.",
    )
