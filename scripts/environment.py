"""The environment that the program runs in: made once in ``.venv`` from the hash-locked requirements, then reused.

Standard library only. Two variables change where it is: ``SHIZHA_VENV`` names another folder (for a checkout that cannot be
written to), ``SHIZHA_NO_VENV=1`` uses the Python that runs this, with whatever it has installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from installed import Installed, being_installed, completed, read_note, write_note
from shizha.commands import COMMANDS, needs_what_tests_need, overview

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "scripts" / "shizha"
COULD_NOT_RUN, STOPPED = 2, 130

# Settings of the caller's pip that would send packages somewhere else than the environment.
_PIP_STRAYS = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV", "PYTHONHOME", "PYTHONPATH")

# What a failing pip prints -> what happened and what to type. The first that matches is shown.
_PIP_FAILURES: tuple[tuple[str, str], ...] = (
    (
        r"DO NOT MATCH THE HASHES",
        "下载到的程序和锁定的哈希不一致，没有安装。可能是下载出错，也可能有人动了手脚。\n"
        "换一个网络再试；还是这样，请按 SECURITY.md 告诉我们。\n"
        "A download does not match its locked hash and was not installed. Try another network; if it happens again,\n"
        "tell us as SECURITY.md says.",
    ),
    (
        r"No space left on device|Errno 28|not enough space",
        "磁盘满了，装不下。腾出大约600MB再试。\nThe disk is full. Free about 600 MB and try again.",
    ),
    (
        r"Read-only file system|Permission denied|Errno 13|Errno 30",
        "这个文件夹不能写。换一个地方放环境：SHIZHA_VENV=~/shizha-venv python3 scripts serve\n"
        "The folder cannot be written to. Put the environment elsewhere: SHIZHA_VENV=~/shizha-venv python3 scripts serve",
    ),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|Network is unreachable|Connection refused"
        r"|ConnectTimeout|ReadTimeout|timed out|ProxyError|getaddrinfo failed|Max retries exceeded",
        "连不上软件包的下载源。检查网络，然后再运行一次；需要代理或国内镜像的，照 README 里的办法设置。\n"
        "The package index cannot be reached. Check the network and run the command again; README says how to set a proxy or mirror.",
    ),
    (
        r"No matching distribution",
        "软件包的下载源里，没有适合这台电脑和这个Python版本的现成安装包。换一个下载源，或者换Python 3.11到3.13再试。\n"
        "The package index has no ready-made package for this machine and this Python. Try another index, or Python 3.11 to 3.13.",
    ),
)


class EnvironmentProblem(Exception):
    """The environment cannot be made; the text says what happened and what to type."""


def main(arguments: Sequence[str]) -> int:
    """Run one command inside the environment; returns its exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(overview())
        return 0
    if arguments[0] not in COMMANDS:
        print(f"没有“{arguments[0]}”这个命令 / no such command: {arguments[0]}\n\n{overview()}", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        python = ready_python(testing=needs_what_tests_need(arguments))
        return _hand_over(python, arguments)
    except KeyboardInterrupt:
        return STOPPED
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return COULD_NOT_RUN


def ready_python(testing: bool) -> Path:
    """The Python of an environment that has every locked requirement; makes or completes the environment first.

    testing: also what the tests need. Raises EnvironmentProblem.
    """
    if os.environ.get("SHIZHA_NO_VENV", "0") not in ("", "0"):
        return Path(sys.executable)
    try:
        folder = Path(os.environ.get("SHIZHA_VENV") or ROOT / ".venv").expanduser().absolute()
    except RuntimeError:
        raise EnvironmentProblem(
            "SHIZHA_VENV 里的 ~ 找不到对应的用户 / SHIZHA_VENV names an unknown user after ~"
        ) from None
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    try:
        if not _is_ready(folder, python, testing):
            with _one_at_a_time(folder):
                if not _is_ready(folder, python, testing):
                    _make(folder, python, testing)
    except OSError as error:
        raise EnvironmentProblem(_explain_os_error(error, folder)) from None
    return python


def _hand_over(python: Path, arguments: Sequence[str]) -> int:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    command = [str(python), "-X", "utf8", str(PROGRAM), *arguments]
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(
            python, command, environment
        )  # the program takes this process over: signals and exit codes are its own
    child = subprocess.Popen(command, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # Ctrl-C reaches the program too; wait for it to end in its own quiet way


# --- making it --------------------------------------------------------------------------------------------------------


def _requirements(testing: bool) -> list[Path]:
    """The lock file to install, then those that it contains."""
    runtime = ROOT / "requirements.txt"
    return [ROOT / "requirements-dev.txt", runtime] if testing else [runtime]


def _is_ready(folder: Path, python: Path, testing: bool) -> bool:
    note = read_note(folder)
    return python.is_file() and note is not None and note.fits(folder) and note.has(_requirements(testing)[0])


def _make(folder: Path, python: Path, testing: bool) -> None:
    """Make the environment, or complete the one that is there. One that works goes on working if this fails."""
    note = read_note(folder)
    if note is None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise EnvironmentProblem(
            f"{folder} 里有别的东西，没有动它。换一个空文件夹，或者先把它移走：SHIZHA_VENV=别的文件夹\n"
            f"{folder} holds something else and was left alone. Move it away, or name an empty folder with SHIZHA_VENV."
        )
    if note is None or not note.fits(folder) or not _runs(python):
        _make_venv(folder)
        note = being_installed(folder)
    write_note(folder, being_installed(folder))
    requirements = _requirements(testing)
    try:
        _install(python, requirements[0])
    except EnvironmentProblem:
        write_note(folder, note)
        raise
    write_note(folder, completed(folder, *requirements))


def _runs(python: Path) -> bool:
    try:
        return subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make_venv(folder: Path) -> None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise EnvironmentProblem(
            "这台电脑的Python少了venv模块。Debian、Ubuntu上请先运行：\n"
            f"    sudo apt install python3-venv        （或 python{version}-venv）\n"
            "This Python lacks the venv module. On Debian or Ubuntu, first run the line above."
        )
    _say("第一次运行，正在准备环境（只做一次） / first run: making the environment, once")
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    write_note(folder, Installed())  # from here on the folder is known to be ours, whatever happens next
    made = subprocess.run(
        [sys.executable, "-m", "venv", folder], capture_output=True, text=True, env=_clean_environment(), check=False
    )
    if made.returncode:
        raise EnvironmentProblem(
            _explain_output(made.stdout + made.stderr, "环境没有建成 / the environment could not be made")
        )


def _install(python: Path, requirements: Path) -> None:
    total = len(re.findall(r"(?m)^[A-Za-z0-9]", requirements.read_text(encoding="utf-8")))
    _say(f"正在安装{total}个程序 / installing {total} packages")
    # Only ready-made packages: building one from source would run code that no hash covers.
    options = ["--require-hashes", "--only-binary=:all:", "--no-input", "--disable-pip-version-check", "--no-color"]
    child = subprocess.Popen(
        [python, "-m", "pip", "install", *options, "-r", requirements],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=_clean_environment(),
    )
    output, count = [], 0
    try:
        for line in child.stdout:
            output.append(line)
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                count += 1
                _show_progress(f"{count}/{total} {line.split('==')[0].removeprefix('Collecting ').strip()}")
    except KeyboardInterrupt:
        child.kill()
        child.wait()
        raise
    finally:
        _show_progress("")
    if child.wait():
        raise EnvironmentProblem(_explain_output("".join(output), "安装没有成功 / the installation failed"))


def _clean_environment() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in _PIP_STRAYS} | {"PYTHONUTF8": "1"}


# --- one process at a time --------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Two first runs at once would write into each other's environment; the second waits. The system frees a dead one's lock."""
    name = hashlib.sha256(str(folder).encode()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"shizha-{name}.lock"
    try:
        handle = path.open("a+b")
    except OSError:
        yield  # no place for a lock: better to go on alone than not at all
        return
    with handle:
        if os.name == "nt":
            import msvcrt

            while True:  # Windows gives up after ten tries, one a second
                with contextlib.suppress(OSError):
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                _say("另一个窗口正在准备环境，等它做完 / another window is making the environment, waiting")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# --- telling people ---------------------------------------------------------------------------------------------------


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _show_progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
        sys.stderr.flush()


def _explain_output(output: str, headline: str) -> str:
    for pattern, text in _PIP_FAILURES:
        if re.search(pattern, output):
            return text
    tail = "\n".join(output.strip().splitlines()[-15:])
    return f"{headline}：\n{tail}"


def _explain_os_error(error: OSError, folder: Path) -> str:
    return _explain_output(str(error), f"系统不让写 {folder} / the system refused to write {folder}")
