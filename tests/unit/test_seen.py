"""A text as a browser or a reader takes it."""

import pytest

from shizha.content.seen import seen


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("先挂断，再去问。", "先挂断，再去问。"),
        ("ｅｖｉｌ．ｔｏｐ", "evil.top"),
        ("ev\u200bil", "evil"),
        ("&#101;vil&period;top", "evil.top"),
        ("&amp;#101;vil", "evil"),
        ("&ltb", "<b"),
        ("a<!-- x -->b", "ab"),
        ("R&D，AT&T", "R&D，AT&T"),
        ("𝐞𝐯𝐢𝐥", "evil"),
    ],
)
def test_disguises_are_undone(written, text):
    assert seen(written).text == text


def test_every_character_knows_its_place():
    written = "看&#101;v\u200bil。"
    view = seen(written)
    assert [written[view.offsets[index]] for index in range(len(view.text))] == list("看&vil。")
    assert view.offsets[len(view.text)] == len(written)
    assert view.index(written.index("v")) == view.text.index("v")
