"""What MkDocs calls while it builds: pages come from the content model, and templates get their view of it.

MkDocs loads this file by its path (``hooks:`` in mkdocs.yml), so imports are absolute.
"""

from mkdocs.structure.files import File

from shizha.content.languages import BY_CODE, LANGUAGES
from shizha.hooks.session import library
from shizha.rendering.expand import expand
from shizha.rendering.not_found import region_numbers
from shizha.rendering.view import view_of

_TEMPLATES = {"index": "home.html", "emergency": "emergency.html"}


def _edition(page):
    language = BY_CODE[page.file.locale_alternate_of]
    file = page.file.src_uri.partition("/")[2]
    found = next(item for item in library().pages[page.file.locale].values() if item.file == file)
    return found, language


def on_files(files, config):
    """Announce derived pages, which have no file of their own, and leave theme assets out."""
    own = config.theme.custom_dir
    for file in list(files):
        if file.src_dir not in (config.docs_dir, own):
            files.remove(file)
    for language in LANGUAGES:
        for page in library().pages[language.code].values():
            if page.derived:
                files.append(File(page.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def on_env(env, config, files):
    """The 404 page has no page and no view; it gets the numbers it shows from here."""
    env.globals["region_numbers"] = region_numbers(library())
    return env


def on_page_read_source(page, config):
    """The body from the model, so that no file is read twice. The line break keeps MkDocs from looking for metadata."""
    found, _ = _edition(page)
    return "\n" + expand(library(), found)


def on_page_markdown(markdown, page, config, files):
    found, _ = _edition(page)
    page.meta = {"title": found.front.title, "template": _TEMPLATES.get(found.id, "main.html")}


def on_page_context(context, page, config, nav):
    context["view"] = view_of(library(), *_edition(page))
    return context
