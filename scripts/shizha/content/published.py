"""The list of published pages, ``data/published.yml``: nothing but ids, in the order of their publication."""

from __future__ import annotations

from ..project import Project
from .source_text import SourceError, read_text
from .yaml_source import parse_yaml


def published_ids(project: Project) -> tuple[str, ...]:
    """The ids of the list; none where it cannot be read, which the check says."""
    try:
        listed = parse_yaml(read_text(project.data / "published.yml")).data
    except SourceError:
        return ()
    return tuple(item for item in listed if isinstance(item, str)) if isinstance(listed, list) else ()
