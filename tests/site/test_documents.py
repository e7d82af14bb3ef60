"""Every Word document and every set of slides of the real site, opened and held against the page that it stands beside."""

import re

import pytest

from shizha.content.front_matter import Material
from shizha.content.languages import LANGUAGES
from shizha.documents.workshop import formats_of
from support.office import Slides, Word, body_of, pieces_of, shown, squeezed

LEFT_OVER = re.compile(r"\[\[[a-z]|\{ ?[#:.]|///|\[\^|@@|\ue000")


def materials(library):
    return [
        page
        for language in LANGUAGES
        for page in library.pages[language.code].values()
        if isinstance(page.front, Material) and page.language is language
    ]


def file_of(site, page, format):
    return (site / page.url / f"{page.id.rpartition('/')[2]}.{format}").read_bytes()


def page_of(site, page):
    return body_of((site / page.url / "index.html").read_text(encoding="utf-8"))


def in_order(pieces, text):
    """The first of ``pieces`` that does not stand in ``text`` after those before it."""
    place = 0
    for piece in pieces:
        found = text.find(piece, place)
        if found < 0:
            return piece
        place = found + len(piece)
    return None


@pytest.fixture(scope="module")
def words(site, library):
    """Every material with its Word document, opened, and its page."""
    return [(page, Word(file_of(site, page, "docx")), page_of(site, page)) for page in materials(library)]


@pytest.fixture(scope="module")
def lessons(site, library):
    """Every lesson with its slides, opened, and its page."""
    return [
        (page, Slides(file_of(site, page, "pptx")), page_of(site, page))
        for page in materials(library)
        if "pptx" in formats_of(page)
    ]


def test_every_word_of_a_page_is_in_its_document_in_the_same_order(words):
    for page, word, body in words:
        assert in_order(pieces_of(body), word.text) is None, page.src_uri
        assert squeezed(page.front.title) in word.text, page.src_uri


def test_headings_of_a_document_are_those_of_its_page(words):
    for page, word, body in words:
        assert word.headings == [shown(heading) for heading in body.iter("h2", "h3", "h4")], page.src_uri


def test_tables_of_a_page_are_tables_of_its_document_row_by_row(words):
    for page, word, body in words:
        rows = [[shown(cell) for cell in row.iter("th", "td")] for row in body.iter("tr")]
        assert word.rows == rows, page.src_uri


def test_the_first_row_of_a_table_is_repeated_and_no_row_is_torn(words):
    for page, word, _ in words:
        for table in word.grids:
            assert "w:tblHeader" in table.tr_lst[0].xml, page.src_uri
            assert all("w:cantSplit" in row.xml for row in table.tr_lst), page.src_uri


def test_a_document_is_of_a4_and_names_its_page_and_the_day_of_its_review(words, library):
    for page, word, _ in words:
        section = word.document.sections[0]
        assert sorted((section.page_width.mm, section.page_height.mm)) == pytest.approx([210, 297], abs=0.5)
        assert f"{library.data.site.url}{page.url}" in word.footer, page.src_uri
        assert str(page.front.reviewed) in word.footer, page.src_uri


def test_every_blank_is_a_content_control_that_names_its_field(words, library):
    for page, word, body in words:
        tags = re.findall(r'w:tag w:val="field:([a-z-]+)"', word.document.element.xml)
        assert tags == [blank.get("data-field") for blank in body.find_class("blank")], page.src_uri
        assert set(tags) <= set(library.data.fields)


def test_nothing_of_markdown_or_of_the_making_is_left(words, lessons):
    for page, word, _ in words:
        assert not LEFT_OVER.search(word.text + word.footer), page.src_uri
    for page, slides, _ in lessons:
        assert not LEFT_OVER.search("".join(map("".join, slides.slides))), page.src_uri


def test_what_the_teacher_says_is_in_the_notes_word_for_word(lessons):
    for page, slides, body in lessons:
        script = body.xpath(".//div[@data-part='script']")[0]
        spoken = [shown(line) for line in script.xpath(".//blockquote//p | .//blockquote//li")]
        assert spoken and in_order(spoken, slides.notes) is None, page.src_uri


def test_each_part_of_a_lesson_has_a_slide_and_answers_are_in_the_notes(lessons):
    for page, slides, body in lessons:
        titles = [squeezed(title) for title, _, _ in slides.slides]
        exit_ticket = shown(body.xpath(".//*[@id='exit-ticket']")[0])
        assert titles[0] == squeezed(page.front.title) and exit_ticket in titles, page.src_uri
        answers = [shown(item) for item in body.xpath(".//div[@data-part='answers']//li[not(.//li)]")]
        assert all(answer in slides.notes for answer in answers), page.src_uri


def test_slides_hold_lists_and_tables_and_never_too_much(lessons):
    for page, slides, body in lessons:
        everything = "".join(text for _, text, _ in slides.slides)
        for cell in body.xpath(".//div[@data-part='script']//td"):
            assert re.sub(r"\[\d+\]", "", shown(cell)) in everything, page.src_uri
        assert max(len(text) for _, text, _ in slides.slides) < 900, page.src_uri
        assert slides.presentation.slide_width / slides.presentation.slide_height == pytest.approx(16 / 9, abs=0.01)


def test_a_page_offers_its_documents_with_their_size(site, library):
    for page in materials(library):
        html = (site / page.url / "index.html").read_text(encoding="utf-8")
        for format in formats_of(page):
            name = f"{page.id.rpartition('/')[2]}.{format}"
            assert re.search(rf'href="{name}" download="[^"]+\.{format}" [^>]*>[^<]+<small>\d+ KB</small>', html), (
                page.src_uri
            )
