"""Pieces of what a template is given: links, buttons, sources, files to take away."""

from __future__ import annotations

from dataclasses import dataclass

from ..content.languages import Language


@dataclass(frozen=True)
class Link:
    """``url`` is the path from the site root, without a leading slash; templates make it relative."""

    name: str
    url: str
    text: str = ""
    current: bool = False


@dataclass(frozen=True)
class Door:
    """A way in for one kind of reader, with the name of its picture."""

    icon: str
    name: str
    text: str
    url: str


@dataclass(frozen=True)
class LanguageLink:
    language: Language
    url: str
    current: bool
    exists: bool


@dataclass(frozen=True)
class SourceView:
    id: str
    title: str
    publisher: str
    date: str
    single: bool
    note: str
    site_url: str
    site_name: str


@dataclass(frozen=True)
class Download:
    """A file to take away. ``url``: from the site root. ``file_name``: what it is called on the reader's device."""

    name: str
    url: str
    size: str
    file_name: str
    format: str


@dataclass(frozen=True)
class DialView:
    """A button that dials."""

    number: str
    region: str
    name: str
    href: str
    emergency: bool
