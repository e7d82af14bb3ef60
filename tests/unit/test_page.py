from pathlib import Path

import pytest

from shizha.content.languages import ZH
from shizha.content.page import page_id_of, split_page
from shizha.content.source_text import Position, SourceError


def split(text):
    return split_page(text, ZH, "check.md", Path("check.md"))


@pytest.mark.parametrize(
    ("file", "page_id"),
    [("index.md", "index"), ("schools/index.md", "schools"), ("scams/fake-police.md", "scams/fake-police")],
)
def test_the_id_is_the_path(file, page_id):
    assert page_id_of(file) == page_id


def test_front_matter_and_body_know_their_lines():
    raw = split("---\nkind: help\n---\n\n## 一 { #one }\n")
    assert raw.keys == {"kind": "help"}
    assert (raw.body, raw.body_line) == ("\n## 一 { #one }\n", 4)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("## 一\n", "no-front-matter"),
        ("---\nkind: help\n", "front-matter-open"),
        ("---\n- kind\n---\n", "front-matter-not-a-map"),
    ],
)
def test_a_page_without_front_matter_is_refused(text, code):
    with pytest.raises(SourceError) as error:
        split(text)
    assert error.value.code == code


def test_errors_in_front_matter_stand_at_the_line_of_the_file():
    with pytest.raises(SourceError) as error:
        split("---\nkind: help\nkind: scam\n---\n")
    assert error.value.position == Position(3, 1)


def test_the_fingerprint_follows_words_and_nothing_else(miniature):
    def fingerprint():
        return miniature.library().source("scams/fake-police").fingerprint

    file = "docs/zh/scams/fake-police.md"
    first = fingerprint()
    miniature.edit(file, "order: 10", "order: 20")
    miniature.edit(file, "reviewed: 2026-11-24", "reviewed: 2026-11-25")
    miniature.edit(file, "1. 来电。", "1. 来电。  ")
    assert fingerprint() == first
    miniature.edit(file, "verdict: 真警察", "verdict: 真的警察")
    second = fingerprint()
    miniature.edit(file, "1. 来电。", "1. 陌生来电。")
    assert len({first, second, fingerprint()}) == 3
