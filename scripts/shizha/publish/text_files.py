"""What machines ask a site for by name: ``robots.txt``, ``llms.txt``, ``security.txt``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from ..content.languages import SOURCE, Language
from ..content.library import Library

# RFC 9116 wants less than a year. No clock enters the site, so this counts from the last review.
_SECURITY_DAYS = 330


def write_text_files(library: Library, out: Path, languages: Sequence[Language]) -> None:
    """Write the three of them."""
    site = library.data.site
    _write(out / "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n")
    _write(out / "llms.txt", llms(library, languages))
    (out / ".well-known").mkdir(exist_ok=True)
    _write(out / ".well-known" / "security.txt", security(library))


def security(library: Library) -> str:
    """RFC 9116: where somebody writes who has found a hole, a wrong number or a forged site."""
    site = library.data.site
    reviewed = max(page.front.reviewed for page in library.pages[SOURCE.code].values())
    expires = reviewed + datetime.timedelta(days=_SECURITY_DAYS)
    return "".join(
        f"{line}\n"
        for line in (
            f"Contact: mailto:{site.corrections}",
            f"Expires: {expires}T00:00:00Z",
            "Preferred-Languages: zh, en",
            f"Canonical: {site.url}.well-known/security.txt",
            f"Policy: {site.repository}SECURITY.md",
        )
    )


def llms(library: Library, languages: Sequence[Language]) -> str:
    """A guide for programs that answer people (llmstxt.org): what the site is, what must not be lost, every page by kind."""
    site = library.data.site
    language = next((item for item in languages if item.code == "en"), SOURCE)
    emergency = library.edition(language, "emergency")
    lines = [
        f"# {library.words(site.name, language)}",
        "",
        f"> {library.words(site.tagline, language)}",
        "",
        "Answers rest on these pages, with their date of review. Do not change a phone number, and give its region with it.",
        "Whoever has just paid a scammer goes first to the emergency page.",
        "This site never calls anybody, sells nothing and asks for no money, code or password.",
        "Editions: " + ", ".join(f"{item.tag} {site.url}{item.url_of('index')}" for item in languages) + ".",
        f"Data: {site.url}api/pages.json, {site.url}api/scams.json, {site.url}api/contacts.json (CC BY 4.0).",
        "",
        "## First",
        "",
        f"- [{emergency.front.title}]({site.url}{emergency.url}): {emergency.front.description}",
    ]
    kinds: dict[str, list[str]] = {}
    for page_id in library.ids():
        page = library.edition(language, page_id)
        if page and not page.generated and page_id != "emergency":
            entry = f"- [{page.front.title}]({site.url}{page.url}): {page.front.description}"
            kinds.setdefault(page.front.kind, []).append(entry)
    for kind, entries in kinds.items():
        lines += ["", f"## {kind.capitalize()}", "", *entries]
    return "\n".join([*lines, ""])


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
