import datetime
import json

import jsonschema
import pytest

from shizha.content.data import FILES
from shizha.content.front_matter import KINDS
from shizha.content.languages import SOURCE
from shizha.content.source_text import read_text
from shizha.content.yaml_source import parse_yaml
from shizha.json_schema import schemas, write_schemas


def test_there_is_a_schema_for_every_kind_and_every_data_file():
    names = set(schemas())
    assert names == {f"{prefix}-{kind}.json" for kind in KINDS for prefix in ("page", "translation")} | {
        f"data-{name}.json" for name in FILES
    }


def test_a_schema_knows_required_keys_and_allowed_values():
    scam = json.loads(schemas()["page-scam.json"])
    assert {"title", "verdict", "phrases", "turn"} <= set(scam["required"])
    assert scam["properties"]["form"]["enum"] == ["type", "technique", "offence"]
    assert scam["additionalProperties"] is False


def test_the_committed_schemas_are_those_of_the_model(project):
    committed = {path.name: path.read_text(encoding="utf-8") for path in (project.data / "schema").iterdir()}
    assert committed == schemas(), "run: python3 scripts schema"


def test_writing_touches_only_what_changed(miniature):
    miniature.write("data/schema/page-help.json", "{}")
    assert [path.name for path in write_schemas(miniature.project)] == ["page-help.json"]
    assert write_schemas(miniature.project) == []


def as_json(value):
    """What an editor's program makes of YAML: dates are strings there."""
    return json.loads(json.dumps(value, default=datetime.date.isoformat))


@pytest.mark.parametrize("name", FILES)
def test_the_schema_accepts_the_real_data(project, name):
    path = project.data / f"{name}.yml"
    assert path.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema=schema/data-{name}.json\n")
    jsonschema.validate(as_json(parse_yaml(read_text(path)).data), json.loads(schemas()[f"data-{name}.json"]))


def test_the_schema_accepts_every_real_page(library):
    readers = {
        name: jsonschema.validators.validator_for(schema)(schema)
        for name, text in schemas().items()
        if (schema := json.loads(text))
    }
    for code, pages in library.pages.items():
        prefix = "page" if code == SOURCE.code else "translation"
        for page in pages.values():
            if not page.derived:
                readers[f"{prefix}-{page.front.kind}.json"].validate(as_json(page.meta.data))


def test_the_schema_refuses_what_the_model_refuses():
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kind": "help", "titel": "x"}, json.loads(schemas()["page-help.json"]))
