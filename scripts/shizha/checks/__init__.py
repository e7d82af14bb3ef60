"""The checks: each family yields findings over a loaded library; nothing here writes, builds or imports the generator."""

from __future__ import annotations

from collections.abc import Collection

from ..content.library import Library
from . import references, source_files, structure, translations
from .finding import Finding, Rule

FAMILIES = (source_files, structure, references, translations)
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.RULES}


def run_checks(library: Library, paths: Collection[str] = ()) -> list[Finding]:
    """Every finding, sorted; with ``paths`` (relative to the project) only those in these files or folders."""
    found = sorted({finding for family in FAMILIES for finding in family.check(library)})
    if not paths:
        return found
    wanted = tuple(path.rstrip("/") for path in paths)
    return [item for item in found if any(item.path == path or item.path.startswith(f"{path}/") for path in wanted)]


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
