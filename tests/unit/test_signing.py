"""The key that signs releases, and how the pledge page tells readers to verify a copy."""

import functools
import re
import shutil
import subprocess
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from shizha.content.languages import EN, ZH
from shizha.content.signing import fingerprint
from shizha.publish.checksums import SigningProblem, refuse_unknown, write_checksums
from shizha.rendering.expand import expand
from support.tree import tree

# Made for this test and thrown away.
KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIP9Tt+JEnX1+XYrNZbYokRlGyeQ8J++TFB6CCoP9tkd7"
IN_HARDWARE = "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIP9Tt+JEnX1+XYrNZbYokRlGyeQ8J++TFB6CCoP9tkd7AAAABHNzaDo="
needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "curl", "sha256sum", "ssh-keygen"))), reason="needs curl and ssh-keygen"
)


def signed_with(miniature, key):
    miniature.edit("data/site.yml", "offline: true\n", f"offline: true\nsigning_key: {key}\n")


@pytest.mark.parametrize("key", [KEY, IN_HARDWARE])
def test_a_public_key_is_data_that_passes_every_check(miniature, key):
    signed_with(miniature, key)
    assert miniature.findings() == []


@pytest.mark.parametrize(
    "key", [f"{KEY} me@example", KEY[:-1], "ssh-rsa AAAA", '"-----BEGIN OPENSSH PRIVATE KEY-----"']
)
def test_anything_else_is_refused_and_not_repeated(miniature, key):
    signed_with(miniature, key)
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("data/site.yml", "SZ106")
    assert key.strip('"') not in finding.message.en + finding.message.zh + finding.hint.en + finding.hint.zh


def test_the_fingerprint_is_that_of_openssh():
    assert fingerprint(KEY) == "SHA256:tI1/lctF6SJAGbXZGJvzdtCOy5os/ph/Ml8e8CErm/E"


def verifying(miniature, language=ZH):
    """The Markdown of the part of a page that tells how to verify a copy."""
    page = f"docs/{language.code}/contacts/index.md"
    miniature.edit(page, "[[contacts:mainland]]", "[[own:verify]]")
    library = miniature.library()
    return expand(library, library.page(language, "contacts"))


def test_without_a_key_no_signature_is_spoken_of_and_the_list_comes_from_the_true_address(miniature):
    text = verifying(miniature, EN)
    assert "The list is not signed" in text and "ssh-keygen" not in text and ".sig" not in text
    assert "curl -fsSO https://shizha.example/.well-known/hashes.txt\n" in text


def test_with_a_key_its_fingerprint_is_told_and_the_true_address_is_not_needed(miniature):
    signed_with(miniature, KEY)
    text = verifying(miniature, EN)
    assert f"`{fingerprint(KEY)}`" in text and f"echo 'shizha.example {KEY}' > signers\n" in text
    assert "https://shizha.example" not in text


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def verified(miniature, copy, folder):
    """Type what the page says, for the files of ``copy`` at an address of their own."""
    script = re.search(r"^```\n(.*?)^```", verifying(miniature), re.MULTILINE | re.DOTALL)[1]
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=copy)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        script = script.replace("M=https://要验的网址", f"M={address}").replace(
            "https://shizha.example/", f"{address}/"
        )
        folder.mkdir()
        done = subprocess.run(["bash", "-e", "-c", script], cwd=folder, capture_output=True, text=True, check=False)
        server.shutdown()
    return done.returncode == 0 and done.stdout.rstrip().endswith("一样")


@needs_tools
@pytest.mark.parametrize("signed", [True, False], ids=["signed", "not signed"])
def test_what_the_page_says_finds_a_true_copy_true_and_a_forged_one_not(miniature, tmp_path, signed):
    copy, key, public = tmp_path / "copy", None, None
    (copy / "en").mkdir(parents=True)
    for name in ("index.html", "en/index.html"):
        (copy / name).write_text(name, encoding="utf-8")
    if signed:
        key = tmp_path / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
        public = " ".join((tmp_path / "key.pub").read_text(encoding="utf-8").split()[:2])
        signed_with(miniature, public)
    write_checksums(copy, tree(copy), key, public)
    original = (miniature.project.docs / "zh/contacts/index.md").read_bytes()
    assert verified(miniature, copy, tmp_path / "first")
    miniature.write("docs/zh/contacts/index.md", original)
    (copy / "en/index.html").write_text("another number", encoding="utf-8")
    assert not verified(miniature, copy, tmp_path / "second")


# --- signing with a key that readers are not told of ---


@pytest.fixture
def key(tmp_path):
    """A private key, with the public one beside it."""
    path = tmp_path / "key"
    path.write_text("private", encoding="utf-8")
    (tmp_path / "key.pub").write_text(f"{KEY} me@example\n", encoding="utf-8")
    return path


def test_before_anything_is_built_the_key_that_readers_are_told_is_let_through(key):
    refuse_unknown(key, KEY)
    refuse_unknown(key.with_suffix(".pub"), KEY)


@pytest.mark.parametrize(("named", "said"), [(None, "does not name the key"), (IN_HARDWARE, "names another key")])
def test_before_anything_is_built_another_is_refused_with_the_line_to_write(key, named, said):
    with pytest.raises(SigningProblem, match=said) as problem:
        refuse_unknown(key, named)
    assert str(problem.value).endswith(f"signing_key: {KEY}")


def test_a_key_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SigningProblem, match="no such file"):
        refuse_unknown(tmp_path / "nothing", KEY)


def test_a_private_key_may_lie_alone_if_readers_are_told_of_one(key):
    key.with_suffix(".pub").unlink()
    refuse_unknown(key, KEY)
    with pytest.raises(SigningProblem, match="signing_key: ssh-ed25519 …"):
        refuse_unknown(key, None)


@needs_tools
def test_a_signature_by_another_key_is_no_release(tmp_path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / "key"], check=True)
    (tmp_path / "site").mkdir()
    with pytest.raises(SigningProblem, match="names another key"):
        write_checksums(tmp_path / "site", {}, tmp_path / "key", KEY)
