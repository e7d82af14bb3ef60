"""Findings as GitLab reads them (a code quality report): it shows them at their lines of a merge request."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from typing import TextIO

from .checks.finding import Finding


def print_code_quality(findings: Sequence[Finding], language: str, out: TextIO | None = None) -> None:
    """One JSON list. GitLab knows a finding again by its fingerprint, so that lines added above it do not make it new."""
    seen: dict[str, int] = {}
    items = []
    for finding in findings:
        identity = f"{finding.path}\n{finding.rule}\n{finding.message.zh}"
        seen[identity] = seen.get(identity, 0) + 1
        hint = finding.hint.in_language(language)
        items.append(
            {
                "description": " ".join(filter(None, (finding.message.in_language(language), hint))),
                "check_name": finding.rule,
                "fingerprint": hashlib.sha256(f"{identity}\n{seen[identity]}".encode()).hexdigest(),
                "severity": "major" if finding.severity == "error" else "info",
                "location": {"path": finding.path, "lines": {"begin": finding.line}},
            }
        )
    print(json.dumps(items, ensure_ascii=False), file=out or sys.stdout)
