"""The environment that the program runs in: made once in ``.venv`` from the hash-locked requirements, then reused.

Standard library only. Two variables change where it is: ``SHIZHA_VENV`` names another folder (for a checkout that cannot be
written to), ``SHIZHA_NO_VENV=1`` uses the Python that runs this, with whatever it has installed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from shizha.commands import COMMANDS, TESTING, overview

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
        "磁盘满了，装不下。腾出大约300MB再试。\nThe disk is full. Free about 300 MB and try again.",
    ),
    (
        r"Read-only file system|Permission denied|Errno 13|Errno 30",
        "这个文件夹不能写。换一个地方放环境：SHIZHA_VENV=~/shizha-venv python3 scripts serve\n"
        "The folder cannot be written to. Put the environment elsewhere: SHIZHA_VENV=~/shizha-venv python3 scripts serve",
    ),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure in name resolution|Network is unreachable|Connection refused"
        r"|ConnectTimeout|ReadTimeout|timed out|ProxyError|getaddrinfo failed|Max retries exceeded|No matching distribution",
        "连不上软件包的下载源。检查网络，然后再运行一次；需要代理或国内镜像的，照 README 里的办法设置。\n"
        "The package index cannot be reached. Check the network and run the command again; README says how to set a proxy or mirror.",
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
        python = ready_python(testing=arguments[0] in TESTING)
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
    if os.environ.get("SHIZHA_NO_VENV"):
        return Path(sys.executable)
    folder = Path(os.environ.get("SHIZHA_VENV") or ROOT / ".venv").expanduser().absolute()
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    requirements = ROOT / ("requirements-dev.txt" if testing else "requirements.txt")
    if _is_ready(folder, python, requirements):
        return python
    try:
        with _one_at_a_time(folder):
            if not _is_ready(folder, python, requirements):
                _make(folder, python, requirements)
    except OSError as error:
        raise EnvironmentProblem(_explain_os_error(error, folder)) from None
    return python


def _hand_over(python: Path, arguments: Sequence[str]) -> int:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "PYTHONPATH")}
    child = subprocess.Popen([python, "-X", "utf8", PROGRAM, *arguments], env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # Ctrl-C reaches the program too; wait for it to end in its own quiet way


# --- what is installed ------------------------------------------------------------------------------------------------


def _stamp(folder: Path) -> Path:
    return folder / ".shizha-installed"


def _fingerprint(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def _is_ready(folder: Path, python: Path, requirements: Path) -> bool:
    try:
        installed = json.loads(_stamp(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return (
        python.is_file()
        and installed.get("python") == sys.version
        and installed.get("folder") == str(folder)  # an environment that was moved with its checkout does not run
        and installed.get("requirements", {}).get(requirements.name) == _fingerprint(requirements)
    )


def _write_stamp(folder: Path, requirements: Path) -> None:
    fingerprints = {requirements.name: _fingerprint(requirements)}
    if requirements.name == "requirements-dev.txt":
        runtime = ROOT / "requirements.txt"  # the tests' requirements contain the site's
        fingerprints[runtime.name] = _fingerprint(runtime)
    stamp = {"python": sys.version, "folder": str(folder), "requirements": fingerprints}
    temporary = _stamp(folder).with_suffix(".new")
    temporary.write_text(json.dumps(stamp), encoding="utf-8")
    temporary.replace(_stamp(folder))


# --- making it --------------------------------------------------------------------------------------------------------


def _make(folder: Path, python: Path, requirements: Path) -> None:
    _refuse_foreign_folder(folder)
    stamp = _stamp(folder)
    usable = (
        python.is_file()
        and stamp.is_file()
        and f'"python": {json.dumps(sys.version)}' in stamp.read_text(encoding="utf-8")
    )
    stamp.unlink(missing_ok=True)
    if not usable or not _runs(python):
        _make_venv(folder)
    _install(python, requirements)
    _write_stamp(folder, requirements)


def _refuse_foreign_folder(folder: Path) -> None:
    """SHIZHA_VENV may name any folder; one that holds something else is not emptied."""
    if (
        folder.is_dir()
        and any(folder.iterdir())
        and not (folder / "pyvenv.cfg").is_file()
        and not _stamp(folder).is_file()
    ):
        raise EnvironmentProblem(
            f"{folder} 里有别的东西，不能用来放环境。换一个空文件夹。\n{folder} holds something else. Choose an empty folder for SHIZHA_VENV."
        )


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
    command = [
        python,
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--no-input",
        "--disable-pip-version-check",
        "--no-color",
    ]
    child = subprocess.Popen(
        [*command, "-r", requirements],
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

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
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
