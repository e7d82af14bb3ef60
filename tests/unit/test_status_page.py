"""The published state of the site says what the pages say."""

from shizha.content.files import STATUS
from shizha.content.languages import BY_CODE
from shizha.rendering.status_page import with_status_page
from shizha.sync import hand_written_translations, mark_synced


def rows(library, language, section):
    body = with_status_page(library).page(BY_CODE[language], STATUS).body
    table = body.split(f"{{ #{section} }}")[1].split("## ")[0]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table.split("\n")[4:] if line]


def test_every_page_stands_there_once_and_the_first_due_first(miniature):
    library = miniature.library()
    found = rows(library, "zh", "reviews")
    assert len(found) == len(library.ids())
    assert [row[2] for row in found] == sorted(row[2] for row in found)
    assert next(row for row in found if row[0].endswith("(../emergency.md)"))[1] == "2026-11-24"


def test_a_translation_that_is_missing_or_behind_is_called_so(miniature):
    library = miniature.library()
    for page in hand_written_translations(library):
        mark_synced(library, page)
    miniature.edit("docs/zh/emergency.md", "title: ", "title: 新")
    state = {row[0].split("(../")[1].rstrip(")"): row[3] for row in rows(miniature.library(), "en", "reviews")}
    assert state["scams/fake-police.md"] == "Not translated yet"
    assert state["emergency.md"] == "To be compared"


def test_the_languages_are_counted(miniature):
    library = miniature.library()
    counted = {row[0]: row[1:] for row in rows(library, "en", "languages")}
    pages = len(library.ids())
    assert counted['<span lang="zh-Hans">简体中文</span>'] == [str(pages), "0", "0", "0"]
    assert counted['<span lang="en">English</span>'][2] == "1"
