"""The commands, and nothing else: read the arguments, call the room that does the work, print what came of it."""

from __future__ import annotations

import argparse
import datetime
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from . import check_command, search_command
from .build import ALL_LANGUAGES, ContentError, build_site, proposed_project
from .check_command import NotTogether
from .commands import COMMANDS
from .content.front_matter import KINDS
from .content.library import load_library
from .new_page import NewPageError, create_page
from .project import Project, this_project
from .publish.replace import OutputError
from .report import Progress, explain_os_error, print_findings, reader_language
from .revisions import GitProblem
from .selection import NotContent

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
    except (OutputError, NewPageError, NotContent, NotTogether, GitProblem) as error:
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
    build.add_argument(
        "--proposed",
        metavar="COMMIT",
        help="用这里的程序，预览别人提交的内容 / preview what COMMIT would change, by the program that is here",
    )
    build.add_argument(
        "--offline",
        action="store_true",
        help="不用服务器、放在U盘里就能打开的一份 / a folder that opens without a server, from a stick",
    )
    build.add_argument(
        "--sign",
        type=Path,
        metavar="KEY",
        help="用这把私钥给文件清单签名 / sign the list of hashes with this private key",
    )
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help=COMMANDS["check"])
    check_command.add_arguments(check)
    check.set_defaults(run=check_command.run)

    search = commands.add_parser("search", help=COMMANDS["search"])
    search_command.add_arguments(search)
    search.set_defaults(run=search_command.run)

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
    bench.add_argument("--rounds", type=_count, help="每样量几次 / how often each thing is measured")
    bench.add_argument(
        "--install-rivals",
        action="store_true",
        help="build、visit：缺的别家生成器，下载到 .bench/rivals/ / fetch the other generators that are missing",
    )
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
    from .publish.checksums import SigningProblem

    default = project.root / "offline" if arguments.offline else project.default_output
    out = arguments.out.absolute() if arguments.out else default
    progress = Progress()
    languages = arguments.lang or ALL_LANGUAGES
    how = {"offline": arguments.offline, "key": arguments.sign}
    try:
        if arguments.proposed is None:
            build_site(project, out, languages, progress, **how)
        else:
            with proposed_project(project, arguments.proposed) as proposed:
                build_site(proposed, out, languages, progress, **how)
    except ContentError:
        progress.clear()
        raise
    except (GeneratorError, SigningProblem) as error:
        progress.done("没有生成 / not built")
        print(error, file=sys.stderr)
        return FAILED
    progress.done(f"网站在 {out} / the site is in {out}")
    return OK


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
    from .bench.fewer import TooFewPages
    from .bench.measure import CommandFailed, Missing
    from .bench.settings import Settings
    from .browser import NoBrowser
    from .web_server import ServerProblem

    if arguments.name is None:
        print(overview())
        return OK
    if arguments.name not in BENCHMARKS:
        print(f"没有“{arguments.name}”可量 / nothing to measure: {arguments.name}\n\n{overview()}", file=sys.stderr)
        return FAILED
    settings = Settings(project, tuple(arguments.pages or ()), arguments.rounds, arguments.install_rivals)
    try:
        return BENCHMARKS[arguments.name].run(settings)
    except (TooFewPages, CommandFailed, Missing, NoBrowser, ServerProblem) as error:
        print(error, file=sys.stderr)
        return FAILED


def _test(_project: Project, arguments: argparse.Namespace) -> int:
    from .run_tests import run

    return run(arguments.rest)
