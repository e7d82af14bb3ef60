"""Makes what the template of a page is given (`view_model`) from the library."""

from __future__ import annotations

from collections.abc import Sequence

from ..content.data import Contact
from ..content.front_matter import Material, Scam
from ..content.languages import LANGUAGES, SOURCE, Language
from ..content.library import Library
from ..content.page import Page
from .expand import dial_link, page_sources
from .families import families_of, filters_of
from .kits import fields_of
from .strings import Strings
from .structured_data import structured_data
from .view_model import DialView, Door, Download, LanguageLink, Link, PageView, SourceView

# What the header offers besides the emergency page: a door for each kind of reader.
NAVIGATION = ("check", "scams", "contacts", "schools", "banks", "communities", "law", "about")

# Sections whose readers find a door on the home page, with the picture and the words on it.
_DOORS = {
    "schools": ("school", "door-schools-do"),
    "banks": ("bank", "door-banks-do"),
    "communities": ("community", "door-communities-do"),
}

# From this many parts on, a page begins with a list of them.
_LONG = 6


def view_of(
    library: Library,
    page: Page,
    language: Language,
    languages: tuple[Language, ...] = LANGUAGES,
    downloads: Sequence[Download] = (),
) -> PageView:
    """The view of ``page`` inside the ``language`` edition of a site that has ``languages``."""
    return _ViewMaker(library, page, language, languages, downloads).make()


