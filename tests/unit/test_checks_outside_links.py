"""SZ411–SZ416: nothing leads out of the site but registered ids; scam addresses are defanged."""

import pytest

from shizha.checks import outside_links
from support.miniature import SCAM_BODY_ZH, scam_front

PAGE = "docs/zh/scams/fake-police.md"


def findings(miniature, text="挂断。", **front):
    miniature.write(PAGE, scam_front(**front) + SCAM_BODY_ZH.replace("挂断。", text))
    return list(outside_links.check(miniature.library()))


def line_of(miniature, finding):
    return (miniature.project.root / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]


HOSTILE = [
    # addresses
    ("打开https://evil.top/x。", "SZ411", "https"),
    ("打开HTTP://EVIL.TOP", "SZ411", "HTTP"),
    ("<https://evil.top/>", "SZ411", "https"),
    ("[官网]: https://evil.top/", "SZ411", "https"),
    ("[官网]: //evil.top/", "SZ411", "//"),
    ("看[官 [网]](//evil)", "SZ411", "//"),
    ("<a href='https://evil.top'>x</a>", "SZ411", "https"),
    ("<img src=//evil.top/x>", "SZ411", "//"),
    ("看//evil.top/x", "SZ411", "//"),
    ("看www.evil.top", "SZ411", "www"),
    ("看WWW.evil", "SZ411", "WWW"),
    ("weixin://dl/chat?abc", "SZ411", "weixin"),
    ("ftp://evil.top", "SZ411", "ftp"),
    ("http://evil", "SZ411", "http"),
    ("https://中国银行.com", "SZ415", "https"),
    ("看`https://evil.top/`。", "SZ411", "https"),
    ("看[页](../emergency.md 'https://evil.top')", "SZ411", "https"),
    # names
    ("打开evil.top。", "SZ412", "evil"),
    ("打开evil.example.com/x看", "SZ412", "evil"),
    ("Open evil.com.Then call.", "SZ412", "evil"),
    ("看nhsa.gov.cn。", "SZ412", "nhsa"),
    ("看.evil.top", "SZ412", "evil"),
    ("看Evil.Com", "SZ412", "Evil"),
    ("看evil。com", "SZ412", "evil"),
    ("看www.中国银行.中国", "SZ415", "www"),
    ("国家反诈中心.中国", "SZ415", "国家"),
    ("看evil.me/x", "SZ412", "evil"),
    ("打开赌博.com", "SZ415", "打开赌博"),
    ("看evil**.**com", "SZ415", "evil"),
    ("看`evil`.`top`。", "SZ415", "evil"),
    ("看**evil**.top", "SZ415", "evil"),
    ("看a.b.me", "SZ412", "a.b"),
    ("hxxp://evil.top/x", "SZ412", "evil"),
    # mail
    ("写信到a.b@evil.top。", "SZ413", "a.b@"),
    ("<someone@gov.cn>", "SZ413", "someone"),
    ("&#97;@evil.top", "SZ415", "&#97;"),
    ("a＠evil.top", "SZ415", "a＠"),
    # what runs
    ("javascript:alert(1)", "SZ414", "java"),
    ("看[页](<javascript:alert (1)>)", "SZ414", "java"),
    ("看[页](JaVaScRiPt:alert)", "SZ414", "JaVa"),
    ("看[页](java&#115;cript:alert)", "SZ414", "java"),
    ("看[页](javascript&colon;alert)", "SZ414", "java"),
    ("看[页](java&Tab;script:alert)", "SZ414", "java"),
    ("java\tscript:alert(1)", "SZ414", "java"),
    ("ｊａｖａｓｃｒｉｐｔ：alert(1)", "SZ414", "ｊ"),
    ("vbscript:x", "SZ414", "vb"),
    ("data:text/html,x", "SZ414", "data"),
    ("DATA: ;base64,x", "SZ414", "DATA"),
    ("mailto:x", "SZ414", "mailto"),
    # disguises
    ("https://www.gov.cn@evil.example", "SZ415", "https"),
    ("看[官网](https://www.gov.cn@evil.top/)", "SZ415", "https"),
    ("看www.gov.cn@evil.example", "SZ415", "www"),
    ("看mps.gov.cn@evil.top", "SZ415", "mps"),
    ("https://evil.top:8443/", "SZ415", "https"),
    ("看evil.top:8443", "SZ415", "evil"),
    ("https://xn--80ak6aa92e.com/", "SZ415", "https"),
    ("看xn--80ak6aa92e.com", "SZ415", "xn--"),
    ("https://аррӏе.com", "SZ415", "https"),
    ("看gоv.cn", "SZ415", "gоv"),
    ("https://%65vil.com/", "SZ415", "https"),
    ("https:\\\\evil.top", "SZ415", "https"),
    ("https:/evil.top", "SZ415", "https"),
    ("https:evil.top", "SZ415", "https"),
    ("https:///evil.top", "SZ415", "https"),
    ("看\\\\evil.top", "SZ415", "\\\\"),
    ("http://127.0.0.1/", "SZ415", "http"),
    ("http://2130706433/", "SZ415", "http"),
    ("http://0x7f000001/", "SZ415", "http"),
    ("http://[::1]/", "SZ415", "http"),
    ("http://0177.0.0.1/", "SZ415", "http"),
    ("http://0x7f.1/", "SZ415", "http"),
    ("看0x7f.0.0.1。", "SZ415", "0x7f"),
    ("看0177.0.0.1。", "SZ415", "0177"),
    ("看www.gov.cn:443", "SZ415", "www"),
    ("看／／evil.top/x", "SZ415", "／／"),
    ("看𝐞𝐯𝐢𝐥.𝐭𝐨𝐩", "SZ415", "𝐞"),
    ("看&#101;&amp;#118;il.top", "SZ415", "&#101;"),
    ("看1.2.3.4。", "SZ415", "1.2"),
    ("看t.cn/abc", "SZ415", "t.cn"),
    ("https://bit.ly/x", "SZ415", "https"),
    ("ｅｖｉｌ．ｔｏｐ", "SZ415", "ｅ"),
    ("看evil&#46;top", "SZ415", "evil"),
    ("ev\u200bil.top", "SZ415", "ev"),
    ("evil<!-- x -->.top", "SZ415", "evil"),
    ("&#104;ttps://evil.top", "SZ415", "&#104;"),
    ("https：//evil.top", "SZ411", "https"),
    # anywhere in a page
    ("| 甲 | evil.top |\n| --- | --- |\n| 一 | 二 |", "SZ412", "evil"),
    ("```\nhttps://evil.top\n```", "SZ411", "https"),
    ("![evil.top的图](x.png)", "SZ412", "evil"),
    ("> 打开evil.top", "SZ412", "evil"),
    ("### 打开evil.top { #open }", "SZ412", "evil"),
    ('看[页](../emergency.md "evil.top")', "SZ412", "evil"),
    ("[^evil]: https://evil.top", "SZ411", "https"),
    ("按<kbd>evil.top</kbd>", "SZ412", "evil"),
    # text and place differ
    ("看[www.gov.cn](../emergency.md)", "SZ416", "www"),
    ("看[mps.gov.cn](https://evil.top/)", "SZ416", "mps"),
    ("看[https://mps.gov.cn](../emergency.md)", "SZ416", "https"),
]


