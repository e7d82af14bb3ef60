"""``check --fix``: what is mechanical is mended, what a person must decide is left, and what is right stays as it is."""

import random
import shutil

import pytest

from shizha.content import library as library_module
from shizha.content.data import DataFiles, load_data
from shizha.content.library import load_library
from shizha.mend import mend
from shizha.project import Project
from shizha.selection import Selection
from support.miniature import scam_front
from support.spoil import spoil

PAGE = "docs/zh/scams/fake-police.md"


def mended(miniature, path=PAGE):
    """What mending one file says, and the bytes that it leaves."""
    done = mend(miniature.project, Selection((path,)))
    again = mend(miniature.project, Selection((path,)))
    assert again == [], "mending twice is mending once"
    return [(item.line, item.before, item.after) for item in done], (miniature.project.root / path).read_bytes()


def with_line(miniature, line):
    """Put ``line`` in place of one sentence of the page; returns its number and what the page was."""
    text = (miniature.project.root / PAGE).read_text(encoding="utf-8")
    at = text.split("\n").index("改密码。") + 1
    miniature.edit(PAGE, "改密码。", line)
    return at, text


def test_the_real_content_needs_no_mending(project, tmp_path):
    for folder in ("docs", "data"):
        shutil.copytree(project.root / folder, tmp_path / folder)
    assert mend(Project(tmp_path), Selection()) == []
    for folder in ("docs", "data"):
        for file in (project.root / folder).rglob("*.*"):
            assert (tmp_path / file.relative_to(project.root)).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("stored", "says"),
    [
        (lambda text: b"\xef\xbb\xbf" + text.encode(), (1, "UTF-8 + BOM", "UTF-8")),
        (lambda text: text.replace("\n", "\r\n").encode(), (1, "CRLF", "LF")),
        (lambda text: text.replace("\n", "\r\r\n").encode(), (1, "CRLF", "LF")),
        (lambda text: text.replace("\n", "\r").encode(), (1, "CR", "LF")),
        (lambda text: text.encode("utf-16"), (1, "UTF-16", "UTF-8")),
    ],
    ids=["byte-order-mark", "crlf", "doubled", "cr", "utf-16"],
)
@pytest.mark.parametrize("path", [PAGE, "data/fields.yml"])
def test_how_a_file_is_stored(miniature, stored, says, path):
    file = miniature.project.root / path
    text = file.read_text(encoding="utf-8")
    file.write_bytes(stored(text))
    assert mended(miniature, path) == ([says], text.encode())


def test_the_end_of_the_last_line(miniature):
    file = miniature.project.root / PAGE
    text = file.read_text(encoding="utf-8")
    last = text.count("\n")
    file.write_text(text.rstrip("\n"), encoding="utf-8")
    assert mended(miniature) == ([(last, "…", "…\\n")], text.encode())
    file.write_text(text + "\n  \n", encoding="utf-8")
    assert mended(miniature) == ([(last, "\\n\\n", "\\n")], text.encode())


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("　　改密码，再改别处的。", "改密码，再改别处的。"),
        ("> 　　先别转。", "> 先别转。"),
        ("-　改密码", "- 改密码"),
        ("12.　改密码", "12. 改密码"),
        ("改密码。　", "改密码。"),
        ("改密码。 ", "改密码。"),
        ("改\u200b密\ufeff码。", "改密码。"),
        ("改密码，再打⻚面上的电话。", "改密码，再打页面上的电话。"),
        ("ＡＰＰ里改密码。", "APP里改密码。"),
        ("打９６１１０问。", "打[[tel:cn-anti-fraud]]问。"),
        ("打96110问。", "打[[tel:cn-anti-fraud]]问。"),
        ("打【【tel：cn-police】】问。", "打[[tel:cn-police]]问。"),
        ("打[[tel: cn-police ]]问。", "打[[tel:cn-police]]问。"),
        ("法律有规定。【＾law-anti-fraud】", "法律有规定。[^law-anti-fraud]"),
        ("看[紧急页]（../emergency.md#call）。", "看[紧急页](../emergency.md#call)。"),
    ],
)
def test_a_line_of_the_body(miniature, typed, right):
    line, text = with_line(miniature, typed)
    done, raw = mended(miniature)
    assert raw.decode() == text.replace("改密码。", right)
    assert {item[0] for item in done} == {line}


@pytest.mark.parametrize(
    "typed", ["## 变种{#variants}", "## 变种 ｛ ＃variants ｝", "##　变种　{ #variants }", "##变种 { #variants }"]
)
def test_a_heading_with_its_id(miniature, typed):
    text = (miniature.project.root / PAGE).read_text(encoding="utf-8")
    miniature.edit(PAGE, "## 变种 { #variants }", typed)
    _, raw = mended(miniature)
    assert raw.decode() == text


@pytest.mark.parametrize(
    "line",
    [
        "改密码。  ",  # two spaces are a line break
        "`【【tel：cn-police】】`",
        "改密\u202e码。",  # who turned the text, and why, is for a person to find out
        "用Wеchаt联系。",
        "　　- 一项",
        "一　二",
        "她说：【^-^】（笑）",
        "[紧急页]（见附件）",
        "# 变种",
        "#变种",
    ],
)
def test_what_a_person_must_decide_is_left(miniature, line):
    with_line(miniature, line + "\n改。")
    before = (miniature.project.root / PAGE).read_bytes()
    assert mended(miniature) == ([], before)


def test_code_is_left_alone(miniature):
    with_line(miniature, "```\n　　x \n【【tel：cn-police】】\n##y\n打96110\n```\n\n或者`打96110`。")
    before = (miniature.project.root / PAGE).read_bytes()
    assert mended(miniature) == ([], before)


