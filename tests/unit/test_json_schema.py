import json

from shizha.content.data import FILES
from shizha.content.front_matter import KINDS
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
