"""SZ401–SZ405: ids exist, sources are listed, links lead somewhere."""

import pytest

from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return [item for item in miniature.findings() if item.path == PAGE]


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ({"family": "authorities"}, "The family “authorities” does not exist"),
        ({"routes": "[phone, fax]"}, "The route “fax” does not exist"),
        ({"hooks": "[greed]"}, "The hook “greed” does not exist"),
        ({"audience": "[all]"}, "The audience “all” does not exist"),
        ({"sources": "[law-anti-fraud, law-unknown]"}, "The source “law-unknown” does not exist"),
        ({"related": "[scams/nothing]"}, "The page “scams/nothing” does not exist"),
        ({"related": "[scams/fake-police]"}, "The other page “scams/fake-police” does not exist"),
    ],
)
def test_front_matter_names_what_exists(miniature, front, message):
    (finding,) = findings(miniature, **front)
    assert (finding.rule, finding.message.en) == ("SZ401", message)


@pytest.mark.parametrize(
    ("text", "rule", "message"),
    [
        ("打[[tel:cn-polise]]。", "SZ401", "The contact “cn-polise” does not exist"),
        ("看[[site:mps2]]。", "SZ401", "The official site “mps2” does not exist"),
        ("[[contacts:mars]]", "SZ401", "The region “mars” does not exist"),
        ("填[[field:schol]]。", "SZ401", "The blank “schol” does not exist"),
        ("只认[[own:hots]]。", "SZ401", "The reference to this site “hots” does not exist"),
        ("打[[tel:cn-card-check]]。", "SZ402", "cn-card-check cannot be dialled"),
        ("写[[text:cn-anti-fraud-app]]。", "SZ402", "cn-anti-fraud-app has no number"),
        ("[官网]: //[x", "SZ402", "Links are not defined by name here"),
        ("有规定。[^law-nothing]", "SZ401", "The source “law-nothing” does not exist"),
        ("打[[110]]。", "SZ402", "“[[110]]” is not a reference"),
        ("打[[tel:cn-anti-fraud-app]]。", "SZ402", "cn-anti-fraud-app cannot be dialled"),
        ("有规定。[^law-criminal]", "SZ403", "The source law-criminal is not in sources"),
        ("看[那页](fake-polise.md)。", "SZ404", "“fake-polise.md” is no page or section"),
        ("看[那页](../emergency.md#calls)。", "SZ404", "“../emergency.md#calls” is no page or section"),
        ("看[那页](/emergency/)。", "SZ404", "“/emergency/” is no page or section"),
        ("看[官网](https://evil.example/)。", "SZ405", "Web addresses are not written in the text"),
        ("看[官网](javascript:alert)。", "SZ405", "Web addresses are not written in the text"),
    ],
)
def test_the_body_refers_to_what_exists(miniature, text, rule, message):
    (finding,) = findings(miniature, text)
    assert (finding.rule, finding.message.en) == (rule, message)
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1] == text


def test_a_close_id_is_suggested(miniature):
    (finding,) = findings(miniature, "打[[tel:cn-polise]]。")
    assert finding.hint.en == "Did you mean cn-police? They are listed in data/contacts.yml."


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("../emergency.md#calls", "Did you mean #call?"),
        ("../emergency.md#nothing-like-it", "Sections of that page: call"),
        ("../emergenci.md", "Did you mean ../emergency.md?"),
        ("../emergency.html", "Link to the file, which ends in .md: ../emergency.md."),
        ("/scams/", "Link to the file, which ends in .md: index.md."),
        ("../nothing", "Link to the file, which ends in .md, like ../emergency.md."),
        ("https://shizha.example/en/emergency/#call", "This is a page of this site: write ../emergency.md#call."),
        ("https://shizha.example/nothing/", "This is an address of this site. Link to the file, like ../emergency.md."),
    ],
)
def test_a_link_that_leads_nowhere_is_told_where_it_should(miniature, target, hint):
    (finding,) = findings(miniature, f"看[那页]({target})。")
    assert finding.hint.en == hint


def test_a_page_in_error_is_still_there_to_link_to(miniature):
    miniature.edit("docs/zh/emergency.md", "title: ", "title：")
    assert [(item.path, item.rule) for item in miniature.findings()] == [("docs/zh/emergency.md", "SZ102")]


@pytest.mark.parametrize(
    "target",
    ["../../en/emergency.md", "../../../docs/en/emergency.md", "../../en/scams/index.md#find", "../../zh/emergency.md"],
)
def test_links_stay_in_the_language_of_the_page(miniature, target):
    (finding,) = findings(miniature, f"看[那页]({target})。")
    assert (finding.rule, finding.hint.en.partition(":")[0]) == ("SZ404", "Links stay in the page’s language")


@pytest.mark.parametrize(
    "target",
    ["/en/emergency/", "/en/emergency.md", "en/emergency.md", "../emergency/", "..\\emergency.md", "", "#nowhere"],
)
def test_links_are_relative_paths_of_pages(miniature, target):
    (finding,) = findings(miniature, f"看[那页]({target})。")
    assert finding.rule == "SZ404"
    assert finding.column == 2


def test_data_files_refer_to_what_exists(miniature):
    miniature.edit("data/contacts.yml", "sources: [police-steps-2025]", "sources: [police-steps]")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("data/contacts.yml", "SZ401")
    assert "cn-police" in finding.message.en


def test_code_is_not_looked_into(miniature):
    assert findings(miniature, "写成`[[tel:编号]]`和`[文字](https://x.example)`。") == []


def test_a_source_that_nothing_rests_on_is_named(miniature):
    (finding,) = findings(miniature, sources="[law-anti-fraud, law-criminal]")
    assert (finding.rule, finding.message.en) == ("SZ406", "The source law-criminal is not cited in the text")


def test_a_button_must_dial(miniature):
    miniature.edit("docs/zh/emergency.md", "contacts: [cn-police]", "contacts: [cn-police, cn-card-check]")
    (finding,) = miniature.findings()
    assert (finding.rule, finding.message.en) == ("SZ402", "cn-card-check cannot be dialled and makes no button")


@pytest.mark.parametrize("fence", ["~~~", "```", "````"])
def test_what_an_open_fence_hides_from_readers_it_does_not_hide_from_the_check(miniature, fence):
    rules = {item.rule for item in findings(miniature, f"{fence}\n[[tel:nope]]\n")}
    assert rules == {"SZ209", "SZ401"}


def test_a_data_file_has_the_line_of_its_mistake(miniature):
    miniature.edit("data/contacts.yml", "sources: [cn-96110]", "sources: [cn-96111]")
    (finding,) = miniature.findings()
    lines = (miniature.project.data / "contacts.yml").read_text(encoding="utf-8").splitlines()
    assert "cn-96111" in lines[finding.line - 1]
