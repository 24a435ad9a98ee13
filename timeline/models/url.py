"""Addresses of articles on the web: how one is kept, and what tells that two lead to the same."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, urlsplit, urlunsplit

# Parameters by which senders count who came; none of them chooses what is shown.
TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|at_(?:medium|campaign)|mc_[ce]id|_ga|_gl|"
    r"(?:fb|g|d|y|tw|tt)clid|msclkid|gbraid|wbraid|igshid|ref_src"
)
DEFAULT_PORTS = {"http": ":80", "https": ":443"}
ENCODED = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
AS_THEY_ARE = "!#$%&'()*+,/:;=?@[]~"


def normal_url(url: str) -> str:
    """The address as it is kept: host in lower case, no tracking, no place within the page."""
    if not url:
        return ""
    parts = urlsplit(url.strip())
    query = "&".join(pair for pair in parts.query.split("&") if pair and not is_tracking(pair))
    # Some sites choose the article by what follows "#!".
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, fragment))


def is_tracking(pair: str) -> bool:
    return TRACKING.fullmatch(pair.split("=")[0]) is not None


def url_key(url: str) -> str:
    """Equal for addresses that lead to the same article, 64 characters long; "" for none.

    Neither http or https, nor "www.", the scheme's own port, a slash at the end, the order of
    parameters or the way in which a sign is encoded (RFC 3986, section 6.2.2) tells two apart.
    """
    if not url:
        return ""
    parts = urlsplit(normal_url(url))
    scheme = "" if parts.scheme in DEFAULT_PORTS else parts.scheme
    host = host_key(parts.netloc.removesuffix(DEFAULT_PORTS.get(parts.scheme, "")))
    query = "&".join(sorted(parts.query.split("&"), key=lambda pair: pair.split("=")[0]))
    told = urlunsplit((scheme, host, parts.path.rstrip("/"), query, parts.fragment))
    return hashlib.sha256(encoded_once(told).encode()).hexdigest()


def host_key(host: str) -> str:
    """Without "www." and the root's dot; a name in another script as the net knows it."""
    bare = host.removeprefix("www.").removesuffix(".")
    try:
        return bare.encode("idna").decode()
    except UnicodeError:
        return bare


def encoded_once(url: str) -> str:
    """Every sign that needs it per-cent encoded in capitals, no other one."""

    def plain(found: re.Match[str]) -> str:
        sign = chr(int(found[1], 16))
        return sign if UNRESERVED.fullmatch(sign) else found[0].upper()

    return ENCODED.sub(plain, quote(url, safe=AS_THEY_ARE))
