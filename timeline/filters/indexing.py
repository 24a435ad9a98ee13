"""Which addresses search engines are asked to keep: few, each with words of its own."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qsl, urlsplit

from timeline import dates

RANGE = {"from", "to"}
LONGEST = timedelta(days=366)


def is_for_search_engines(address: str) -> bool:
    """Whether a canonical address asks for nothing, or for the days of one range of a year at most.

    What is asked of one city alone or of one faction alone has that one's page for its canonical
    address, so this allows for either of them, with a range. Places in a list, other orders and
    all combinations of filters are left to readers: there is no end to them.
    """
    asked = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
    return not asked or (set(asked) == RANGE and is_short(asked["from"], asked["to"]))


def is_short(first: str, last: str) -> bool:
    begins, ends = dates.from_edtf(first).earliest, dates.from_edtf(last).latest
    return begins is not None and ends is not None and ends - begins < LONGEST
