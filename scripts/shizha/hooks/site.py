"""What MkDocs calls while it builds: pages come from the content model, and templates get their view of it.

MkDocs loads this file by its path (``hooks:`` in mkdocs.yml), so imports are absolute.
"""

import re
from functools import partial
from pathlib import Path

from mkdocs.structure.files import File, Files

from shizha.content.files import RULE_LIST, STATUS, page_id_of
from shizha.content.languages import BY_CODE, SOURCE
from shizha.documents.offers import offers_of
from shizha.hooks.kept import KeptCodes, KeptTemplates
from shizha.hooks.session import session
from shizha.rendering.expand import expand
from shizha.rendering.not_found import region_numbers
from shizha.rendering.view import view_of

_ID = re.compile(r'\bid="([^"]+)"')
_TEMPLATES = {
    "index": "home.html",
    "emergency": "emergency.html",
    "search": "search.html",
    RULE_LIST: "generated.html",
    STATUS: "generated.html",
}


def _edition(page):
    language = BY_CODE[page.file.locale_alternate_of]
    page_id = page_id_of(page.file.src_uri.partition("/")[2])
    return session().library.pages[page.file.locale][page_id], language


def on_files(files, config):
    """The site is made of the library's pages and of this project's own assets, and of nothing else that lies about."""
    library = session().library
    language = config.plugins["i18n"].current_language
    if language not in session().written:  # another process writes them; the plugin wants a home page all the same
        home = library.pages[language]["index"].src_uri
        return Files([File(home, config.docs_dir, config.site_dir, config.use_directory_urls)])
    own = [file for file in files if file.src_dir == config.theme.custom_dir]
    pages = [
        page.src_uri
        for page in ({**library.pages[SOURCE.code], **library.pages[language]}).values()
        if not page.generated or page.body  # a page of a rule is drawn without Markdown
    ]
    return Files(
        [
            *own,
            *(
                File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
                for uri in (*pages, *library.pictures)
            ),
        ]
    )


def on_nav(nav, config, files):
    """One copy of each picture for every language; the plugin would make one below each."""
    for file in files:
        if file.src_uri in session().library.pictures:
            file.dest_uri = file.url = file.src_uri
            file.abs_dest_path = str(Path(config.site_dir, file.src_uri))
    return nav


def on_env(env, config, files):
    """Everything that reaches a page is escaped unless a template says that it is HTML of our own making.

    By now every page of a language has been read, and none has been drawn: the time to make the documents that they offer.
    """
    session().workshop.make()
    env.autoescape = True
    env.bytecode_cache = KeptTemplates(session().library.project.cache)
    env.globals["qr_code"] = KeptCodes(session().library.project.cache).of
    # The 404 page has no page and no view; it gets what it shows from here.
    env.globals["region_numbers"] = region_numbers(session().library)
    env.globals["built_languages"] = session().languages
    return env


def on_page_read_source(page, config):
    """Nothing: the model has read every file. The line break keeps MkDocs from looking for metadata."""
    return "\n"


def on_page_markdown(markdown, page, config, files):
    found, _ = _edition(page)
    page.meta = {"title": found.front.title, "template": _TEMPLATES.get(found.id, "main.html")}
    return markdown


def on_page_content(html, page, config, files):
    """The article, in place of the nothing that MkDocs has made of nothing."""
    found, language = _edition(page)
    if language.code not in session().written:
        return html
    render = partial(session().renderer.html, page=page, files=files)
    html = session().articles.of(found.src_uri, language.code, expand(session().library, found), render)
    page.present_anchor_ids = set(_ID.findall(html))  # links from other pages are held to these
    if found.language is language:
        session().workshop.take(found, html)
    return html


def on_page_context(context, page, config, nav):
    found, language = _edition(page)
    library = session().library
    # A page that is shown in another language for want of a translation offers its files where it belongs.
    documents = session().workshop.of(found) if found.language is language else []
    downloads = offers_of(library, documents, language)
    context["view"] = view_of(library, found, language, session().languages, downloads)
    return context