class _ViewMaker:
    def __init__(
        self,
        library: Library,
        page: Page,
        language: Language,
        languages: tuple[Language, ...],
        downloads: Sequence[Download],
    ) -> None:
        self.library = library
        self.data = library.data
        self.page = page
        self.language = language
        self.languages = languages
        self.downloads = downloads
        self.site_url = self.data.site.url
        self.strings = Strings(library, language)

    def make(self) -> PageView:
        page, language = self.page, self.language
        real = [item for item in self.library.languages_of(page.id) if item in self.languages]
        fallback = page.language is not language
        return PageView(
            page=page,
            front=page.front,
            language=language,
            text_language=page.language,
            fallback=fallback,
            derived=page.derived,
            t=self.strings,
            site_name=self.words(self.data.site.name),
            site_short_name=self.words(self.data.site.short_name),
            url=language.url_of(page.id),
            canonical=self.site_url + page.language.url_of(page.id),
            short_address=self.site_url + page.language.url_of(self.library.short_address_of(page.id)),
            feed=f"{self.site_url}{language.url_of('index')}feed.xml",
            structured_data=self._structured_data(),
            share_picture=f"{self.site_url}assets/share.png",
            alternates=[] if fallback else self._alternates(real),
            switcher=[
                LanguageLink(item, item.url_of(page.id), item is language, item in real) for item in self.languages
            ],
            navigation=self._navigation(),
            breadcrumbs=self._breadcrumbs(),
            children=[self.link(child) for child in self.library.children(language, page.id)],
            related=self._related(),
            doors=self._doors() if page.id == "index" else [],
            families=families_of(self.library, language) if page.id in ("scams", "index") else [],
            filters=filters_of(self.library, language) if page.id == "scams" else [],
            sources=[self._source(source) for source in page_sources(self.library, page)],
            dials=self._dials(),
            facts=self._facts(),
            labels=self._labels(),
            contents=self._contents(),
            emergency_url=language.url_of("emergency"),
            search_url=language.url_of("search") if self.library.source("search") else "",
            search_index=f"search/{language.code}.json",
            root="../" * language.url_of(page.id).count("/") or "./",
            all_pages=self._all_pages() if page.id == "search" else [],
            paid_url=language.url_of("emergency") + ("#child" if page.front.audience[0] == "child" else ""),
            edit_url=f"{self.data.site.repository}{self.library.project.relative(page.path)}",
            corrections=self.data.site.corrections,
            downloads=list(self.downloads),
            kit_fields=fields_of(self.library, page),
        )

    def words(self, words) -> str:
        return self.library.words(words, self.language)

    def link(self, page: Page, current: bool = False) -> Link:
        return Link(page.front.name, self.language.url_of(page.id), page.front.description, current)

    def _alternates(self, real: list[Language]) -> list[tuple[str, str]]:
        urls = [(item.tag, self.site_url + item.url_of(self.page.id)) for item in real]
        return [*urls, ("x-default", self.site_url + SOURCE.url_of(self.page.id))]

    def _structured_data(self) -> str:
        above = [(link.name, self.site_url + link.url) for link in self._breadcrumbs()]
        return structured_data(self.library, self.page, self.site_url + self.page.url, above)

    def _navigation(self) -> list[Link]:
        pages = [self.library.edition(self.language, item) for item in NAVIGATION]
        return [self.link(page, page.id in (self.page.id, self.page.id.split("/")[0])) for page in pages if page]

    def _breadcrumbs(self) -> list[Link]:
        parts = self.page.id.split("/")
        ancestors = (
            ["index", *("/".join(parts[:end]) for end in range(1, len(parts)))] if self.page.id != "index" else []
        )
        pages = [self.library.edition(self.language, item) for item in ancestors]
        return [self.link(page) for page in pages if page]

    def _related(self) -> list[Link]:
        pages = [self.library.edition(self.language, item) for item in self.page.front.related]
        return [self.link(page) for page in pages if page]

    def _doors(self) -> list[Door]:
        """The sections that exist, then the door of the families, which leads into the emergency page."""
        doors = [
            Door(icon, page.front.name, self.strings(text), self.language.url_of(section))
            for section, (icon, text) in _DOORS.items()
            if (page := self.library.edition(self.language, section))
        ]
        helping = f"{self.language.url_of('emergency')}#helping"
        return [*doors, Door("home", self.strings("door-family"), self.strings("door-family-do"), helping)]

    def _all_pages(self) -> list[tuple[str, list[Link]]]:
        """Every page below the name of its section, the scams below that of their family, materials below that of their kit."""
        groups: dict[str, list[Link]] = {}
        families = self.data.taxonomy.families
        for page_id in self.library.ids():
            page = self.library.edition(self.language, page_id)
            if page.generated:  # for editors, who have their own list of them
                continue
            section = self.library.edition(self.language, page_id.partition("/")[0])
            if isinstance(page.front, Scam):
                name = self.words(families[page.front.family].name)
            elif isinstance(page.front, Material):
                name = self.library.edition(self.language, page.kit).front.name
            else:
                name = section.front.name if section and section is not page else self.strings("site-navigation")
            groups.setdefault(name, []).append(self.link(page))
        return list(groups.items())

    def _labels(self) -> list[str]:
        """What a teacher wants to know of a material before reading it: lesson or letter, and how long."""
        front = self.page.front
        if not isinstance(front, Material):
            return []
        form = self.words(self.data.taxonomy.materials[front.form])
        return [form, self.strings("lesson-minutes", minutes=front.minutes)] if front.minutes else [form]

    def _contents(self) -> list[tuple[str, str]]:
        """(id, heading) of the parts of a page that is too long to see at a glance; scam pages have their own ways in."""
        parts = [(item.id, item.text) for item in self.page.outline.headings if item.level == 2 and item.id]
        return (
            parts if len(parts) >= _LONG and not isinstance(self.page.front, Scam) and self.page.id != "index" else []
        )

    def _facts(self) -> list[tuple[str, str]]:
        front = self.page.front
        if not isinstance(front, Scam):
            return []
        taxonomy = self.data.taxonomy
        separator = self.strings("list-separator")

        def names(vocabulary, ids: list[str]) -> str:
            return separator.join(self.words(vocabulary[item]) for item in ids)

        return [
            (self.strings("family"), self.words(taxonomy.families[front.family].name)),
            (self.strings("routes"), names(taxonomy.routes, front.routes)),
            (self.strings("hooks"), names(taxonomy.hooks, front.hooks)),
            (self.strings("audience"), names(taxonomy.audiences, front.audience)),
        ]

    def _source(self, source_id: str) -> SourceView:
        source = self.data.sources[source_id]
        site = self.data.domains[source.site] if source.site else None
        return SourceView(
            source_id,
            self.words(source.title),
            self.words(source.publisher),
            source.date or "",
            source.grade == "single",
            self.words(source.note) if source.note else "",
            site.url if site else "",
            self.words(site.owner) if site else "",
        )

    def _dials(self) -> list[DialView]:
        contacts = [self.data.contacts[item] for item in getattr(self.page.front, "contacts", [])]
        several_regions = len({contact.region for contact in contacts}) > 1
        return [self._dial(contact, several_regions) for contact in contacts]

    def _dial(self, contact: Contact, with_region: bool) -> DialView:
        """A button; the same three digits are other people in another region, so where regions mix, each is named."""
        region = self.words(self.data.taxonomy.regions[contact.region]) if with_region else ""
        return DialView(contact.number or "", region, self.words(contact.name), dial_link(contact), contact.emergency)
