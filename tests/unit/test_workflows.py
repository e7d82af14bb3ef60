"""What runs at a pull request has no power that a stranger could borrow, and who must review is said where GitHub looks for it."""

import re
import subprocess

import pytest
import yaml

from shizha.content.library import load_library
from shizha.project import this_project

ROOT = this_project().root
WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
# Started in the name of the base branch, so what they hold is the base branch's own.
TRUSTED_TRIGGERS = {"pull_request_target", "workflow_run", "schedule", "workflow_dispatch"}
# The jobs that may do anything, and what. None of them has a program of the repository at hand.
RIGHTS = {("preview-link", "link"): {"statuses": "write"}, ("pages", "deploy"): {"pages": "write", "id-token": "write"}}


def workflow(name):
    loaded = yaml.safe_load(WORKFLOWS[name].read_text(encoding="utf-8"))
    triggers = loaded.pop(True)  # YAML 1.1 reads the key “on” as true
    return loaded | {"on": triggers if isinstance(triggers, dict) else {triggers: None}}


def steps(name):
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_has_no_rights_and_no_secrets(name):
    assert workflow(name)["permissions"] == {}
    assert "secrets" not in WORKFLOWS[name].read_text(encoding="utf-8").replace("no secrets", "").replace(
        "no secret", ""
    )
    for job in workflow(name)["jobs"].values():
        assert job["timeout-minutes"] <= 30


def test_only_two_jobs_may_do_anything_and_neither_runs_a_program_of_the_repository():
    rights = {
        (name, title): job["permissions"]
        for name in WORKFLOWS
        for title, job in workflow(name)["jobs"].items()
        if job.get("permissions")
    }
    assert rights == RIGHTS
    for name, title in rights:
        commands = [step.get("run", "") for step in workflow(name)["jobs"][title]["steps"]]
        assert not any(
            re.search(r"\b(?:git|python3|bash|scripts)\b", command.split("description=")[0]) for command in commands
        )


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_that_a_stranger_chose_becomes_part_of_a_command(name):
    assert not any("${{" in step.get("run", "") for step in steps(name))


