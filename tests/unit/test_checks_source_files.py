"""SZ101–SZ107: one clear finding at the right line for every way in which a file can be wrong."""

import pytest

from support.miniature import PAGES, SCAM_BODY_ZH, plain_front, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def found(miniature):
    return [(item.path, item.line, item.rule, item.message.en) for item in miniature.findings()]


@pytest.mark.parametrize(
    ("content", "rule", "line", "message"),
    [
        (b"", "SZ101", 1, "The file is empty"),
        (b"\xef\xbb\xbf---\n", "SZ101", 1, "The file begins with an invisible byte-order mark"),
        (b"---\rkind: help\r---\r", "SZ101", 1, "Line ends are in Windows form (CRLF)"),
        (b"---\n? [a]\n: b\n---\n", "SZ102", 2, "What stands before the colon must be one word"),
        ("---\n标题".encode("utf-16"), "SZ101", 1, "The file is in UTF-16"),
        (
            "---\n标题: 骗\n---\n".encode("gbk"),
            "SZ101",
            2,
            "From here on this is not UTF-8; it was probably saved as GBK",
        ),
        (b"---\r\nkind: help\r\n---\r\n", "SZ101", 1, "Line ends are in Windows form (CRLF)"),
        (b"---\nkind: help\0\n---\n", "SZ101", 2, "The file holds a NUL character and is not text"),
        (b"x" * 20_000_000, "SZ101", 1, "The file is over 256 kB; no page of text is that large"),
        (b"---\nkind: [help\n---\n", "SZ102", 2, "The square bracket after “kind” has no partner"),
        (b"---\na:\n\tb: 1\n---\n", "SZ102", 3, "Indented with a tab"),
        (b"---\na: " + b"[\n" * 10_000 + b"---\n", "SZ102", 13, "Nested too deeply"),
        (b"---\na: &x 1\nb: *x\n---\n", "SZ102", 2, "Anchors and aliases (& and *) are not allowed"),
        (b"---\na: !!python/object:os.system x\n---\n", "SZ102", 2, None),
        (b"---\na: " + b"[" * 100 + b"\n---\n", "SZ102", 2, "Nested too deeply"),
        (b"---\na: " + b"[" * 10_000 + b"\n---\n", "SZ101", 2, "This line has more than 4000 characters"),
        (b"---\nkind: help\n---\n" + b" " * 400 + b"- x\n", "SZ101", 4, "This line is indented too far"),
        (b"---\nkind: help\nkind: help\n---\n", "SZ102", 3, "“kind” is given twice, first on line 2"),
        (b"hello\n", "SZ103", 1, "The first line should be ---"),
        (b"---\nkind: help\n\ntext\n", "SZ103", 3, "The front matter has no closing ---"),
        (b"---\n- kind\n---\n", "SZ103", 2, "Front matter should be lines like “title: …”"),
        (b"---\nname: x\n---\n", "SZ105", 2, "kind is missing: what sort of page this is"),
        (b"---\nkind: scams\n---\n", "SZ106", 2, "kind cannot be “scams”"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_finding(miniature, content, rule, line, message):
    miniature.write("docs/zh/check.md", content)
    ((path, found_line, found_rule, text),) = found(miniature)
    assert (path, found_line, found_rule) == ("docs/zh/check.md", line, rule)
    assert message in (None, text)


BOMB = b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("content", "rule", "line", "message"),
    [
        (b"", "SZ101", 1, "The file is empty"),
        (b"\xef\xbb\xbfa: b\n", "SZ101", 1, "The file begins with an invisible byte-order mark"),
        ("a: 骗".encode("utf-16"), "SZ101", 1, "The file is in UTF-16"),
        ("a: 骗".encode("utf-16-le"), "SZ101", 1, "The file holds a NUL character and is not text"),
        ("a: 标题\n".encode("gbk"), "SZ101", 1, "From here on this is not UTF-8; it was probably saved as GBK"),
        (b"a: b\r\nc: d\r\n", "SZ101", 1, "Line ends are in Windows form (CRLF)"),
        (b"a: b\rc: d\r", "SZ101", 1, "Line ends are in Windows form (CRLF)"),
        (b"a: \0\n", "SZ101", 1, "The file holds a NUL character and is not text"),
        (b"- x\n" * 5_000_000, "SZ101", 1, "The file is over 256 kB; no page of text is that large"),
        (b"a: " + b"[\n" * 10_000, "SZ102", 12, "Nested too deeply"),
        (b"a: " + b"{a: " * 900, "SZ102", 1, "Nested too deeply"),
        (b"a:\n  " + b"- " * 1500 + b"x\n", "SZ102", 2, "Nested too deeply"),
        (b"".join(b" " * depth + b"a:\n" for depth in range(300)), "SZ101", 42, "This line is indented too far"),
        (BOMB, "SZ102", 1, "Anchors and aliases (& and *) are not allowed"),
        (b"a: !!python/object/apply:os.system [id]\n", "SZ102", 1, None),
        (b"a: !x y\n", "SZ102", 1, "YAML tags are not allowed: !x"),
        (b"a:\n\tb: c\n", "SZ102", 2, "Indented with a tab"),
        (b"a: 1\na: 2\n", "SZ102", 2, "“a” is given twice, first on line 1"),
        (b"? [a]\n: b\n", "SZ102", 1, "What stands before the colon must be one word"),
        (b"a: b\n---\nc: d\n", "SZ102", 2, "There is another line of --- here"),
        (b'a: "open\n', "SZ102", 1, "The quotation mark after “a” has no partner"),
        (b"- a\n", "SZ106", 1, "The file should be lines of “key: value”"),
        (b"words\n", "SZ106", 1, "The file should be lines of “key: value”"),
        (b"a: " + b"9" * 3900 + b"\n", "SZ106", 1, None),
    ],
)
def test_a_data_file_that_cannot_be_read_is_one_finding(miniature, content, rule, line, message):
    miniature.write("data/fields.yml", content)
    ((path, found_line, found_rule, text),) = found(miniature)
    assert (path, found_line, found_rule) == ("data/fields.yml", line, rule)
    assert message in (None, text) and len(text) < 200


def write_scam(miniature, **changes):
    miniature.write(PAGE, scam_front(**changes) + SCAM_BODY_ZH)


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"verdict": ""}, "SZ105", "“verdict” is missing"),
        ({"audiance": "[everyone]"}, "SZ104", "Unknown key “audiance”"),
        ({"title": "~"}, "SZ106", "“title” is empty"),
        ({"form": "kind"}, "SZ106", "“form” cannot be “kind”"),
        ({"phrases": "[一, 二]"}, "SZ106", "“phrases” takes at least 5 items and has 2"),
        ({"phrases": "一二三"}, "SZ106", "“phrases” should be a list"),
        ({"reviewed": "2026-13-01"}, "SZ106", "“reviewed” should be a date, and is “2026-13-01”"),
        ({"review_in": "half a year"}, "SZ106", "“review_in” has the wrong form: “half a year”"),
        ({"turn": "0"}, "SZ106", "“turn” is “0”, which is out of range"),
        ({"title": "[a]"}, "SZ106", "“title” should be a line of text"),
    ],
)
def test_a_key_that_is_wrong_is_one_finding_at_its_line(miniature, changes, rule, message):
    write_scam(miniature, **changes)
    ((path, line, found_rule, text),) = found(miniature)
    assert (path, found_rule, text) == (PAGE, rule, message)
    key = next(iter(changes))
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert lines[line - 1].startswith(key) or rule == "SZ105"


