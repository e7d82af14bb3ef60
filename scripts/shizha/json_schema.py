"""JSON Schemas of front matter and data files, for editors' programs to complete and check with."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter

from .content.data import Data
from .content.front_matter import KINDS, translation_model
from .project import Project

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name -> JSON text, for every kind of page, its translation, and every data file."""
    found: dict[str, object] = {}
    for kind, model in KINDS.items():
        found[f"page-{kind}"] = model.model_json_schema()
        found[f"translation-{kind}"] = translation_model(kind, regional=True).model_json_schema()
    for name, info in Data.model_fields.items():
        found[f"data-{name}"] = TypeAdapter(info.annotation).json_schema(by_alias=True)
    return {
        f"{name}.json": json.dumps({"$schema": _DIALECT, **schema}, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        for name, schema in found.items()
    }


def write_schemas(project: Project) -> list[Path]:
    """Write every schema under ``data/schema/``; returns the files that changed."""
    folder = project.data / "schema"
    folder.mkdir(exist_ok=True)
    changed = []
    for name, text in schemas().items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            changed.append(path)
    return changed
