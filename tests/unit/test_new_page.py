import datetime

import pytest

from shizha.content.front_matter import KINDS
from shizha.new_page import NewPageError, create_page

TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_new_page_begins_in_every_hand_written_language(miniature, kind):
    paths = create_page(miniature.project, kind, "scams/new-one", TODAY)
    assert [miniature.project.relative(path) for path in paths] == [
        "docs/zh/scams/new-one.md",
        "docs/en/scams/new-one.md",
    ]
    zh, en = (path.read_text(encoding="utf-8") for path in paths)
    assert zh.startswith(f"---\nkind: {kind}\n") and "reviewed: 2026-11-24\n" in zh
    assert en.startswith("---\nname:\n") and "reviewed" not in en


def test_the_check_tells_the_editor_what_is_still_to_write_and_only_that(miniature):
    create_page(miniature.project, "scam", "scams/new-one", TODAY)
    found = [item for item in miniature.findings() if item.path == "docs/zh/scams/new-one.md"]
    assert found and {item.rule for item in found} <= {"SZ105", "SZ106", "SZ208"}


@pytest.mark.parametrize(
    ("kind", "page_id"),
    [
        ("scams", "scams/x"),
        ("scam", "Scams/X"),
        ("scam", "../x"),
        ("scam", "冒充"),
        ("scam", "/x"),
        ("scam", "scams/fake-police"),
    ],
)
def test_what_cannot_be_begun_is_refused_and_nothing_is_written(miniature, kind, page_id):
    before = sorted(miniature.project.docs.rglob("*"))
    with pytest.raises(NewPageError):
        create_page(miniature.project, kind, page_id, TODAY)
    assert sorted(miniature.project.docs.rglob("*")) == before


def test_a_section_page_counts_as_taken(miniature):
    with pytest.raises(NewPageError):
        create_page(miniature.project, "section", "scams", TODAY)
