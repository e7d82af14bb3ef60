"""Which words with dots between them are names of hosts, and which are files, figures or a sentence without its space."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Domains of everywhere, of the regions of this site, and those that scams are fond of. Not: md, py, sh, rs, pl, zip, mov,
# which end file names.
DOMAINS = _words(
    """
    com cn net org gov edu int mil hk mo tw sg my uk au nz ca us jp kr eu de fr es nl se ch br mx za ru su vn
    th ph kh mm la id ae top xyz vip cc icu biz io tv tk ml ga cf gq pw ws cyou sbs cfd ai ly gg gl im arpa
    onion example invalid test localhost
    """
)
# Ends of addresses that are words as well: only in small letters, or a full stop without a space behind it would make one.
_WORDS = _words(
    """
    info site online club loan shop store live app pro fun win bid click link work life world today tech
    cloud date finance bank money ink wang ren mobi asia name space website host press party download review
    stream trade buzz rest monster quest ltd group red blue ooo kim lol one gold credit cash bond fund
    capital exchange market support help center zone news email chat dev page
    """
)
# The shortest words: only behind three labels or before a path.
_SHORT = _words("in it is be at no so to am do me or as us my la id im de")
SHORTENERS = _words(
    """
    t.cn url.cn dwz.cn suo.im suo.nz 985.so u.nu bit.ly tinyurl.com t.co goo.gl is.gd ow.ly rb.gy cutt.ly
    s.id reurl.cc lihi.cc t.me wa.me buff.ly rebrand.ly shorturl.at v.gd x.co mrw.so c.nxw.cn w3url.cn
    sourl.cn t.hk tb.cn m.tb.cn u.jd.com
    """
)


def host_size(text: str, path: bool) -> int:
    """How much of ``text`` is a host name, from its beginning: 0 if none of it is."""
    labels = text.split(".")
    if text.lower() in SHORTENERS or any(label.lower().startswith("xn--") for label in labels):
        return len(text)
    for count in range(len(labels), 1, -1):
        end = labels[count - 1]
        low = end.lower()
        if not labels[count - 2] or not (low in DOMAINS or low in _WORDS or low in _SHORT):
            continue
        if low in _WORDS and end != low:
            continue
        if low in _SHORT and (end != low or not (count > 2 or (path and count == len(labels)))):
            continue
        return len(".".join(labels[:count]))
    return 0
