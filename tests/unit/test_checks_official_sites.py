"""SZ418: registered addresses show whose they are."""

import pytest

from shizha.checks import official_sites


def line_of(miniature, finding):
    return (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]


@pytest.mark.parametrize(
    ("url", "host", "reason"),
    [
        ("http://www.mps.gov.cn/", "mps.gov.cn", "it does not begin with https://"),
        ("//www.mps.gov.cn/", "mps.gov.cn", "it does not begin with https://"),
        ("javascript:alert(1)", "mps.gov.cn", "it does not begin with https://"),
        ("https://www.mps.gov.cn@evil.top/", "mps.gov.cn", "it has an @"),
        ("https://www.mps.gov.cn:8443/", "mps.gov.cn", "it has a port"),
        ("https://www.mps.gov.cn/?a=b", "mps.gov.cn", "it has a ? or #"),
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com", "its domain is written as xn--"),
        ("https://127.0.0.1/", "127.0.0.1", "it is an IP address and no domain"),
        ("https://gоv.cn/", "gov.cn", "its domain has other than English letters"),
        ("https://%67ov.cn/", "gov.cn", "its domain is written in percent codes"),
        ("https://t.cn/abc", "t.cn", "it is a short link and not the body’s own site"),
        ("https://www.mps-gov.cn/", "mps-gov.cn", "its domain only looks like a government’s"),
        ("https://www.mps.g0v.cn/", "mps.g0v.cn", "its domain only looks like a government’s"),
        ("https://gov.cn.mps.top/", "gov.cn.mps.top", "its domain only looks like a government’s"),
        ("https:/\\www.mps.gov.cn/", "mps.gov.cn", "it does not begin with https://"),
        ("https://www..cn/", "mps.gov.cn", "its domain has the wrong form"),
        ("https://www.mps.gov.cn/", "gov.cn", "it is not the “www.mps.gov.cn” of url"),
    ],
)
def test_registered_sites_show_whose_they_are(miniature, url, host, reason):
    miniature.edit(
        "data/domains.yml", "url: https://www.mps.gov.cn/\n  host: mps.gov.cn", f"url: {url}\n  host: {host}"
    )
    (finding,) = official_sites.check(miniature.library())
    assert (finding.path, finding.rule) == ("data/domains.yml", "SZ418")
    assert reason in finding.message.en
    assert line_of(miniature, finding).strip() in (f"url: {url}", f"host: {host}")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("url: https://shizha.example/", "url: https://shizha.example:8000/"),
        ("repository: https://git.example/", "repository: http://git.example/"),
        ("corrections@shizha.example", "corrections@xn--80ak6aa92e.com"),
    ],
)
def test_the_sites_own_addresses_are_plain(miniature, old, new):
    miniature.edit("data/site.yml", old, new)
    (finding,) = official_sites.check(miniature.library())
    assert (finding.path, finding.rule) == ("data/site.yml", "SZ418")
    assert new in line_of(miniature, finding)


def test_real_sites_are_plain(library):
    assert list(official_sites.check(library)) == []


def test_the_site_of_a_contact_is_registered(miniature):
    path = miniature.project.data / "contacts.yml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("  site: "))
    path.write_text(text.replace(line, "  site: nowhere", 1), encoding="utf-8")
    (finding,) = miniature.findings()
    assert (finding.path, finding.rule) == ("data/contacts.yml", "SZ401")
    assert line_of(miniature, finding) == "  site: nowhere"
