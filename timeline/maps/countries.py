"""Countries by the numbers that the map of the world has for them (ISO 3166-1)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.utils.translation import get_language
from django_countries import countries

from timeline.maps.world import CountryName


def numbers_of(codes: Iterable[str]) -> frozenset[str]:
    """Numbers of countries given by two letters; those that have none are left out."""
    return frozenset(countries.numeric(code, padded=True) or "" for code in codes) - {""}


def name_of(country: CountryName) -> str:
    """In the reader's language, or as the map calls it where it is in no list of countries."""
    return _names(get_language()).get(country.code, country.name)


@cache
def _names(language: str | None) -> dict[str, str]:
    return {
        number: str(name)
        for code, name in countries
        if (number := countries.numeric(code, padded=True))
    }
