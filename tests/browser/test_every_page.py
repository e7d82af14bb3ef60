"""Every page of the real site, each visited once on a phone."""

import pytest

from shizha.content.languages import LANGUAGES
from support.axe import complaints
from support.watching import watch

SHOWN = "[document.documentElement.lang, document.querySelectorAll('h1').length, document.documentElement.scrollWidth]"


# In four parts, which the processors share.
@pytest.mark.parametrize("part", range(4))
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_it_fits_asks_only_this_site_and_axe_finds_nothing(phone, address, page_ids, language, part):
    seen = watch(phone)
    wrong = {}
    for page_id in page_ids[part::4]:
        phone.goto(f"{address}/{language.url_of(page_id)}")
        shown = phone.evaluate(SHOWN)
        # Colours come from one stylesheet; the pages of each template are held to them in test_accessibility.py, in light and dark
        # at every width. Measured on every page they would take longer than all other rules together.
        found = complaints(phone, leave_out=["color-contrast"])
        if shown != [language.tag, 1, 360] or found:
            wrong[page_id] = (shown, found)
    assert wrong == {}
    assert [url for url in seen["requests"] if not url.startswith((address, "data:"))] == []
    assert (seen["failed"], seen["complaints"]) == ([], [])
