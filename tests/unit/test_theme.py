"""What the theme's templates become: pages without indents, and compiled forms that are used again."""

import re

import pytest
from jinja2 import DictLoader, Environment

from shizha.hooks import kept
from shizha.hooks.kept import KeptTemplates
from shizha.hooks.theme import Unindented


def environment(template, **options):
    return Environment(loader=DictLoader({"page": template}), extensions=[Unindented], **options)


def test_indents_and_empty_lines_of_a_template_go_and_no_space_between_words():
    template = "<p>\n    one  two\n\n\t<b>three</b> <i>four</i>  \n</p>"
    assert environment(template).get_template("page").render() == "<p>\none  two\n<b>three</b> <i>four</i>\n</p>"


def test_what_a_template_is_filled_with_stays_as_it_is():
    text = "one\n    two\n\n\n  three"
    template = "<pre>{{ text }}</pre>\n  {% if text %}\n    <p>\n  {% endif %}"
    assert environment(template).get_template("page").render(text=text) == f"<pre>{text}</pre>\n\n<p>\n"


def test_no_template_breaks_a_line_where_line_breaks_are_shown(project):
    templates = list(project.overrides.rglob("*.html"))
    assert templates
    for path in templates:
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.S)
        for shown in re.findall(r"<(?:pre|textarea)\b.*?</", text, re.S):
            assert "\n" not in shown, path


@pytest.mark.parametrize("by_another_theme", [False, True])
def test_a_compiled_template_is_used_again_unless_another_theme_compiled_it(tmp_path, monkeypatch, by_another_theme):
    first = environment("<p>\n  one", bytecode_cache=KeptTemplates(tmp_path))
    first.get_template("page")
    if by_another_theme:
        monkeypatch.setattr(kept, "fingerprint", lambda _packages, _files: "another")
    second = environment("<p>\n  one", bytecode_cache=KeptTemplates(tmp_path))
    bucket = second.bytecode_cache.get_bucket(second, "page", None, "<p>\n  one")
    assert (bucket.code is None) == by_another_theme