def test_a_misspelt_key_is_told_its_name(miniature):
    write_scam(miniature, audiance="[everyone]")
    (finding,) = miniature.findings()
    assert finding.hint.en == "Did you mean audience?"


def test_allowed_values_are_printed(miniature):
    write_scam(miniature, form="kind")
    (finding,) = miniature.findings()
    assert finding.hint.en == "It can be: 'type', 'technique' or 'offence'"


def test_a_translation_cannot_carry_what_follows_the_source(miniature):
    miniature.edit("docs/en/emergency.md", "name:", "reviewed: 2026-01-01\nname:")
    (finding,) = miniature.findings()
    assert (finding.rule, finding.line) == ("SZ104", 2)
    assert finding.message.en == "A translation cannot carry “reviewed”; it follows the Chinese page"


def test_a_translation_without_a_source_is_an_orphan(miniature):
    miniature.write("docs/en/nothing.md", "---\nname: x\n---\n")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("docs/en/nothing.md", "SZ107")


def test_two_files_of_one_address_are_refused(miniature):
    miniature.write("docs/zh/scams.md", plain_front("section", "骗局") + "\n文字\n")
    assert "SZ107" in [item.rule for item in miniature.findings()]


def test_a_data_file_has_findings_too(miniature):
    miniature.edit("data/contacts.yml", "cn-police:\n  region: mainland", "cn-police:\n  region: main land")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("data/contacts.yml", "SZ106")
    lines = (miniature.project.data / "contacts.yml").read_text(encoding="utf-8").splitlines()
    assert lines[finding.line - 1] == "  region: main land"


