"""What the check knows of the pages that the program makes from its own rules."""

import pytest

from support.miniature import SCAM_BODY_ZH, plain_front, scam_front


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("../about/rules.md", None),
        ("../about/rules.md#SZ301", None),
        ("../about/rules.md#SZ000", "Did you mean ../about/rules.md?"),
        ("../about/rules.md#sz301", "Did you mean ../about/rules.md#SZ301?"),
        ("../about/rules/sz301.md", "Did you mean ../about/rules.md#SZ301?"),
        ("../about/rules/", "Link to the file, which ends in .md: ../about/rules.md."),
    ],
)
def test_links_to_the_list_are_checked(miniature, target, hint):
    miniature.write("docs/zh/scams/fake-police.md", scam_front() + SCAM_BODY_ZH.replace("../emergency.md#call", target))
    assert [item.hint.en for item in miniature.findings()] == ([hint] if hint else [])


def test_the_addresses_of_rules_may_be_listed_as_published(miniature):
    miniature.edit("data/published.yml", "- emergency\n", "- emergency\n- about/rules\n- about/rules/sz301\n")
    assert miniature.findings() == []
    miniature.edit("data/published.yml", "sz301", "sz000")
    assert [item.rule for item in miniature.findings()] == ["SZ131"]


@pytest.mark.parametrize(
    "path", ["docs/zh/about/rules.md", "docs/en/about/rules/sz301.md", "docs/zh/about/rules/index.md"]
)
def test_no_file_takes_the_place_of_the_list(miniature, path):
    miniature.write(path, plain_front("about", "规则") + "\n文字\n")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == (path, "SZ108")
    assert finding.message.en == "The pages of the rules are made by the program, not from files"
