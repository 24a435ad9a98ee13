"""Addresses of questions that the front page asks."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from timeline.models import City


def asking(path: str, *pairs: tuple[str, str]) -> str:
    """A page with these parameters, given in the order that canonical addresses have them in."""
    return f"{path}?{urlencode(pairs)}" if pairs else path


def between(city: City, first: date | None, last: date | None) -> str:
    """What happened in a city in these days, both ends inclusive and None open."""
    ends = (("from", first), ("to", last))
    pairs = [(name, day.isoformat()) for name, day in ends if day]
    return asking(city.get_absolute_url(), *pairs)
