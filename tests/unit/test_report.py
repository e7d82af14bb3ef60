import errno
import io
import json

import pytest

from shizha.checks.finding import Finding, Message
from shizha.report import Progress, explain_os_error, print_annotations, print_findings, print_json, reader_language

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
        "1 error, 1 reminder. See en/about/rules/#SZ104\n"
    )


def test_findings_in_chinese():
    out = io.StringIO()
    print_findings(FINDINGS[:1], "zh", out)
    assert (
        out.getvalue()
        == "docs/zh/check.md:3:5  错误 SZ104  不认识的键\n    改掉它\n共1个错误、0个提醒。说明：about/rules/#SZ104\n"
    )


def test_an_error_is_explained_before_a_reminder_and_nothing_needs_no_explanation():
    out = io.StringIO()
    print_findings(FINDINGS[::-1], "zh", out)
    print_findings([], "zh", out)
    assert out.getvalue().endswith("说明：about/rules/#SZ104\n共0个错误、0个提醒。\n")


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


def test_findings_for_programs_are_one_object():
    out = io.StringIO()
    print_json(FINDINGS, 7, "en", out)
    assert json.loads(out.getvalue()) == {
        "checked": 7,
        "findings": [
            {
                "path": "docs/zh/check.md",
                "line": 3,
                "column": 5,
                "rule": "SZ104",
                "severity": "error",
                "message": "Unknown key",
                "hint": "Change it",
            },
            {
                "path": "docs/zh/check.md",
                "line": 9,
                "column": 1,
                "rule": "SZ802",
                "severity": "reminder",
                "message": "May be stale",
                "hint": "",
            },
        ],
    }


def test_findings_for_pull_requests_stand_at_their_line():
    out = io.StringIO()
    print_annotations(FINDINGS, "en", out)
    assert out.getvalue() == (
        "::error file=docs/zh/check.md,line=3,col=5,title=SZ104::Unknown key%0AChange it\n"
        "::warning file=docs/zh/check.md,line=9,col=1,title=SZ802::May be stale\n"
    )


def test_no_text_of_a_page_can_begin_a_command_of_the_workflow():
    hostile = "x\r\n::add-mask::y%0A"
    out = io.StringIO()
    print_annotations([Finding("a:b,c\n::x.md", 1, 1, "SZ104", Message(hostile, hostile), "error")], "zh", out)
    assert out.getvalue() == (
        "::error file=a%3Ab%2Cc%0A%3A%3Ax.md,line=1,col=1,title=SZ104::x\\r\\n::add-mask::y%250A\n"
    )
