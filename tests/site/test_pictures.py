"""Pictures on their way from docs/images/ to the readers of every language."""

import re

import pytest

from shizha.build import build_site
from support.miniature import Miniature
from support.pictures import SVG, png

SHOWN = "\n![先停下](../../images/stop.svg)\n\n![打电话](../../images/steps/call.png)\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    miniature = Miniature(folder / "project")
    miniature.write("docs/images/stop.svg", SVG)
    miniature.write("docs/images/steps/call.png", png(40, 30))
    # A page that is converted to Traditional Chinese and served to English readers as it is, and one written in both.
    miniature.edit("docs/zh/scams/fake-police.md", "挂断。\n", f"挂断。\n{SHOWN}")
    miniature.edit("docs/zh/scams/index.md", "按家族找。\n", f"按家族找。\n{SHOWN}")
    miniature.edit("docs/en/scams/index.md", "By family.\n", f"By family.\n{SHOWN}")
    build_site(miniature.project, folder / "site")
    return folder / "site"


@pytest.mark.parametrize("page", ["scams/fake-police", "scams"])
@pytest.mark.parametrize("edition", ["", "zh-Hant", "en"])
def test_every_edition_of_a_page_finds_its_pictures(built, edition, page):
    file = built / edition / page / "index.html"
    sources = re.findall(r'<img[^>]* src="([^"]+)"', file.read_text(encoding="utf-8"))
    found = [(file.parent / source).resolve().relative_to(built.resolve()).as_posix() for source in sources]
    assert found == ["images/stop.svg", "images/steps/call.png"]


def test_a_picture_is_published_once_and_as_it_is(built):
    pictures = {
        path.relative_to(built).as_posix(): path.read_bytes()
        for path in built.rglob("*")
        if path.suffix in (".svg", ".png")
    }
    assert {path for path in pictures if "images/" in path} == {"images/stop.svg", "images/steps/call.png"}
    assert (pictures["images/stop.svg"], pictures["images/steps/call.png"]) == (SVG.encode(), png(40, 30))


def test_alternative_text_is_converted_with_the_page(built):
    html = (built / "zh-Hant/scams/fake-police/index.html").read_text(encoding="utf-8")
    assert 'alt="打電話"' in html
