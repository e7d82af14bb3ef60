import datetime

import pytest

from shizha.content.source_text import Position, SourceError
from shizha.content.yaml_source import parse_yaml


def test_only_plain_types_are_recognised():
    document = parse_yaml("a: 1\nb: true\nc: 2026-01-31\nd: no\ne: 1.10\nf: '2026-01-31'\ng:\nh: [x, 2]\n")
    assert document.data == {
        "a": 1, "b": True, "c": datetime.date(2026, 1, 31), "d": "no", "e": "1.10", "f": "2026-01-31", "g": None, "h": ["x", 2],
    }  # fmt: skip


def test_a_day_that_does_not_exist_stays_text():
    assert parse_yaml("day: 2026-02-30").data == {"day": "2026-02-30"}


def test_positions_count_from_the_line_of_the_file():
    document = parse_yaml("title: 甲\naliases: [一, 二]\n", first_line=2)
    assert document.position(("aliases",)) == Position(3, 1)
    assert document.position(("aliases", 1)) == Position(3, 14)
    assert document.position(("aliases", 9)) == Position(3, 1)  # the nearest parent that is known


@pytest.mark.parametrize(
    ("text", "code", "position"),
    [
        ("a: 1\na: 2\n", "yaml-duplicate-key", Position(2, 1)),
        ("a: &x 1\nb: *x\n", "yaml-alias", Position(1, 4)),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", Position(1, 4)),
        ("a: 1\n---\nb: 2\n", "yaml-many-documents", Position(2, 1)),
        ("a:\n\tb: 1\n", "yaml-tab", Position(2, 1)),
        ("[a]: 1\n", "yaml-key-type", Position(1, 1)),
        ("a: 'open\n", "yaml-open-quote", Position(1, 4)),
        ("a: 1\n}\n", "yaml-syntax", Position(2, 1)),
    ],
)
def test_yaml_of_strangers_is_refused_at_its_place(text, code, position):
    with pytest.raises(SourceError) as error:
        parse_yaml(text)
    assert (error.value.code, error.value.position) == (code, position)


@pytest.mark.parametrize("text", ["[" * 10_000, "a: " + "[" * 10_000 + "]" * 10_000, "{a: " * 10_000])
def test_deep_nesting_is_refused(text):
    with pytest.raises(SourceError) as error:
        parse_yaml(text)
    assert error.value.code == "yaml-depth"


def test_an_alias_bomb_is_refused_before_it_grows():
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=False)
    )
    with pytest.raises(SourceError) as error:
        parse_yaml(bomb)
    assert error.value.code == "yaml-alias"
