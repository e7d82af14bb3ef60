"""The commands, and nothing else: read the arguments, call the room that does the work, print what came of it."""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from .build import ALL_LANGUAGES, ContentError, build_site
from .changed import NoBase, changed_findings
from .checks import errors, run_checks
from .commands import COMMANDS
from .content.front_matter import KINDS
from .content.library import load_library
from .new_page import NewPageError, create_page
from .project import Project, this_project
from .publish.replace import OutputError
from .report import (
    Progress,
    explain_os_error,
    print_annotations,
    print_findings,
    print_json,
    reader_language,
)
from .selection import NotContent, Selection, selection_of

OK, FOUND, FAILED, STOPPED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 good, 1 findings or failed tests, 2 could not run, 130 stopped by Ctrl-C."""
    parser = _parser()
    arguments, rest = parser.parse_known_args(argv)
    if rest and arguments.run is not _test:
        parser.error(f"不认识的参数 / unrecognized arguments: {' '.join(rest)}")
    arguments.rest = rest  # what `test` hands to pytest
    project = this_project()
    signal.signal(signal.SIGTERM, _stop)
    try:
        return arguments.run(project, arguments)
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except ContentError as error:
        print_findings(error.findings, reader_language())
        print(
            "内容有错误，没有生成网站。原来的网站没有动。\nThe content has errors; nothing was built and the old site is untouched.",
            file=sys.stderr,
        )
        return FOUND
    except (OutputError, NewPageError, NotContent, NoBase) as error:
        print(error, file=sys.stderr)
        if hint := getattr(error, "hint", ""):
            print(hint, file=sys.stderr)
        return FAILED
    except OSError as error:
        print(explain_os_error(error), file=sys.stderr)
        return FAILED


def _stop(_number: int, _frame: object) -> None:
    """A polite kill ends the program as Ctrl-C does, with its temporary folders removed."""
    raise KeyboardInterrupt


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError("1–65535")
    return int(text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError("1–100000")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python3 scripts")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help=COMMANDS["serve"])
    serve.add_argument("--port", type=_port, default=8000)
    serve.set_defaults(run=_serve)

    build = commands.add_parser("build", help=COMMANDS["build"])
    build.add_argument("--out", type=Path, help="输出文件夹，默认 site/ / output folder, site/ by default")
    build.add_argument(
        "--lang",
        choices=ALL_LANGUAGES,
        action="append",
        help="只生成这种语言（中文总会生成）/ only this language beside Chinese",
    )
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help=COMMANDS["check"])
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="只看这些文件或文件夹 / only these files or folders"
    )
    check.add_argument("--lang", choices=("zh", "en"), help="提示用的语言 / language of the messages")
    check.add_argument(
        "--mark-synced",
        action="store_true",
        help="把译文标记为已和原文核对 / mark translations as matching their source",
    )
    check.add_argument(
        "--format", choices=("text", "github", "json"), default="text", help="输出的样子 / form of the output"
    )
    check.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="BASE",
        help="只看改过的，和因此坏掉的 / only what changed since BASE, and what that broke",
    )
    check.add_argument("--fix", action="store_true", help="自动改好能改的 / mend what is mechanical")
    check.set_defaults(run=_check)

    new = commands.add_parser("new", help=COMMANDS["new"])
    new.add_argument("kind", metavar="KIND", help=", ".join(KINDS))
    new.add_argument("id", metavar="ID", help="scams/fake-police")
    new.set_defaults(run=_new)

    status = commands.add_parser("status", help=COMMANDS["status"])
    status.set_defaults(run=_status)

    schema = commands.add_parser("schema", help=COMMANDS["schema"])
    schema.set_defaults(run=_schema)

    bench = commands.add_parser("bench", help=COMMANDS["bench"])
    bench.add_argument(
        "name", nargs="?", metavar="NAME", help="量什么；不写就列出来 / what to measure; without it, a list"
    )
    bench.add_argument(
        "--pages", type=_count, action="append", help="每种语言几页，可以写几次 / pages a language; may be repeated"
    )
    bench.add_argument("--rounds", type=_count, default=5, help="每样量几次 / how often each thing is measured")
    bench.set_defaults(run=_bench)

    test = commands.add_parser("test", help=COMMANDS["test"], add_help=False)
    test.set_defaults(run=_test)
    return parser


def _serve(project: Project, arguments: argparse.Namespace) -> int:
    from .preview import PortTaken, serve

    try:
        return serve(project, arguments.port)
    except PortTaken:
        other = arguments.port + 1 if arguments.port < 65_535 else 8000
        print(
            f"端口{arguments.port}被别的程序占用了。换一个：python3 scripts serve --port {other}\n"
            f"Port {arguments.port} is in use. Try: python3 scripts serve --port {other}",
            file=sys.stderr,
        )
        return FAILED


def _build(project: Project, arguments: argparse.Namespace) -> int:
    from .hooks.generator import GeneratorError

    out = arguments.out.absolute() if arguments.out else project.default_output
    progress = Progress()
    try:
        build_site(project, out, arguments.lang or ALL_LANGUAGES, progress)
    except ContentError:
        progress.clear()
        raise
    except GeneratorError as error:
        progress.done("没有生成 / not built")
        print(error, file=sys.stderr)
        return FAILED
    progress.done(f"网站在 {out} / the site is in {out}")
    return OK


def _check(project: Project, arguments: argparse.Namespace) -> int:
    selection = selection_of(project, arguments.paths)
    if arguments.mark_synced:
        if not arguments.paths:
            print(
                "写明哪一页对照过了：python3 scripts check --mark-synced docs/en/…\n"
                "Say which pages were compared: python3 scripts check --mark-synced docs/en/…",
                file=sys.stderr,
            )
            return FAILED
        _mark_synced(project, selection)
    if arguments.fix:
        from .fix import fix_numbers

        for item in fix_numbers(load_library(project), selection):
            print(f"{item.path}:{item.line}  {item.before} -> {item.after}", file=sys.stderr)
    library = load_library(project)
    findings = [item for item in run_checks(library) if selection.holds(item.path)]
    if arguments.changed is not None:
        findings = changed_findings(project, findings, arguments.changed or None)
    language = reader_language(arguments.lang)
    if arguments.format == "json":
        print_json(findings, sum(selection.holds(place) for place in library.places()), language)
    elif arguments.format == "github":
        print_annotations(findings, language)
    else:
        print_findings(findings, language)
    return FOUND if errors(findings) else OK


def _mark_synced(project: Project, selection: Selection) -> None:
    from .sync import hand_written_translations, mark_synced

    library = load_library(project)
    for page in hand_written_translations(library):
        place = project.relative(page.path)
        if selection.holds(place) and mark_synced(library, page):
            print(place, file=sys.stderr)


def _new(project: Project, arguments: argparse.Namespace) -> int:
    for path in create_page(project, arguments.kind, arguments.id, datetime.date.today()):
        print(project.relative(path))
    return OK


def _status(project: Project, _arguments: argparse.Namespace) -> int:
    from .status import print_status

    print_status(load_library(project), datetime.date.today(), reader_language())
    return OK


def _schema(project: Project, _arguments: argparse.Namespace) -> int:
    from .json_schema import write_schemas

    for path in write_schemas(project):
        print(project.relative(path))
    return OK


def _bench(project: Project, arguments: argparse.Namespace) -> int:
    from .bench import BENCHMARKS, overview
    from .bench.corpus import TooFewPages
    from .bench.measure import CommandFailed
    from .bench.settings import Settings

    if arguments.name is None:
        print(overview())
        return OK
    if arguments.name not in BENCHMARKS:
        print(f"没有“{arguments.name}”可量 / nothing to measure: {arguments.name}\n\n{overview()}", file=sys.stderr)
        return FAILED
    try:
        return BENCHMARKS[arguments.name].run(Settings(project, tuple(arguments.pages or ()), arguments.rounds))
    except (TooFewPages, CommandFailed) as error:
        print(error, file=sys.stderr)
        return FAILED


def _test(_project: Project, arguments: argparse.Namespace) -> int:
    from .run_tests import run

    return run(arguments.rest)
