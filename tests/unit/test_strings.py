import pytest

from shizha.content.languages import EN, ZH_HANT
from shizha.rendering.strings import Strings


def test_words_come_in_the_language_of_the_page(miniature):
    library = miniature.library()
    assert Strings(library, EN)("menu") == "Menu"
    assert Strings(library, ZH_HANT)("menu") == "目錄"
    assert Strings(library, EN)("reviewed-on", date="2026-11-24") == "Reviewed on 2026-11-24"


@pytest.mark.parametrize("words", ["{date.year:999999999}", "{date", "{}", "{0}", "{dat}", "{date.__class__}"])
def test_braces_of_a_stranger_stay_text(miniature, words):
    miniature.edit("data/strings.yml", "Reviewed on {date}", words)
    assert Strings(miniature.library(), EN)("reviewed-on", date="2026-11-24") == words
