"""The policy names every script and style that stands inline, and nothing else."""

import base64
import hashlib

from shizha.publish.policy import Hashes, hashes_of, policy, previous_hashes, with_policy

PAGE = '<head><meta charset="utf-8"><style>a{}</style><script>run()</script><script src="x.js"></script>{}</head>'


def sha(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_what_stands_inline_is_hashed():
    found = hashes_of(PAGE)
    assert found == Hashes({sha("run()")}, {sha("a{}")})


def test_data_does_not_run_and_a_file_has_no_hash():
    assert (
        hashes_of('<script type="application/ld+json">{}</script><script src="a.js" type="module"></script>')
        == Hashes()
    )


def test_a_page_carries_its_own_policy():
    html, _ = with_policy(PAGE)
    meta = html.split('content="', 1)[1].split('"', 1)[0]
    assert f"script-src 'self' {sha('run()')};" in meta and "unsafe" not in meta
    assert f"style-src {sha('a{}')}" in meta  # the styles of this page, and not even a file of this site
    assert "frame-ancestors" not in meta  # browsers do not take it from a page
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_a_server_may_say_more():
    sent = policy(Hashes(), header=True)
    assert "frame-ancestors 'none'" in sent and "script-src 'self';" in sent and "default-src 'none'" in sent
    assert "style-src 'none'" in sent


def test_the_former_release_is_taken_for_what_it_is(tmp_path):
    good = sha("run()")
    (tmp_path / "release.json").write_text(
        f'{{"scripts": ["{good}", "*", 3], "styles": ["https://evil.example"]}}', encoding="utf-8"
    )
    assert previous_hashes(tmp_path) == Hashes({good}, set())
    for broken in ("", "[]", '{"scripts": 3}', "{"):
        (tmp_path / "release.json").write_text(broken, encoding="utf-8")
        assert previous_hashes(tmp_path) == Hashes()
    assert previous_hashes(tmp_path / "nowhere") == Hashes()
