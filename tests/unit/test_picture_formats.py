"""What each format of picture may contain."""

import random

import pytest

from shizha.content.picture_formats import FORMATS
from support import pictures
from support.pictures import jpeg, png, svg, webp


def faults(ending, raw):
    return [(fault.code, fault.what) for fault in FORMATS[ending](raw).faults]


@pytest.mark.parametrize(("ending", "make"), [(".png", png), (".jpg", jpeg), (".webp", webp)])
def test_a_plain_picture_is_fine_and_its_size_is_known(ending, make):
    examined = FORMATS[ending](make(300, 200))
    assert (examined.faults, examined.width, examined.height) == ((), 300, 200)


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("raw", [b"", b"GIF89a", b"<html><script>x</script></html>", b"\x00" * 50, "图".encode("gbk")])
def test_something_else_under_a_picture_s_name(ending, raw):
    assert faults(ending, raw) == [("not-this-format", "")]


def test_no_format_passes_for_another():
    made = {".png": png(), ".jpg": jpeg(), ".webp": webp(), ".svg": pictures.SVG.encode()}
    for ending, examine in FORMATS.items():
        assert [other for other, raw in made.items() if not examine(raw).faults] == [ending]


@pytest.mark.parametrize(
    ("ending", "raw", "what"),
    [
        (".png", png(2, 2, (b"tEXt", b"Author\0Zhang")), "tEXt"),
        (".png", png(2, 2, (b"iTXt", b"XML:com.adobe.xmp\0")), "iTXt"),
        (".png", png(2, 2, (b"eXIf", b"MM\0*")), "eXIf"),
        (".png", png(2, 2, (b"iCCP", b"profile")), "iCCP"),
        (".png", png() + b"<script>", "…"),
        (".jpg", jpeg(2, 2, (0xE1, b"Exif\0\0MM\0*")), "EXIF/XMP"),
        (".jpg", jpeg(2, 2, (0xFE, b"a comment")), "COM"),
        (".jpg", jpeg(2, 2, (0xED, b"Photoshop 3.0\0")), "IPTC"),
        (".jpg", jpeg(2, 2, (0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01rgb")), "FFE0"),
        (".jpg", jpeg() + b"PK\x03\x04", "…"),
        (".webp", webp(2, 2, (b"EXIF", b"MM\0*")), "EXIF"),
        (".webp", webp(2, 2, (b"XMP ", b"<x/>")), "XMP"),
        (".webp", webp() + b"more", "…"),
    ],
)
def test_what_a_camera_or_an_attacker_adds_is_seen(ending, raw, what):
    assert faults(ending, raw) == [("metadata", what)]


@pytest.mark.parametrize(
    ("ending", "raw"), [(".png", png(2, 2, (b"acTL", b"\0" * 8))), (".webp", webp(2, 2, (b"ANIM", b"\0" * 6)))]
)
def test_pictures_do_not_move(ending, raw):
    assert faults(ending, raw) == [("animated", "")]


@pytest.mark.parametrize(("ending", "raw"), [(".png", png()), (".jpg", jpeg()), (".webp", webp())])
def test_a_picture_that_ends_early_is_broken(ending, raw):
    for length in range(13, len(raw)):
        assert ("broken", "") in faults(ending, raw[:length])


def test_a_changed_byte_breaks_a_png():
    raw = bytearray(png())
    raw[20] ^= 1
    assert faults(".png", bytes(raw)) == [("broken", "")]


# --- drawings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        '<g fill="none" stroke="#fff" stroke-width="3"><circle cx="3" cy="3" r="2"/><line x1="0" y1="0" x2="9" y2="9"/></g>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<clipPath id="c"><rect width="9" height="9"/></clipPath><path clip-path="url(#c)" style="fill:rgb(0,0,0)" d="M0 0"/>',
        '<text x="3" y="9" font-family="sans-serif" text-anchor="middle" xml:space="preserve">先停<tspan dy="1">再问</tspan></text>',
        '<title>三步</title><desc>停下，挂断，打电话</desc>',
    ],
)  # fmt: skip
def test_shapes_words_gradients_and_clips_may_stand(inside):
    assert faults(".svg", svg(inside)) == []


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<path d="M0 0" onclick="x()"/>', "onclick"),
        ('<path d="M0 0" OnLoad="x()"/>', "OnLoad"),
        ("<foreignObject><div xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "<foreignObject>"),
        ("<style>@import 'x'</style>", "<style>"),
        ('<image href="https://evil.example/x.png"/>', "href"),
        ('<use href="#a"/>', "<use>"),
        ('<a href="https://evil.example"><path d="M0 0"/></a>', "href"),
        ('<rect fill="url(https://evil.example/x.svg#a)"/>', 'fill="url(https://evil.example/x.svg#a)"'),
        ('<rect fill="url(data:image/svg+xml;base64,xx)"/>', 'fill="url(data:image/svg+xml;base64,xx)"'),
        (r'<rect style="fill:\75rl(x)"/>', r'style="fill:\75rl(x)"'),
        ('<rect style="background:image-set(x)"/>', 'style="background:image-set(x)"'),
        ('<animate attributeName="href" values="javascript:x"/>', "values"),
        ('<set attributeName="onload" to="x()"/>', "to"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">x</script>', "<script>"),
        ('<rect xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x"/>', "href"),
        ('<?xml-stylesheet href="x.css"?>', "<?xml-stylesheet?>"),
    ],
)
def test_nothing_in_a_drawing_runs_or_loads(inside, what):
    assert ("active", what) in faults(".svg", svg(inside))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
)
def test_a_document_type_is_refused_before_its_entities_exist(head):
    assert faults(".svg", head.encode() + svg("<title>&b;</title>")) == [("active", "<!DOCTYPE>")]


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<metadata><x/></metadata>", "<metadata>"),
        ("<!-- made by -->", "<!-- -->"),
        ('<g xmlns:i="http://www.inkscape.org/" i:label="Layer"/>', "label"),
        ("loose words", "loose words"),
        ('<g data-name="x"/>', "data-name"),
    ],
)
def test_what_drawing_programs_leave_behind_is_seen(inside, what):
    assert ("metadata", what) in faults(".svg", svg(inside))


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "no-size"),
        (b"<svg viewBox='0 0 9 9'/>", "not-this-format"),
        (svg("<g>" * 10), "broken"),
        (svg("<g>" * 5000), "broken"),
        (svg('<path d="M0 0"/>' * 5000), "broken"),
        (svg("&b;"), "broken"),
        (svg("").replace(b"<svg", "<svg".encode("utf-16-le")), "not-this-format"),
    ],
)
def test_drawings_that_will_not_do(raw, code):
    assert [found for found, _ in faults(".svg", raw)] == [code]


def test_the_words_of_a_drawing_are_known():
    examined = FORMATS[".svg"](svg("<text>打<tspan>96</tspan><tspan>101</tspan></text>\n<text>停</text>"))
    assert [words for _, words in examined.words] == ["打96101", "停"]


@pytest.mark.parametrize("ending", FORMATS)
def test_no_spoiled_picture_stops_the_check(ending):
    whole = {".png": png(9, 9), ".jpg": jpeg(9, 9), ".webp": webp(9, 9), ".svg": pictures.SVG.encode()}[ending]
    for seed in range(2000):
        chance = random.Random(seed)
        raw = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(raw))
            raw[at : at + chance.choice((0, 1, 4))] = chance.randbytes(chance.choice((0, 1, 4)))
        FORMATS[ending](bytes(raw))
