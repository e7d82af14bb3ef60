"""Characters that cannot be seen, and those that only look like the ordinary one."""

from __future__ import annotations

from ..checks.characters import replacements


def mend_characters(text: str) -> str:
    """``text`` with the ordinary character in each such place.

    Characters that turn the direction of text, control characters and words in two alphabets are left: a person has to see
    what was meant, and by whom.
    """
    for start, end, plain in sorted(replacements(text), reverse=True):
        text = text[:start] + plain + text[end:]
    return text
