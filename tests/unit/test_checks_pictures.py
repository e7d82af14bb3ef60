"""SZ701–SZ707: pictures and the pages that show them."""

import pytest

from shizha.checks import pictures, run_checks
from support.pictures import SVG, jpeg, png, svg

PAGE = "docs/zh/scams/index.md"
PICTURE = "docs/images/stop.svg"


def show(miniature, target="../../images/stop.svg"):
    miniature.edit(PAGE, "按家族找。", f"按家族找。\n\n![停下的手势]({target})")


def found(miniature):
    return [(item.path, item.rule, item.message.en) for item in pictures.check(miniature.library())]


def test_a_picture_that_a_page_shows_is_fine(miniature):
    miniature.write(PICTURE, SVG)
    show(miniature)
    assert found(miniature) == [] and miniature.findings() == []


@pytest.mark.parametrize(
    ("name", "raw", "rule", "message"),
    [
        ("stop.png", jpeg(), "SZ701", "The content is not .png"),
        ("stop.png", png()[:-5], "SZ701", "The picture cannot be read to its end"),
        ("stop.png", png() + b"x" * 200_000, "SZ702", "The picture is over 200 kB"),
        ("stop.png", png(2401, 2), "SZ702", "The picture has 2401×2 pixels"),
        ("stop.png", png(2, 2, (b"tEXt", b"Author\0x")), "SZ703", "The picture carries tEXt"),
        ("stop.svg", svg("<script/>"), "SZ704", "An SVG may not hold <script>"),
        ("stop.svg", svg("<text>打96101</text>"), "SZ704", "The picture shows the number “96101”"),
        ("stop.svg", svg("<text>138</text><text>0013</text><text>8000</text>"), "SZ704", None),
    ],
)
def test_a_picture_that_will_not_do_is_one_finding(miniature, name, raw, rule, message):
    miniature.write(f"docs/images/{name}", raw)
    show(miniature, f"../../images/{name}")
    ((path, found_rule, text),) = found(miniature)
    assert (path, found_rule) == (f"docs/images/{name}", rule) and message in (None, text)


def test_a_fault_of_a_drawing_is_told_at_its_line(miniature):
    miniature.write(PICTURE, svg("<g>\n</g>\n<script/>"))
    show(miniature)
    (finding,) = pictures.check(miniature.library())
    assert finding.line == 4


def test_labels_of_a_chart_are_no_number(miniature):
    miniature.write(
        PICTURE, svg("".join(f"<text>{label}</text>" for label in (0, 1200, 3400, 560, 2023, 2024, "44.1%")))
    )
    show(miniature)
    assert found(miniature) == []


def test_a_picture_that_nobody_shows_is_refused(miniature):
    miniature.write(PICTURE, SVG)
    assert found(miniature) == [(PICTURE, "SZ705", "No page shows this picture")]


def test_a_page_in_error_may_show_it(miniature):
    miniature.write(PICTURE, SVG)
    miniature.edit(PAGE, "kind: section", "kind: sektion")
    assert found(miniature) == []


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("../../images/Stop.SVG", "Did you mean ../../images/stop.svg?"),
        ("../images/stop.svg", "Did you mean ../../images/stop.svg?"),
        ("stop.png", "Pictures are in docs/images/; from this page write ../../images/…."),
        ("../../../data/site.yml", "Pictures are in docs/images/; from this page write ../../images/…."),
        ("/images/stop.svg", "Did you mean ../../images/stop.svg?"),
    ],
)
def test_a_picture_that_is_not_there_is_told_at_the_page(miniature, target, hint):
    miniature.write(PICTURE, SVG)
    show(miniature, target)
    first, *_ = [item for item in pictures.check(miniature.library()) if item.rule == "SZ706"]
    lines = (miniature.project.root / PAGE).read_text(encoding="utf-8").splitlines()
    assert (first.path, lines[first.line - 1][:3], first.hint.en) == (PAGE, "![停", hint)


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("docs/images/Stop.svg", "The name of the picture will not do"),
        ("docs/images/stop.PNG", "The name of the picture will not do"),
        ("docs/images/stop.jpeg", "The name of the picture will not do"),
        ("docs/images/停.svg", "The name of the picture will not do"),
        ("docs/images/a b.svg", "The name of the picture will not do"),
        ("docs/zh/scams/stop.svg", "Pictures belong in docs/images/"),
        ("docs/stop.svg", "Pictures belong in docs/images/"),
        ("docs/images/stop.gif", "Only .md pages and pictures belong in docs/"),
        ("docs/images/stop.svg.html", "Only .md pages and pictures belong in docs/"),
        ("docs/images/.htaccess", "Only .md pages and pictures belong in docs/"),
    ],
)
def test_places_and_names(miniature, path, message):
    miniature.write(path, SVG)
    ((found_path, rule, text),) = [(item.path, item.rule, item.message.en) for item in miniature.findings()]
    assert (found_path, rule, text) == (path, "SZ108", message)


def test_a_link_to_a_picture_is_refused(miniature, tmp_path):
    outside = tmp_path / "x.svg"
    outside.write_text(SVG, encoding="utf-8")
    (miniature.project.docs / "images").mkdir()
    (miniature.project.docs / "images/stop.svg").symlink_to(outside)
    assert "SZ108" in [item.rule for item in miniature.findings()]


def test_content_is_not_executable(miniature):
    (miniature.project.root / PAGE).chmod(0o755)
    assert found(miniature) == [(PAGE, "SZ707", "This file is marked as executable")]


def test_a_disk_that_marks_every_file_as_executable_is_no_finding(miniature):
    for path in (miniature.project.root / PAGE, miniature.project.generator_config):
        path.chmod(0o755)
    assert found(miniature) == []


def test_the_real_pictures_are_fine(library):
    assert [item for item in run_checks(library) if item.rule in {rule.id for rule in pictures.RULES}] == []
