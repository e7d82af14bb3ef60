"""Documents as LibreOffice prints them: `python3 scripts test --documents`."""

from collections import Counter

import pytest

from shizha.content.front_matter import Material
from shizha.content.languages import LANGUAGES
from shizha.documents.typography import LOOK_OF_FORM
from support.office import Slides, Word, body_of, shown
from support.printed import plain, printed

# What is cut out, folded or handed to people, each piece of it a sheet.
HANDED_OUT = ("letter", "card", "leaflet")


def materials(library):
    """(form, language, page) of every material, in the order of their addresses."""
    return [
        (page.front.form, language.code, page)
        for language in LANGUAGES
        for _, page in sorted(library.pages[language.code].items())
        if isinstance(page.front, Material) and page.language is language
    ]


def sample(library):
    """One material of each form, its language by turns."""
    codes = [language.code for language in LANGUAGES]
    wanted = {(form, codes[number % len(codes)]) for number, form in enumerate(LOOK_OF_FORM)}
    return list({form: page for form, code, page in materials(library) if (form, code) in wanted}.values())


def file_of(site, page, format="docx"):
    return site / page.url / f"{page.id.rpartition('/')[2]}.{format}"


@pytest.fixture(scope="module")
def sheets(site, library, tmp_path_factory):
    """The sheets of everything that these tests look at, by the document they were printed from."""
    wanted = [file_of(site, page) for page in sample(library)]
    wanted += [file_of(site, page, "pptx") for page in sample(library) if page.front.form == "lesson"]
    wanted += [file_of(site, page) for form, _, page in materials(library) if form in HANDED_OUT]
    return printed(dict.fromkeys(wanted), tmp_path_factory.mktemp("printed"))


def test_the_sample_has_every_form_and_every_language(library):
    pages = sample(library)
    assert sorted(page.front.form for page in pages) == sorted(LOOK_OF_FORM)
    assert {page.language for page in pages} == set(LANGUAGES)


def test_every_character_of_a_document_is_printed_on_a4(site, library, sheets):
    for page in sample(library):
        pages = sheets[file_of(site, page)]
        size = (842, 595) if LOOK_OF_FORM[page.front.form].landscape else (595, 842)
        assert all((sheet.width, sheet.height) == pytest.approx(size, abs=1) for sheet in pages), page.src_uri
        written = Counter(plain(Word(file_of(site, page).read_bytes()).text))
        assert not written - Counter("".join(sheet.text for sheet in pages)), page.src_uri


def test_no_sheet_is_empty_and_each_has_its_number(site, library, sheets):
    for document, pages in sheets.items():
        if document.suffix == ".docx":
            footer = plain(Word(document.read_bytes()).footer)
            for number, sheet in enumerate(pages, start=1):
                assert f"—{number}—" in sheet.text, f"{document}, {number}"
                assert len(sheet.text) > len(footer) + 10, f"{document}, {number}"
    for page in sample(library):
        assert len(sheets[file_of(site, page)]) <= 24, page.src_uri


def test_slides_are_wide_and_each_is_a_sheet(site, library, sheets):
    (lesson,) = (page for page in sample(library) if page.front.form == "lesson")
    pages, slides = sheets[file_of(site, lesson, "pptx")], Slides(file_of(site, lesson, "pptx").read_bytes())
    assert [plain(title) in sheet.text for (title, _, _), sheet in zip(slides.slides, pages, strict=True)] == [
        True
    ] * len(pages)
    assert all(sheet.width / sheet.height == pytest.approx(16 / 9, abs=0.01) for sheet in pages)


def test_what_is_handed_out_is_not_torn_over_two_sheets(site, library, sheets):
    for form, _, page in materials(library):
        if form not in HANDED_OUT:
            continue
        body = body_of((site / page.url / "index.html").read_text(encoding="utf-8"))
        for quote in body.iter("blockquote"):
            words = plain(shown(quote))
            # Character by character: a line with a blank in it is not drawn in the order in which it is read.
            wanted = Counter(filter(str.isalnum, words))
            assert any(not wanted - Counter(sheet.text) for sheet in sheets[file_of(site, page)]), (
                f"{page.src_uri}: {words[:40]}"
            )
