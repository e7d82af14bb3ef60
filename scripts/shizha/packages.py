"""Programs that the tests need and that pip does not bring: the distribution's packages, where this process may install them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence


def install_package(name: str) -> str:
    """Install Debian's or Ubuntu's package ``name``; returns "" if that went well, else what was tried and why it failed."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return f"apt-get install {name}：不是Debian、Ubuntu，或者不是root / not Debian or Ubuntu, or not root"
    say(f"安装Debian的{name} / installing Debian's {name}")
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", name]):
        if reason := run_quietly(["apt-get", "-qq", *arguments]):
            return f"apt-get {' '.join(arguments)}：{reason}"
    return ""


def run_quietly(command: Sequence[str]) -> str:
    """Run ``command`` without its chatter; returns "" if it went well, else the line that says most about why not."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=1800,
            env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("Error", "E:"))] or lines
    return telling[-1] if telling else f"exit code {done.returncode}"


def say(text: str) -> None:
    """Tell a waiting person what takes so long; not part of any output."""
    print(text, file=sys.stderr, flush=True)
