"""``python3 tests/advisory [no-theme] [properdocs] [zensical]``: would the site keep its addresses with another generator?

Asked every week (.github/workflows/advisory.yml) of the newest release of each, in an environment of its own that is removed
afterwards. Nothing is decided here: IF-THE-THEME-STOPS.md says what the answers are for. Prints Markdown; the exit code is 1 if one
of them would not do. Standard library only.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from comparison import Trial, addresses, compare, report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]


class Failed(Exception):
    """A step ended with an error; the text is the end of what it said."""


def main(arguments: Sequence[str]) -> int:
    """Try what is named, or all; returns the exit code."""
    if unknown := set(arguments) - set(TRIALS):
        print(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(TRIALS)}", file=sys.stderr)
        return 2
    trials = []
    for name in arguments or TRIALS:
        with tempfile.TemporaryDirectory() as work:
            try:
                trials.append(TRIALS[name](Path(work)))
            except Failed as error:
                trials.append(Trial(name, problem=str(error)))
    print(report(trials))
    return 0 if all(trial.good for trial in trials) else 1


def no_theme(work: Path) -> Trial:
    """The whole site, by MkDocs, with Material for MkDocs not even installed and a document of twenty lines in its place."""
    now, then, copy = work / "now", work / "then", work / "copy"
    _build(now)
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "base.html", copy / "overrides" / "base.html")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    without = settings.replace("  name: material\n", "  name: null\n  static_templates: [404.html]\n")
    (copy / "mkdocs.yml").write_text(without, encoding="utf-8", newline="\n")
    python, _ = _environment(work, "mkdocs")
    _run([str(python), "-m", "pip", "uninstall", "--quiet", "--yes", "mkdocs-material", "mkdocs-material-extensions"])
    _run([str(python), str(copy / "scripts" / "shizha"), "build", "--out", str(then)])
    return Trial("no theme", (compare("all languages", addresses(now), addresses(then)),))


def properdocs(work: Path) -> Trial:
    """The whole site, by the program as it is, with the fork in the place of MkDocs."""
    _build(work / "now")
    python, name = _environment(work, "properdocs")
    _run([str(python), "-m", "pip", "uninstall", "--quiet", "--yes", "mkdocs"])
    _run([str(python), str(HERE / "build_with_properdocs.py"), str(work / "then")])
    now, then = work / "now", work / "then"
    differ = [
        path.relative_to(now).as_posix()
        for path in sorted(now.rglob("*"))
        if path.is_file() and not _equal(path, then / path.relative_to(now))
    ]
    note = f"{len(differ)} files differ" + (
        f", among them `{differ[0]}`" if differ else "; the site is equal byte by byte"
    )
    return Trial(name, (compare("all languages", addresses(now), addresses(then)),), notes=(note,))


def zensical(work: Path) -> Trial:
    """Each language as a site of its own, of words that are ready and with the looks of Zensical."""
    python, name = _environment(work, "zensical")
    answer = json.loads(_run([str(python), str(HERE / "build_with_zensical.py"), str(work / "sites")]))
    comparisons = tuple(
        compare(code, item["expected"], addresses(Path(item["folder"])) - {"404.html"}) for code, item in answer.items()
    )
    notes = tuple(
        f"{code}: {count} × “{complaint}”"
        for code, item in answer.items()
        for complaint, count in item["complaints"].items()
    )
    return Trial(name, comparisons, notes=notes)


def _build(out: Path) -> None:
    """The site as it is today, to compare with."""
    _run([sys.executable, str(ROOT / "scripts"), "build", "--out", str(out)])


def _environment(work: Path, package: str) -> tuple[Path, str]:
    """A new environment with what the site needs, as locked, and ``package``, if it is not locked the newest; Python, name and version."""
    _run([sys.executable, "-m", "venv", str(work / "venv")])
    python = work / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:"]
    _run([*install, "--require-hashes", "--requirement", str(ROOT / "requirements.txt")])
    # Not locked on purpose: the question is what the newest one does. The workflow that asks has no rights.
    _run([*install, package])
    version = _run([str(python), "-c", f"from importlib.metadata import version; print(version({package!r}))"])
    return python, f"{package} {version.strip()}"


def _run(command: Sequence[str]) -> str:
    """Run ``command`` in the checkout; returns what it printed. Raises Failed."""
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Failed((done.stdout + done.stderr).strip()[-2000:])
    return done.stdout


def _equal(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


TRIALS: dict[str, Callable[[Path], Trial]] = {"no-theme": no_theme, "properdocs": properdocs, "zensical": zensical}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
