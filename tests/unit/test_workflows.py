"""What runs at a pull request has no power that a stranger could borrow."""

import re

import pytest
import yaml

from shizha.project import this_project

FILES = sorted((this_project().root / ".github").rglob("*.yml"))
WORKFLOWS = [path for path in FILES if path.parent.name == "workflows"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_is_yaml(path):
    assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights_no_secrets_and_no_code_of_others(path):
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert "secrets." not in text and "pull_request_target" not in text
    for job in workflow["jobs"].values():
        assert all("uses" not in step for step in job["steps"])
        # Text that a stranger chooses (titles, branch names) must not become part of a command.
        assert all("${{" not in step["run"] for step in job["steps"])


def test_pull_requests_are_checked_by_the_base_branch(project):
    text = (project.root / ".github/workflows/content.yml").read_text(encoding="utf-8")
    assert re.search(r'git checkout --quiet "\$BASE"', text)
    assert "git checkout FETCH_HEAD -- docs data" in text
    assert "check --changed HEAD --format github" in text


@pytest.mark.parametrize("form", ["wrong-number", "new-scam"])
def test_the_forms_ask_for_the_source(project, form):
    fields = yaml.safe_load((project.root / f".github/ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8"))["body"]
    (source,) = [field for field in fields if field.get("id") == "source"]
    assert source["validations"]["required"] is True
