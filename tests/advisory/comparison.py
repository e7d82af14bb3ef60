"""Two lists of addresses, and what people are told about how they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

# So many addresses of a list are shown; a generator that names pages otherwise would fill the report.
_SHOWN = 20


@dataclass(frozen=True)
class Comparison:
    """``what``: which pages. missing: addresses that would be gone. extra: addresses that nobody asked for."""

    what: str
    expected: int
    missing: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def same(self) -> bool:
        return self.expected > 0 and not self.missing and not self.extra


@dataclass(frozen=True)
class Trial:
    """What became of one generator. problem: why it could not be tried to the end. notes: what else it is good to know."""

    generator: str
    comparisons: tuple[Comparison, ...] = ()
    problem: str = ""
    notes: tuple[str, ...] = field(default=())

    @property
    def good(self) -> bool:
        return not self.problem and bool(self.comparisons) and all(item.same for item in self.comparisons)


def addresses(folder: Path) -> set[str]:
    """Addresses of the pages in the built ``folder``, from its root: ``""``, ``check/``, ``404.html``."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return {path.removesuffix("index.html") if Path(path).name == "index.html" else path for path in found}


def compare(what: str, expected: Collection[str], built: Collection[str]) -> Comparison:
    """How the addresses ``built`` differ from those ``expected``."""
    missing, extra = sorted(set(expected) - set(built)), sorted(set(built) - set(expected))
    return Comparison(what, len(set(expected)), tuple(missing), tuple(extra))


def report(trials: Iterable[Trial]) -> str:
    """The trials as Markdown."""
    lines = []
    for trial in trials:
        lines += [f"## {trial.generator}: {'same addresses' if trial.good else 'NOT the same'}", ""]
        if trial.problem:
            lines += [
                "It could not be tried to the end:",
                "",
                *(f"    {line}" for line in trial.problem.splitlines()),
                "",
            ]
        for item in trial.comparisons:
            lines.append(f"- {item.what}: {item.expected} pages, {len(item.missing)} missing, {len(item.extra)} extra")
            lines += [f"  - missing: `/{address}`" for address in item.missing[:_SHOWN]]
            lines += [f"  - extra: `/{address}`" for address in item.extra[:_SHOWN]]
        lines += [f"- {note}" for note in trial.notes]
        lines.append("")
    return "\n".join(lines)
