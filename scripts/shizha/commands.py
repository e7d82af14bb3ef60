"""The commands and what each is for. Standard library only: ``python3 scripts`` lists them before anything is installed."""

from __future__ import annotations

from collections.abc import Sequence

COMMANDS: dict[str, str] = {
    "serve": "预览，保存后自动刷新 / preview, reloads when you save",
    "test": "运行全部测试 / run every test",
    "build": "生成网站 / build the site",
    "check": "检查内容 / check the content",
    "search": "搜一句话，看找到哪一页 / search, and see which page is found",
    "new": "新建一页 / begin a new page",
    "status": "翻译和复核的进度 / state of translations and reviews",
    "schema": "更新 data/schema/ / rewrite data/schema/",
    "bench": "量一量速度 / measure how fast it is",
}

# Commands, with their first arguments, that need what requirements-dev.txt adds: a browser, above all.
_TESTING: tuple[tuple[str, ...], ...] = (
    ("test",),
    ("bench", "search"),
    ("bench", "rivals"),
    ("bench", "visit"),
    ("bench", "lighthouse"),
)


def needs_what_tests_need(arguments: Sequence[str]) -> bool:
    """Whether the command that ``arguments`` begin with needs more than a build."""
    return any(tuple(arguments[: len(command)]) == command for command in _TESTING)


def overview() -> str:
    """The list of commands as people read it."""
    lines = [f"  python3 scripts {name:8} {text}" for name, text in COMMANDS.items()]
    return "\n".join(
        ["识诈 · 反诈知识库 / ShiZha — Anti-Fraud Knowledge Base", "", *lines, "", "  python3 scripts COMMAND --help"]
    )
