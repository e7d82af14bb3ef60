from shizha.content.languages import EN, ZH
from shizha.search_command import print_answer


def test_pages_are_printed_in_order_with_the_reason(miniature, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert print_answer(miniature.library(), ZH, "假警察被骗了", 3, explain=True)
    text = capsys.readouterr().out
    assert text.startswith("!  It has happened")
    assert "scams/fake-police  警察打电话说我涉案" in text
    assert "most like the whole question: 假警察  (aliases)" in text


def test_nothing_found_says_how_an_editor_mends_it(miniature, capsys):
    assert not print_answer(miniature.library(), EN, "zzzz", 3, explain=False)
    text = capsys.readouterr().out
    assert "aliases" in text and "data/terms.yml" in text
