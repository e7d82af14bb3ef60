"""``serve``: follows what is saved, says when a port is taken, stops quietly."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from shizha.build import build_site, make_draft
from shizha.content.languages import ZH
from shizha.publish.finish import put_over
from support.miniature import plain_front

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals as Unix has them")

SERVE = Path(__file__).parents[1] / "support" / "serve.py"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def read(port, path="/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return answer.read().decode()


def wait_for(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return True
        except OSError:
            pass
        time.sleep(0.2)
    return False


def test_a_draft_asks_for_nothing_that_the_site_does_not_have(miniature, tmp_path):
    miniature.write("docs/zh/search.md", plain_front("help", "搜索") + "\n## 怎么搜 { #how }\n\n写几个字。\n")
    miniature.edit("data/published.yml", "- scams\n", "- scams\n- search\n")
    site, draft = tmp_path / "site", tmp_path / "draft"
    build_site(miniature.project, site)
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 一个陌生的电话。")
    make_draft(miniature.library(), draft, ZH)
    put_over(draft, site, ZH)
    page = (site / "scams/fake-police/index.html").read_text(encoding="utf-8")
    asked_for = re.findall(r"(?:assets|search)/[a-z-]+\.(?:[0-9a-f]{10}\.)?(?:css|json|js)\b", page)
    assert "一个陌生的电话" in page and "search/zh.json" in asked_for
    assert [name for name in asked_for if not (site / name).is_file()] == []


@pytest.fixture
def preview(miniature, tmp_path):
    port = free_port()
    log = tmp_path / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, SERVE, miniature.project.root, str(port)],
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        process.port, process.log = port, log
        yield process
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_a_saved_page_is_rebuilt_and_the_browser_told(preview, miniature):
    assert wait_for(lambda: "骗局怎么走" in read(preview.port, "/scams/fake-police/"))
    assert f"http://127.0.0.1:{preview.port}/" in preview.log.read_text(encoding="utf-8")
    assert "livereload" in read(preview.port, "/scams/fake-police/")
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 一个陌生的电话。")
    assert wait_for(lambda: "一个陌生的电话" in read(preview.port, "/scams/fake-police/"))


def test_the_other_editions_and_the_rest_of_the_site_follow(preview, miniature):
    assert wait_for(lambda: "骗局怎么走" in read(preview.port, "/scams/fake-police/"))
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 一个陌生的电话。")
    miniature.edit("docs/zh/scams/fake-police.md", "name: 冒充公检法", "name: 假警官")
    assert wait_for(lambda: "一個陌生的電話" in read(preview.port, "/zh-Hant/scams/fake-police/"))
    assert wait_for(lambda: "假警官" in read(preview.port, "/search/zh.json"))
    miniature.edit("data/strings.yml", "zh: 跳到正文", "zh: 直接看正文")
    assert wait_for(lambda: "直接看正文" in read(preview.port, "/scams/fake-police/"))


def test_a_mistake_is_reported_and_the_last_good_page_stays(preview, miniature):
    assert wait_for(lambda: "骗局怎么走" in read(preview.port, "/scams/fake-police/"))
    miniature.edit("docs/zh/scams/fake-police.md", "family: authority", "family: authorities")
    assert wait_for(lambda: "SZ401" in preview.log.read_text(encoding="utf-8"))
    assert "骗局怎么走" in read(preview.port, "/scams/fake-police/")
    miniature.edit("docs/zh/scams/fake-police.md", "family: authorities", "family: authority")
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 改好了。")
    assert wait_for(lambda: "改好了" in read(preview.port, "/scams/fake-police/"))


def test_a_data_file_that_cannot_be_read_is_reported_each_time_and_the_last_good_page_stays(preview, miniature):
    assert wait_for(lambda: "骗局怎么走" in read(preview.port, "/scams/fake-police/"))
    good = (miniature.project.data / "strings.yml").read_text(encoding="utf-8")
    miniature.write("data/strings.yml", "skip: [\n")
    assert wait_for(lambda: preview.log.read_text(encoding="utf-8").count("data/strings.yml") == 1)
    miniature.edit("docs/zh/scams/fake-police.md", "1. 来电。", "1. 一个陌生的电话。")
    assert wait_for(lambda: preview.log.read_text(encoding="utf-8").count("data/strings.yml") == 2)
    assert "来电" in read(preview.port, "/scams/fake-police/")
    miniature.write("data/strings.yml", good)
    assert wait_for(lambda: "一个陌生的电话" in read(preview.port, "/scams/fake-police/"))
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_ctrl_c_ends_it_quietly(preview):
    assert wait_for(lambda: read(preview.port))
    preview.send_signal(signal.SIGINT)
    assert preview.wait(timeout=30) in (0, 130)
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_named(project):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = subprocess.run(
            [sys.executable, project.root / "scripts" / "shizha", "serve", "--port", str(port)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert f"--port {port + 1}" in done.stderr and "Traceback" not in done.stderr


def test_a_polite_kill_leaves_no_temporary_folder(project, tmp_path):
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, project.root / "scripts" / "shizha", "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"TMPDIR": str(tmp_path)},
    )
    assert wait_for(lambda: any(tmp_path.iterdir())), "it never began"
    process.terminate()
    assert process.wait(timeout=60) in (0, 130)
    assert list(tmp_path.iterdir()) == []
