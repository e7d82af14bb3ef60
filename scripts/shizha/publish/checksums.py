"""``.well-known/hashes.txt``: the hash of every file of a release, so that a mirror can be told from a forgery.

The format is that of ``sha256sum``: ``sha256sum -c .well-known/hashes.txt`` in a copy of the site says what differs. With a key it
is signed as OpenSSH signs files (``ssh-keygen -Y sign``): by the key that the pledge page names, or readers could not verify it.
"""

from __future__ import annotations

import subprocess
from base64 import b64decode, b64encode
from collections.abc import Mapping
from pathlib import Path

from ..content.signing import HASHES, NAMESPACE
from .replace import MARKER

# What comes before the public key in a signature: a magic word, a version (OpenSSH, PROTOCOL.sshsig).
_BEFORE_KEY = len("SSHSIG") + 4


class SigningProblem(Exception):
    """The list could not be signed; the text says why and what to type."""


def refuse_unknown(key: Path, named: str | None) -> None:
    """Before anything is built, as far as that can be seen without a passphrase: is ``key`` there, and is it the one that readers are told?

    key: the private key, or the public one of a key that an agent holds. named: as in `write_checksums`. Raises SigningProblem.
    """
    if not key.is_file():
        raise SigningProblem(f"没有这个文件：{key}\nThere is no such file: {key}")
    public = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    used = " ".join(public.read_text(encoding="utf-8").split()[:2]) if public.is_file() else None
    if named is None or (used and used != named):
        raise _not_named(used or "ssh-ed25519 …", named)


def write_checksums(out: Path, digests: Mapping[str, str], key: Path | None, named: str | None) -> None:
    """Write the list of ``digests`` (path of a file below ``out`` -> its SHA-256) into ``out``, signed with the private ``key`` if there is one.

    named: the public key that readers are told, which has to be that of ``key``. The list depends on the content alone, so that whoever
    builds the same content can compare. Raises SigningProblem.
    """
    lines = [f"{digest}  {path}\n" for path, digest in digests.items() if path != MARKER]
    listed = out / HASHES
    listed.parent.mkdir(exist_ok=True)
    listed.write_text("".join(lines), encoding="utf-8", newline="\n")
    if key:
        _sign(listed, key)
        if (used := _signed_by(listed.with_name(f"{listed.name}.sig"))) != named:
            raise _not_named(used, named)


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


def _signed_by(signature: Path) -> str:
    """The public key in a signature, as a line of OpenSSH."""
    blob = b64decode("".join(signature.read_text(encoding="ascii").splitlines()[1:-1]))
    key = _string(blob[_BEFORE_KEY:])
    return f"{_string(key).decode()} {b64encode(key).decode()}"


def _string(blob: bytes) -> bytes:
    """The string at the beginning of ``blob``, behind its length in four bytes (RFC 4251)."""
    return blob[4 : 4 + int.from_bytes(blob[:4])]


def _not_named(used: str, named: str | None) -> SigningProblem:
    zh, en = ("写着另一把公钥", "names another key") if named else ("里还没有这把公钥", "does not name the key")
    return SigningProblem(
        f"data/site.yml {zh}，读的人没法验。换成这一行，再生成一次：\n"
        f"data/site.yml {en}, so readers could not verify the signature. Write this line there and build again:\n"
        f"signing_key: {used}"
    )
