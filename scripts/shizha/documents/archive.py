"""Office files are zip archives. They are written anew with one date and one order, so that equal content gives equal bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip archive can state
_REGULAR_FILE = 0o644 << 16


def packed(entries: Iterable[tuple[str, bytes]], stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive of ``entries`` (name, content) in their order. Names that end in one of ``stored`` are not compressed again."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.external_attr = _REGULAR_FILE
            info.compress_type = zipfile.ZIP_STORED if stored and name.endswith(stored) else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()


def names_of(archive: bytes) -> list[str]:
    """The names of the entries of ``archive``."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return opened.namelist()


def rewritten(archive: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """``archive`` with each entry whose name is in ``changes`` put through its function."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        unchanged = lambda content: content  # noqa: E731
        return packed((info.filename, changes.get(info.filename, unchanged)(old.read(info))) for info in old.infolist())
