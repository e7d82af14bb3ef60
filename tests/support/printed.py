"""Office files as they come out of a printer: LibreOffice makes them PDF, and poppler says what stands on each page."""

from __future__ import annotations

import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from shizha.office import ready_office
from support.office import squeezed


@dataclass(frozen=True)
class Sheet:
    """A page. width, height: in points. text: without spaces, in the order in which it was drawn."""

    width: float
    height: float
    text: str


def plain(text: str) -> str:
    """``text`` without spaces and without differences that a typeface makes."""
    return squeezed(unicodedata.normalize("NFKC", text))


def printed(documents: Iterable[Path], folder: Path) -> dict[Path, list[Sheet]]:
    """The pages of each of ``documents``. ``folder``: for what is made on the way."""
    office = ready_office()
    links = {}
    for number, document in enumerate(documents):  # documents of two languages have one name
        links[document] = folder / f"{number}{document.suffix}"
        links[document].symlink_to(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # so that an open LibreOffice is not in the way
    command = [office.soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *links.values()]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    return {document: _sheets(office.pdftotext, link.with_suffix(".pdf")) for document, link in links.items()}


def _sheets(pdftotext: Path, pdf: Path) -> list[Sheet]:
    read = subprocess.run([pdftotext, "-bbox", pdf, "-"], check=True, capture_output=True, timeout=60).stdout
    name = "{http://www.w3.org/1999/xhtml}"
    return [
        Sheet(
            float(page.get("width")),
            float(page.get("height")),
            plain("".join(word.text or "" for word in page.iter(f"{name}word"))),
        )
        for page in etree.fromstring(read, etree.XMLParser(recover=True)).iter(f"{name}page")
    ]