@pytest.mark.parametrize(("text", "rule", "part"), HOSTILE)
def test_what_leads_outside_is_refused_at_its_place(miniature, text, rule, part):
    (finding,) = findings(miniature, text)
    assert finding.rule == rule
    assert line_of(miniature, finding) in text.split("\n")
    assert line_of(miniature, finding)[finding.column - 1 :].startswith(part)
    assert finding.message.zh and finding.message.en and finding.hint.zh and finding.hint.en


@pytest.mark.parametrize(
    "text",
    [
        "3.5元，￥9.9，24小时，5 < 6，App，A/B，1/2，《反诈法》，2026.11.24，2026-11-24，9:00—11:30。",
        "看README.md和CONTRIBUTING.md、作业.zip、run.py、a.docx、photo.jpg、S1.2、v2.0.1、No.1、e.g. this, i.e. that, a.m., U.S.",
        "网址以 https:// 开头也不一定安全。https://开头、http://…、“https://”都一样。",
        "域名结尾不是.gov.cn、.com.cn的，不是.com结尾也一样。",
        "假网站写成 hxxp://www.mps-gov[.]top/x、hxxps://evil[.]top、www[.]evil[.]top、www.evil[.]top、evil[.]com[.]cn。",
        "假网站的名字里也有“www”。www开头的也可能是假的，www.开头的也是。A.中国 B.公司",
        "结尾是.com的，不一定是真的。**先停**.再打电话。",
        "骗子的邮箱：name[@]evil[.]top。@所有人。微信群里@你。",
        "看[现在怎么做](../emergency.md#call)和[这页](fake-police.md)。",
        "They want your data: name, number. Note: call.It stops. Use the app.The bank waits.",
        "装App。QQ里的人。WeChat。App。",
        "/// note | 标题\n停。\n///",
        "官网：[[site:nhsa]]。[^law-anti-fraud]",
        "看[官网](https://evil.top/)。",  # SZ405 has it
        "看[官网](javascript:alert)。",  # SZ405 has it
        "看[官网](evil.top)。",  # SZ404 has it
        "写成`[[tel:编号]]`和`[文字](https://x.example)`。",
        "and/or，和//或，km//h",
        "[官网]: //[x",
        "网址以 .gov.cn 结尾。用Node.js写的程序。3.5万元，A.对 B.错，12:30，1/3，see index.md，e.g. this，U.S. citizens，etc.",
        "文件 data/contacts.yml、scripts/check.py、app.apk、setup.exe；版本 2.10.3；S2.11；图1.2.3",
        "He said: stop. Note: data: names. Steps: one, two. Press: call us. Ms. Li, Ph.D., vs. them, No. 5, p.m. today",
        "“你好。Good”，第一。Second.Third",
        "转账…然后…消失...",
        "![一条假短信](pictures/text.png)",
        "价格：100.00，比例16:9，他说:好。",
    ],
)
def test_honest_text_is_left_alone(miniature, text):
    assert findings(miniature, text) == []