@pytest.mark.parametrize("name", WORKFLOWS)
def test_programs_of_others_are_pinned_to_a_commit(name):
    used = [step["uses"] for step in steps(name) if "uses" in step]
    text = WORKFLOWS[name].read_text(encoding="utf-8")
    assert used == re.findall(r"^ +(?:- )?uses: (actions/[a-z-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["content", "preview"])
def test_a_strangers_commit_is_fetched_and_never_checked_out(name):
    """With the base branch's own trigger, what is checked out must be the base branch."""
    assert set(workflow(name)["on"]) == {"pull_request_target"}
    commands = "\n".join(step.get("run", "") for step in steps(name))
    assert 'git clone --quiet --single-branch --branch "$BASE"' in commands
    assert "checkout" not in commands and "switch" not in commands and "merge" not in commands
    assert set(re.findall(r'[^\n]*"\$COMMIT"', commands)) <= {
        'git fetch --quiet origin "$COMMIT"',
        'python3 scripts check --proposed "$COMMIT"',
        'python3 scripts build --proposed "$COMMIT"',
    }


def test_the_program_of_a_branch_runs_only_where_the_branch_may_say_so():
    assert set(workflow("tests")["on"]) == {"pull_request", "push"}
    assert set(workflow("pages")["on"]) == {"push", "workflow_dispatch"}
    for name in set(WORKFLOWS) - {"tests", "pages"}:
        assert set(workflow(name)["on"]) <= TRUSTED_TRIGGERS


def test_the_one_that_may_write_opens_nothing_and_trusts_only_the_base_branch():
    link = workflow("preview-link")
    (job,) = link["jobs"].values()
    assert link["on"]["workflow_run"]["workflows"] == [workflow("preview")["name"]]
    assert "github.event.workflow_run.event == 'pull_request_target'" in job["if"]
    command = job["steps"][0]["run"]
    assert not re.search(r"\b(?:git|python3?|unzip|curl|wget|download)\b", command.split("description=")[0])


@pytest.mark.parametrize(
    ("title", "commit"),
    [
        ("preview 12 " + "a" * 40, "a" * 40),
        ("preview 12 " + "a" * 39, None),
        ("preview 12 " + "a" * 40 + "/../x", None),
        ("preview 12 $(touch x) " + "a" * 40, None),
        ("fix: preview 12 " + "a" * 40, None),
    ],
)
def test_the_title_of_a_run_cannot_lead_elsewhere(tmp_path, title, commit):
    """The command itself, with a stand-in for GitHub's client that writes down what it was asked."""
    (tmp_path / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > asked\n')
    (tmp_path / "gh").chmod(0o755)
    environment = {"PATH": f"{tmp_path}:/usr/bin:/bin", "TITLE": title, "RUN": "https://x", "GITHUB_REPOSITORY": "o/r"}
    command = ["bash", "-e", "-c", steps("preview-link")[0]["run"]]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    asked = tmp_path / "asked"
    assert (done.returncode == 0) == asked.exists() == (commit is not None)
    if commit:
        assert (
            f"repos/o/r/statuses/{commit}" in asked.read_text()
            and "target_url=https://x#artifacts" in asked.read_text()
        )


def test_only_the_main_branch_is_published_and_only_where_somebody_has_asked_for_it():
    pages = workflow("pages")
    assert pages["on"]["push"] == {"branches": ["main"]}
    assert pages["jobs"]["build"]["if"] == "vars.PUBLISH_PAGES == 'yes' && github.ref == 'refs/heads/main'"
    assert (
        pages["jobs"]["deploy"]["needs"] == "build" and pages["jobs"]["deploy"]["environment"]["name"] == "github-pages"
    )
    assert pages["concurrency"] == {"group": "pages", "cancel-in-progress": False}


@pytest.mark.parametrize(("url", "goes_on"), [("https://shizha.example/", False), ("https://shizha.test/", True)])
def test_a_site_without_an_address_of_its_own_is_not_published(url, goes_on, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "site.yml").write_text(f"url: {url}\n", encoding="utf-8")
    (command,) = [step["run"] for step in steps("pages") if step.get("name") == "Is there an address of its own"]
    done = subprocess.run(["bash", "-e", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) == goes_on
    assert goes_on or "data/site.yml" in done.stdout


def test_what_is_published_is_whole_and_without_what_only_other_hosts_read():
    (upload,) = [step for step in steps("pages") if step.get("uses", "").startswith("actions/upload-pages-artifact@")]
    assert upload["with"] == {"path": "site/", "include-hidden-files": True}  # .well-known/
    build = [step.get("run", "") for step in steps("pages")]
    before, now = (
        next(i for i, run in enumerate(build) if call in run)
        for call in ("../before/scripts build", "python3 scripts build")
    )
    assert before < now


def test_gitlab_publishes_only_where_somebody_has_asked_for_it(project):
    gitlab = yaml.safe_load((project.root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    pages = gitlab["pages"]
    assert pages["rules"] == [
        {"if": '$PUBLISH_PAGES == "yes" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "push"'}
    ]
    assert pages["script"] == ["python3 scripts build --out public"] and pages["artifacts"]["paths"] == ["public"]


def test_overdue_reviews_are_errors_at_night(project):
    assert "python3 scripts check --overdue error --format github" in [step.get("run") for step in steps("nightly")]
    assert workflow("nightly")["on"]["schedule"]
    gitlab = yaml.safe_load((project.root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    assert gitlab["nightly"]["script"] == ["python3 scripts check --overdue error"]


def test_other_generators_are_tried_every_week_and_what_is_locked_is_looked_at_every_night():
    assert set(workflow("advisory")["on"]) == {"schedule", "workflow_dispatch"}
    assert any("python3 tests/advisory" in step["run"] for step in steps("advisory"))
    (audit,) = [step["run"] for step in steps("nightly") if step.get("name") == "Audit"]
    assert all(lock in audit for lock in ("requirements.txt", "requirements-dev.txt", ".ci/supply-chain.txt"))
    assert "--strict" in audit and "--require-hashes" in audit


def test_merge_requests_of_gitlab_are_checked_by_the_target_branch(project):
    gitlab = yaml.safe_load((project.root / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    shared = gitlab[".of-a-merge-request"]
    assert shared["variables"] == {"GIT_STRATEGY": "none"}
    assert any('--branch "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"' in line for line in shared["before_script"])
    for name in ("content", "preview"):
        assert gitlab[name]["extends"] == ".of-a-merge-request"
        assert all('--proposed "$COMMIT"' in line for line in gitlab[name]["script"])


# --- who reviews, and what is asked of those who write ------------------------------------------------------------------


def owners(path):
    """The owners that GitHub takes for ``path``: the last line that fits. Knows the two patterns that the file has."""
    found = None
    for line in (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines():
        pattern, *names = line.split("#")[0].split() or [""]
        if pattern == "*" or (pattern and path.startswith(pattern.removeprefix("/"))):
            assert pattern == "*" or re.fullmatch(r"/[a-z]+/", pattern)
            found = names
    return found


@pytest.mark.parametrize(
    "path",
    [
        "data/contacts.yml", "data/domains.yml", "data/sources.yml", "data/redirects.yml", "data/published.yml", "data/site.yml",
        "scripts/shizha/checks/numbers.py", "overrides/main.html", ".github/workflows/content.yml", ".github/CODEOWNERS",
        ".ci/run", ".gitlab-ci.yml", "requirements.txt", "mkdocs.yml", ".gitattributes", "a-file-of-tomorrow",
    ],
)  # fmt: skip
def test_a_second_person_reviews(path):
    assert owners(path) and all(re.fullmatch(r"@[A-Za-z0-9-]+/[A-Za-z0-9._-]+", name) for name in owners(path))


def test_words_of_pages_need_no_member_of_the_team():
    assert owners("docs/zh/check.md") == []


def test_whoever_publishes_the_site_names_a_real_team_and_real_addresses(project):
    """The reserved domain and the reserved team go together; see MAINTAINING.md."""
    site = load_library(project).data.site
    reserved = ".example/" in site.url
    assert ("--" in owners("data/contacts.yml")[0]) == reserved
    links = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))["contact_links"]
    home = site.repository.replace("/edit/", "/blob/")
    assert [link["url"] for link in links] == [f"{home}SECURITY.md", f"{site.url}about/", f"{site.url}emergency/"]


@pytest.mark.parametrize("form", ["wrong-number", "new-scam"])
def test_the_forms_ask_for_the_source_and_send_victims_to_the_police(form):
    fields = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{form}.yml").read_text(encoding="utf-8"))["body"]
    (source,) = [field for field in fields if field.get("id") == "source"]
    assert source["validations"]["required"] is True
    assert fields[0]["type"] == "markdown" and "先打 110" in fields[0]["attributes"]["value"]


def test_there_is_no_form_without_questions():
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text(encoding="utf-8"))
    assert config["blank_issues_enabled"] is False
    assert {path.stem for path in FORMS} == {"config", "wrong-number", "new-scam"}


def test_a_pull_request_is_asked_for_sources_and_interests():
    text = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8")
    assert "出处 / Sources" in text and "有关系吗 / Are you connected" in text


def test_pre_commit_calls_the_same_command(project):
    config = yaml.safe_load((project.root / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = config["repos"][0]["hooks"]
    assert hook["entry"] == "python3 scripts check --changed HEAD" and hook["always_run"] and not hook["pass_filenames"]
