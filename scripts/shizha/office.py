"""The programs that turn documents into pages for the tests: LibreOffice, and poppler's reader of PDF files."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

_ON_PATH = ("soffice", "libreoffice")
_ON_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_ON_WINDOWS = Path(r"LibreOffice\program\soffice.exe")


class NoOffice(Exception):
    """A program is missing; the text says which to install."""


@dataclass(frozen=True)
class Office:
    """``soffice``: LibreOffice. ``pdftotext``: of poppler (the one of Xpdf does not know ``-bbox``)."""

    soffice: Path
    pdftotext: Path


def ready_office() -> Office:
    """The programs, as they are installed. Raises NoOffice."""
    soffice = next(filter(None, map(shutil.which, _ON_PATH)), None) or _elsewhere()
    pdftotext = shutil.which("pdftotext")
    if not soffice or not pdftotext:
        raise NoOffice(
            "检查文档印出来的样子，要先装LibreOffice和poppler（Debian、Ubuntu：apt-get install libreoffice poppler-utils）。\n"
            "To see documents as they print, install LibreOffice and poppler (Debian, Ubuntu: apt-get install libreoffice poppler-utils)."
        )
    return Office(Path(soffice), Path(pdftotext))


def _elsewhere() -> Path | None:
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")]
    places = [_ON_MACOS, *(Path(root) / _ON_WINDOWS for root in roots if root)]
    return next((path for path in places if path.is_file()), None)