def test_an_official_site_is_named_by_its_id(miniature):
    for text in ("看nhsa.gov.cn。", "看https://www.nhsa.gov.cn/x", "看fuwu.nhsa.gov.cn"):
        (finding,) = findings(miniature, text)
        assert "[[site:nhsa]]" in finding.hint.en and "[[site:nhsa]]" in finding.hint.zh


@pytest.mark.parametrize(
    ("key", "value", "rule", "part"),
    [
        ("description", "看 https://evil.top/x", "SZ411", "https"),
        ("title", "去evil.top领奖", "SZ412", "evil"),
        ("verdict", '"写信到a@b.top"', "SZ413", "a@b"),
        ("aliases", "[一, mps.gov.cn]", "SZ412", "mps"),
        ("description", '"\\x68ttps://evil.top"', "SZ411", "description"),
        ("description", "'javascript:alert(1)'", "SZ414", "java"),
        ("phrases", "[一, 二, 三, 四, 打开evil.top]", "SZ412", "evil"),
        ("description", ">-\n  打开\n  evil.top", "SZ412", "evil"),
    ],
)
def test_front_matter_is_looked_into(miniature, key, value, rule, part):
    (finding,) = findings(miniature, **{key: value})
    assert finding.rule == rule
    line = line_of(miniature, finding)
    assert line.startswith((f"{key}:", " "))
    assert line[finding.column - 1 :].startswith(part)


def test_data_files_are_looked_into(miniature):
    miniature.edit("data/strings.yml", "跳到正文", "跳到evil.top正文")
    (finding,) = outside_links.check(miniature.library())
    assert (finding.path, finding.rule) == ("data/strings.yml", "SZ412")
    assert line_of(miniature, finding)[finding.column - 1 :].startswith("evil.top")


def test_a_service_may_be_called_by_its_registered_address(miniature):
    miniature.edit("data/strings.yml", "跳到正文", "IdentityTheft.gov")
    assert list(outside_links.check(miniature.library())) == []


def test_real_content_holds_none(library):
    assert list(outside_links.check(library)) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("真的网址是shizha.example。", "SZ412"),
        ("`https://shizha.example/`", "SZ411"),
        ("打开`www.shizha.example`", "SZ411"),
    ],
)
def test_the_sites_own_address_stands_in_the_data_alone(miniature, text, rule):
    (finding,) = findings(miniature, text)
    assert finding.rule == rule and "[[own:host]]" in finding.hint.zh and "[[own:host]]" in finding.hint.en


@pytest.mark.parametrize("text", ["真的网址是shizha.cn。", "真的网址是shizha-example.com。", "打开www.shizha.org。"])
def test_no_page_gives_the_site_another_address(miniature, text):
    (finding,) = findings(miniature, text)
    assert finding.rule in ("SZ411", "SZ412") and "[[own:host]]" not in finding.hint.en


def test_a_data_file_that_is_nothing_but_a_text_is_looked_at_too(miniature):
    miniature.write("data/reports.yml", "打开evil.top。\n")
    assert [(item.path, item.rule) for item in outside_links.check(miniature.library())] == [
        ("data/reports.yml", "SZ412")
    ]
