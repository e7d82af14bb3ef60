import shutil

import pytest

from shizha.content.data import DataProblems, load_data
from shizha.content.source_text import SourceError


@pytest.fixture
def folder(tmp_path, project):
    shutil.copytree(project.data, tmp_path / "data")
    return tmp_path / "data"


def test_the_real_data_loads(folder):
    loaded = load_data(folder)
    assert loaded.problems == []
    assert loaded.data.contacts["cn-police"].number == "110"


@pytest.mark.parametrize(
    ("file", "text", "error"),
    [
        ("contacts.yml", "x: {region: mars}\n", DataProblems),
        ("sources.yml", "x: [1\n", SourceError),
        ("domains.yml", "", SourceError),
        ("site.yml", "url: http://insecure.example/\n", DataProblems),
    ],
)
def test_one_bad_file_means_no_data(folder, file, text, error):
    (folder / file).write_text(text, encoding="utf-8")
    loaded = load_data(folder)
    assert loaded.data is None
    ((path, problem),) = loaded.problems
    assert path.name == file and isinstance(problem, error)


@pytest.mark.parametrize(
    "url",
    ["http://mps.gov.cn/", "https://mps.gov.cn", "https://user@mps.gov.cn/", "javascript:alert(1)", "https://例子.cn/"],
)
def test_an_official_site_is_a_plain_https_address(folder, url):
    text = (folder / "domains.yml").read_text(encoding="utf-8").replace("https://www.mps.gov.cn/", url)
    (folder / "domains.yml").write_text(text, encoding="utf-8")
    assert load_data(folder).data is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('dial: "96110"', 'dial: "96101"'),
        ('number: "8800 7777"', 'number: "8800 7771"'),
        ('abroad: "+861012308"', 'abroad: "+861012380"'),
    ],
)
def test_a_button_dials_the_number_it_shows(folder, old, new):
    text = (folder / "contacts.yml").read_text(encoding="utf-8")
    assert old in text
    (folder / "contacts.yml").write_text(text.replace(old, new), encoding="utf-8")
    assert load_data(folder).data is None


@pytest.mark.parametrize("number", ["１１０", "١١٠", "一一〇", "110;ext=1", "tel:110", ""])
def test_a_number_is_digits_as_a_phone_has_them(folder, number):
    text = (folder / "contacts.yml").read_text(encoding="utf-8").replace('number: "110"', f'number: "{number}"')
    (folder / "contacts.yml").write_text(text, encoding="utf-8")
    assert load_data(folder).data is None
