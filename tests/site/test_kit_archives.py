"""The archive of each kit: it opens from a stick, leads nowhere that is not there, and holds every document."""

import re
import zipfile
from urllib.parse import urljoin

import pytest

from shizha.build import build_site
from shizha.content.languages import LANGUAGES
from shizha.documents.workshop import formats_of

FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"|img|script)[^>]*(?:href|src)="([^"]*)"')


@pytest.fixture(scope="module")
def archives(site, library):
    """(kit page, its archive) for every kit in every language that it stands in."""
    return [
        (page, zipfile.ZipFile(site / page.url / f"{kit.rpartition('/')[2]}.zip"))
        for language in LANGUAGES
        for kit in sorted(library.kits)
        if (page := library.page(language, kit))
    ]


def test_the_kit_s_own_page_comes_first_and_names_are_plain(archives):
    assert archives
    for page, archive in archives:
        names = archive.namelist()
        assert names[0] == "index.html" and len(set(names)) == len(names), page.id
        assert all(name.isascii() and ".." not in name for name in names), page.id
        assert archive.testzip() is None


def test_every_document_of_the_kit_is_in_it(archives, library):
    for kit, archive in archives:
        wanted = [
            f"{item.rpartition('/')[2]}.{format}"
            for item in [kit.id, *library.kit_members[kit.id]]
            if (page := library.page(kit.language, item))
            for format in formats_of(page)
        ]
        found = [name.partition("-")[2] for name in archive.namelist() if name.startswith("documents/")]
        assert found == wanted, kit.id


def test_links_lead_to_files_of_the_archive_or_name_the_site(archives):
    for page, archive in archives:
        names = set(archive.namelist())
        for name in names:
            if name.endswith(".html"):
                html = archive.read(name).decode()
                assert "<script" not in html and "@@" not in html and 'data-document="zip"' not in html
                for address in re.findall(r'\shref="([^"]*)"', html):
                    if not re.match(r"[a-z]+:|#", address):
                        target = urljoin(f"/{name}", address.partition("#")[0]).lstrip("/")
                        assert target in names, f"{page.id}: {name} -> {address}"
                for address in FETCHED.findall(html):
                    assert address.startswith("data:") or urljoin(f"/{name}", address).lstrip("/") in names, name


def test_the_page_of_a_kit_says_how_large_its_archive_is(site, library):
    for page in (library.page(language, kit) for language in LANGUAGES for kit in library.kits):
        if page:
            html = (site / page.url / "index.html").read_text(encoding="utf-8")
            assert re.search(r'data-document="zip">[^<]+<small>[\d.]+ [KM]B</small>', html), page.src_uri


def test_a_folder_for_a_stick_has_no_archives(miniature, tmp_path):
    from support.miniature import plain_front

    front = plain_front("kit", "小活动")
    miniature.write(
        "docs/zh/schools/tiny/index.md", front + "\n## 用 { #use }\n\n看[紧急页](../../emergency.md#call)。\n"
    )
    build_site(miniature.project, tmp_path / "folder", offline=True)
    html = (tmp_path / "folder/schools/tiny/index.html").read_text(encoding="utf-8")
    assert "@@" not in html and ".zip" not in html
