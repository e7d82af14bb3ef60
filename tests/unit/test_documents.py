"""A page with everything that may stand in one, as Word document and as slides."""

import pytest
from docx.oxml.ns import qn

from shizha.content.languages import EN, ZH, ZH_HANT
from shizha.documents import pandoc, workshop
from shizha.documents.offers import offers_of, size
from shizha.documents.pandoc import ConverterFailed, default_reference
from shizha.documents.typography import BOARD, LOOKS, TYPEFACES
from shizha.documents.word_reference import styles_named, word_reference
from shizha.documents.workshop import Workshop
from shizha.rendering.expand import expand
from support.miniature import plain_front, translated_front
from support.office import Slides, Word

LESSON = """
## 目标 { #goal }

1. 说出**三件事**，在[[field:school]]。

## 准备 { #needs }

- 纸

## 词 { #words }

- **验证码**：钥匙。

## 时间 { #steps }

| 分钟 | 做什么 |
|---|---|
| 40 | 上课 |

## 怎么讲 { #script }

念有竖线的话。

### 热身 { #warm-up }

> 第一句要念的话。第二句。

等一等。

### 练习 { #practise }

**卡片：**

| 号 | 话 |
|---|---|
ROWS

### 收尾 { #wrap-up }

ITEMS

## 出门条 { #exit-ticket }

> 写一句。

## 带回家 { #take-home }

看[紧急页](../../emergency.md#call)。打[[tel:cn-police]]。[^law-anti-fraud]

## 答案 { #answers }

- 甲对。

## 一分钟 { #one-minute }

> 念。

## 没有投影 { #no-projector }

一样。
"""

LETTER = """
/// note | 怎么用
先填空。
///

## 信 { #letter }

> **致家长**
>
> 各位家长：
>
> [[field:school]]请看[[site:npc-laws]]。
>
> 署名[[field:date]]

- [ ] 看过了

## 回执 { #slip }

| 班 | 数 |
|---|---|
| [[field:class]] |  |
"""


@pytest.fixture
def kit(miniature):
    """A project with a kit of a lesson and a letter."""
    rows = "\n".join(
        f"| {number} | 第{number}张卡片上的话，有点长，要占满一行多，好让表格分成几页 |" for number in range(1, 25)
    )
    items = "\n".join(f"{number}. 第{number}件事" for number in range(1, 15))
    lesson = plain_front(
        "material", "班会", kit="schools/tiny", form="lesson", minutes="40", sources="[law-anti-fraud]"
    )
    letter = plain_front("material", "家长信", kit="schools/tiny", form="letter")
    miniature.write("docs/zh/schools/tiny/index.md", plain_front("kit", "小活动") + "\n## 用 { #use }\n\n看。\n")
    miniature.write("docs/zh/schools/tiny/lesson.md", lesson + LESSON.replace("ROWS", rows).replace("ITEMS", items))
    miniature.write("docs/zh/schools/tiny/letter.md", letter + LETTER)
    miniature.write("docs/en/schools/tiny/letter.md", translated_front("Letter to parents") + LETTER)
    return miniature


def rendered(library, page):
    """The HTML of a page, as the generator makes it."""
    from markdown import Markdown

    extensions = ["attr_list", "tables", "shizha.rendering.parts", "pymdownx.blocks.admonition"]
    return (
        Markdown(extensions=extensions)
        .convert(expand(library, page))
        .replace("../../emergency.md", "../../../emergency/")
    )


def made(kit, *wanted):
    """The workshop after making the documents of ``wanted`` (language, page id), and these."""
    library = kit.library()
    shop = Workshop(library)
    pages = [library.page(language, page_id) for language, page_id in wanted]
    for page in pages:
        shop.take(page, rendered(library, page))
    shop.make()
    return library, [document for page in pages for document in shop.of(page)]


def test_a_lesson_becomes_a_word_document_and_slides_beside_its_page(kit):
    _, documents = made(kit, (ZH, "schools/tiny/lesson"), (ZH_HANT, "schools/tiny/letter"))
    assert [document.url for document in documents] == [
        "schools/tiny/lesson/lesson.docx",
        "schools/tiny/lesson/lesson.pptx",
        "zh-Hant/schools/tiny/letter/letter.docx",
    ]


