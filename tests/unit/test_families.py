"""The index of scams: families, filters and their pictures."""

import re

from shizha.content.languages import EN, LANGUAGES, ZH
from shizha.rendering.families import families_of, filters_of


def test_every_scam_stands_in_its_family_once(library):
    for language in LANGUAGES:
        urls = [scam.url for family in families_of(library, language) for scam in family.pages]
        assert sorted(urls) == sorted(language.url_of(page.id) for page in library.of_kind(language, "scam"))


def test_a_filter_offers_only_what_leaves_something_and_counts_it(library):
    entries = [scam for family in families_of(library, ZH) for scam in family.pages]
    for item in filters_of(library, ZH):
        for option in item.options:
            assert option.count == sum(option.mark in scam.marks for scam in entries) > 0


def test_filters_speak_the_readers_language(library):
    assert [item.name for item in filters_of(library, EN)] == [
        "How they reach you",
        "What they play on",
        "Who meets it",
        "Family",
    ]


def test_every_family_has_a_picture(library, project):
    drawn = set(re.findall(r'^  "([a-z-]+)":', (project.overrides / "partials/icons.html").read_text("utf-8"), re.M))
    assert set(library.data.taxonomy.families) <= drawn
