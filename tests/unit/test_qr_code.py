"""QR codes are SVG that asks for nothing and runs nothing."""

from xml.etree.ElementTree import fromstring

from shizha.rendering.qr_code import qr_code


def test_a_code_is_plain_svg_with_a_quiet_zone():
    svg = fromstring(qr_code("https://shizha.example/scams/fake-police/"))
    assert svg.attrib["class"] == "qr" and [child.tag.split("}")[-1] for child in svg] == ["path"]
    size = int(svg.attrib["viewBox"].split()[-1])
    assert size == 29 + 2 * 4  # version 3 with four modules of quiet zone on each side (ISO/IEC 18004)


def test_the_same_address_gives_the_same_code():
    assert (
        qr_code("https://shizha.example/")
        == qr_code("https://shizha.example/")
        != qr_code("https://shizha.example/en/")
    )
