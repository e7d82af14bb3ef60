"""What is signed, and by whom: the list of a release's hashes, and the public key of the one who publishes.

The key is one line as OpenSSH writes it, without the comment. Two kinds are known, each of one length, so that a line that fits
``PUBLIC_KEY`` is a key: Ed25519 (RFC 8709), and the same in a security key with the name ``ssh:`` that ``ssh-keygen`` gives it
(OpenSSH, PROTOCOL.u2f).
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode

HASHES = ".well-known/hashes.txt"
NAMESPACE = "shizha"  # what a signature of ``ssh-keygen -Y sign`` is for
# 32 bytes in base64, behind their length: AAAAI and 43 characters.
_PLAIN = r"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}"
_HARDWARE = r"sk-ssh-ed25519@openssh\.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAI[A-Za-z0-9+/]{43}AAAABHNzaDo="
PUBLIC_KEY = rf"^(?:{_PLAIN}|{_HARDWARE})$"


def fingerprint(key: str) -> str:
    """``SHA256:…`` of a public key, as ``ssh-keygen -l`` prints it."""
    digest = hashlib.sha256(b64decode(key.split()[1])).digest()
    return f"SHA256:{b64encode(digest).decode().rstrip('=')}"
