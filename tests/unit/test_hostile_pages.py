"""What passes the check cannot become active: thousands of spoiled hostile pages, rendered as the site renders them.

The check reads Markdown its own way, and the generator another. Here the two are compared: wherever the check has nothing to
say, the HTML has only the elements, attributes and links of a short list.
"""

import dataclasses
import random

import markdown
import pytest
from mkdocs.config import load_config

from shizha.checks import (
    active_content,
    code_marks,
    inside_links,
    link_forms,
    markdown_slips,
    numbers,
    outside_links,
    pictures,
    references,
    structure,
)
from shizha.content.library import Library
from shizha.rendering.expand import expand
from support.miniature import Miniature, plain_front
from support.pictures import SVG
from support.rendered import Rendered

SAMPLES = 4000
FAMILIES = (
    structure,
    numbers,
    references,
    inside_links,
    pictures,
    outside_links,
    link_forms,
    markdown_slips,
    active_content,
    code_marks,
)
PAGE = "about/hostile"

HONEST = [
    "先挂断，再去问。", "**停**", "*停*", "看[紧急页](../emergency.md#call)。", "[全部骗局](../scams/index.md \"全部\")", "打[[tel:cn-police]]。",
    "到[[site:nhsa]]查。", "[[name:cn-police]]", "`[文字](../页面.md)`", "`a`", "``a ` b``", "5 < 6", "A & B", "按<kbd>Esc</kbd>", "第一行<br>第二行",
    "H<sub>2</sub>O", "<ruby>识<rt>shí</rt></ruby>", "<mark>停</mark>", "hxxp://bad[.]example", "1. 一\n2. 二", "- 一\n- 二", "- [ ] 查\n- [x] 问",
    "> 先别转。", "| 甲 | 乙 |\n| --- | :-: |\n| 一 | 二 |", "/// note | 注意\n停。\n///", "/// details | 看\n    open: true\n\n停。\n///",
    "```\n短信\n```", "~~~ text\n短信\n~~~", "### 小标题 { #small }\n\n停。", "\n---\n", "\\*", "![图](../../images/stop.svg)", "    停", "12:30", "（停）", "[文字]",
]  # fmt: skip
HOSTILE = [
    "<script>x</script>", "<b>", "</kbd>", "<kbd onclick=x>", "<kbd>`</kbd>`", "<img src=x onerror=y>", "<svg/onload=x>", "<!-- x -->", "<?x ?>", "<![CDATA[x]]>",
    "<https://e.example>", "<x://e>", "<a@b>", "<中@文>", "<kbd\n>", "&#60;b&#62;", "&lt;b&gt;", "[x](javascript:y)", "[x](java\nscript:y)", "[x](//e)", "[x](<//e>)",
    "[x](../emergency.md`/x`)", "[x](`/x`)", "[x](\n/x)", "[x\ny](/x)", "[x[y]z](/x)", "[![x](/y)](/z)", "\\![x](/y)", "\\[x](/y)", "[x](/en/)", "[x](../emergency.md\t\"y\")",
    "[x]: /y\n\n[x]", "> [x]: /y", "[x\ny]: /z\n\n[x y]", "[x]:\n/y", "![x](data:y)", "![x](//y)", "![x](/y.svg)", "![x](../../images/stop.svg 'y' onerror=z)", "![x][y]", "![x](<../../images/stop.svg>)", "[x](data:y 'z')", "[x](../emergency.md \"y' onclick=z\")", "[x][y]",
    "**x**{ onclick=y }", "{: .x onclick=y }", "### x { #y onclick=z }", "### x {: #y }", "| x { .y } |", "x\n{ .y }", "{", "}", "{#x}", "`x`{ .y }", "`{ #x }`{ #y }",
    "/// html | b\n///", "/// note\n    attrs: {onclick: x}\n///", "/// note\n    attrs:\n        onclick: x\n///", "    attrs:\n        onclick: x", "/// details | # x\n///", "//// note\n",
    "- /// note\n      attrs:\n          onclick: x", "   > /// note\n>     attrs:\n>         onclick: x", "> - /// note\n>       attrs:\n>           onclick: x", "- - - /// note\n      attrs:\n          onclick: x", "> /// note\n>     attrs:\n>         onclick: x", "```{ .x onclick=y }\nz\n```", "``` x hl_lines=\"1\"\ny\n```", "```\nx\n```\u3000\n", "```", "~~~", "`", "``", "\\`",
    "` <b> `", "`<kbd>`", "-8<- 'x'", "--8<-- \"x\"", "{!x!}", ";base64,", "{{ x }}", "{% x %}", "{# x #}", "x\n===", "x\n---", "[[tel:", "[[tel:cn-police]]{ .x }", "[^x]: /y", "[^x]",
    "tel:110", "](", "](/x)", ")", "[", "]", "(", "<", ">", "\"", "'", "!", "!!", "&", "&#", "///", "\\", "\t", "    ", "|", "#", "\u3000", "\xa0", "\x0b",
]  # fmt: skip
GLUE = ["", "", "", " ", "\n", "\n", "\n\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n    \n", " | "]


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> Library:
    """A library of few pages and no data files to look into, with the page that is spoiled."""
    miniature = Miniature(tmp_path_factory.mktemp("hostile") / "project")
    miniature.write(f"docs/zh/{PAGE}.md", plain_front("about", "说明") + "\n停。\n")
    miniature.write("docs/images/stop.svg", SVG)
    library = miniature.library()
    pages = {"zh": {name: library.pages["zh"][name] for name in ("emergency", "scams", PAGE)}, "en": {}, "zh-Hant": {}}
    return Library(library.project, library.data, {}, pages, [], library.content)


