"""SZ701–SZ707: pictures, and the rights of files. What is published beside the pages is looked into before it is."""

from __future__ import annotations

import difflib
import posixpath
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from ..content.files import PICTURES
from ..content.library import Library
from ..content.numbers import numbers_in
from ..content.outline import Link
from ..content.page import Page
from ..content.picture_formats import FORMATS, Examined, Fault
from ..content.plain import plain_line
from ..content.source_text import Position
from .finding import Finding, Message, Rule
from .rules.pictures import ACTIVE, EXECUTABLE, FORMAT, METADATA, MISSING, RULES, SIZE, UNUSED

__all__ = ["RULES", "check"]

MAX_KILOBYTES = 200
# As wide as the text column on a screen with three pixels to a point; more is never seen.
MAX_SIDE = 2_400

_FAULTS: dict[str, tuple[Rule, Message, Message]] = {
    "not-this-format": (
        FORMAT,
        Message("内容不是{ending}格式", "The content is not {ending}"),
        Message("用看图软件另存成{ending}，不要只改后缀。", "Save it as {ending} in a picture program; do not just rename it."),
    ),
    "broken": (
        FORMAT,
        Message("图片读到一半就读不下去了 {what}", "The picture cannot be read to its end {what}"),
        Message("重新导出一次。", "Export it again."),
    ),
    "no-size": (
        FORMAT,
        Message("SVG没有 viewBox，手机上显示不对", "The SVG has no viewBox and would not fit a phone"),
        Message('在 <svg> 里写 viewBox="0 0 宽 高"。', 'Write viewBox="0 0 width height" in <svg>.'),
    ),
    "animated": (
        FORMAT,
        Message("会动的图不放", "Moving pictures are not used here"),
        Message("换成不动的一张。", "Use a still one."),
    ),
    "metadata": (
        METADATA,
        Message("图片里夹带了 {what}", "The picture carries {what}"),
        Message(
            "导出时不要带附加信息。SVG存成“普通SVG”；照片和截图用：exiftool -all= 文件名",
            "Export it without extras: save an SVG as “plain SVG”; for photographs and screenshots: exiftool -all= FILE",
        ),
    ),
    "active": (
        ACTIVE,
        Message("SVG里不能有 {what}", "An SVG may not hold {what}"),
        Message(
            "只留图形、文字和渐变：另存为“普通SVG”，再删掉这一处。",
            "Keep shapes, text and gradients only: save it as “plain SVG” and delete this.",
        ),
    ),
}  # fmt: skip


def check(library: Library) -> Iterator[Finding]:
    for name, path in library.pictures.items():
        yield from _picture(library, name, path)
    shown = set()
    for pages in library.pages.values():
        for page in pages.values():
            for link in page.outline.links if not page.derived else ():
                if link.image and ":" not in link.target and "//" not in link.target:
                    target = _target(page, link)
                    shown.add(target)
                    if target not in library.pictures:
                        yield _missing(library, page, link, target)
    # A page that could not be read may show any of them.
    if not any(library.project.docs in problem.path.parents for problem in library.problems):
        for name, path in library.pictures.items():
            if name not in shown:
                yield _unused(library, name, path)
    yield from _executable(library)


# --- one picture ------------------------------------------------------------------------------------------------------


