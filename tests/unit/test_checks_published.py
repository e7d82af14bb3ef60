"""SZ131–SZ133: published addresses stay, or lead to the page that took their place."""

import pytest

from shizha.checks import published

LIST = "data/published.yml"
ALL = "# 已经发布\n- contacts\n- emergency\n- index\n- scams\n- scams/fake-police\n"


def findings(miniature, text=ALL):
    miniature.write(LIST, text)
    return [item for item in published.check(miniature.library()) if item.severity == "error"]


def test_pages_that_are_there_are_no_finding(miniature):
    assert findings(miniature) == []
    assert findings(miniature, "[]\n") == []


def test_a_page_that_is_gone_is_named_at_its_line_of_the_list(miniature):
    (miniature.project.docs / "zh/scams/fake-police.md").unlink()
    (finding,) = findings(miniature)
    assert (finding.path, finding.line, finding.rule, finding.severity) == (LIST, 6, "SZ131", "error")
    assert finding.hint.en == (
        "Put docs/zh/scams/fake-police.md back. If it was renamed or merged, write in data/redirects.yml: scams/fake-police: …"
    )


def test_a_renamed_page_is_recognised(miniature):
    old = miniature.project.docs / "zh/scams/fake-police.md"
    old.rename(old.with_name("fake-policeman.md"))
    (finding,) = findings(miniature)
    assert finding.hint.en.endswith("write in data/redirects.yml: scams/fake-police: scams/fake-policeman")


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


def test_a_page_is_listed_once(miniature):
    (finding,) = findings(miniature, f"{ALL}- emergency\n")
    assert (finding.line, finding.message.en) == (7, "“emergency” is there twice")


def test_a_page_that_is_not_listed_is_only_a_reminder(miniature):
    miniature.write(LIST, ALL.replace("- scams/fake-police\n", ""))
    (finding,) = published.check(miniature.library())
    assert (finding.path, finding.rule, finding.severity) == ("docs/zh/scams/fake-police.md", "SZ133", "reminder")
    assert finding.hint.en == "Add a line at the end of data/published.yml: - scams/fake-police"


def test_the_order_of_the_list_stays(miniature):
    miniature.write(LIST, "- index\n- emergency\n")
    before = miniature.library()
    miniature.write(LIST, "- index\n- scams\n- emergency\n")
    (finding,) = published.forgotten(miniature.library(), before)
    assert (finding.rule, finding.message.en) == ("SZ131", "“scams” is not at the place it had")
    miniature.write(LIST, "- index\n- emergency\n- scams\n")
    assert list(published.forgotten(miniature.library(), before)) == []


def test_the_real_list_holds(library):
    assert list(published.check(library)) == []


def redirected(miniature, redirects):
    miniature.write("data/redirects.yml", redirects)
    return findings(miniature)


def test_a_page_may_go_when_its_address_leads_on(miniature):
    old = miniature.project.docs / "zh/scams/fake-police.md"
    old.rename(old.with_name("fake-policeman.md"))
    assert redirected(miniature, "scams/fake-police: scams/fake-policeman\n") == []


@pytest.mark.parametrize(
    ("redirects", "line", "message", "hint"),
    [
        ("scams/old: scams/fake-polic\n", 1, "There is no page scams/fake-polic", "Did you mean scams/fake-police?"),
        (
            "# x\nscams: index\n",
            2,
            "scams is still a page and cannot lead elsewhere",
            "Delete this line, or docs/zh/scams/index.md.",
        ),
        ("a: b\nb: scams\n", 1, "b leads elsewhere itself", "Write it in one step: a: scams"),
        ("a: a\n", 1, "a leads elsewhere itself", "This leads in a circle: write the page that exists."),
        ("en/old: scams\n", 1, "“en/old” cannot be an address", ""),
        ("assets/x: scams\n", 1, "“assets/x” cannot be an address", ""),
    ],
)
def test_a_redirect_that_leads_nowhere(miniature, redirects, line, message, hint):
    (finding,) = redirected(miniature, redirects)
    assert (finding.path, finding.line, finding.rule, finding.severity) == (
        "data/redirects.yml",
        line,
        "SZ132",
        "error",
    )
    assert (finding.message.en, finding.hint.en) == (message, hint)


def test_a_circle_is_told_at_each_of_its_lines(miniature):
    assert [item.line for item in redirected(miniature, "a: b\nb: c\nc: a\n")] == [1, 2, 3]


@pytest.mark.parametrize("redirects", ["Old: scams\n", "a: https://evil.example\n", "a: [b]\n", "- a\n", "a: ../x\n"])
def test_redirects_are_ids_and_nothing_else(miniature, redirects):
    miniature.write("data/redirects.yml", redirects)
    assert ("data/redirects.yml", "SZ106") in [(item.path, item.rule) for item in miniature.findings()]