@pytest.fixture(scope="module")
def generator(project) -> markdown.Markdown:
    """Markdown as mkdocs.yml sets it up."""
    config = load_config(str(project.generator_config))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def put(library, body):
    page = dataclasses.replace(library.pages["zh"][PAGE], body=f"\n## 说明 {{ #start }}\n\n停。\n\n{body}\n")
    library.pages["zh"][PAGE] = page
    return page


def passes(library):
    return not any(
        item.severity == "error" and item.path.endswith(".md") for family in FAMILIES for item in family.check(library)
    )


def problems(library, page, generator):
    """What the HTML of ``page`` has that no page may have."""
    generator.reset()
    rendered = Rendered(generator.convert("\n" + expand(library, page)))
    data = library.data
    known = {link.target for link in page.outline.links} | {site.url for site in data.domains.values()}
    known |= {f"tel:{contact.dial}" for contact in data.contacts.values()}
    return rendered.problems + [
        link for link in rendered.links if link not in known and not link.startswith("#source-")
    ]


def spoiled(chance):
    """A few pieces, honest and hostile, put together and damaged in one to three places."""
    text = ""
    for _ in range(chance.randint(1, 5)):
        text += chance.choice(HOSTILE if chance.random() < 0.45 else HONEST) + chance.choice(GLUE)
    for _ in range(chance.randint(0, 3)):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            text = text[:at] + text[at + chance.randint(1, 4) :]
        elif kind == 1:
            text = text[:at] + chance.choice("`[]()<>{}!\\\"'#|/:&*_~ \n\t-=.") + text[at:]
        elif kind == 2:
            text = text[:at] + chance.choice(HOSTILE) + text[at:]
        else:
            text = text[: at + chance.randint(1, 9)] + text[at:]
    return text


@pytest.mark.parametrize("piece", HONEST)
def test_the_list_has_what_honest_pages_are_made_of(small, generator, piece):
    page = put(small, piece)
    assert passes(small)
    assert problems(small, page, generator) == []


def test_the_judge_knows_active_content():
    for html in (
        "<script>",
        "<p onclick='x'>",
        '<a href="x" style="y">',
        "<!-- x -->",
        "a < b",
        '<p class="big">',
        "<kbd/onclick=x>",
    ):
        assert Rendered(html).problems


def test_what_passes_the_check_has_nothing_active(small, generator):
    base = random.randrange(10**9)
    rendered = 0
    for number in range(SAMPLES):
        text = spoiled(random.Random(base + number))
        page = put(small, text)
        if passes(small):
            rendered += 1
            assert problems(small, page, generator) == [], f"seed {base + number}: {text!r}"
    assert rendered > SAMPLES / 20, "the check lets too little through to prove anything"
