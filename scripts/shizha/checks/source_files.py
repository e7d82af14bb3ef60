"""SZ101–SZ109: files that cannot be read, split or typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from ..content.data import ENTRIES
from ..content.front_matter import KEY_ORDER
from ..content.library import Library, Problem, sources_in_error
from ..content.source_text import Position
from .finding import NOTHING, Finding, Message, Rule, shown

UNREADABLE = Rule("SZ101", Message("文件读不懂", "The file cannot be read"))
YAML = Rule("SZ102", Message("YAML写法不对", "Not the YAML that this site allows"))
SPLIT = Rule("SZ103", Message("没有完整的 front matter", "Front matter is missing or not closed"))
UNKNOWN_KEY = Rule("SZ104", Message("不认识的键", "Unknown key"))
MISSING_KEY = Rule("SZ105", Message("缺少必填的键", "A required key is missing"))
VALUE = Rule("SZ106", Message("值不对", "The value does not fit"))
PLACE = Rule("SZ107", Message("页面没有对应的中文原页", "The page has no source page"))
STRAY = Rule("SZ108", Message("不该在这里的文件", "A file that does not belong here"))
NEEDED = Rule("SZ109", Message("缺少必须有的页面", "A page that must exist is missing"))

RULES = (UNREADABLE, YAML, SPLIT, UNKNOWN_KEY, MISSING_KEY, VALUE, PLACE, STRAY, NEEDED)

# Every page of the site leads to these.
_NEEDED_PAGES = ("index", "emergency")

_SOURCE_ERRORS: dict[str, tuple[Rule, Message, Message]] = {
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
    "empty": (UNREADABLE, Message("文件是空的", "The file is empty"), NOTHING),
    "byte-order-mark": (
        UNREADABLE,
        Message("文件开头有看不见的BOM标记", "The file begins with an invisible byte-order mark"),
        Message("在编辑器里另存为“UTF-8（无BOM）”。", "Save it as “UTF-8 without BOM”."),
    ),
    "utf-16": (
        UNREADABLE,
        Message("文件编码是UTF-16", "The file is in UTF-16"),
        Message("在编辑器里另存为UTF-8。", "Save it as UTF-8."),
    ),
    "nul": (UNREADABLE, Message("文件里有空字符，不像文字", "The file holds a NUL character and is not text"), NOTHING),
    "not-utf-8": (
        UNREADABLE,
        Message("这里不是UTF-8编码", "This is not UTF-8"),
        Message("文件可能是GBK编码，请另存为UTF-8。", "It may be in GBK; save it as UTF-8."),
    ),
    "carriage-return": (
        UNREADABLE,
        Message("换行符是Windows格式（CRLF）", "Line ends are in Windows form (CRLF)"),
        Message("在编辑器里把换行改成LF。", "Set the line ends to LF in the editor."),
    ),
    "yaml-syntax": (
        YAML,
        Message("这里的YAML读不通：{problem}", "The YAML cannot be read here: {problem}"),
        Message(
            "常见原因：冒号后面没有空格，值里有冒号却没加引号，缩进不齐。",
            "Usual reasons: no space after a colon, a colon in a value without quotes, uneven indentation.",
        ),
    ),
    "yaml-tab": (
        YAML,
        Message("缩进用了Tab", "Indented with a tab"),
        Message("YAML只能用空格缩进，换成两个空格。", "YAML is indented with spaces; use two."),
    ),
    "yaml-alias": (
        YAML,
        Message("不能用锚点和别名（& 和 *）", "Anchors and aliases (& and *) are not allowed"),
        NOTHING,
    ),
    "yaml-tag": (YAML, Message("不能用YAML标签 {tag}", "YAML tags are not allowed: {tag}"), NOTHING),
    "yaml-depth": (YAML, Message("嵌套太深", "Nested too deeply"), NOTHING),
    "yaml-duplicate-key": (
        YAML,
        Message("“{key}”写了两次，第一次在第{first}行", "“{key}” is given twice, first on line {first}"),
        Message("留下一个。", "Keep one of them."),
    ),
    "yaml-key-type": (YAML, Message("键必须是一个词", "A key must be one word"), NOTHING),
    "yaml-many-documents": (YAML, Message("只能有一段YAML", "Only one YAML document is allowed"), NOTHING),
    "no-front-matter": (
        SPLIT,
        Message("第一行应该是 ---", "The first line should be ---"),
        Message(
            "每一页开头要有 front matter，可以照着旁边的页面写。",
            "Every page begins with front matter; take a neighbouring page as a model.",
        ),
    ),
    "front-matter-open": (
        SPLIT,
        Message("front matter 没有结束的 ---", "The front matter has no closing ---"),
        Message("在正文前面单独加一行 ---。", "Put a line with only --- before the text."),
    ),
    "front-matter-not-a-map": (
        SPLIT,
        Message("front matter 应该是“键: 值”的样子", "Front matter should be lines of “key: value”"),
        NOTHING,
    ),
    "line-too-long": (
        UNREADABLE,
        Message("这一行超过{limit}个字", "This line has more than {limit} characters"),
        Message("分成几段。", "Break it into paragraphs."),
    ),
    "indented-too-far": (UNREADABLE, Message("这一行缩进太深", "This line is indented too far"), NOTHING),
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
    "not-data": (STRAY, Message("data/ 里只放已知的 .yml 文件", "Only the known .yml files belong in data/"), NOTHING),
    "no-language": (
        STRAY,
        Message("网页要放在一种语言的文件夹里", "A page belongs in the folder of a language"),
        Message("移到 docs/zh/、docs/en/ 或 docs/zh-Hant/。", "Move it to docs/zh/, docs/en/ or docs/zh-Hant/."),
    ),
    "page-name": (
        STRAY,
        Message("文件名不能做网址", "The file's name cannot be an address"),
        Message(
            "用小写英文、数字和连字符，比如 scams/fake-police.md。",
            "Use lower-case letters, digits and hyphens, like scams/fake-police.md.",
        ),
    ),
    "kind-missing": (
        MISSING_KEY,
        Message("缺少 kind", "kind is missing"),
        Message("加一行 kind: …，可以是：{allowed}", "Add a line kind: …, one of: {allowed}"),
    ),
    "kind-unknown": (
        VALUE,
        Message("kind 不能是“{value}”", "kind cannot be “{value}”"),
        Message("可以是：{allowed}", "It can be: {allowed}"),
    ),
    "orphan": (
        PLACE,
        Message("没有对应的中文页 docs/zh/{page}.md", "There is no source page docs/zh/{page}.md"),
        Message("检查文件名，或先写中文页。", "Check the file name, or write the Chinese page first."),
    ),
    "same-page-id": (
        PLACE,
        Message("两个文件是同一个网址：{page}", "Two files have the same address: {page}"),
        Message("留下一个，另一个是 {other}。", "Keep one; the other is {other}."),
    ),
}


def check(library: Library) -> Iterator[Finding]:
    """A finding for each problem that kept a file out of the library."""
    for problem in library.problems:
        if problem.error is not None and (finding := _source_error(library, problem)):
            yield finding
        for error in problem.fields:
            yield _field_error(library, problem, error)
    broken = sources_in_error(library)
    for page_id in _NEEDED_PAGES:
        if library.source(page_id) is None and page_id not in broken:
            yield NEEDED.found(
                library.project,
                library.project.docs / "zh" / f"{page_id}.md",
                Position(),
                Message("没有这一页，网站不能生成", "Without this page the site cannot be built"),
            )


def _source_error(library: Library, problem: Problem) -> Finding | None:
    error = problem.error
    if error.code == "source-in-error":  # the source page has its own finding
        return None
    rule, message, hint = _SOURCE_ERRORS[error.code]
    values = {
        key: ", ".join(map(str, value))
        if isinstance(value, list)
        else shown(value)
        if isinstance(value, str)
        else value
        for key, value in error.values.items()
    }
    return rule.found(library.project, problem.path, error.position, _fill(message, values), _fill(hint, values))


def _fill(message: Message, values: dict[str, Any]) -> Message:
    return Message(message.zh.format(**values), message.en.format(**values)) if values else message


def _field_error(library: Library, problem: Problem, error: dict[str, Any]) -> Finding:
    location = tuple(part for part in error["loc"] if part != "[key]")
    position = problem.document.position(location)
    key = shown(".".join(str(part + 1) if isinstance(part, int) else part for part in location))
    kind = error["type"]
    if kind == "extra_forbidden":
        return UNKNOWN_KEY.found(
            library.project, problem.path, position, *_unknown_key(problem, str(location[-1]), key)
        )
    if kind == "missing":
        return MISSING_KEY.found(
            library.project,
            problem.path,
            Position(problem.document.position(location[:-1]).line),
            Message(f"缺少“{key}”", f"“{key}” is missing"),
            _hint_of_field(problem, str(location[-1])),
        )
    if error["input"] is None and location:
        empty = Message(f"“{key}”还空着", f"“{key}” is empty")
        return VALUE.found(library.project, problem.path, position, empty, _hint_of_field(problem, str(location[-1])))
    return VALUE.found(library.project, problem.path, position, *_value_message(key, error))


def _unknown_key(problem: Problem, name: str, key: str) -> tuple[Message, Message]:
    model = problem.model or (ENTRIES.get(problem.path.stem) if problem.path.suffix == ".yml" else None)
    known = [info.alias or name for name, info in model.model_fields.items()] if model else list(KEY_ORDER)
    if problem.model and "synced_with" in known and name in KEY_ORDER:
        return (
            Message(
                f"译文不能写“{key}”，它跟着中文页走", f"A translation cannot carry “{key}”; it follows the Chinese page"
            ),
            Message("删掉这一项；要改就改中文页。", "Delete it; to change it, change the Chinese page."),
        )
    close = difflib.get_close_matches(name, known, n=1)
    hint = (
        Message(f"是不是想写 {close[0]}？", f"Did you mean {close[0]}?")
        if close
        else Message("可以用的键：" + "、".join(known), "Keys that exist: " + ", ".join(known))
    )
    return Message(f"不认识的键“{key}”", f"Unknown key “{key}”"), hint


def _hint_of_field(problem: Problem, name: str) -> Message:
    info = problem.model.model_fields.get(name) if problem.model else None
    return Message(info.description, info.description) if info is not None and info.description else NOTHING


def _value_message(key: str, error: dict[str, Any]) -> tuple[Message, Message]:
    context = error.get("ctx", {})
    given = error["input"]
    value = f"“{shown(given)}”" if isinstance(given, str | int) else ""
    match error["type"]:
        case "literal_error":
            return (
                Message(f"“{key}”不能是{value}", f"“{key}” cannot be {value}"),
                Message(f"可以是：{context['expected']}", f"It can be: {context['expected']}"),
            )
        case "string_type":
            return Message(f"“{key}”应该是一行文字", f"“{key}” should be a line of text"), Message(
                "给值加上引号试试。", "Try quotes around it."
            )
        case "list_type":
            return (
                Message(f"“{key}”应该是一个列表", f"“{key}” should be a list"),
                Message(
                    f"写成 {key}: [一项, 另一项]，或每行一个“- ”。",
                    f"Write {key}: [one, another], or a line with “- ” for each.",
                ),
            )
        case "dict_type" | "model_type" | "model_attributes_type":
            what = f"“{key}”" if key else ""
            return Message(
                f"{what or '整个文件'}应该是“键: 值”的样子", f"{what or 'The file'} should be lines of “key: value”"
            ), Message("照着旁边的条目写。", "Take a neighbouring entry as a model.")
        case "int_type" | "int_parsing":
            return Message(f"“{key}”应该是一个整数", f"“{key}” should be a whole number"), NOTHING
        case "date_type" | "date_from_datetime_parsing":
            return (
                Message(f"“{key}”应该是日期，现在是{value}", f"“{key}” should be a date, and is {value}"),
                Message("写成 2026-01-31 的样子，不加引号。", "Write it like 2026-01-31, without quotes."),
            )
        case "too_short" | "too_long":
            low, high = context.get("min_length"), context.get("max_length")
            wanted = f"{low or ''}–{high or ''}" if low and high else f">= {low}" if low else f"<= {high}"
            return Message(
                f"“{key}”的项数不对，应为{wanted}", f"“{key}” has the wrong number of items; wanted {wanted}"
            ), NOTHING
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            return Message(f"“{key}”超出范围（界限 {limit}）", f"“{key}” is out of range (limit {limit})"), NOTHING
        case "number_missing":
            return (
                Message(
                    f"“{key}”要能拨打，却没有 number 和 dial", f"“{key}” is to be dialled but has no number and dial"
                ),
                Message(
                    "补上 number（给人看的）和 dial（手机拨的）。", "Add number (for people) and dial (for phones)."
                ),
            )
        case "entries_missing":
            return Message(f"缺少：{context['missing']}", f"Missing: {context['missing']}"), NOTHING
        case "value_error":
            return (
                Message(f"“{key}”写法不对：{value}", f"“{key}” has the wrong form: {value}"),
                Message("写成“6 months”的样子，1 到 36 个月。", "Write it like “6 months”, from 1 to 36."),
            )
        case _:
            return (
                Message(f"“{key or '文件'}”写法不对：{value}", f"“{key or 'the file'}” has the wrong form: {value}"),
                Message(f"程序的说法：{error['msg']}", error["msg"]),
            )