def _picture(library: Library, name: str, path: Path) -> Iterator[Finding]:
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_KILOBYTES * 1000 + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield FORMAT.found(
            library.project,
            path,
            Position(),
            Message(f"打不开这个文件：{reason}", f"The file cannot be opened: {reason}"),
        )
        return
    if len(raw) > MAX_KILOBYTES * 1000:
        yield SIZE.found(
            library.project,
            path,
            Position(),
            Message(f"图片超过{MAX_KILOBYTES}KB", f"The picture is over {MAX_KILOBYTES} kB"),
            Message(
                "缩小，或者存成 .webp；能画成线条的，用 .svg。",
                "Make it smaller, or save it as .webp; a drawing as .svg.",
            ),
        )
        return
    ending = Path(name).suffix
    examined = FORMATS[ending](raw)
    for fault in examined.faults:
        yield _fault(library, path, ending, fault)
    if max(examined.width, examined.height) > MAX_SIDE:
        yield SIZE.found(
            library.project,
            path,
            Position(),
            Message(
                f"图片有{examined.width}×{examined.height}像素",
                f"The picture has {examined.width}×{examined.height} pixels",
            ),
            Message(f"缩到每边{MAX_SIDE}像素以内。", f"Scale it down to {MAX_SIDE} pixels a side at most."),
        )
    yield from _numbers(library, path, examined)


def _fault(library: Library, path: Path, ending: str, fault: Fault) -> Finding:
    rule, message, hint = _FAULTS[fault.code]
    values = {"ending": ending, "what": fault.what}
    zh, en = (text.format(**values).strip() for text in (message.zh, message.en))
    hint = Message(hint.zh.format(**values), hint.en.format(**values))
    return rule.found(library.project, path, Position(fault.line), Message(zh, en), hint)


def _numbers(library: Library, path: Path, examined: Examined) -> Iterator[Finding]:
    """Numbers to call in a drawing: nothing would ever correct them there."""
    # A bar at the start keeps one label from running into the next.
    lines = [plain_line(f"| {text}") for _, text in examined.words]
    for index, number in numbers_in(lines):
        yield ACTIVE.found(
            library.project,
            path,
            Position(examined.words[index][0]),
            Message(f"图里写了号码“{number.written}”", f"The picture shows the number “{number.written}”"),
            Message(
                "号码变了，图不会跟着变。从图里拿掉，写在页面上：[[tel:编号]]。",
                "A number that changes stays wrong in a picture. Take it out and write it on the page: [[tel:id]].",
            ),
        )


# --- pictures and pages -----------------------------------------------------------------------------------------------


def _target(page: Page, link: Link) -> str:
    """The path below ``docs/`` that an image link of ``page`` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.src_uri), unquote(link.target)))


def _missing(library: Library, page: Page, link: Link, target: str) -> Finding:
    close = difflib.get_close_matches(target.lower(), library.pictures, n=1, cutoff=0.7)
    above = "../" * (page.src_uri.count("/"))
    name = close[0] if close else f"{PICTURES}/…"
    return MISSING.found(
        library.project,
        page.path,
        link.position,
        Message(f"“{link.target}”没有这张图片", f"“{link.target}” is no picture"),
        Message(f"是不是 {above}{name}？", f"Did you mean {above}{name}?")
        if close
        else Message(
            f"图片放在 docs/{PICTURES}/，在这一页写成 {above}{name}。",
            f"Pictures are in docs/{PICTURES}/; from this page write {above}{name}.",
        ),
    )


def _unused(library: Library, name: str, path: Path) -> Finding:
    return UNUSED.found(
        library.project,
        path,
        Position(),
        Message("没有页面用到这张图片", "No page shows this picture"),
        Message(
            f"在页面里写 ![图上是什么](../{name})，或者删掉它。",
            f"Write ![what it shows](../{name}) in a page, or delete it.",
        ),
    )


def _executable(library: Library) -> Iterator[Finding]:
    """Files of content with a right to run. Where every file has it, the disk knows no such rights, as on Windows."""
    if _may_run(library.project.generator_config):
        return
    for path in library.files():
        if _may_run(path):
            place = library.project.relative(path)
            yield EXECUTABLE.found(
                library.project,
                path,
                Position(),
                Message("这个文件带着可执行权限", "This file is marked as executable"),
                Message(
                    f"去掉：git update-index --chmod=-x {place}", f"Take it off: git update-index --chmod=-x {place}"
                ),
            )


def _may_run(path: Path) -> bool:
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) and bool(mode & 0o111)
