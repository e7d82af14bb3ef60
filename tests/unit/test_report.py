import errno
import io

import pytest

from shizha.checks.finding import Finding, Message
from shizha.report import Progress, explain_os_error, print_findings, reader_language

FINDINGS = [
    Finding(
        "docs/zh/check.md", 3, 5, "SZ104", Message("不认识的键", "Unknown key"), "error", Message("改掉它", "Change it")
    ),
    Finding("docs/zh/check.md", 9, 1, "SZ802", Message("可能过时", "May be stale"), "reminder"),
]


def test_findings_in_english():
    out = io.StringIO()
    print_findings(FINDINGS, "en", out)
    assert out.getvalue() == (
        "docs/zh/check.md:3:5  error SZ104  Unknown key\n"
        "    Change it\n"
        "docs/zh/check.md:9:1  reminder SZ802  May be stale\n"
        "1 errors, 1 reminders.\n"
    )


def test_findings_in_chinese():
    out = io.StringIO()
    print_findings(FINDINGS[:1], "zh", out)
    assert out.getvalue() == "docs/zh/check.md:3:5  错误 SZ104  不认识的键\n    改掉它\n共1个错误、0个提醒。\n"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "zh"),
        ({"LC_ALL": "en_US", "LANG": "zh_CN"}, "en"),
    ],
)
def test_the_language_of_messages_follows_the_readers(monkeypatch, variables, language):
    for name in ("SHIZHA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert reader_language() == language
    assert reader_language("en") == "en"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "磁盘满了"), (errno.EACCES, "没有权限"), (errno.EROFS, "没有权限"), (errno.EIO, "系统不让这样做")],
)
def test_what_the_system_refuses_is_explained(number, words):
    text = explain_os_error(OSError(number, "reason", "/x/site"))
    assert words in text and "/x/site" in text


def test_progress_is_plain_lines_where_nobody_watches():
    out = io.StringIO()
    progress = Progress(out)
    progress.step("一步")
    progress.done("好了")
    assert out.getvalue().startswith("一步\n好了 (") and "\033" not in out.getvalue()


def test_progress_is_one_changing_line_on_a_terminal():
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    out = Terminal()
    Progress(out).step("一步")
    assert out.getvalue().startswith("\r\033[K一步") and "\n" not in out.getvalue()
