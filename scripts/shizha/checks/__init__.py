"""The checks: each family yields findings over a loaded library; nothing here writes, builds or imports the generator."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..content.collector import collector_at_rest
from ..content.library import Library
from ..in_two import in_two
from . import (
    active_content,
    characters,
    code_marks,
    coverage,
    dates,
    figures,
    inside_links,
    kinds,
    link_forms,
    markdown_slips,
    numbers,
    official_sites,
    outside_links,
    pictures,
    published,
    quizzes,
    references,
    source_files,
    structure,
    translations,
    wording,
)
from .finding import Finding, Rule

FAMILIES = (
    source_files,
    dates,
    published,
    pictures,
    structure,
    kinds,
    markdown_slips,
    numbers,
    references,
    quizzes,
    coverage,
    inside_links,
    outside_links,
    official_sites,
    link_forms,
    active_content,
    code_marks,
    characters,
    translations,
    figures,
    wording,
)
RULES: dict[str, Rule] = {rule.id: rule for family in FAMILIES for rule in family.RULES}


# Looking for numbers takes as long as all the rest.
_LONGEST = numbers


@collector_at_rest()
def run_checks(library: Library, meanwhile: Callable[[], object] | None = None) -> list[Finding]:
    """Every finding, sorted. meanwhile: what this process does while another one has begun to check."""
    longest_first = sorted(FAMILIES, key=lambda family: family is not _LONGEST)
    return sorted({*in_two(*(partial(family.check, library) for family in longest_first), meanwhile=meanwhile)})


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings that stop a build."""
    return [finding for finding in findings if finding.severity == "error"]