@pytest.mark.parametrize(
    ("right", "typed"),
    [
        ("reviewed: 2026-11-24", "reviewed：2026-11-24"),
        ("reviewed: 2026-11-24", "reviewed:2026-11-24"),
        ("reviewed: 2026-11-24", "reviewed: 2026/11/24"),
        ("reviewed: 2026-11-24", "reviewed: 2026.11.24"),
        ("reviewed: 2026-11-24", "reviewed: 2026年11月24日"),
        ("reviewed: 2026-11-24", 'reviewed: "2026-11-24"'),
        ("reviewed: 2026-11-24", "reviewed: ２０２６-11-24　"),
        ("review_in: 6 months", "review_in: 6个月"),
        ("review_in: 6 months", "review_in：6 month"),
        ("routes: [phone]", "routes： 【phone】"),
        ("audience: [everyone]", "audience: [everyone ]"),
    ],
)
def test_a_line_of_front_matter(miniature, right, typed):
    text = (miniature.project.root / PAGE).read_text(encoding="utf-8")
    miniature.edit(PAGE, right, typed)
    done, raw = mended(miniature)
    assert raw.decode() == text and len(done) == 1


def test_days_get_both_their_digits_and_ids_their_commas(miniature):
    miniature.write(PAGE, scam_front(reviewed="2026-1-5", audience="[everyone、students，elders]") + "\n文字。\n")
    _, raw = mended(miniature)
    assert "reviewed: 2026-01-05\n" in raw.decode() and "audience: [everyone, students, elders]\n" in raw.decode()


@pytest.mark.parametrize(
    "line",
    [
        "reviewed: 2026-02-30",
        "reviewed: 26/11/24",
        "reviewed: 24/11/2026",
        'title: "“警察”，打电话说我涉案"',
        "aliases: [假警察，冒充公检法]",
        "description: 2026/11/27这天接到电话：怎么办",
    ],
)
def test_words_and_days_that_mean_nothing_certain_are_left(miniature, line):
    key = line.split(":")[0]
    front = scam_front(**{key: line.split(": ", 1)[1]})
    miniature.write(PAGE, front + "\n文字。\n")
    assert mended(miniature)[0] == []


def test_keys_get_their_order_with_their_comments_and_lists(miniature):
    front = scam_front(sources="", reviewed="", order="").removesuffix("---\n")
    typed = front + "order: 10\n# 出处\nsources:\n  - law-anti-fraud\nreviewed: 2026-11-24\n---\n\n文字。\n"
    miniature.write(PAGE, typed)
    done, raw = mended(miniature)
    text = raw.decode()
    assert text.index("# 出处\nsources:\n  - law-anti-fraud\n") < text.index("reviewed:") < text.index("review_in:")
    assert [item[1:] for item in done] == [
        ("review_in, order, sources, reviewed", "sources, reviewed, review_in, order")
    ]


def test_indentation_of_data_that_yaml_cannot_read(miniature):
    file = miniature.project.data / "terms.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\n  - ", "\n　- ", 1).replace("\n  - ", "\n\t- "), encoding="utf-8")
    _, raw = mended(miniature, "data/terms.yml")
    assert raw.decode() == text


def test_spaces_that_yaml_reads_as_text_are_left(miniature):
    miniature.write(PAGE, scam_front(description="|\n  说明 \n  　说明") + "\n文字。\n")
    assert mended(miniature)[0] == []


@pytest.mark.parametrize("raw", [b"", b"\n\n", b"\x00\x01", "中文".encode("gbk"), b"x" * 300_000, b"\xff\xfe\x00"])
def test_what_is_no_text_is_left(miniature, raw):
    miniature.write(PAGE, raw)
    assert mended(miniature) == ([], raw)


def test_only_what_was_asked_for_is_mended(miniature):
    miniature.edit("docs/zh/emergency.md", "现在就做 {", "现在就做　{")
    assert mended(miniature) == ([], (miniature.project.root / PAGE).read_bytes())


def test_a_file_that_cannot_be_replaced_stays_whole(miniature, monkeypatch):
    with_line(miniature, "改密码。　")
    before = (miniature.project.root / PAGE).read_bytes()

    def full(*arguments, **options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shizha.mend.mended.shutil.copymode", full)
    with pytest.raises(OSError, match="No space"):
        mend(miniature.project, Selection())
    assert (miniature.project.root / PAGE).read_bytes() == before
    assert not list((miniature.project.docs / "zh/scams").glob(".*"))


def test_permissions_stay(miniature):
    file = miniature.project.root / PAGE
    with_line(miniature, "改密码。　")
    file.chmod(0o640)
    mended(miniature)
    assert file.stat().st_mode & 0o777 == 0o640


def test_whatever_is_written_mending_twice_is_mending_once(miniature, project, monkeypatch):
    """And what could be read before can be read after."""
    # The data stays as it is and is not read again and again: this is about pages.
    data = DataFiles(load_data(miniature.project.data).data, {}, [])
    monkeypatch.setattr(library_module, "load_data", lambda folder: data)
    texts = [path.read_text(encoding="utf-8") for path in sorted((project.docs / "zh").rglob("*.md"))[:20]]
    base = random.randrange(10**9)
    for number in range(100):
        chance = random.Random(base + number)
        miniature.write(PAGE, spoil(chance.choice(texts), chance))
        known = load_library(miniature.project).source("scams/fake-police")
        mend(miniature.project, Selection((PAGE,)))
        assert mend(miniature.project, Selection((PAGE,))) == [], f"seed {base + number}"
        if known:
            assert load_library(miniature.project).source("scams/fake-police"), f"seed {base + number}"