def test_a_word_document_says_its_sources_and_where_links_lead(kit):
    _, (document, _) = made(kit, (ZH, "schools/tiny/lesson"))
    word = Word(document.content)
    assert "打110。[1]" in word.text
    assert "文中提到的网页我被骗了https://shizha.example/emergency/" in word.text
    assert "中华人民共和国反电信网络诈骗法" in word.text
    links = [relation.target_ref for relation in word.document.part.rels.values() if relation.is_external]
    assert links == ["https://shizha.example/emergency/#call"]


def test_a_letter_is_set_as_letters_are(kit):
    _, (document,) = made(kit, (ZH, "schools/tiny/letter"))
    word = Word(document.content)
    styles = {"".join(paragraph.text.split()): paragraph.style.name for paragraph in word.document.paragraphs}
    assert (
        styles["致家长"] == "Piece Title" and styles["各位家长："] == "Salutation" and styles["□看过了"] == "Tick Item"
    )
    assert "(flk.npc.gov.cn)" in word.text
    assert word.text.startswith("家长信小活动·信怎么用先填空。里面有信回执信")


POSTER = """
## 海报 { #poster }

> **先挂断，再打过去问。**

## 长的 { #long }

> **要说的多**
>
LONG

## 问 { #questions }

**1.** 谁可以看您的手机屏幕？（　　）

- A　客服
- B　谁都不可以
"""


def poster(kit, **front):
    """The Word document of a board, with more in its front matter."""
    front = plain_front("material", "海报", kit="schools/tiny", form="board", **front)
    long = "\n>\n".join(f"> 第{number}句，说一件要记住的事，长到占满一行还要再多一点。" for number in range(30))
    kit.write("docs/zh/schools/tiny/poster.md", front + POSTER.replace("LONG", long))
    return Word(made(kit, (ZH, "schools/tiny/poster"))[1][0].content)


def styles_of(word):
    """The name of the style of each paragraph, in tables too, by its words."""
    names = {style.style_id: style.name for style in word.document.styles}
    paragraphs = word.document.element.body.iter(qn("w:p"))
    return {"".join(node.text for node in p.iter(qn("w:t"))): names[p.style] for p in paragraphs if p.style}


def test_what_is_hung_is_as_large_as_its_sheet_allows(kit):
    styles = styles_of(poster(kit))
    assert styles["先挂断，再打过去问。"] == "Frame Title 64"
    assert styles["要说的多"] == "Piece Title"


def test_nothing_for_elders_is_smaller_than_14_points(kit):
    word = poster(kit, audience="[elder]")
    sizes = {name: word.document.styles[name].font.size.pt for name in ("Body Text", "Compact", "Table Text", "Note")}
    assert set(sizes.values()) == {14}
    assert word.document.sections[0].left_margin.mm == pytest.approx(20, abs=0.5)


def test_every_style_that_a_document_uses_is_one_of_the_reference_s(kit):
    used = {name.lower() for name in styles_of(poster(kit)).values()}
    known = styles_named(word_reference(default_reference("reference.docx"), "zh", BOARD))
    assert used <= {name.lower() for name in known}


def test_each_part_of_what_is_handed_out_begins_a_sheet(kit):
    paragraphs = poster(kit).document.paragraphs
    starts = [p.text for p in paragraphs if p.paragraph_format.page_break_before]
    assert starts == ["海报", "长的", "问"]


def test_answers_stay_with_their_question_and_have_one_mark(kit):
    styles = styles_of(poster(kit))
    assert styles["1. 谁可以看您的手机屏幕？（\u00a0\u00a0\u00a0\u00a0）"] == "Question"
    assert (styles["A　客服"], styles["B　谁都不可以"]) == ("Choice", "Choice End")


def test_a_cell_is_the_line_of_its_blank(kit):
    _, (document,) = made(kit, (ZH, "schools/tiny/letter"))
    xml = Word(document.content).document.element.xml
    assert xml.count('w:rStyle w:val="BlankCell"') == 1 and xml.count('w:rStyle w:val="Blank"') == 2


