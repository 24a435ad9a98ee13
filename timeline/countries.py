"""What lies in which country: cities, and whatever belongs to one, under the names of countries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from timeline.models import City
from timeline.models.name import search_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Country(Generic[T]):
    """What lies in one country; not `given`, what lies in none."""

    name: str
    places: list[T]
    given: bool = True


def by_country(things: Iterable[T], city_of: Callable[[T], City | None]) -> list[Country[T]]:
    """Country by country, in the order in which they come first; what has none comes last."""
    found: dict[str, list[T]] = {}
    for thing in things:
        found.setdefault(country_of(city_of(thing)), []).append(thing)
    countries = [Country(name, places) for name, places in found.items() if name]
    if "" in found:
        countries.append(Country(_("Country not given"), found[""], given=False))
    return countries


def by_name(countries: Iterable[Country[T]]) -> list[Country[T]]:
    """In the order of their names; what lies in none stays last."""
    return sorted(countries, key=lambda country: (not country.given, search_key(country.name)))


def country_of(city: City | None) -> str:
    """The name of its country in the reader's language; "" where none is given."""
    return str(city.country.name) if city and city.country else ""
