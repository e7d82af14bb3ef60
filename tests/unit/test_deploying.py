"""What DEPLOYING.md tells people to type does what it says."""

import re
import shlex
import shutil
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shizha.cli import _parser
from shizha.project import this_project
from shizha.publish.checksums import write_checksums
from shizha.publish.servers import nginx
from support.tree import tree

ROOT = this_project().root
TEXT = (ROOT / "DEPLOYING.md").read_text(encoding="utf-8")
needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "curl", "sha256sum", "ssh-keygen"))), reason="needs curl and ssh-keygen"
)


def commands(heading):
    """The first block of commands below the heading that begins with ``heading``."""
    return re.search(rf"^## {heading}.*?^```bash\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python3 scripts ([^`\n#]+)", TEXT))))
def test_every_command_of_the_program_exists(command):
    _parser().parse_args(shlex.split(command.strip()))


def test_every_file_that_it_leads_to_exists():
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / target).is_file(), target


def test_no_address_in_it_is_anybodys():
    assert set(re.findall(r"https?://([\w.-]+)", TEXT)) == {"shizha.example", "the-site-in-question", "要验的网址"}


def test_the_line_of_the_configuration_that_it_replaces_is_there():
    old, new = re.search(r"sed 's/(.*?)/(.*?)/' \"\$new/\.server/nginx\.conf\"", TEXT).groups()
    assert re.subn(old, new, nginx("shizha.example", {}), flags=re.MULTILINE)[1] == 1


@pytest.fixture
def release(tmp_path):
    """A signed release as a server shows it, and a folder in which somebody has the repository."""
    site, key, here = tmp_path / "site", tmp_path / "key", tmp_path / "here"
    for name in ("index.html", "en/check/index.html", ".well-known/security.txt", ".shizha-build"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    public = " ".join((tmp_path / "key.pub").read_text(encoding="utf-8").split()[:2])
    write_checksums(site, tree(site), key, public)
    (site / ".shizha-build").unlink()  # servers do not show it
    (here / "data").mkdir(parents=True)
    (here / "data/site.yml").write_text(f"offline: true\nsigning_key: {public}\n", encoding="utf-8")
    return site, here


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextmanager
def serving(folder):
    """The address at which ``folder`` is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(script, address, folder):
    for name, value in (("M", address), ("R", folder)):
        script = re.sub(rf"^{name}=.*$", f"{name}={value}", script, flags=re.MULTILINE)
    return subprocess.run(["bash", "-e", "-c", script], cwd=folder, capture_output=True, text=True, check=False)


@needs_tools
@pytest.mark.parametrize(("heading", "said"), [("验一个镜像", "一样"), ("Verifying a mirror", "the same")])
def test_a_true_site_is_found_true_and_a_forged_one_is_not(release, heading, said):
    site, here = release
    with serving(site) as address:
        done = run(commands(heading), address, here)
        assert done.returncode == 0 and 'Good "shizha" signature' in done.stdout and said in done.stdout
        (site / "en/check/index.html").write_text("another number", encoding="utf-8")
        done = run(commands(heading), address, here)
        assert done.returncode != 0 and said not in done.stdout.splitlines()


@needs_tools
def test_a_list_that_somebody_else_wrote_is_refused(release):
    site, here = release
    (site / "index.html").write_text("another number", encoding="utf-8")
    signature = (site / ".well-known/hashes.txt.sig").read_bytes()
    write_checksums(site, tree(site), None, None)
    (site / ".well-known/hashes.txt.sig").write_bytes(signature)
    with serving(site) as address:
        done = run(commands("验一个镜像"), address, here)
    assert done.returncode != 0 and "Good" not in done.stdout


@needs_tools
def test_a_mirror_is_a_whole_copy(release):
    site, here = release
    with serving(site) as address:
        assert run(commands("做一个镜像"), address, here).returncode == 0
    copied = {
        path.relative_to(here / "mirror"): path.read_bytes() for path in (here / "mirror").rglob("*") if path.is_file()
    }
    assert copied == {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