def test_the_miniature_is_sound(miniature):
    assert found(miniature) == []
    assert "zh/emergency.md" in PAGES


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("docs/zh/evil.html", "Only .md pages and pictures belong in docs/"),
        ("docs/zh/assets/shizha.js", "Only .md pages and pictures belong in docs/"),
        ("docs/zh/x.markdown", "Only .md pages and pictures belong in docs/"),
        ("docs/stray.md", "A page belongs in the folder of a language"),
        ("docs/fr/index.md", "A page belongs in the folder of a language"),
        ("docs/zh/Foo Bar 页.md", "The file's name cannot be an address"),
        ("docs/zh/.hidden.md", "The file's name cannot be an address"),
        ("docs/zh/en/emergency.md", "The file's name cannot be an address"),
        ("docs/zh/scams/README.md", "The file's name cannot be an address"),
        ("data/evil.yml", "Only the known .yml files belong in data/"),
        ("data/more.csv", "Only the known .yml files belong in data/"),
    ],
)
def test_a_file_that_does_not_belong_is_named(miniature, path, message):
    miniature.write(path, plain_front("guide", "甲") + "\n文字\n")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule, finding.message.en) == (path, "SZ108", message)


@pytest.mark.parametrize(
    "link", ["docs/zh/linked.md", "docs/zh/note.txt", "docs/zh/pictures", "data/schema/x.json", "data/fields.yml"]
)
def test_a_link_is_refused_and_what_it_leads_to_is_not_shown(miniature, tmp_path, link):
    secret = tmp_path / "secret"
    secret.write_text("password: {zh: hunter2, en: hunter2}\n", encoding="utf-8")
    path = miniature.project.root / link
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.symlink_to(secret)
    found = [item for item in miniature.findings() if item.path == link or item.path.startswith("/")]
    assert found and all(item.rule == "SZ108" for item in found)
    assert "hunter2" not in str(miniature.findings())


@pytest.mark.parametrize("page", ["index", "emergency"])
def test_a_site_needs_its_first_pages(miniature, page):
    for language in ("zh", "en", "zh-Hant"):
        (miniature.project.docs / language / f"{page}.md").unlink(missing_ok=True)
    assert ("SZ109", f"docs/zh/{page}.md") in [(item.rule, item.path) for item in miniature.findings()]


def test_a_misspelt_key_of_a_data_file_is_told_its_name(miniature):
    miniature.edit("data/contacts.yml", "  public_calls: true", "  publik_calls: true")
    hints = [item.hint.en for item in miniature.findings() if item.rule == "SZ104"]
    assert hints == ["Did you mean public_calls?"]


def test_a_button_without_a_number_is_refused(miniature):
    miniature.edit("data/contacts.yml", '  dial: "110"\n', "")
    (finding,) = miniature.findings()
    assert (finding.rule, finding.message.en) == ("SZ106", "“cn-police” is to be dialled but has no number and dial")


def test_an_interface_word_that_is_missing_is_a_finding(miniature):
    miniature.edit("data/strings.yml", "skip: {zh: 跳到正文, en: Skip to the text}\n", "")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule, finding.message.en) == ("data/strings.yml", "SZ105", "“skip” is missing")


def test_a_day_far_ahead_is_out_of_range(miniature):
    write_scam(miniature, reviewed="9999-12-01")
    assert [(item.rule, item.message.zh[:6]) for item in miniature.findings()] == [("SZ106", "“reviewed"[:6])]
