"""What a template is given: everything about one page, ready to print. Templates decide nothing but layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..content.front_matter import FrontMatter, Material, Scam
from ..content.languages import Language
from ..content.page import Page
from .families import FamilyView, Filter
from .kits import KitField
from .not_found import RegionNumber


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


@dataclass(frozen=True)
class PageView:
    """One page for one reader's language.

    language: of the site around the text. text_language: of the text; another one when the page is a fallback.
    short_address: absolute, for paper; the canonical one where the page has none. feed: of the language. search_url: empty where there is no page of results. root: the way from this page to the root of the site.
    alternates: (hreflang, absolute URL) for every real translation, with ``x-default``; empty for a fallback.
    """

    page: Page
    front: FrontMatter
    language: Language
    text_language: Language
    fallback: bool
    derived: bool
    t: Callable[..., str]
    site_name: str
    site_short_name: str
    url: str
    canonical: str
    short_address: str
    feed: str
    structured_data: str
    share_picture: str
    alternates: list[tuple[str, str]]
    switcher: list[LanguageLink]
    navigation: list[Link]
    breadcrumbs: list[Link]
    children: list[Link]
    related: list[Link]
    doors: list[Door]
    families: list[FamilyView]
    filters: list[Filter]
    sources: list[SourceView]
    dials: list[DialView]
    facts: list[tuple[str, str]]
    labels: list[str]
    contents: list[tuple[str, str]]
    emergency_url: str
    search_url: str
    search_index: str
    root: str
    all_pages: list[tuple[str, list[Link]]]
    paid_url: str
    edit_url: str
    corrections: str
    downloads: list[Download]
    kit_fields: list[KitField]

    def region_name(self, region: RegionNumber) -> str:
        """The name of ``region`` in the reader's language."""
        return dict(region.names).get(self.language.tag, region.names[0][1])

    @property
    def kit(self) -> str:
        """The id of the kit that this page belongs to, or is; empty for others."""
        return self.page.kit

    @property
    def archive(self) -> str:
        """The path of a kit's archive, which stands beside its page; empty for other pages."""
        own = self.front.kind == "kit" and not self.fallback
        return f"{self.url}{self.page.id.rpartition('/')[2]}.zip" if own else ""

    @property
    def form(self) -> str:
        """What a material is (a letter, a lesson …): it prints as the thing itself."""
        return self.front.form if isinstance(self.front, Material) else ""

    @property
    def is_scam(self) -> bool:
        return isinstance(self.front, Scam)
