"""The numbers of the ranking. They travel with the index, so that the browser has no numbers of its own."""

from __future__ import annotations

from typing import Any

# How many names and aliases of a page's other languages join the index of one.
OTHERS = 6
# How many terms of a page's body join the index.
PICKED = 12

WEIGHTS: dict[str, Any] = {
    # What a text counts by where it stands. Titles and what the other side says are long, and speak of many things.
    "fields": {"title": 1.4, "name": 5, "aliases": 3, "phrases": 0.5, "verdict": 0.4, "others": 5, "body": 0.8},
    # Kinds of page that are seldom what a frightened person looks for.
    "kinds": {"section": 0.9, "rule": 0.9, "about": 0.9},
    # What counts more or less than the very word: a word that means the same, sounds the same, is spelt in pinyin, misspelt or
    # only begun.
    "alike": 1.8, "sound": 0.8, "pinyin": 1, "misspelt": 0.6, "begun": 0.7, "happened": 1, "quiet": 0.07, "half_quiet": 0.55,
    # BM25's k1; the power of the part of the question that a page covers.
    "saturation": 4, "coverage": 0.6,
    # The one name or alias that is most like the question: its weight, and the powers of its part of the question and of itself.
    "unit": 0.75, "of_question": 1, "of_unit": 3,
}  # fmt: skip
