"""What templates need that is the same in every build: their own compiled form, and QR codes."""

from __future__ import annotations

from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from ..rendering import qr_code
from ..store import Store, fingerprint, name_of


class KeptTemplates(BytecodeCache):
    """Compiled templates below ``cache``. Jinja itself tells what was made of another text, by another Jinja or another Python; not what
    was compiled by another theme of ours."""

    def __init__(self, cache: Path) -> None:
        self._store = Store(cache / "templates")
        self._made_with = fingerprint((), (Path(__file__).with_name("theme.py"),))

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._store.get(self._name(bucket)):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._store.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> str:
        return name_of([self._made_with, bucket.key, bucket.checksum])


class KeptCodes:
    """QR codes below ``cache``: choosing among the patterns of one takes longer than drawing a page."""

    def __init__(self, cache: Path) -> None:
        self._store = Store(cache / "codes")
        self._made_with = fingerprint(("segno",), (Path(qr_code.__file__),))

    def of(self, address: str) -> str:
        """The QR code of ``address``: SVG of our own making."""
        name = name_of([self._made_with, address])
        if kept := self._store.get(name):
            return kept.decode("utf-8")
        made = qr_code.qr_code(address)
        self._store.put(name, made.encode("utf-8"))
        return made
