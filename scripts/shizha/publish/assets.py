"""Scripts under names that change with their content, so that browsers may keep them for ever; stylesheets within the pages.

On a slow network one more request before anything is seen takes longer than the text of the styles, which is five kilobytes as it is
sent: a page and its styles fit into what a server may send at once (the initial window of TCP, RFC 6928).
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import rcssmin
import rjsmin

# What a release says of itself for the next one.
RELEASE = "release.json"
ASSETS = Path("assets")
_HASHED = re.compile(r"\.[0-9a-f]{10}\.[a-z]+$")
_IMPORT = re.compile(r"""(?<=["'])\./([a-z-]+\.js)(?=["'])""")
_STYLESHEET = re.compile(r'<link rel="stylesheet" href="(?:[./]*/)?(assets/[a-z-]+\.css)">')


@dataclass(frozen=True)
class Published:
    """What pages hold of the assets, by the paths below the root that they name. scripts: the published path; styles: the text."""

    scripts: dict[str, str]
    styles: dict[str, str]

    def in_html(self, html: str) -> str:
        """``html`` with the published names of scripts, and with the styles in the places where it asked for them."""
        for old, new in self.scripts.items():
            html = html.replace(f'{old}"', f'{new}"')
        return _STYLESHEET.sub(lambda link: f"<style>{self.styles[link[1]]}</style>", html)


def publish_assets(out: Path) -> Published:
    """Make stylesheets and scripts below ``out`` smaller; give scripts names with a hash, and take the stylesheets away."""
    names: dict[str, str] = {}
    styles: dict[str, str] = {}
    for path in sorted((out / ASSETS).glob("*.css")):
        styles[path.relative_to(out).as_posix()] = rcssmin.cssmin(path.read_text(encoding="utf-8"))
        path.unlink()
    scripts = {path.name: path for path in (out / ASSETS).glob("*.js")}
    while scripts:  # a script after those that it imports, for their names are part of its content
        ready = [name for name, path in scripts.items() if scripts.keys().isdisjoint(_imports(path))]
        if not ready:
            raise ValueError(f"scripts that import each other: {', '.join(sorted(scripts))}")
        for name in sorted(ready):
            _publish(out, scripts.pop(name), names)
    return Published(names, styles)


def keep_previous(previous: Path, out: Path) -> list[str]:
    """Copy into ``out`` what pages of the release before it still ask for; returns the names.

    previous: the published folder that is about to be replaced; it may not exist. Somebody who has a page open when the site is
    replaced gets the rest of it too. Only one release is kept.
    """
    try:
        names = json.loads((previous / RELEASE).read_text(encoding="utf-8"))["assets"]
        kept = []
        for name in names:
            source, target = previous / name, out / name
            if _HASHED.search(name) and ".." not in name and not target.exists() and source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(source.read_bytes())
                kept.append(name)
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return kept


def _imports(path: Path) -> set[str]:
    return set(_IMPORT.findall(path.read_text(encoding="utf-8")))


def _publish(out: Path, path: Path, names: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    text = rjsmin.jsmin(_IMPORT.sub(lambda match: f"./{Path(names[f'{ASSETS}/{match[1]}']).name}", text))
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    published = path.with_name(f"{path.stem}.{digest}{path.suffix}")
    published.write_text(text, encoding="utf-8", newline="\n")
    path.unlink()
    names[path.relative_to(out).as_posix()] = published.relative_to(out).as_posix()
