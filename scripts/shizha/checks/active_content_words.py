"""What the check of active content says to an editor, rule by rule and tag by tag."""

from __future__ import annotations

import re

from .finding import Message

# Tags of the short list, in the one form that each has.
_FORMS = {
    "br": Message("换行写 <br>，不多不少。", "For a line break write <br>, nothing more."),
    "ruby": Message(
        "注音写 <ruby>字<rt>zì</rt></ruby>，写在一行里，不带别的。",
        "For a pronunciation write <ruby>字<rt>zì</rt></ruby>, on one line and without anything else.",
    ),
    **{
        name: Message(
            f"写成 <{name}>文字</{name}>：小写，前后成对，在同一行里，中间只有文字。",
            f"Write <{name}>words</{name}>: small letters, opened and closed on one line, with only words between.",
        )
        for name in ("kbd", "mark", "sub", "sup")
    },
}
_FORMS["rt"] = _FORMS["rp"] = _FORMS["ruby"]
# What people who know HTML are used to, and what to type instead.
_INSTEAD = {
    **dict.fromkeys(("b", "strong"), Message("加粗写 **文字**。", "For bold write **words**.")),
    **dict.fromkeys(("i", "em"), Message("强调写 *文字*。", "For emphasis write *words*.")),
    **dict.fromkeys(("p", "div", "span", "center", "font"), Message("删掉它，换段空一行。", "Delete it; an empty line begins a paragraph.")),
    "a": Message(
        "站内的页面写 [文字](../页面.md)，官方网站写 [[site:编号]]。",
        "A page of this site is linked as [text](../page.md), an official site as [[site:id]].",
    ),
    "img": Message("图片写 ![图上有什么](文件)。", "A picture is written ![what it shows](file)."),
    **dict.fromkeys(("ul", "ol", "li"), Message("列表每行用 - 或 1. 开头。", "Begin each line of a list with - or 1.")),
    **dict.fromkeys(
        ("table", "tr", "td", "th"),
        Message("表格每行写成 | 甲 | 乙 |。", "Write each row of a table as | one | two |."),
    ),
    **dict.fromkeys(("details", "summary"), Message("折叠的方框写 /// details | 标题。", "A folded box is written /// details | Title.")),
    **dict.fromkeys(("h1", "h2", "h3", "h4"), Message("标题写 ## 标题 { #short-name }。", "A heading is written ## Heading { #short-name }.")),
    **dict.fromkeys(("code", "pre"), Message("代码写在一对 ` 里面。", "Code stands between two `.")),
}  # fmt: skip
_COMMENT = Message(
    "页面里不留注释。要对别的编辑说的话，写在合并请求里。",
    "Pages hold no comments. What other editors should know belongs in the pull request.",
)
_ONLY_WORDS = Message(
    "这里只写文字，删掉尖括号和里面的东西。",
    "Only words can stand here: delete the angle brackets and what is in them.",
)
_ANY_TAG = Message(
    "删掉尖括号和里面的东西，只留文字：加粗写 **文字**，换段空一行，方框写 /// note。说小于，写“小于”或在 < 后面空一格。",
    "Delete the angle brackets with what is in them and keep the words: **bold**, an empty line for a paragraph, /// note for a box. For “less than”, write the words or a space after <.",
)
BOX_PLACE = Message(
    "方框从行首写，不放在列表和引用里，前面不空格。",
    "A box begins at the margin: not within a list or a quotation, and without a space before it.",
)
BOX_END = Message(
    "这个方框没有结束：在它最后一行下面，单独写一行 ///。", "This box has no end: below its last line write a line ///."
)
BOX_START = Message(
    "没有方框要在这里结束：删掉这一行，或者在上面写 /// note。",
    "No box ends here: delete this line, or write /// note above.",
)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


def tag_hint(tag: str, only_words: bool) -> Message:
    """What to type instead of ``tag``; ``only_words``: it stands in a heading or in a value, where no tag may."""
    if tag.startswith("<!"):
        return _COMMENT
    if only_words:
        return _ONLY_WORDS
    match = _NAME.match(tag)
    name = match[1].lower() if match else ""
    return _FORMS.get(name) or _INSTEAD.get(name) or _ANY_TAG


# By rule: what is wrong, with a place for what stands there, and what to do about it.
SENTENCES: dict[str, tuple[Message, Message]] = {
    "SZ501": (Message("“{}”是HTML，这里不能写", "“{}” is HTML that cannot stand here"), _ANY_TAG),
    "SZ502": (
        Message("“{}”是用编码写的HTML", "“{}” is HTML written in character codes"),
        Message(
            "把 & 开头、; 结尾的编码删掉，直接写要说的文字。",
            "Delete the codes that begin with & and end with ;, and type the words themselves.",
        ),
    ),
    "SZ503": (
        Message("“{}”会给网页加上属性", "“{}” would add attributes to the page"),
        Message(
            "删掉花括号和里面的东西。花括号只用在标题行的末尾，写编号：{ #short-name }。正文里用（）。",
            "Delete the braces with what is in them. Braces stand only at the end of a heading, around its id: { #short-name }. In a sentence use ( ).",
        ),
    ),
    "SZ504": (
        Message("“{}”是模板语句，页面里没有用", "“{}” is template syntax, which does nothing good in a page"),
        Message(
            "删掉它，直接写文字。要填空，写 [[field:编号]]。",
            "Delete it and write the words. For a blank to fill in, write [[field:id]].",
        ),
    ),
    "SZ505": (
        Message("“{}”会把别的文件或数据放进网页", "“{}” would bring a file or data into the page"),
        Message("删掉这一行，把要用的文字打在这里。", "Delete this line and type the words here."),
    ),
    "SZ506": (
        Message("“{}”不是这里用的方框", "“{}” is not how a box is written here"),
        Message(
            "方框有三种：/// note、/// warning、/// details。标题写在竖线后面：/// note | 标题。结束单独一行 ///。",
            "There are three boxes: /// note, /// warning, /// details. A title goes behind a bar: /// note | Title. End it with a line ///.",
        ),
    ),
    "SZ507": (
        Message("这里不用“{}”这样的选项", "Options like “{}” are not used here"),
        Message(
            "删掉它。方框的正文顶格写，前面空一行；只有 /// details 下面可以写一行“    open: true”。代码块的 ``` 后面不写别的。",
            "Delete it. The text of a box begins at the margin after an empty line; only /// details may have the line “    open: true”. Nothing else stands behind the ``` of a block of code.",
        ),
    ),
}
