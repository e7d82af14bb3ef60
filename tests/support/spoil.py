"""Pages as people, programs and attackers spoil them."""

from __future__ import annotations

import random

NASTY = [
    "---\n", "\n---", "{{ x }}", "{% raw %}", "<script>", "</", "<!--", "-->", "&#60;", "&", "[[tel:", "]]", "[[", "[^", "[^x]", "](", "](//x)",
    "```", "~~~", "`", "``", "#", "###### ", "{ #x }", "{: onclick=x }", "///", "/// details", "| a | b |\n| --- |\n", "\t", "\u202e", "\u200b",
    "\ufeff", "\x00", "\r\n", "é", "𠀀", "😀", "９６１１０", "九六一一〇", "tel:", "hxxp://x[.]y", "https://a@b", "javascript:", "1. ", "- ", "> ",
    "    ", "%", "\\", "\"", "'", ": ", "*", "**", "&a", "*a", "!!python/object:x", "[", "]", "{", "}", "2026-02-30", "0" * 300, "(" * 300, "[" * 300,
    "`" * 50, "_" * 300, " " * 300, "[a](" * 50, "| " * 100,
    "](<", "]: //x\n", "[x]: y\n", "![", "\\`", "<kbd>", "</kbd>", "<br>", "<ruby>a<rt>", "<x@y>", "&lt;b", "&amp;#60;", "--8<--", "{!", ";base64,",
    "/// html\n", "    attrs: {}\n", "\n---", "##x", "a.com", "com.", "www.", "http:", "//", "@", "xn--", "0x7f.", "1.2.3.4", "data:", "。com", "ａ．",
    "[.]", "<" * 300, "&" * 300, "@" * 300, "." * 300,
]  # fmt: skip


def spoil(text: str, chance: random.Random) -> bytes:
    """``text`` with one to four changes of the kinds that people, programs and attackers make."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        length = chance.choice((0, 1, 3, 20, 200))
        kind = chance.randrange(6)
        if kind == 0:
            text = text[:at] + chance.choice(NASTY) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + length :]
        elif kind == 2:
            text = text[: at + length] + text[at:]
        elif kind == 3:
            text = text[:at] + chance.choice(NASTY) * chance.randint(1, 30) + text[at + length :]
        elif kind == 4:
            lines = text.split("\n")
            chance.shuffle(lines[(start := chance.randrange(len(lines))) : start + 5])
            text = "\n".join(lines)
        else:
            text = text[:at]
    raw = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.05 and raw:
        at = chance.randrange(len(raw))
        raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    return raw
