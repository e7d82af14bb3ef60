"""From the Markdown of pages to the HTML of their articles."""

from __future__ import annotations

import logging
import posixpath
from functools import cache
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

_LOG = logging.getLogger("mkdocs.shizha")  # below the one whose warnings stop a build
_ADDRESS_OF = {"a": "href", "img": "src"}


class Renderer:
    """One Markdown for all pages, set up as ``config`` says. MkDocs would set up another one for each page, and read each page once more
    for ids: a tenth of the time of a build."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._links = _Links()
        self._markdown.treeprocessors.register(self._links, "links", 0)

    def html(self, markdown: str, page: Page, files: Files) -> str:
        """The article of ``page``. Links to others of ``files`` become relative addresses, and those to anchors are left with the page,
        which MkDocs holds to the anchors that there are. Warns in the log of MkDocs of a link that leads nowhere."""
        self._links.begin(page.file, files)
        html = self._markdown.reset().convert(markdown)
        page.links_to_anchors = self._links.to_anchors
        return html


class _Links(Treeprocessor):
    """Puts the addresses of pages and pictures in the place of the files that links name."""

    def __init__(self) -> None:
        super().__init__()
        self._files: Files | None = None

    def begin(self, file: File, files: Files) -> None:
        if files is not self._files:
            self._files, self._found = files, cache(files.get_file_from_path)
        self._file = file
        self.to_anchors: dict[File, dict[str, str]] = {}

    def run(self, root: Element) -> None:
        for element in root.iter():
            if key := _ADDRESS_OF.get(element.tag):
                element.set(key, self._address(element.get(key, "")))

    def _address(self, link: str) -> str:
        scheme, host, path, query, anchor = urlsplit(link)
        if scheme or host:
            return link
        target = self._found(self._named(path)) if path else self._file
        if target is None:
            _LOG.warning(
                "%s：链接“%s”没有指向这里的任何一页 / the link “%s” leads to no page or picture here",
                self._file.src_uri, link, link,
            )  # fmt: skip
            return link
        if anchor:
            self.to_anchors.setdefault(target, {}).setdefault(anchor, link)
        return urlunsplit(("", "", target.url_relative_to(self._file), query, anchor)) if path else link

    def _named(self, path: str) -> str:
        """The file below docs/ that ``path`` means on this page."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(self._file.src_uri), unquote(path)))
