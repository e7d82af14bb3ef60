"""What to say of a file that cannot be read, split or placed: a rule, a sentence and a hint for each code of SourceError."""

from __future__ import annotations

from typing import Any

from ..content.source_text import SourceError
from .finding import NOTHING, Message, Rule, shown
from .rules.source_files import MISSING_KEY, PLACE, SPLIT, STRAY, UNREADABLE, VALUE, YAML

_SAVE_AS_UTF_8 = Message(
    "用记事本打开这个文件，点“文件”里的“另存为”，编码选“UTF-8”，再保存。",
    "Open it in Notepad, choose “Save as”, set the encoding to “UTF-8” and save.",
)
_SENTENCES: dict[str, tuple[Rule, Message, Message]] = {
    # --- files ---
    "not-a-file": (
        STRAY,
        Message("这不是普通的文件", "This is not an ordinary file"),
        Message("删掉它，换成真的文件。", "Remove it; put a real file here."),
    ),
    "missing-file": (
        UNREADABLE,
        Message("没有这个文件，网站不能少了它", "There is no such file, and the site needs it"),
        Message(
            "是不是误删了？从修改以前的版本里找回来。", "Was it deleted by mistake? Restore it from before the change."
        ),
    ),
    "unreadable": (UNREADABLE, Message("打不开这个文件：{reason}", "The file cannot be opened: {reason}"), NOTHING),
    "too-large": (
        UNREADABLE,
        Message("文件超过{limit}KB，网页文字不会这么大", "The file is over {limit} kB; no page of text is that large"),
        Message("是不是把图片或别的文件贴进来了？", "Was a picture or another file pasted into it?"),
    ),
    "empty": (
        UNREADABLE,
        Message("文件是空的", "The file is empty"),
        Message("写上内容；不要这一页，就删掉文件。", "Write the page, or delete the file."),
    ),
    "byte-order-mark": (
        UNREADABLE,
        Message("文件开头有看不见的BOM标记", "The file begins with an invisible byte-order mark"),
        Message(
            "用记事本另存时，编码选“UTF-8”，不要选“带有BOM的UTF-8”。python3 scripts check --fix 也会替你改。",
            "In Notepad save it as “UTF-8”, not as “UTF-8 with BOM”. python3 scripts check --fix does it too.",
        ),
    ),
    "utf-16": (UNREADABLE, Message("文件编码是UTF-16", "The file is in UTF-16"), _SAVE_AS_UTF_8),
    "nul": (
        UNREADABLE,
        Message("文件里有空字符，不像文字", "The file holds a NUL character and is not text"),
        Message("网页要存成纯文字，不能是Word文件或图片。", "A page is plain text, not a Word file or a picture."),
    ),
    "not-utf-8": (
        UNREADABLE,
        Message("从这里开始不是UTF-8编码，多半存成了GBK", "From here on this is not UTF-8; it was probably saved as GBK"),
        _SAVE_AS_UTF_8,
    ),
    "carriage-return": (
        UNREADABLE,
        Message("换行符是Windows格式（CRLF）", "Line ends are in Windows form (CRLF)"),
        Message(
            "python3 scripts check --fix 会替你改。或者在编辑器右下角把CRLF改成LF，再保存；记事本改不了。",
            "python3 scripts check --fix does it for you. Or change CRLF to LF in the editor’s status bar; Notepad cannot.",
        ),
    ),
    "line-too-long": (
        UNREADABLE,
        Message("这一行超过{limit}个字", "This line has more than {limit} characters"),
        Message("分成几段，段和段之间空一行。", "Break it into paragraphs, with an empty line between them."),
    ),
    "indented-too-far": (
        UNREADABLE,
        Message("这一行前面的空格太多", "This line is indented too far"),
        Message("删掉行首的空格。", "Delete the spaces at its beginning."),
    ),
    # --- the beginning of a page ---
    "no-front-matter": (
        SPLIT,
        Message("第一行应该是 ---", "The first line should be ---"),
        Message(
            "每一页开头，两行 --- 中间写标题、读者、核对日期。照着旁边的页面写。",
            "Every page begins with title, audience and day of review between two lines of ---; take a neighbouring page as a model.",
        ),
    ),
    "front-matter-open": (
        SPLIT,
        Message("文件开头的说明没有结束的 ---", "The front matter has no closing ---"),
        Message(
            "在这一行前面单独加一行 ---，三个英文的减号，前后不写别的。",
            "Before this line put a line with only ---, three plain hyphens.",
        ),
    ),
    "front-matter-not-a-map": (
        SPLIT,
        Message("文件开头的说明应该是“title: 标题”的样子", "Front matter should be lines like “title: …”"),
        Message("每行一项：英文名字，英文冒号，空一格，再写内容。", "One to a line: a name, a colon, a space, then its value."),
    ),
    # --- YAML ---
    "yaml-chinese-colon": (
        YAML,
        Message("“{key}”后面的冒号是中文的“：”", "The colon after “{key}” is the Chinese “：”"),
        Message(
            "冒号要用英文的，后面空一格：{key}: {value}",
            "Type the plain colon and a space after it: {key}: {value}",
        ),
    ),
    "yaml-no-space": (
        YAML,
        Message("“{key}:”后面少了一个空格", "A space is missing after “{key}:”"),
        Message("冒号后面空一格：{key}: {value}", "Put a space after the colon: {key}: {value}"),
    ),
    "yaml-open-quote": (
        YAML,
        Message("“{key}”的引号没有配对", "The quotation mark after “{key}” has no partner"),
        Message(
            "开头和结尾都用英文引号，或者都不用：{key}: \"内容\"",
            "Use a plain quotation mark at both ends, or at neither: {key}: \"text\"",
        ),
    ),
    "yaml-quote-inside": (
        YAML,
        Message("“{key}”里面又有英文引号", "There are more quotation marks within the value of “{key}”"),
        Message(
            "里面的引号换成中文的“ ”，或者去掉外面的一对。",
            "Use curly quotation marks inside, or take away the outer pair.",
        ),
    ),
    "yaml-open-bracket": (
        YAML,
        Message("“{key}”的方括号没有配对", "The square bracket after “{key}” has no partner"),
        Message(
            "写成 {key}: [一项, 另一项]，括号和逗号都用英文的。",
            "Write {key}: [one, another], with plain brackets and commas.",
        ),
    ),
    "yaml-colon-in-value": (
        YAML,
        Message("“{key}”的内容里有英文冒号", "The value of “{key}” has a colon in it"),
        Message(
            "把里面的冒号换成中文的“：”，或者给整句加上英文引号：{key}: \"{value}\"",
            "Put the whole value in plain quotation marks: {key}: \"{value}\"",
        ),
    ),
    "yaml-first-character": (
        YAML,
        Message("“{key}”的内容不能用 {first} 开头", "The value of “{key}” cannot begin with {first}"),
        Message("给它加上英文引号：{key}: \"{value}\"", "Put it in plain quotation marks: {key}: \"{value}\""),
    ),
    "yaml-indent": (
        YAML,
        Message("“{key}”前面多了空格", "There are spaces before “{key}”"),
        Message("删掉这一行开头的空格，和上下几行对齐。", "Delete the spaces at the beginning of this line."),
    ),
    "yaml-syntax": (
        YAML,
        Message("从这里开始读不通：{problem}", "The YAML cannot be read here: {problem}"),
        Message(
            "和上下几行比一比：冒号要用英文的，后面空一格；引号、方括号要成对；每行开头对齐。",
            "Compare it with its neighbours: a plain colon with a space after it, quotes and brackets in pairs, lines that begin at the same place.",
        ),
    ),
    "yaml-tab": (
        YAML,
        Message("这一行开头用了Tab键", "Indented with a tab"),
        Message("删掉，换成空格；上下几行没有空格的，就不空。", "Delete it and use two spaces, or none if its neighbours have none."),
    ),
    "yaml-alias": (
        YAML,
        Message("不能用锚点和别名（& 和 *）", "Anchors and aliases (& and *) are not allowed"),
        Message("把内容直接写出来；是文字，就加上英文引号。", "Write the value itself; put text in quotation marks."),
    ),
    "yaml-tag": (
        YAML,
        Message("不能用YAML标签 {tag}", "YAML tags are not allowed: {tag}"),
        Message("删掉 ! 开头的那个词；是文字，就加上英文引号。", "Delete the word with !; put text in quotation marks."),
    ),
    "yaml-depth": (
        YAML,
        Message("括号或缩进套得太深", "Nested too deeply"),
        Message("照着旁边的页面写，最多三层。", "Take a neighbouring page as a model; three levels are enough."),
    ),
    "yaml-duplicate-key": (
        YAML,
        Message("“{key}”写了两次，第一次在第{first}行", "“{key}” is given twice, first on line {first}"),
        Message("删掉其中一行。", "Delete one of the two lines."),
    ),
    "yaml-key-type": (
        YAML,
        Message("冒号前面只能是一个词", "What stands before the colon must be one word"),
        Message("照着旁边的页面写。", "Take a neighbouring page as a model."),
    ),
    "yaml-many-documents": (
        YAML,
        Message("这里又有一行 ---", "There is another line of --- here"),
        Message("删掉它。", "Delete it."),
    ),
    # --- what a file is, and where it lies ---
    "symbolic-link": (
        STRAY,
        Message("这是一个链接，不是文件", "This is a link, not a file"),
        Message("换成真的文件。内容不从别处读取。", "Put the file itself here. Content is not read from elsewhere."),
    ),
    "not-a-page": (
        STRAY,
        Message("docs/ 里只放 .md 网页和图片", "Only .md pages and pictures belong in docs/"),
        Message(
            "删掉，或者移到别处。这里的文件不会发布。", "Remove it or move it elsewhere. It would not be published."
        ),
    ),
    "picture-place": (
        STRAY,
        Message("图片要放在 docs/images/ 里", "Pictures belong in docs/images/"),
        Message("移到 docs/images/，各种语言共用。", "Move it to docs/images/, where every language finds it."),
    ),
    "picture-name": (
        STRAY,
        Message("图片的文件名不对", "The name of the picture will not do"),
        Message(
            "用小写英文、数字和连字符，以 .svg、.png、.webp 或 .jpg 结尾，比如 stop-and-call.svg。",
            "Use lower-case letters, digits and hyphens, ending in .svg, .png, .webp or .jpg, like stop-and-call.svg.",
        ),
    ),
    "not-data": (
        STRAY,
        Message("data/ 里只放已知的 .yml 文件", "Only the known .yml files belong in data/"),
        Message("删掉，或者移到别处。", "Remove it or move it elsewhere."),
    ),
    "no-language": (
        STRAY,
        Message("网页要放在一种语言的文件夹里", "A page belongs in the folder of a language"),
        Message(
            "中文页移到 docs/zh/ 里，英文页移到 docs/en/ 里。", "Move it into docs/en/, a Chinese page into docs/zh/."
        ),
    ),
    "page-name": (
        STRAY,
        Message("文件名不能做网址", "The file's name cannot be an address"),
        Message(
            "文件名用小写英文、数字和连字符，不用中文、空格、大写，比如 scams/fake-police.md。",
            "Use lower-case letters, digits and hyphens, like scams/fake-police.md.",
        ),
    ),
    "generated-page": (
        STRAY,
        Message("规则的页面由程序生成，不用写文件", "The pages of the rules are made by the program, not from files"),
        Message("删掉这个文件，或者换一个名字。", "Remove this file, or give it another name."),
    ),
    "kind-missing": (
        MISSING_KEY,
        Message("缺少“kind”这一项：这一页是哪一种", "kind is missing: what sort of page this is"),
        Message("加一行 kind: …，可以是：{allowed}", "Add a line kind: …, one of: {allowed}"),
    ),
    "kind-unknown": (
        VALUE,
        Message("“kind”不能是“{value}”", "kind cannot be “{value}”"),
        Message("可以是：{allowed}", "It can be: {allowed}"),
    ),
    "orphan": (
        PLACE,
        Message("没有对应的中文页 docs/zh/{page}.md", "There is no source page docs/zh/{page}.md"),
        Message("译文和中文页的文件名要一样。中文页还没有，就先写中文页。", "A translation is named like its Chinese page; that page is written first."),
    ),
    "same-page-id": (
        PLACE,
        Message("两个文件是同一个网址：{page}", "Two files have the same address: {page}"),
        Message("留下一个，另一个是 {other}。", "Keep one; the other is {other}."),
    ),
}  # fmt: skip


def sentences(error: SourceError) -> tuple[Rule, Message, Message]:
    """The rule that ``error`` breaks, what to say of it and how to mend it."""
    rule, message, hint = _SENTENCES[error.code]
    values = {key: _shown(value) for key, value in error.values.items()}
    return rule, _fill(message, values), _fill(hint, values)


def _shown(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return shown(value) if isinstance(value, str) else value


def _fill(message: Message, values: dict[str, Any]) -> Message:
    return Message(message.zh.format(**values), message.en.format(**values)) if values else message
