"""Cities, factions with their allegiances, and outlets: what events and articles speak about."""

from decimal import Decimal
from typing import Any

from timeline import dates
from timeline.actions import cities, factions
from timeline.importers.demo.accounts import Desk
from timeline.importers.demo.files import Bond, Party, Place, Spelling, Teller
from timeline.importers.demo.rows import bring, bring_names, is_ours
from timeline.models import Allegiance, City, Dataset, Faction, Outlet


def bring_city(place: Place, *, dataset: Dataset, desk: Desk) -> City:
    city = City.objects.filter(slug=place["slug"]).first() or City(slug=place["slug"])
    if not is_ours(city, dataset):
        return city
    changed = bring(
        city,
        name=place["name"],
        country=place["country"],
        province=place["province"],
        latitude=Decimal(str(place["latitude"])),
        longitude=Decimal(str(place["longitude"])),
        population=place["population"],
        dataset=dataset,
    )
    if bring_names(city, place["names"]) or changed:
        cities.saved(city, by=desk.editor)
    return city


def bring_factions(
    parties: list[Party], bonds: list[Bond], *, dataset: Dataset, desk: Desk
) -> dict[str, Faction]:
    """All factions first, then their allegiances, which need both ends; by address."""
    changed, found = set[str](), dict[str, Faction]()
    for party in parties:
        slug = party["slug"]
        faction = Faction.objects.filter(slug=slug).first() or Faction(slug=slug)
        if is_ours(faction, dataset) and bring_faction(faction, party, dataset):
            changed.add(slug)
        found[slug] = faction
    for slug, faction in found.items():
        own = [bond for bond in bonds if bond["faction"] == slug]
        if not is_ours(faction, dataset):
            continue
        if bring_allegiances(faction, own, found) or slug in changed:
            factions.saved(faction, by=desk.editor)
    return found


def bring_faction(faction: Faction, party: Party, dataset: Dataset) -> bool:
    changed = bring(
        faction,
        name=party["name"],
        kind=party["kind"],
        colour_light=party["colour_light"].lower(),
        colour_dark=party["colour_dark"].lower(),
        description=party["description"],
        dataset=dataset,
    )
    return bring_names(faction, spellings(party)) or changed


def spellings(party: Party) -> list[Spelling]:
    """The names of the file, with the short one among them."""
    short, names = party["short"], party["names"]
    if not short or short in {spelling["name"] for spelling in names}:
        return names
    return [*names, Spelling(name=short, language="en", script="Latn", kind="short")]


def bring_allegiances(faction: Faction, bonds: list[Bond], found: dict[str, Faction]) -> bool:
    wanted = [allegiance(bond, found) for bond in bonds]
    there = Allegiance.objects.filter(faction=faction).order_by("id")
    if [told(row) for row in there] == [told(row) for row in wanted]:
        return False
    there.delete()
    for row in wanted:
        row.save()
    return True


def allegiance(bond: Bond, found: dict[str, Faction]) -> Allegiance:
    since, until = days(bond["since"]), days(bond["until"])
    return Allegiance(
        faction=found[bond["faction"]],
        relation=bond["relation"],
        other=found[bond["other"]],
        since_printed=bond["since"],
        since_earliest=since.earliest,
        since_latest=since.latest,
        until_printed=bond["until"],
        until_earliest=until.earliest,
        until_latest=until.latest,
        source=bond["source"],
    )


def days(edtf: str) -> dates.When:
    """Empty is open or not known: no bounds."""
    if edtf:
        return dates.from_edtf(edtf)
    return dates.When(earliest=None, latest=None, precision=dates.Precision.UNKNOWN)


def told(row: Allegiance) -> tuple[Any, ...]:
    bounds = (row.since_earliest, row.since_latest, row.until_earliest, row.until_latest)
    words = (row.since_printed, row.until_printed, row.source)
    return (row.relation, row.other_id, *bounds, *words)


def bring_outlet(teller: Teller, found: dict[str, Faction], *, dataset: Dataset) -> Outlet:
    slug, run_by = teller["slug"], teller["run_by"]
    outlet = Outlet.objects.filter(slug=slug).first() or Outlet(slug=slug)
    if is_ours(outlet, dataset):
        bring(
            outlet,
            name=teller["name"],
            country=teller["country"],
            scale=teller["scale"],
            run_by=found[run_by] if run_by else None,
            dataset=dataset,
        )
    return outlet