def test_the_same_words_are_made_once(kit, monkeypatch):
    _, first = made(kit, (ZH, "schools/tiny/letter"), (EN, "schools/tiny/letter"))
    monkeypatch.setattr(workshop, "convert", lambda *_: pytest.fail("made again"))
    _, again = made(kit, (ZH, "schools/tiny/letter"), (EN, "schools/tiny/letter"))
    assert [document.content for document in again] == [document.content for document in first]


def test_equal_words_give_equal_bytes_without_a_cache(kit):
    _, first = made(kit, (ZH, "schools/tiny/lesson"))
    for entry in kit.project.cache.rglob("*"):
        if entry.is_file():
            entry.write_bytes(b"")
    _, again = made(kit, (ZH, "schools/tiny/lesson"))
    assert [document.content for document in again] == [document.content for document in first]


def test_slides_hold_what_pupils_see_and_notes_what_the_teacher_says(kit):
    _, (_, document) = made(kit, (ZH, "schools/tiny/lesson"))
    slides = {}
    for title, text, notes in Slides(document.content).slides:
        slides.setdefault(title, []).append((text, notes))
    assert list(slides) == ["班会", "目标", "词", "热身", "卡片", "收尾", "出门条"]
    (warm_up,) = slides["热身"]
    assert "第一句要念的话。" in warm_up[0] and "第二句" not in warm_up[0]
    assert warm_up[1] == "〔念有竖线的话。〕第一句要念的话。第二句。〔等一等。〕"
    assert "甲对。" in slides["出门条"][0][1]


def test_a_blank_on_a_slide_is_marked_with_its_field(kit):
    _, (_, document) = made(kit, (ZH, "schools/tiny/lesson"))
    slides = {slide.shapes.title.text_frame.text: slide for slide in Slides(document.content).presentation.slides}
    assert 'bmk="field:school"' in slides["目标"].shapes[1]._element.xml
    assert 'bmk="field:school"' in slides["目标"].notes_slide.notes_text_frame._txBody.xml


def test_long_lists_and_tables_go_on_over_slides_and_lose_nothing(kit):
    _, (_, document) = made(kit, (ZH, "schools/tiny/lesson"))
    presentation = Slides(document.content)
    tables = [text for title, text, _ in presentation.slides if title == "卡片"]
    assert len(tables) > 1 and all(text.startswith("卡片号话") for text in tables)
    assert all(f"第{number}张卡片" in "".join(tables) for number in range(1, 25))
    lists = [slide for slide in presentation.presentation.slides if slide.shapes.title.text_frame.text == "收尾"]
    assert len(lists) == 2
    assert 'startAt="9"' in lists[1].shapes[1]._element.xml


def test_a_converter_that_fails_says_so(kit, monkeypatch):
    monkeypatch.setattr(pandoc, "pandoc_program", lambda: kit.project.root / "no-such-program")
    with pytest.raises(ConverterFailed, match="no-such-program"):
        made(kit, (ZH, "schools/tiny/letter"))


def test_work_is_shared_between_processes_by_its_size():
    jobs = [{"html": "x" * length} for length in (90_000, 10_000, 10_000, 10_000)]
    assert [len(share) for share in pandoc._shares(jobs, 2)] == [1, 3]
    assert len(pandoc._shares(jobs[:1], 4)) == 1


def test_every_look_has_the_styles_that_documents_ask_for():
    default = default_reference("reference.docx")
    for language in TYPEFACES:
        for look in LOOKS:
            styles = styles_named(word_reference(default, language, look))
            assert {"Piece Title", "Spoken", "Table Text", "Note", "Blank", "Tick Item", "End Text"} <= styles


def test_a_reader_is_told_what_is_to_be_had_and_how_large_it_is(kit):
    library, documents = made(kit, (ZH, "schools/tiny/lesson"))
    word, slides = offers_of(library, documents, EN)
    assert (word.name, word.url, word.format) == ("Download for Word", "schools/tiny/lesson/lesson.docx", "docx")
    assert slides.file_name == "小活动-班会.pptx" and slides.size.endswith(" KB")
    assert (size(10), size(25_000), size(3_000_000)) == ("1 KB", "24 KB", "2.9 MB")
