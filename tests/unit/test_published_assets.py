"""Names that change with the content, and what is kept of the release before."""

import json

import pytest

from shizha.publish.assets import keep_previous, publish_assets


@pytest.fixture
def out(tmp_path):
    for name, text in {
        "assets/site.css": "a { color: red }\n",
        "assets/one.js": 'import { two } from "./two.js";\nimport("./three.js").then(two); // why\n',
        "assets/two.js": "export const two = 2;\n",
        "assets/three.js": 'import { two } from "./two.js";\n',
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_names_follow_content_through_imports(out, tmp_path_factory):
    first = publish_assets(out).scripts
    assert set(first) == {"assets/one.js", "assets/two.js", "assets/three.js"}
    one = (out / first["assets/one.js"]).read_text(encoding="utf-8")
    for imported in ("two", "three"):
        name = first[f"assets/{imported}.js"].removeprefix("assets/")
        assert f'"./{name}"' in one and (out / "assets" / name).is_file()
    assert "why" not in one and not (out / "assets/one.js").exists()


def test_another_script_changes_the_names_of_those_that_import_it(out):
    texts = {path.name: path.read_text(encoding="utf-8") for path in (out / "assets").glob("*.js")}
    before = publish_assets(out).scripts
    for name, text in texts.items():
        (out / "assets" / name).write_text(text.replace("two = 2", "two = 3"), encoding="utf-8")
    after = publish_assets(out).scripts
    assert all(before[f"assets/{name}"] != after[f"assets/{name}"] for name in texts)


def test_pages_ask_for_the_published_scripts_and_hold_the_styles(out):
    assets = publish_assets(out)
    script = assets.scripts["assets/one.js"]
    for root in ("", "../", "../../", "/", "./"):
        html = assets.in_html(
            f'<link rel="stylesheet" href="{root}assets/site.css"><script src="{root}assets/one.js"></script>'
        )
        assert html == f'<style>a{{color:red}}</style><script src="{root}{script}"></script>'
    other = '<a href="assets/one.js.html">assets/site.css</a>'
    assert assets.in_html(other) == other
    assert not list(out.rglob("*.css"))


def test_scripts_in_a_circle_are_told(out):
    (out / "assets/two.js").write_text('import "./one.js";', encoding="utf-8")
    with pytest.raises(ValueError, match="import each other"):
        publish_assets(out)


def test_one_release_is_kept_and_nothing_that_only_says_so(out, tmp_path_factory):
    names = sorted(publish_assets(out).scripts.values())
    (out / "secret.txt").write_text("x", encoding="utf-8")
    listed = [*names, "secret.txt", "../outside.0123456789.js", "assets/gone.0123456789.js", 3]
    (out / "release.json").write_text(json.dumps({"assets": names}), encoding="utf-8")
    new = tmp_path_factory.mktemp("new")
    assert keep_previous(out, new) == names
    (out / "release.json").write_text(json.dumps({"assets": listed[:-1]}), encoding="utf-8")
    assert keep_previous(out, tmp_path_factory.mktemp("other")) == names
    assert keep_previous(out / "nowhere", new) == []
