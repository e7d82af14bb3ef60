"""Every real page and all real data."""

import re
from collections import Counter

import pytest

from shizha.checks import errors, run_checks
from shizha.checks.catalogue import generated_pages
from shizha.content.front_matter import Scam
from shizha.content.interface_words import INTERFACE_WORDS
from shizha.content.languages import EN, LANGUAGES, ZH, ZH_HANT
from shizha.content.source_text import read_text
from shizha.content.yaml_source import parse_yaml
from shizha.project import this_project
from shizha.rendering.expand import page_sources

PUBLISHED = parse_yaml(read_text(this_project().data / "published.yml")).data

# Digits that a reader could take for a number to call. Years, amounts, percentages and times are something else.
_NUMBERS = re.compile(
    r"(?<![\d.,:：-])(?:110|12\d{3}|9\d{4}|96110|18222|1799|400[ -]?\d{3}[ -]?\d{4}|1[3-9]\d{9})(?![\d.,:：%年月日元万亿条种个宗]|人| ?(?:宣传日|宣傳日|Publicity|像素|pixels))"
)


@pytest.fixture(scope="module")
def findings(library):
    return run_checks(library)


def pages(library):
    return [page for found in library.pages.values() for page in found.values()]


def test_no_check_says_no(findings):
    assert [f"{item.path}:{item.line} {item.rule} {item.message.en}" for item in errors(findings)] == []


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_every_published_page_exists_in_every_language(library, language):
    there = {*library.pages[language.code], *generated_pages()}
    assert [page_id for page_id in PUBLISHED if page_id not in there] == []


def test_every_page_is_published_once():
    assert len(set(PUBLISHED)) == len(PUBLISHED)


def test_regional_help_is_written_by_hand_in_traditional_chinese(library):
    by_hand = {page.id for page in library.pages["zh-Hant"].values() if not page.derived}
    assert {
        "emergency",
        "contacts",
        "contacts/mainland",
        "contacts/hong-kong",
        "contacts/macau",
        "contacts/taiwan",
        "contacts/abroad",
    } <= by_hand


def test_no_body_spells_a_number_to_call(library):
    spelled = [
        f"{page.path.name}:{number} {match[0]}"
        for page in pages(library)
        for number, line in page.outline.prose
        for match in _NUMBERS.finditer(re.sub(r"\[\[[^\]]*\]\]|\[\^[^\]]*\]|\([^)]*\.md[^)]*\)", "", line))
    ]
    assert spelled == []


def test_bodies_hold_no_html(library):
    tag = re.compile(r"<[a-zA-Z/!]")
    assert [
        f"{page.path}:{number}" for page in pages(library) for number, line in page.outline.prose if tag.search(line)
    ] == []


def test_descriptions_are_of_a_length_that_lists_and_searches_can_show(library):
    def wrong(page):
        low, high = (60, 200) if page.language is EN else (20, 110)
        return not low <= len(page.front.description) <= high

    assert [f"{page.src_uri} {len(page.front.description)}" for page in pages(library) if wrong(page)] == []


def test_every_source_is_used(library):
    used = {source for page in pages(library) for source in page_sources(library, page)}
    used |= {source for contact in library.data.contacts.values() for source in contact.sources}
    assert sorted(set(library.data.sources) - used) == []


def test_scam_pages_of_a_family_cover_each_of_the_ten_official_families(library):
    families = {page.front.family for page in library.pages[ZH.code].values() if isinstance(page.front, Scam)}
    official = {key for key, family in library.data.taxonomy.families.items() if family.official}
    assert len(official) == 10 and official <= families


def test_what_people_type_is_claimed_by_few_pages(library):
    for language in (ZH, EN):
        aliases = Counter(
            alias.casefold() for page in library.pages[language.code].values() for alias in page.front.aliases
        )
        doubled = [alias for alias, count in aliases.items() if count > 3]
        assert doubled == []


@pytest.mark.parametrize("word", ["！", "!!", "切实", "务必提高警惕", "广大群众", "贪小便宜"])
def test_words_that_this_site_does_not_use(library, word):
    # Pages that teach how to write have to name what is not written.
    teaching = {"communities/digital/tone", "banks/annual-plan/internal-lines"}
    assert [
        page.src_uri
        for page in pages(library)
        if word in page.body and page.front.kind != "about" and page.id not in teaching
    ] == []


def test_law_names_keep_their_wording_in_traditional_chinese(library):
    text = "".join(page.body for page in library.pages["zh-Hant"].values() if page.derived)
    assert "反電信網絡詐騙法" in text
    for wrong in ("反電信網路詐騙法", "網路犯罪", "資訊網路", "軟體", "簡訊"):
        assert wrong not in "".join(page.body for page in library.pages["zh-Hant"].values() if page.derived), wrong


def test_traditional_pages_hold_no_simplified_character(library):
    simplified = set("骗诈转账钱电话银开关门问题们对时间说会从员请让变办证资应网络")
    mixed = []
    for page in library.pages[ZH_HANT.code].values():
        for number, line in page.outline.prose:
            if line.startswith(">"):
                continue  # words to show to somebody in the mainland stay as they are read there
            plain = re.sub(r"\[\[[^\]]*\]\]|\[\^[^\]]*\]|\([^)]*\)|（[^）]*）|\{[^}]*\}", "", line)
            if found := simplified & set(plain):
                mixed.append(f"{page.src_uri}:{number} {''.join(sorted(found))}")
    assert mixed == []


# --- data -------------------------------------------------------------------------------------------------------------


def test_a_number_belongs_to_one_contact_of_a_country(library):
    seen = Counter(
        (item.region, item.country.en if item.country else "", item.number)
        for item in library.data.contacts.values()
        if item.number
    )
    assert [key for key, count in seen.items() if count > 1] == []


def test_what_is_dialled_is_what_is_read(library):
    for key, contact in library.data.contacts.items():
        if contact.dial:
            assert re.sub(r"[ ()-]", "", contact.number) == contact.dial, key
        if contact.abroad:
            assert re.sub(r"[ -]", "", contact.abroad_number) == contact.abroad, key


def test_the_numbers_that_save_money_are_right(library):
    """The numbers that most people will dial. They are written here a second time, so that no single edit changes one."""
    numbers = {key: contact.number for key, contact in library.data.contacts.items()}
    assert {key: numbers[key] for key in ("cn-police", "cn-anti-fraud", "cn-consular", "hk-anti-scam", "mo-anti-scam", "mo-judiciary-police", "tw-anti-scam")} == {
        "cn-police": "110", "cn-anti-fraud": "96110", "cn-consular": "12308", "hk-anti-scam": "18222",
        "mo-anti-scam": "8800 7777", "mo-judiciary-police": "993", "tw-anti-scam": "165",
    }  # fmt: skip


def test_an_official_site_is_at_its_host(library):
    for key, site in library.data.domains.items():
        assert site.url.removeprefix("https://").removeprefix("www.").rstrip("/") == site.host, key


def test_every_interface_word_is_used(library, project):
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("overrides", "scripts/shizha/rendering", "scripts/shizha/documents", "scripts/shizha/publish")
        for path in (project.root / folder).rglob("*.*")
        if path.suffix in (".html", ".py")
    )
    assert [key for key in INTERFACE_WORDS if f'"{key}"' not in code and f"'{key}'" not in code] == []
