"""The numbers of the ranking. They travel with the index, so that the browser has no numbers of its own."""

from __future__ import annotations

from typing import Any

# How many terms of a page's body join the index.
PICKED = 30

WEIGHTS: dict[str, Any] = {
    # What a text counts by where it stands.
    "fields": {"title": 3, "name": 4, "aliases": 3, "phrases": 1.5, "verdict": 1.5, "others": 2, "body": 0.3},
    # Kinds of page that are seldom what a frightened person looks for.
    "kinds": {"material": 0.85, "kit": 0.9, "section": 0.9, "guide": 0.9, "about": 0.9},
    # What counts less than the very word: a word that means the same, sounds the same, is spelt in pinyin or misspelt.
    "alike": 1.2, "sound": 0.6, "pinyin": 0.9, "misspelt": 0.6, "happened": 0.5, "quiet": 0.1,
    # BM25's k1; the power of the part of the question that a page covers.
    "saturation": 2.4, "coverage": 0.5,
    # The one text that is most like the question: its weight, and the powers of its part of the question and of itself.
    "unit": 0.75, "of_question": 1, "of_unit": 0.9,
}  # fmt: skip
