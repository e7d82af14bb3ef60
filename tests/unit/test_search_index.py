import re

import pypinyin
import pytest

from shizha.content.languages import EN, LANGUAGES, ZH
from shizha.publish.search_indexes import write_search_index
from shizha.search.characters import common_characters, folding, readings, readings_of
from shizha.search.documents import plain_text
from shizha.search.index import build_index, index_text
from shizha.search.words import is_han, runs


def test_each_language_has_one_index_of_its_own_pages(miniature, tmp_path):
    library, folder = miniature.library(), tmp_path / "search"
    for language in LANGUAGES:
        write_search_index(library, folder, language)
    assert sorted(path.name for path in folder.iterdir()) == ["en.json", "zh-Hant.json", "zh.json"]
    assert [page["id"] for page in build_index(library, EN)["pages"]] == ["contacts", "emergency", "index", "scams"]


def test_the_same_content_gives_the_same_bytes(miniature):
    assert index_text(build_index(miniature.library(), ZH)) == index_text(build_index(miniature.library(), ZH))


def test_words_of_a_page_come_without_marks_references_and_targets():
    body = "## 标题 { #id }\n\n- **打**[[tel:cn-police]]，看[紧急页](../emergency.md#call)。[^law]\n\n| 甲 | 乙 |\n| --- | --- |\n"
    assert re.findall(r"\w+", plain_text(body)) == ["标题", "打", "看", "甲", "乙"]


def test_a_link_to_another_page_says_nothing_about_this_one():
    assert "冒充公检法" not in plain_text("看[冒充公检法](scams/fake-police.md)")
    assert "怎么核实" in plain_text("看[怎么核实](#verify)")


def test_characters_stand_for_their_variants(library):
    table = folding(library.data.terms)
    assert "單帳帐臺俾".translate(table) == "单账账台给"
    assert not set(table) & set(map(ord, table.values()))


def test_common_characters_are_those_of_the_standard():
    characters = common_characters()
    assert len(characters) == 3755 and characters[0] == "啊" and characters[-1] == "座"


def test_readings_follow_the_word():
    along, others = readings(["银行卡", "囧"])
    assert along.startswith("a2 ai13 ")
    assert others == "hang行 jiong囧"


def test_readings_are_those_of_the_dictionary(library):
    spoken = {
        run
        for page in library.pages["zh"].values()
        for alias in page.front.aliases
        for run in runs(alias)
        if is_han(run)
    }
    assert len(spoken) > 1000
    for run in spoken:
        known = pypinyin.pinyin(run, style=pypinyin.Style.NORMAL, errors="ignore")
        assert readings_of(run) == tuple(syllable for (syllable,) in known), run


def test_a_kept_index_is_found_until_a_page_or_a_word_changes(miniature, tmp_path, monkeypatch):
    def written():
        write_search_index(miniature.library(), tmp_path, ZH)
        return (tmp_path / "zh.json").read_text(encoding="utf-8")

    first = written()
    monkeypatch.setattr("shizha.publish.search_indexes.index_of", lambda *_: pytest.fail("made anew"))
    assert written() == first
    monkeypatch.undo()
    miniature.edit("docs/zh/scams/fake-police.md", "aliases: [假警察]", "aliases: [假警察, 冒牌警官]")
    second = written()
    assert "冒牌警官" in second
    miniature.edit("data/terms.yml", "    - [", "    - [冒牌警官, 冒牌的民警]\n    - [")
    assert "冒牌的民警" in written() != second
