"""A kit that is filled in once: on the page, on the next page, on paper and in the files that a reader takes away."""

import io
import zipfile

import pytest

from support.office import Slides, Word

KIT, PLAN, LESSON = "schools/primary", "schools/primary/plan", "schools/university/lecture"
SCHOOL = "红旗小学 & <东>校区"


@pytest.fixture
def reader(browser, address):
    """A browser of its own, which allows downloads; `go` opens a page."""
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.go = lambda path: page.goto(f"{address}/{path}/")
    yield page
    context.close()


def fill(page, **values):
    if page.locator(".kit-form").get_attribute("open") != "":
        page.locator(".kit-form summary").click()
    for name, text in values.items():
        page.fill(f".kit-form input[name={name}]", text)


def downloaded(page, format):
    with page.expect_download() as waiting:
        page.click(f"a[data-document={format}]")
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def test_what_is_typed_once_stands_in_every_page_of_the_kit_until_it_is_cleared(reader):
    reader.go(KIT)
    fill(reader, school=SCHOOL)
    reader.go(PLAN)
    blanks = reader.locator(".blank[data-field=school]")
    assert blanks.count() > 1
    assert set(blanks.all_inner_texts()) == {SCHOOL}
    reader.reload()
    assert set(reader.locator(".blank[data-field=school]").all_inner_texts()) == {SCHOOL}
    assert "filled" not in reader.locator(".blank[data-field=date]").first.get_attribute("class")
    reader.on("dialog", lambda dialog: dialog.accept())
    reader.locator(".kit-form summary").click()
    reader.click(".kit-form button[type=reset]")
    assert reader.locator(".blank.filled").count() == 0
    reader.reload()
    assert reader.locator(".blank.filled").count() == 0


def test_a_word_document_is_taken_away_filled_in(reader):
    reader.go(PLAN)
    fill(reader, school=SCHOOL, leader="王老师")
    name, content = downloaded(reader, "docx")
    assert name.endswith(".docx") and "方案" in name
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    word = Word(content)
    assert "红旗小学&<东>校区" in word.text and "王老师" in word.text
    xml = word.document.element.xml
    filled = [part for part in xml.split("<w:sdt>") if 'w:val="field:school"' in part]
    assert filled and all("showingPlcHdr" not in part.split("</w:sdt>")[0] for part in filled)
    assert 'w:val="field:date"' in xml and xml.count("w:showingPlcHdr") > 0  # the others wait to be filled in


def test_slides_are_taken_away_filled_in_with_their_notes(reader):
    reader.go(LESSON)
    fill(reader, college="A & B", **{"contact-phone": "…88"})
    _, content = downloaded(reader, "pptx")
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
    slides = Slides(content)
    for text in ("A&B", "…88"):
        assert any(text in words for _, words, _ in slides.slides), text
        assert text in slides.notes, text


def test_without_anything_typed_or_without_the_means_a_file_is_taken_as_it_is(reader, site):
    plain = (site / PLAN / "plan.docx").read_bytes()
    reader.go(PLAN)
    assert downloaded(reader, "docx")[1] == plain
    reader.add_init_script("delete window.DecompressionStream")
    reader.reload()
    fill(reader, school=SCHOOL)
    assert downloaded(reader, "docx")[1] == plain


def test_nothing_typed_leaves_the_device(reader):
    asked = []
    reader.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    reader.go(PLAN)
    fill(reader, school=SCHOOL)
    downloaded(reader, "docx")
    assert all(method == "GET" and data is None and "%" not in url for method, url, data in asked)


def test_a_filled_blank_prints_as_text_and_the_form_does_not_print(reader):
    reader.go(PLAN)
    fill(reader, school=SCHOOL)
    reader.emulate_media(media="print")
    assert not reader.locator(".kit-form").is_visible() and not reader.locator(".downloads").is_visible()
    assert not reader.locator(".blank[data-field=school] .blank-label").first.is_visible()
    assert reader.locator(".blank[data-field=date] .blank-label").first.is_visible()


def test_wechat_is_told_how_to_open_the_page_elsewhere(browser, address):
    context = browser.new_context(user_agent="Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50")
    page = context.new_page()
    page.goto(f"{address}/{PLAN}/")
    assert page.locator(".wechat").is_visible()
    context.close()


def test_without_script_there_is_no_form_and_files_can_be_had(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PLAN}/")
    assert not page.locator(".kit-form").is_visible()
    assert page.locator("a[data-document=docx]").is_visible()
    assert page.locator(".blank .blank-label").first.is_visible()
    context.close()


def test_only_pages_of_kits_ask_for_what_kits_need(browser, address):
    context = browser.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/scams/fake-police/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "kit." in url or "zip." in url]
    context.close()


def test_the_archive_of_a_kit_opens_from_a_folder_without_a_network(browser, site, tmp_path):
    zipfile.ZipFile(site / KIT / "primary.zip").extractall(tmp_path)
    context = browser.new_context(offline=True)
    page = context.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((tmp_path / "index.html").as_uri())
    assert page.locator("h1").inner_text().startswith("小学")
    assert page.evaluate("getComputedStyle(document.querySelector('.downloads, .children')).display") in (
        "flex",
        "block",
    )
    page.locator(".prose a", has_text="方案").first.click()
    assert "pages/schools-primary-plan.html" in page.url and page.locator("h1").is_visible()
    assert page.locator('a[data-document="docx"]').get_attribute("href").startswith("../documents/")
    assert failed == []
    context.close()


def test_a_quiz_is_taken_question_by_question_with_reasons_and_no_ranking(reader, library):
    """By keyboard alone: the focus goes where the next thing to read or to press is."""
    reader.go("schools/primary/quiz")
    quiz = reader.locator(".quiz").first
    quiz.get_by_role("button", name="在网页上做").press("Enter")
    questions = library.data.quizzes["primary-lower-test"].questions
    for number, question in enumerate(questions, start=1):
        shown = quiz.locator(".quiz-question:visible")
        assert shown.count() == 1 and focused(reader).startswith(f"{number}. ")
        wrong = "A" if question.answer != "A" else "B"
        chosen = question.answer if number > 1 else wrong
        for _ in range("ABC".index(chosen) + 1):
            reader.keyboard.press("Tab")
        reader.keyboard.press("Enter")
        said = quiz.get_by_role("status")
        assert question.why.zh.partition("[^")[0] in said.inner_text()
        assert said.locator("a[href^='#source-']").count() == len(question.sources)
        assert focused(reader) == "接着看"
        reader.keyboard.press("Enter")
    assert f"{len(questions) - 1}题" in quiz.get_by_role("status").inner_text()
    assert focused(reader) == "再做一次"
    reader.keyboard.press("Enter")
    assert quiz.locator(".quiz-question:visible button:disabled").count() == 0 and focused(reader).startswith("1. ")
    assert reader.locator(".quiz").nth(1).locator(".quiz-question:visible").count() == 0
    reader.emulate_media(media="print")
    assert not quiz.is_visible()


def focused(page):
    return page.evaluate("document.activeElement.textContent")
