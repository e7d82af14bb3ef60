import pytest

from shizha.content.languages import EN, ZH, ZH_HANT
from shizha.rendering.expand import dial_link, expand, page_sources
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def expanded(miniature, text, language=ZH):
    miniature.write(PAGE, scam_front() + SCAM_BODY_ZH.replace("挂断。", text))
    library = miniature.library()
    return expand(library, library.edition(language, "scams/fake-police"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[tel:cn-police]]", '<a class="tel" href="tel:110" title="报警">110</a>'),
        ("[[text:cn-anti-fraud]]", "96110"),
        ("[[name:cn-anti-fraud]]", "反诈预警劝阻咨询专线"),
        ("[[site:nhsa]]", '<a class="official" href="https://www.nhsa.gov.cn/" rel="noopener">国家医疗保障局</a> <span class="host">nhsa.gov.cn</span>'),
        ("[[own:host]]", '<strong translate="no">shizha.example</strong>'),
        ("[[field:school]]", '<span class="blank" data-field="school"><span class="blank-label">学校</span></span>'),
        ("有规定。[^law-anti-fraud]", '<sup class="cite"><a href="#source-law-anti-fraud" aria-label="出处 1">1</a></sup>'),
    ],
)  # fmt: skip
def test_a_reference_becomes_what_it_names(miniature, text, html):
    assert html in expanded(miniature, text)


def test_the_words_are_those_of_the_language(miniature):
    assert 'title="報警"' in expanded(miniature, "[[tel:cn-police]]", ZH_HANT)


def test_code_stays_code(miniature):
    assert "`[[tel:cn-police]]`" in expanded(miniature, "写成`[[tel:cn-police]]`")


def test_a_region_becomes_its_table_with_its_sources(miniature):
    library = miniature.library()
    page = library.page(EN, "contacts")
    html = expand(library, page)
    assert '<a class="dial" href="tel:110" aria-label="Police emergency 110">110</a>' in html
    assert "Checked on 2026-11-23" in html
    assert html.index("tel:110") < html.index("tel:96110")
    assert {"police-steps-2025", "cn-96110"} <= set(page_sources(library, page))


def test_what_people_cannot_dial_is_no_link(miniature):
    library = miniature.library()
    html = expand(library, library.page(ZH, "contacts"))
    assert 'href="tel:10699000"' not in html and "10699000" in html


def test_a_hash_in_a_number_is_escaped(library):
    assert dial_link(library.data.contacts["jp-police-advice"]) == "tel:%239110"
    assert dial_link(library.data.contacts["uk-spam"]) == "sms:7726"


def test_the_turn_is_marked_once(miniature):
    markdown = expanded(miniature, "挂断。")
    assert '3. <span class="turn-label">钱在这一步离开</span> 转账。\n{: .turn }\n4. 消失。' in markdown
    assert markdown.count("turn-label") == 1
