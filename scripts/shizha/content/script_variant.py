"""Simplified to Traditional Chinese: what the zh-Hant edition is derived with.

Characters are converted with OpenCC's ``s2tw`` table, which resolves one-to-many characters by context but does not swap
regional vocabulary: the tables that do (``s2twp`` and its like) rewrite the names of laws and bodies, and 《反电信网络诈骗法》
would become a law that does not exist. A short list of reviewed terms (``data/terms.yml``) mends what the table gets wrong.
Addresses, ids, references and code pass through untouched.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from .code import split_code
from .data import Terms
from .references import CITATION, REFERENCE

if TYPE_CHECKING:
    import opencc

# What must not be converted in the prose of a Markdown body: references, link targets, heading ids, addresses.
_UNTOUCHED = re.compile(
    rf"{REFERENCE.pattern}|{CITATION.pattern}"
    r"|(?<=\])\([^()\n]*\)"
    r"|\{[ \t]*[#.:][^{}\n]*\}"
    r"|<https?://[^>\n]*>|https?://[A-Za-z0-9./?#=&_%:+~-]+"
)


class ScriptVariant:
    """Converts Simplified Chinese text; one instance holds the reviewed terms."""

    def __init__(self, terms: Terms) -> None:
        self._reviewed = terms

    def text(self, text: str) -> str:
        """``text`` in Traditional characters, all of it."""
        converted = _converter().convert(text)
        return self._pattern.sub(lambda match: self._terms[match[0]], converted) if self._terms else converted

    @cached_property
    def _terms(self) -> dict[str, str]:
        """What the table makes of each term -> what ought to stand there."""
        return {_converter().convert(term.zh): term.zh_hant for term in self._reviewed.variants}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._terms, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))

    def markdown(self, body: str) -> str:
        """A Markdown body in Traditional characters; what is not prose stays byte for byte."""
        return "".join(part if is_code else self._prose(part) for is_code, part in split_code(body))

    def _prose(self, text: str) -> str:
        parts: list[str] = []
        last = 0
        for match in _UNTOUCHED.finditer(text):
            parts += [self.text(text[last : match.start()]), match[0]]
            last = match.end()
        return "".join([*parts, self.text(text[last:])])


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    import opencc  # its tables take a tenth of a second to load; a check of good content needs none of them

    return opencc.OpenCC("s2tw")
