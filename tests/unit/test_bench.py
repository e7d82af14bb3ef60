"""The benchmarks measure a project that is like the real one, and measure what they say."""

import pytest

from shizha import cli
from shizha.bench.corpus import TooFewPages, make_corpus
from shizha.bench.measure import Samples, in_turns
from shizha.checks import run_checks
from shizha.content.library import load_library
from shizha.project import Project
from support.tree import tree

COPIES = 260  # more than there are pages to copy, so that some are copied twice


@pytest.fixture(scope="module")
def corpus(project, library, tmp_path_factory):
    target = Project(tmp_path_factory.mktemp("corpus"))
    make_corpus(project, target, len(library.ids()) + COPIES)
    return target


def test_a_corpus_has_as_many_pages_as_asked_for_in_each_language(corpus, library):
    made = load_library(corpus)
    assert {code: len(pages) for code, pages in made.pages.items()} == {
        code: len(pages) + COPIES for code, pages in library.pages.items()
    }


def test_a_corpus_is_as_right_as_the_real_content(corpus, library):
    assert run_checks(load_library(corpus)) == run_checks(library)


def test_a_corpus_is_the_same_every_time(corpus, project, library, tmp_path):
    make_corpus(project, Project(tmp_path), len(library.ids()) + COPIES)
    assert tree(tmp_path) == tree(corpus.root)


def test_no_copy_is_like_its_original_or_another_copy(corpus):
    pages = load_library(corpus).pages
    for language in pages.values():
        assert len({(page.front.name, page.front.title) for page in language.values()}) == len(language)
        assert len({page.body for page in language.values()}) == len(language)


def test_copies_link_to_copies(corpus):
    page = load_library(corpus).pages["zh"]["scams/fake-police-2"]
    assert "scams/fake-embassy-2" in page.front.related
    assert "../emergency-2.md#code" in {link.target for link in page.outline.links}


def test_a_corpus_holds_all_real_pages(project, tmp_path):
    with pytest.raises(TooFewPages, match="at least"):
        make_corpus(project, Project(tmp_path), 3)


def test_things_are_measured_in_turns_after_a_warm_up():
    order = []

    def thing(name, *seconds):
        left = list(seconds)

        def once():
            order.append(name)
            return left.pop(0)

        return once

    found = in_turns({"a": thing("a", 99, 3, 1, 8), "b": thing("b", 99, 2, 2, 2)}, rounds=3)
    assert order == ["a", "b"] * 4
    assert found["a"] == Samples((3, 1, 8)) and (found["a"].least, found["a"].median) == (1, 3)


def test_bench_alone_lists_what_can_be_measured(capsys):
    assert cli.main(["bench"]) == 0
    assert "python3 scripts bench check" in capsys.readouterr().out


def test_bench_of_something_unknown_lists_what_there_is(capsys):
    assert cli.main(["bench", "cheque"]) == 2
    assert "cheque" in (err := capsys.readouterr().err) and "bench check" in err
