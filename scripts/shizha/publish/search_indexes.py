"""``search/<language>.json``: what the browser searches in, asked for when a reader goes to search.

Its name does not change with its content, as that of a script does: every page names it, and one that was edited would change all.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from .. import search
from ..content.languages import Language
from ..content.library import Library
from ..search.documents import documents
from ..search.index import index_of, index_text
from ..store import Store, fingerprint, name_of

FOLDER = Path("search")
# Below the cache: indexes by what they are made of.
KEPT = "search"
# They decide which character stands for another and how it is read.
_PACKAGES = ("OpenCC", "pypinyin")


def write_search_index(library: Library, folder: Path, language: Language) -> None:
    """Write the index of ``language`` into ``folder``; one of the same pages and words is taken from the cache."""
    found = documents(library, language)
    program = fingerprint(_PACKAGES, sorted(Path(search.__file__).parent.glob("*.py")))
    state = [program, language.code, library.data.terms.model_dump_json(), [asdict(item) for item in found]]
    key = name_of(state)
    store = Store(library.project.cache / KEPT)
    content = store.get(key)
    if content is None:
        content = index_text(index_of(found, library, language)).encode("utf-8")
        store.put(key, content)
        store.prune()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{language.code}.json").write_bytes(content)
