"""Paper: the emergency page is one sheet; other pages leave navigation out and say where they come from."""

import re

import pytest

from shizha.content.languages import LANGUAGES


def sheets(page):
    """How many pages the PDF of ``page`` has."""
    pdf = page.pdf(prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_emergency_page_is_one_sheet_with_a_card(desktop, address, language):
    desktop.goto(f"{address}/{language.url_of('emergency')}")
    assert not desktop.locator(".wallet").is_visible()
    assert sheets(desktop) == 1
    desktop.emulate_media(media="print")
    card = desktop.locator(".wallet")
    assert card.is_visible() and "110" in card.inner_text()


@pytest.mark.parametrize(
    ("page_id", "most"), [("scams/fake-police", 5), ("contacts/mainland", 6), ("schools/primary/class-meeting-20", 6)]
)
def test_paper_has_the_text_and_no_navigation(desktop, address, library, page_id, most):
    desktop.goto(f"{address}/{page_id}/")
    assert 1 <= sheets(desktop) <= most
    desktop.emulate_media(media="print")
    for left_out in (".site-header", ".breadcrumbs", ".site-footer"):
        assert not desktop.locator(left_out).first.is_visible(), left_out
    assert f"/{library.short_address_of(page_id)}/" in desktop.locator(".share-code").inner_text()
    assert desktop.locator(".share-code .qr").is_visible()
