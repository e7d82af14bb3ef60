"""Printers: findings as text for people, in the language they read."""

from __future__ import annotations

import errno
import json
import locale
import os
import sys
import time
from collections.abc import Sequence
from typing import TextIO

from .checks.finding import Finding
from .content.files import RULE_LIST
from .content.languages import BY_CODE

_SEVERITY = {"zh": {"error": "错误", "reminder": "提醒"}, "en": {"error": "error", "reminder": "reminder"}}


def reader_language(choice: str | None = None) -> str:
    """``zh`` or ``en``: what was asked for, else an English locale, else Chinese."""
    if choice:
        return choice
    for name in ("SHIZHA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "en" if value.lower().startswith("en") else "zh"
    try:
        system = locale.getlocale()[0] or ""
    except ValueError:
        system = ""
    return "en" if system.lower().startswith("en") else "zh"


def print_findings(findings: Sequence[Finding], language: str, out: TextIO | None = None) -> None:
    """Each finding with its place and what to do, how many there are, and where the first rule among them is explained.

    It goes to standard output if ``out`` is not given.
    """
    out = out or sys.stdout
    for finding in findings:
        place = _harmless(f"{finding.path}:{finding.line}:{finding.column}")
        severity = _SEVERITY[language][finding.severity]
        message = _harmless(finding.message.in_language(language))
        print(f"{place}  {severity} {finding.rule}  {message}", file=out)
        if hint := finding.hint.in_language(language):
            print(f"    {_harmless(hint)}", file=out)
    wrong = sum(finding.severity == "error" for finding in findings)
    reminders = len(findings) - wrong
    counts = (
        f"共{wrong}个错误、{reminders}个提醒。"
        if language == "zh"
        else f"{_counted(wrong, 'error')}, {_counted(reminders, 'reminder')}."
    )
    print(counts + _where_explained(findings, language), file=out)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _where_explained(findings: Sequence[Finding], language: str) -> str:
    """The place of the list of rules below the site's address, at the first error or else the first reminder."""
    first = min(findings, key=lambda finding: finding.severity != "error", default=None)
    if first is None:
        return ""
    place = f"{BY_CODE[language].url_of(RULE_LIST)}#{first.rule}"
    return f"说明：{place}" if language == "zh" else f" See {place}"


def print_json(findings: Sequence[Finding], checked: int, language: str, out: TextIO | None = None) -> None:
    """One JSON object for programs. checked: the number of files that were looked at."""
    items = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message.in_language(language),
            "hint": finding.hint.in_language(language),
        }
        for finding in findings
    ]
    print(_encodable(json.dumps({"findings": items, "checked": checked}, ensure_ascii=False)), file=out or sys.stdout)


def print_annotations(findings: Sequence[Finding], language: str, out: TextIO | None = None) -> None:
    """Workflow commands of GitHub Actions, which show each finding at its line of a pull request."""
    for finding in findings:
        level = "error" if finding.severity == "error" else "warning"
        sentences = finding.message.in_language(language), finding.hint.in_language(language)
        text = "\n".join(_harmless(sentence) for sentence in sentences if sentence)
        place = f"file={_escape(finding.path, ':,')},line={finding.line},col={finding.column}"
        print(f"::{level} {place},title={finding.rule}::{_escape(text)}", file=out or sys.stdout)


def _escape(text: str, also: str = "") -> str:
    """Escape for a workflow command, so that no text of a page can begin a command of its own."""
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return _encodable(text)


def _encodable(text: str) -> str:
    """``text`` with the bytes of file names that are not UTF-8 written out: ``\\udcff``, as JSON has them too."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _harmless(text: str) -> str:
    """``text`` without control characters: what a stranger wrote must not move the cursor or forge a line of its own."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def explain_os_error(error: OSError) -> str:
    """What the system refused, and what to do about it, in both languages."""
    place = f" {error.filename}" if error.filename else ""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return f"磁盘满了，写不下{place}。腾出一些空间再试；原来的网站没有动。\nThe disk is full{place}. Free some space and try again; the old site is untouched."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"没有权限写{place}。换一个能写的文件夹再试；生成网站可以用 --out 指定放在哪里。\n"
            f"No permission to write{place}. Use a folder that you can write to; `build` takes --out FOLDER."
        )
    return f"系统不让这样做{place}：{error.strerror}\nThe system refused{place}: {error.strerror}"


class Progress:
    """Says what is being done: one changing line on a terminal, a plain line for each step elsewhere."""

    def __init__(self, out: TextIO | None = None) -> None:
        self._out = out or sys.stderr
        self._live = self._out.isatty()
        self._start = time.monotonic()

    def step(self, text: str) -> None:
        seconds = time.monotonic() - self._start
        if self._live:
            self._out.write(f"\r\033[K{text} … {seconds:.0f}s")
        else:
            self._out.write(f"{text}\n")
        self._out.flush()

    def clear(self) -> None:
        """End the changing line, so that what is printed next begins a line of its own."""
        if self._live:
            self._out.write("\r\033[K")
            self._out.flush()

    def done(self, text: str) -> None:
        seconds = time.monotonic() - self._start
        self._out.write(("\r\033[K" if self._live else "") + f"{text} ({seconds:.1f}s)\n")
        self._out.flush()
