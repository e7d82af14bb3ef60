"""How a copy of the site is told from a forgery: what somebody types who knows computers, with the address and the key of the data.

Without a signature the list has to come from the one true address. With one it may come from the copy itself.
"""

from __future__ import annotations

from ..content.data import SiteFacts
from ..content.signing import HASHES, NAMESPACE, fingerprint
from .strings import Strings


def verifying(site: SiteFacts, strings: Strings) -> str:
    """Markdown: a paragraph that says whether the list is signed, and the commands."""
    key = site.signing_key
    said = strings("verify-signed", fingerprint=f"`{fingerprint(key)}`") if key else strings("verify-unsigned")
    place = f'"$M/{HASHES}"' if key else f"{site.url}{HASHES}"
    commands = [f"M=https://{strings('verify-place')}", f"curl -fsSO {place}"]
    if key:
        commands += [
            f'curl -fsSO "$M/{HASHES}.sig"',
            f"echo '{site.host} {key}' > signers",
            f"ssh-keygen -Y verify -f signers -I {site.host} -n {NAMESPACE} -s hashes.txt.sig < hashes.txt",
        ]
    commands += [
        'cut -c67- hashes.txt | xargs -P 4 -I{} curl -fsSL --create-dirs -o copy/{} "$M/{}"',
        f"(cd copy && sha256sum -c --quiet ../hashes.txt) && echo {strings('verify-same')}",
    ]
    return "\n\n" + said + "\n\n```\n" + "\n".join(commands) + "\n```\n\n"
