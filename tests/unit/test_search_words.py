import pytest

from shizha.search.words import atoms, distance, fuzzy, normalized, spaced, stem, syllables, terms

FOLD = str.maketrans("單帳", "单账")


@pytest.mark.parametrize(
    ("text", "same"),
    [("刷單", "刷单"), ("ＡＰＰ　９６１１０", "app 96110"), ("I’ve PAID", "ive paid"), ("安全帳戶", "安全账戶")],
)
def test_spellings_of_one_thing_become_one(text, same):
    assert normalized(text, FOLD) == same


@pytest.mark.parametrize(
    "words",
    [
        ("scam", "scams", "scammed", "scamming"),
        ("share", "shares", "shared", "sharing"),
        ("transfer", "transfers", "transferring", "transferred"),
        ("policy", "policies"),
        ("address", "addresses"),
        ("call", "calls", "calling", "called"),
    ],
)
def test_forms_of_an_english_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("word", ["king", "red", "this", "bus", "boss", "96110s1"])
def test_a_short_word_keeps_its_end(word):
    assert stem(word) == word


def test_han_characters_are_compared_in_pairs_within_a_run():
    assert terms("刷单，返利app") == ["刷单", "返利", "app"]
    assert terms("我 要") == ["我", "要"]


def test_english_words_are_compared_alone_and_in_pairs():
    assert terms("the bank cards 卡号 sim") == ["the", "bank", "the bank", "card", "bank card", "卡号", "sim"]


def test_rows_and_lines_keep_runs_apart():
    assert atoms("转，账 sent it") == ["", "转", "", "", "账", "", "sent", "it"]
    assert spaced("转，账 sent") == " 转 账 sent "


@pytest.mark.parametrize(
    ("letters", "cut"),
    [("shuadan", ["shua", "dan"]), ("xian", ["xian"]), ("scam", []), ("", [])],
)
def test_pinyin_is_cut_into_as_few_syllables_as_possible(letters, cut):
    assert syllables(letters, {"shua", "dan", "xi", "an", "xian", "da", "ca"}) == cut


@pytest.mark.parametrize(("syllable", "same"), [("zhang", "zan"), ("sheng", "sen"), ("xing", "xin"), ("dong", "dong")])
def test_sounds_that_many_do_not_tell_apart_are_one(syllable, same):
    assert fuzzy(syllable) == same


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("embassy", "embassy", 0),
        ("emabssy", "embassy", 1),
        ("lottery", "loterry", 2),
        ("police", "pig", 3),
        ("abcd", "wxyz", 3),
    ],
)
def test_slips_are_counted_up_to_a_limit(one, other, wrong):
    assert distance(one, other, 2) == wrong
