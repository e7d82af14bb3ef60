import pytest

from shizha.content.languages import EN, ZH, ZH_HANT
from shizha.search.index import build_index
from shizha.search.ranking import Ranking


@pytest.fixture
def ask(miniature):
    """Asks the miniature project in a language; gives the ids found."""
    miniature.edit("docs/zh/scams/fake-police.md", "aliases: [假警察]", "aliases: [假警察, 银行卡涉嫌洗钱, 安全账户]")

    def found(question, language=ZH):
        return [hit.id for hit in Ranking(build_index(miniature.library(), language)).ask(question).hits]

    return found


@pytest.mark.parametrize(
    "question",
    [
        "假警察",
        "說我洗錢，要我把錢轉到安全帳戶",  # the other script
        "ａｎｑｕａｎ　ｚｈａｎｇｈｕ",  # pinyin, full width
        "an quan zhang hu",
        "anquan",
        "安全帐户",
        "安全帐沪",  # one character of the same sound
        "銀行卡",
        "yinhangka",  # 行 is read hang here
    ],
)
def test_people_find_a_page_however_they_write(ask, question):
    assert ask(question)[0] == "scams/fake-police"


def test_a_part_of_the_question_is_enough(ask):
    assert "scams/fake-police" in ask("楼下的洗钱机器坏了怎么修")


def test_a_name_of_another_language_is_found(ask):
    assert ask("我被骗了", EN)[0] == "emergency"
    assert ask("hotlines", ZH_HANT)[0] == "contacts"


@pytest.mark.parametrize("question", ["hotlnie", "hotline", "HOTLI"])
def test_english_is_found_misspelt_in_the_singular_and_begun(ask, question):
    assert ask(question, EN)[0] == "contacts"


def test_words_alike_find_each_other(miniature):
    terms = miniature.project.data / "terms.yml"
    terms.write_text("variants: []\nsearch: {alike: [[警察, 差人, cop]]}\n", encoding="utf-8")
    ranking = Ranking(build_index(miniature.library(), ZH))
    assert ranking.ask("差人").hits[0].id == "scams/fake-police"


@pytest.mark.parametrize("question", ["", "  ?!", "zzzz", "\U0001f600", "囧"])
def test_nothing_is_found_for_nothing(ask, question):
    assert ask(question) == []


def test_a_hit_says_why(miniature):
    ranking = Ranking(build_index(miniature.library(), ZH))
    hit = ranking.ask("假警察").hits[0]
    assert hit.unit == "假警察" and hit.unit_field == "aliases"
    assert {"假警", "警察"} <= {reason.term for reason in hit.reasons}
    assert hit.score == pytest.approx(hit.unit_score + sum(reason.score for reason in hit.reasons))


def test_the_order_does_not_depend_on_the_order_of_files(miniature):
    index = build_index(miniature.library(), ZH)
    turned = index | {"pages": index["pages"][::-1]}
    for question in ("警察", "号码", "被骗"):
        assert [hit.id for hit in Ranking(index).ask(question).hits] == [
            hit.id for hit in Ranking(turned).ask(question).hits
        ]
