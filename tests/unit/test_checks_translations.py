"""SZ801–SZ804: translations that are missing, stale or built differently from their source."""

from shizha.checks import run_checks
from shizha.sync import hand_written_translations, mark_synced
from support.miniature import SCAM_BODY_EN, translated_front

PAGE = "docs/en/scams/fake-police.md"
WORDS = {"verdict": "Hang up.", "phrases": "[a, b, c, d, e]"}


def translate(miniature, body=SCAM_BODY_EN, **changes):
    miniature.write(PAGE, translated_front("Fake police", **WORDS, **changes) + body)


def findings(miniature, rule):
    return [(item.path, item.message.en) for item in run_checks(miniature.library()) if item.rule == rule]


def test_a_missing_translation_is_a_reminder_at_the_source(miniature):
    assert findings(miniature, "SZ801") == [("docs/zh/scams/fake-police.md", "Not yet in English")]
    translate(miniature)
    assert findings(miniature, "SZ801") == []


def test_a_translation_stays_marked_until_the_source_changes(miniature):
    translate(miniature)
    assert (PAGE, "This translation is not marked as matching its source") in findings(miniature, "SZ802")
    library = miniature.library()
    changed = [page.id for page in hand_written_translations(library) if mark_synced(library, page)]
    assert "scams/fake-police" in changed
    assert findings(miniature, "SZ802") == []
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 陌生来电。")
    assert findings(miniature, "SZ802") == [(PAGE, "The Chinese source has changed since this was matched with it")]


def test_marking_twice_changes_nothing(miniature):
    library = miniature.library()
    for page in hand_written_translations(library):
        mark_synced(library, page)
    library = miniature.library()
    assert [page.id for page in hand_written_translations(library) if mark_synced(library, page)] == []
    assert miniature.findings() == []


def test_sections_are_those_of_the_source(miniature):
    translate(miniature, SCAM_BODY_EN.replace("## 变种 { #variants }", "## Variants { #kinds }"))
    assert (PAGE, "Sections differ from the source: missing variants; extra kinds") in findings(miniature, "SZ803")


def test_no_step_is_lost(miniature):
    translate(miniature, SCAM_BODY_EN.replace("4. 消失。\n", "4. 消失。\n5. 更多。\n"))
    assert findings(miniature, "SZ803") == [(PAGE, "course: 4 items in the source, 5 here")]


def test_numbers_and_sources_are_those_of_the_source(miniature):
    translate(miniature, SCAM_BODY_EN.replace("[[tel:cn-police]]。[^law-anti-fraud]", "[[tel:cn-anti-fraud]]."))
    assert sorted(findings(miniature, "SZ804")) == [
        (PAGE, "Compared with the source, cn-anti-fraud is extra"),
        (PAGE, "Compared with the source, cn-police is missing"),
        (PAGE, "Compared with the source, law-anti-fraud is missing"),
    ]


def test_a_regional_edition_may_have_other_numbers(miniature):
    miniature.edit("docs/zh-Hant/emergency.md", "[[tel:cn-police]]", "[[tel:tw-police]]")
    assert findings(miniature, "SZ804") == []


def test_marking_keeps_the_text_whatever_the_fences_look_like(miniature):
    text = "--- \nname: x\ntitle: x\ndescription: x\n---  \n\n## Doors { #doors }\n\na\n\n---\n\nb\n"
    miniature.write("docs/en/index.md", text)
    library = miniature.library()
    (page,) = [page for page in hand_written_translations(library) if page.id == "index" and page.language.code == "en"]
    assert mark_synced(library, page)
    written = page.path.read_text(encoding="utf-8")
    assert written.replace(f"synced_with: {library.source('index').fingerprint}\n", "") == text
    assert [path for path, _ in findings(miniature, "SZ802") if path == "docs/en/index.md"] == []


def test_no_row_is_lost(miniature):
    table = "## 变种 { #variants }\n\n| a |\n| --- |\n| 1 |\n| 2 |\n"
    miniature.edit("docs/zh/scams/fake-police.md", "## 变种 { #variants }\n", table)
    translate(miniature, SCAM_BODY_EN.replace("## 变种 { #variants }\n", table.replace("| 2 |\n", "")))
    assert findings(miniature, "SZ803") == [(PAGE, "variants: 2 rows in the source, 1 here")]


def test_no_saying_is_lost(miniature):
    miniature.edit("docs/zh/scams/fake-police.md", "[一, 二, 三, 四, 五]", "[一, 二, 三, 四, 五, 六]")
    translate(miniature)
    assert findings(miniature, "SZ803") == [(PAGE, "phrases: 6 items in the source, 5 here")]


def test_whoever_changes_the_source_alone_is_only_reminded(miniature):
    translate(miniature)
    library = miniature.library()
    for page in hand_written_translations(library):
        mark_synced(library, page)
    miniature.edit("docs/zh/scams/fake-police.md", "4. 消失。", "4. 消失。\n5. 3年以后再来。")
    miniature.edit("docs/zh/scams/fake-police.md", "先别转。", "先别转，打[[tel:cn-anti-fraud]]。")
    assert miniature.findings() == []
    assert {"SZ802", "SZ803", "SZ804"} <= {item.rule for item in miniature.reminders()}
