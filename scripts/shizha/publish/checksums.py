"""``.well-known/hashes.txt``: the hash of every file of a release, so that a mirror can be told from a forgery.

The format is that of ``sha256sum``: ``sha256sum -c .well-known/hashes.txt`` in a copy of the site says what differs. With a key it
is signed as OpenSSH signs files (``ssh-keygen -Y sign``, namespace ``shizha``).
"""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

from .replace import MARKER

LIST = Path(".well-known/hashes.txt")
NAMESPACE = "shizha"


class SigningProblem(Exception):
    """The list could not be signed; the text says why and what to type."""


def write_checksums(out: Path, key: Path | None) -> None:
    """Write the list of the files that are in ``out`` now, signed with the private ``key`` if there is one.

    The list depends on the content alone, so that whoever builds the same content can compare. Raises SigningProblem.
    """
    files = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file() and path.name != MARKER)
    lines = [f"{hashlib.sha256((out / file).read_bytes()).hexdigest()}  {file.as_posix()}\n" for file in files]
    (out / LIST).parent.mkdir(exist_ok=True)
    (out / LIST).write_text("".join(lines), encoding="utf-8", newline="\n")
    if key:
        _sign(out / LIST, key)


def _sign(path: Path, key: Path) -> None:
    command = ["ssh-keygen", "-Y", "sign", "-q", "-n", NAMESPACE, "-f", str(key), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise SigningProblem(
            f"没有 ssh-keygen，签不了名。装好OpenSSH再来。\nssh-keygen is needed to sign the list of hashes: {error.strerror}"
        ) from None
    if done.returncode:
        raise SigningProblem(f"用 {key} 签不了名 / cannot sign with {key}\n{done.stderr.strip()}")
