import datetime

import pytest
from pydantic import ValidationError

from shizha.content.front_matter import KEY_ORDER, KINDS, Help, add_months, fields_marked, translation_model

HELP = {
    "kind": "help", "name": "帮助", "title": "帮助", "description": "怎么办", "audience": ["everyone"],
    "reviewed": datetime.date(2026, 8, 31), "review_in": "6 months",
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-24", 12, "2027-11-24"),
        ("2026-11-30", 1, "2026-12-30"),
        ("2026-12-31", 1, "2027-01-31"),
    ],
)
def test_review_intervals_are_calendar_months(day, months, later):
    assert add_months(datetime.date.fromisoformat(day), months) == datetime.date.fromisoformat(later)


def test_the_next_review_follows_from_the_last():
    assert Help.model_validate(HELP).review_by == datetime.date(2027, 2, 28)


@pytest.mark.parametrize("value", ["6", "6 days", "0 months", "37 months", "soon", "six months"])
def test_other_intervals_are_refused(value):
    with pytest.raises(ValidationError):
        Help.model_validate(HELP | {"review_in": value})


def test_a_list_says_each_thing_once():
    with pytest.raises(ValidationError, match="words twice"):
        Help.model_validate(HELP | {"contacts": ["cn-police", "cn-police"]})


def test_unknown_keys_and_wrong_types_are_refused():
    for change in (
        {"audiences": []},
        {"audience": "everyone"},
        {"title": 5},
        {"reviewed": "2026-08-31"},
        {"audience": []},
    ):
        with pytest.raises(ValidationError):
            Help.model_validate(HELP | change)


def test_every_key_of_every_kind_has_its_place_in_a_file():
    for model in KINDS.values():
        assert set(model.model_fields) <= set(KEY_ORDER)


def test_a_translation_carries_words_and_a_fingerprint_only():
    fields = set(translation_model("scam", regional=False).model_fields)
    assert fields == {"name", "title", "description", "aliases", "verdict", "phrases", "synced_with"}


def test_a_regional_edition_may_differ_in_help():
    assert set(fields_marked(Help, "regional")) == {"contacts", "related", "sources"}
    assert {"contacts", "related", "sources"} < set(translation_model("help", regional=True).model_fields)


def test_a_translation_keeps_the_limits_of_the_source():
    model = translation_model("scam", regional=False)
    words = {"name": "n", "title": "t", "description": "d", "verdict": "v", "phrases": ["1", "2", "3", "4", "5"]}
    assert model.model_validate(words)
    with pytest.raises(ValidationError):
        model.model_validate(words | {"phrases": ["only one"]})
