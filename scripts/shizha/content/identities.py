"""Accounts of chat apps that a reader could write to, in the many names that keep the apps' own filters away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import quantities
from .plain import PlainLine
from .rendered import rendered
from .scan import lines_with, one_line_each

_GAP = r"[ .·*_-]{0,2}"
_HEART = "[❤♥❣♡💗💕心]"
# Names that mean the app wherever they stand.
_STRONG = (
    rf"Q{_GAP}Q|扣{_GAP}[扣Q]|叩叩|企[鹅鵝](?=[号號群：:])|[Qq](?=[群号號])|微{_GAP}信|企微|微芯|[薇威葳徽维維]信|[微威薇]{_HEART}|V(?:信|{_HEART})|"
    rf"[加+➕][微薇威V][信]?|V{_GAP}X|wx|WeChat|wei[ ]?xin|Telegram|Whats{_GAP}App|KakaoTalk|TG|Zalo|Viber|Skype|Discord|Messenger|"
    r"(?:抖音|快手|小[红紅][书書]|支付[宝寶]|公[众眾]|[视視][频頻]|陌陌|探探|蝙蝠|密聊|卫星|衛星|飞机|飛機|电报|電報|LINE)(?:[号號]|[账帐賬帳][号號])|纸飞机|紙飛機"
)
# Words that may mean something else: only with a label or a sign after them.
_WEAK = r"电报|電報|飞机|飛機|LINE|Signal|Instagram|IG|Facebook|Snapchat|Potato|Teams|微博|V"
_LABEL = r"(?:群|号码?|號碼?|[账帐賬帳][号號]|ID|account|group|number)"
_TOKEN = r"(?:live:)?[A-Za-z0-9+](?:[A-Za-z0-9_.#+-]|(?<=[0-9]) (?=[0-9])){4,24}"
_ACCOUNT = re.compile(
    rf"(?<![A-Za-z])(?:(?:{_STRONG})(?P<label>[ ]?{_LABEL}){{0,2}}|(?:{_WEAK})(?:(?P<weak>[ ]?{_LABEL}){{1,2}}|(?=[ ]?[:：@])))"
    rf"(?P<join>[ ]?[:：=是为為搜加“\"「【(（]{{0,2}}[ ]?@?)(?P<token>{_TOKEN})",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![A-Za-z0-9._-])@(?!(?:everyone|here)\b)(?P<token>[A-Za-z][A-Za-z0-9_.]{4,31})")
_INVITATION = re.compile(
    r"(?P<token>(?<![A-Za-z0-9.-])(?:t|wa|telegram|line|m|zalo|api\.whatsapp|u\.wechat|[qj][qm]\.qq|discord)\.(?:me|com|gg)/\S{3,40}"
    r"|\b(?:weixin|mqq[a-z]{0,8}|tencent|tg|whatsapp|line|viber|skype)://\S{1,40})",
    re.IGNORECASE,
)
# Of virtual currencies: Tron, Bitcoin (two forms), Ethereum. Who sends there never gets it back.
_WALLET = re.compile(
    r"(?<![A-Za-z0-9])(?P<token>(?:T[1-9A-HJ-NP-Za-km-z]{33}|[13](?=[A-Za-z0-9]{0,30}[A-Z])[1-9A-HJ-NP-Za-km-z]{25,34}"
    r"|bc1[a-z0-9]{25,60}|0x[0-9A-Fa-f]{40}))(?![A-Za-z0-9])"
)
_LONG_WORD = re.compile("[0-9a-z]{26}")
_SAME = re.compile(
    rf"(?P<token>(?:{_STRONG})[ ]?(?:同[号號步]|就是手机|就是手機)|(?:手机|电话|號碼|号码|手機|電話)(?:同|即|就是)(?:{_STRONG}))",
    re.IGNORECASE,
)
# What stands for the account itself: a word with a digit or an underscore, or one that is announced; or other ways to say it.
_WORD = r"[A-Za-z0-9+](?:[A-Za-z0-9_.#+-]|(?<=[0-9]) (?=[0-9])){4}"
_COULD_BE = re.compile(
    rf"(?=[A-Za-z0-9_.#+ -]{{0,24}}[0-9_]){_WORD}|[:：=@].{{0,3}}?{_WORD}|://|[同即]|就是|(?:me|gg|com)/"
)
# Each begins with a plain character, and so is looked for quickly; in lower case.
_MIGHT_BE = re.compile(
    "微|薇|葳|徽|维|維|威|卫|衛|扣|叩|企|@|电报|電報|飞|飛|纸|紙|抖音|快手|小红|小紅|支付|公众|公眾|视频|視頻|陌陌|探探|蝙蝠|密聊|"
    "[加+➕]v|qq|q[ .·_-]|q群|q号|q號|vx|v信|v[ .·_❤♥❣♡💗💕心-]|wx|tg|wechat|weixin|telegram|whats|kakao|zalo|viber|skype|discord|messenger|"
    r"line|signal|insta|faceb|snapchat|potato|teams|wei xin|(?:ig|v) ?[:：]|\.me/|\.gg/|\.com/|://"
)
# Marks within a word that the page does not show.
_MARKS = "*`~\\<>[]"
# Cheaper still, and looked for in a whole text at once: a digit or an underscore among five characters of an account, a word
# that is announced, another way to say it, an address of Tron without a digit. Nobody is told of an account without one of these.
_OF_WORD = "[A-Za-z0-9_.#+ -]"
_WORTH_A_LOOK = tuple(
    map(
        re.compile,
        (
            rf"[0-9_](?:{'|'.join(f'(?<={_OF_WORD}{{{before}}}){_OF_WORD}{{{5 - before}}}' for before in range(5, 1, -1))}|{_OF_WORD}{{4}})",
            rf"[:：=@].{{0,3}}?[A-Za-z0-9+]{_OF_WORD}{{4}}",
            "[同即]",
            "就是",
            "/(?:(?<=:/)/|(?<=me/)|(?<=gg/)|(?<=com/))",
            "T[0-9A-Za-z]{33}",
        ),
    )
)
# What the page does not show, so that the words on both sides run together.
_HIDDEN = re.compile(r"\]\(|\{[^ #]|<[A-Za-z/!]")


@dataclass(frozen=True)
class Identity:
    """An account. ``start`` and ``end``: columns of the file, the end not included."""

    written: str
    start: int
    end: int


def identities_in(lines: Sequence[PlainLine]) -> Iterator[tuple[int, Identity]]:
    """The accounts in ``lines``, each with the index of its line: as its characters are in the file, and as they look on the page."""
    text = one_line_each(line.text for line in lines)
    bare = text
    for mark in _MARKS:
        bare = bare.replace(mark, "")
    worth = {*lines_with(bare, _WORTH_A_LOOK), *lines_with(text, (_HIDDEN,))}
    small = bare.lower().split("\n") if worth else []
    for index in sorted(worth):
        line = small[index]
        if _MIGHT_BE.search(line) or _LONG_WORD.search(line):
            yield from ((index, found) for found in _identities_of(lines[index]))


def _identities_of(line: PlainLine) -> list[Identity]:
    """The accounts of one line, from left to right."""
    found: dict[int, Identity] = {}
    seen = rendered(line)
    for look in (line,) if seen is line else (line, seen):
        for match in _matches(look.text) if _COULD_BE.search(look.text) else ():
            start, end = match.span("token")
            found.setdefault(look.columns[start], Identity(match["token"], look.columns[start], look.columns[end]))
    return [found[start] for start in sorted(found)]


def _matches(text: str) -> Iterator[re.Match[str]]:
    for match in _ACCOUNT.finditer(text):
        if _is_account(match, text[match.end() : match.end() + 16]):
            yield match
    for pattern in (_HANDLE, _INVITATION, _WALLET, _SAME):
        yield from pattern.finditer(text)


def _is_account(match: re.Match[str], after: str) -> bool:
    token = match["token"].rstrip(". -")
    label = match["label"] or match["weak"]
    if not re.search(r"[0-9_]", token):
        # A word of letters is an account only where one is announced, and ends there.
        announced = re.search(r"[:：=@]", match["join"]) and (
            label or match[0].startswith("加") or "@" in match["join"]
        )
        return bool(
            announced and len(token) >= 6 and len(set(token.lower())) > 2 and not re.match(r"[ ]?[A-Za-z]", after)
        )
    if re.fullmatch(r"[0-9.,/ -]+", token):
        digits = re.sub(r"[^0-9]", "", token)
        honest = "|" in quantities.blanked(token + after, _NEVER)[: len(token)]
        return (
            len(digits) >= 5
            and not honest
            and not quantities.is_counted(token, "", match["token"][len(token) :] + after, calling=False)
        )
    return len(token) >= 5


_NEVER = re.compile(r"(?!)")
