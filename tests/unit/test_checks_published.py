"""SZ131: published addresses stay."""

import pytest

from shizha.checks import published

LIST = "data/published.yml"
ALL = "# 已经发布\n- contacts\n- emergency\n- index\n- scams\n- scams/fake-police\n"


def findings(miniature, text=ALL):
    miniature.write(LIST, text)
    return list(published.check(miniature.library()))


def test_pages_that_are_there_are_no_finding(miniature):
    assert findings(miniature) == []
    assert findings(miniature, "[]\n") == []


def test_a_page_that_is_gone_is_named_at_its_line_of_the_list(miniature):
    (miniature.project.docs / "zh/scams/fake-police.md").unlink()
    (finding,) = findings(miniature)
    assert (finding.path, finding.line, finding.rule, finding.severity) == (LIST, 6, "SZ131", "error")
    assert finding.hint.en.startswith("Put docs/zh/scams/fake-police.md back.")


def test_a_renamed_page_is_recognised(miniature):
    old = miniature.project.docs / "zh/scams/fake-police.md"
    old.rename(old.with_name("fake-policeman.md"))
    (finding,) = findings(miniature)
    assert finding.hint.en == "Give docs/zh/scams/fake-policeman.md its old name docs/zh/scams/fake-police.md."


def test_a_page_with_a_mistake_is_not_gone(miniature):
    miniature.edit("docs/zh/scams/fake-police.md", "kind: scam", "kind: scan")
    assert findings(miniature) == []


def test_a_page_that_is_only_left_as_a_translation_is_gone(miniature):
    (miniature.project.docs / "zh/emergency.md").unlink()
    assert [item.line for item in findings(miniature)] == [3]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- Emergency\n", "“Emergency” is not the id of a page"),
        ("- {a: b}\n", "“{'a': 'b'}” is not the id of a page"),
        ("a: b\n", "This should be a list"),
        ("# nothing\n", "This should be a list"),
        ("- a\n\t- b\n", "The list of published addresses cannot be read"),
        ("", "The list of published addresses cannot be read"),
    ],
)
def test_a_list_that_is_none(miniature, text, message):
    (finding,) = findings(miniature, text)
    assert (finding.path, finding.message.en) == (LIST, message)


def test_the_real_list_holds(library):
    assert list(published.check(library)) == []
