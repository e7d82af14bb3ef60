"""Stylesheets and scripts under names that change with their content, so that browsers may keep them for ever."""

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
_SMALLER = {".css": rcssmin.cssmin, ".js": rjsmin.jsmin}


@dataclass(frozen=True)
class Renamed:
    """``names``: path below the root, as pages write it -> the published one."""

    names: dict[str, str]

    def in_html(self, html: str) -> str:
        """``html`` with the published names."""
        for old, new in self.names.items():
            html = html.replace(f'{old}"', f'{new}"')
        return html


def publish_assets(out: Path) -> Renamed:
    """Make stylesheets and scripts below ``out`` smaller, and give them names with a hash."""
    names: dict[str, str] = {}
    scripts = {path.name: path for path in (out / ASSETS).glob("*.js")}
    for path in (out / ASSETS).glob("*.css"):
        _publish(out, path, names)
    while scripts:  # a script after those that it imports, for their names are part of its content
        ready = [name for name, path in scripts.items() if scripts.keys().isdisjoint(_imports(path))]
        if not ready:
            raise ValueError(f"scripts that import each other: {', '.join(sorted(scripts))}")
        for name in sorted(ready):
            _publish(out, scripts.pop(name), names)
    return Renamed(names)


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
    if path.suffix == ".js":
        text = _IMPORT.sub(lambda match: f"./{Path(names[f'{ASSETS}/{match[1]}']).name}", text)
    text = _SMALLER.get(path.suffix, str)(text)
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    published = path.with_name(f"{path.stem}.{digest}{path.suffix}")
    published.write_text(text, encoding="utf-8", newline="\n")
    path.unlink()
    names[path.relative_to(out).as_posix()] = published.relative_to(out).as_posix()
