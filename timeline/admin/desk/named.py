"""Cities and factions typed by name: any spelling will do, and what fits two of them is asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline.admin.numbers import number_in
from timeline.caching import kept
from timeline.models import City, Edition, Faction

T = TypeVar("T", City, Faction)
MOST_OFFERED = 2000  # more would make every page heavy; what is not offered can still be typed


class NamedField(forms.Field, Generic[T]):
    """Takes a name in any spelling, the full name with what tells it apart, or a number."""

    model: type[T]
    offers: str  # the id of the datalist that the page has
    unknown = _("No name on the list is spelled “%(words)s”.")

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"list": self.offers, "autocomplete": "off"}
        super().__init__(widget=forms.TextInput(attrs=attrs), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Shows the name of what is given as itself or as its number."""
        if isinstance(value, int):
            value = self.model._default_manager.filter(pk=value).first() or value
        return called(value) if isinstance(value, self.model) else value

    def to_python(self, value: Any) -> T | None:
        words = str(value or "").strip().replace("\x00", "")
        found = meant(self.model, words) if words else []
        if words and not found:
            raise ValidationError(self.unknown, code="unknown", params={"words": words})
        if len(found) > 1:
            raise ValidationError(several(found), code="several")
        return found[0] if found else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((self.prepare_value(initial) or "") != (data or "").strip())


class CityField(NamedField[City]):
    model = City
    offers = "desk-cities"


class FactionField(NamedField[Faction]):
    model = Faction
    offers = "desk-factions"


def called(thing: City | Faction) -> str:
    """The name by which a field shows it: of a city with its country."""
    if isinstance(thing, City) and thing.country:
        return f"{thing.name}, {thing.country.name}"
    return thing.name


def in_full(thing: City | Faction) -> str:
    """A name that fits nothing else, whatever else is called the same."""
    return f"{called(thing)} #{thing.pk}"


def meant(model: type[T], words: str) -> list[T]:
    """All that the words can mean: a number, the shown name, else any spelling."""
    name, _mark, number = words.rpartition("#")
    if number.isascii() and number.isdecimal() and not name.rstrip().isdecimal():
        return list(model._default_manager.filter(pk=number_in(number) or 0))
    spelled = list(model.objects.spelled(words))
    if spelled:
        return spelled
    bare = words.partition(",")[0]
    shown = model.objects.spelled(bare) if bare != words else model.objects.none()
    return [thing for thing in shown if called(thing).casefold() == words.casefold()]


def several(found: Sequence[City | Faction]) -> str:
    return gettext("This can be %(names)s. Write one of these.") % {
        "names": gettext(" or ").join(in_full(thing) for thing in found)
    }


def offered(model: type[City | Faction], first: Sequence[int]) -> dict[str, int]:
    """Names for the field's list and whose they are: `first`, then others by the alphabet."""
    edition = Edition.objects.current()
    kind = model._meta.model_name
    names: dict[int, str] = kept(edition, f"names of {kind} offered", lambda: _names(model))
    ahead = {names[number]: number for number in first if number in names}
    others = {name: number for number, name in list(names.items())[:MOST_OFFERED]}
    return {**ahead, **others, **ahead}


def _names(model: type[City | Faction]) -> dict[int, str]:
    return {thing.pk: called(thing) for thing in model.objects.by_name()}
