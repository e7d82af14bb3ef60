from shizha.content.languages import EN, ZH, ZH_HANT
from support.miniature import plain_front, translated_front


def test_pages_are_loaded_once_under_their_ids(miniature):
    library = miniature.library()
    assert library.problems == []
    assert library.ids() == ("contacts", "emergency", "index", "scams", "scams/fake-police")


def test_a_translation_takes_the_rest_from_its_source(miniature):
    library = miniature.library()
    page = library.page(EN, "emergency")
    assert page.front.title == "I’ve been scammed"
    assert page.front.contacts == ["cn-police"]
    assert page.front.reviewed == library.source("emergency").front.reviewed
    assert page.front.aliases == []  # words in another language are not taken over


def test_zh_hant_is_derived_where_nobody_wrote_it(miniature):
    library = miniature.library()
    derived = library.page(ZH_HANT, "scams/fake-police")
    assert derived.derived and derived.front.name == "冒充公檢法" and derived.front.phrases[0] == "一"
    assert derived.src_uri == "zh-Hant/scams/fake-police.md"
    assert not library.page(ZH_HANT, "emergency").derived


def test_a_missing_translation_falls_back_to_the_source(miniature):
    library = miniature.library()
    assert library.page(EN, "scams/fake-police") is None
    assert library.edition(EN, "scams/fake-police").language is ZH
    assert library.languages_of("scams/fake-police") == [ZH, ZH_HANT]


def test_children_come_in_their_order(miniature):
    miniature.write("docs/zh/scams/alpha.md", plain_front("guide", "甲", order="5") + "\n文字\n")
    miniature.write("docs/zh/scams/deep/page.md", plain_front("guide", "乙", order="1") + "\n文字\n")
    assert [page.id for page in miniature.library().children(ZH, "scams")] == ["scams/alpha", "scams/fake-police"]


def test_a_broken_page_is_a_problem_and_the_others_load(miniature):
    miniature.write("docs/zh/check.md", "没有 front matter\n")
    library = miniature.library()
    assert [problem.error.code for problem in library.problems] == ["no-front-matter"]
    assert "emergency" in library.ids()


def test_a_translation_of_a_broken_page_is_not_blamed(miniature):
    miniature.write("docs/zh/check.md", "没有 front matter\n")
    miniature.write("docs/en/check.md", translated_front("Check") + "\ntext\n")
    assert [item.path for item in miniature.findings()] == ["docs/zh/check.md"]


def test_a_symbolic_link_is_not_read(miniature, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    (miniature.project.docs / "zh" / "linked.md").symlink_to(secret)
    library = miniature.library()
    assert "linked" not in library.ids()
    assert [problem.error.code for problem in library.problems] == ["symbolic-link"]
