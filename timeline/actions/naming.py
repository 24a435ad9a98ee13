"""Names that an article has and the tables lack: a city of the gazetteer, another spelling."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline import gazetteer
from timeline.actions import cities, factions, permits
from timeline.models import City, CityName, Faction, FactionName, OldAddress, User
from timeline.models.address import NONE
from timeline.models.name import LONGEST
from timeline.names import fold


@transaction.atomic
def add_city(place: gazetteer.Place, name: str, *, by: User, language: str = "en") -> City:
    """Enters a city of the gazetteer under the name that a text gives it, with all its spellings.

    Where the city was entered before, the name becomes another spelling of it.
    """
    there = City.objects.filter(geonames_id=place.geonames_id).first()
    if there:
        return _spelled_too(there, name, by=by, language=language)
    permits.demand(by, "add_city")
    try:
        with transaction.atomic():
            city = _created(place, place.spelled(name))
    except IntegrityError:  # somebody entered it at this very moment
        there = City.objects.get(geonames_id=place.geonames_id)
        return _spelled_too(there, name, by=by, language=language)
    spellings = {spelling.name: spelling for spelling in place.spellings()}
    spellings.setdefault(name, gazetteer.Spelling(name, language, gazetteer.script_of(name)))
    CityName.objects.bulk_create(
        CityName(city=city, folded=fold(one.name)[:LONGEST], **one._asdict())
        for one in spellings.values()
        if len(one.name) <= LONGEST
    )
    cities.entered(city, by=by)
    return city


def _created(place: gazetteer.Place, name: str) -> City:
    return City.objects.create(
        name=name,
        slug=_free_slug(name, place),
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        population=place.population or None,
        geonames_id=place.geonames_id,
    )


def _spelled_too(city: City, name: str, *, by: User, language: str) -> City:
    if name != city.name and not city.names.filter(name=name).exists():
        add_spelling(city, name, by=by, language=language)
    return city


def _free_slug(name: str, place: gazetteer.Place) -> str:
    """The name as an address; with the country, then the gazetteer's number, where it is taken."""
    plain = slugify(name, allow_unicode=True)[:60] or "city"
    tries = (plain, f"{plain}-{place.country.lower()}", f"{plain}-{place.geonames_id}")
    taken = set(City.objects.filter(slug__in=tries).values_list("slug", flat=True))
    old = OldAddress.objects.filter(kind=OldAddress.Kind.CITY, slug__in=tries)
    taken |= {NONE, *old.values_list("slug", flat=True)}
    return next(slug for slug in tries if slug not in taken)


@transaction.atomic
def add_spelling(subject: City | Faction, name: str, *, by: User, language: str = "en") -> None:
    """From now on the name is found in texts, and leads to the subject, which readers search by it.

    Raises ValidationError for a name without a letter or longer than 200 of them.
    """
    name = name.strip()
    if not fold(name) or len(name) > LONGEST:
        raise ValidationError(_("“%(name)s” cannot be a spelling.") % {"name": name[:60]})
    spelled = {"name": name, "language": language, "script": gazetteer.script_of(name)}
    # Whoever adds to the same at this moment waits, and finds the spelling there.
    type(subject)._default_manager.select_for_update(no_key=True).filter(pk=subject.pk).first()
    if isinstance(subject, City):
        permits.demand(by, "change_city")
        if not subject.names.filter(name=name).exists():
            CityName.objects.create(city=subject, **spelled)
        cities.saved(subject, by=by)
    else:
        permits.demand(by, "change_faction")
        if not subject.names.filter(name=name).exists():
            FactionName.objects.create(faction=subject, **spelled)
        factions.saved(subject, by=by)
