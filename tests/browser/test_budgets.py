"""Bytes: what a first visit costs a reader on a slow network. Compressed as the plainest web server does it."""

import gzip

import pytest

from shizha.content.languages import LANGUAGES

SCAM_PAGE, SCRIPT, EMERGENCY = 57_000, 15_000, 14_000


def weigh(page, url):
    """Bytes of everything that a first visit to ``url`` asks for, and of the scripts among it."""
    parts = []
    page.on("response", lambda response: parts.append(response))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    sizes = [(part.request.resource_type, len(gzip.compress(part.body(), 9))) for part in parts]
    return sum(size for _, size in sizes), sum(size for kind, size in sizes if kind == "script")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_a_first_visit_is_light(browser, address, site, library, language):
    """The longest scam page; the others ask for the same style and script."""
    urls = [language.url_of(scam.id) for scam in library.of_kind(language, "scam")]
    longest = max(urls, key=lambda url: len(gzip.compress((site / url / "index.html").read_bytes())))
    context = browser.new_context()
    whole, script = weigh(context.new_page(), f"{address}/{longest}")
    context.close()
    assert whole <= SCAM_PAGE and script <= SCRIPT, (longest, whole, script)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_the_emergency_page_arrives_in_the_first_round_trip(site, language):
    page = (site / language.url_of("emergency") / "index.html").read_bytes()
    assert len(gzip.compress(page, 9)) <= EMERGENCY
