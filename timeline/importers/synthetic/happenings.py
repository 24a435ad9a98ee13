"""What happens in the made-up world, when and between whom; nothing here touches the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from django.utils.text import capfirst

from timeline.dates import Precision, When, to_edtf
from timeline.importers.synthetic.words import (
    ADJECTIVES,
    CLOSINGS,
    HEADLINES,
    OPENINGS,
    OTHER_ROLES,
    ROLES,
    SHARES,
    SUMMARIES,
    THINGS,
)
from timeline.importers.synthetic.world import BEGIN, END, World, zipf
from timeline.models import City, Faction
from timeline.models.vocabulary import FAMILY_OF, Family, Grade, Kind, Role

KINDS, KIND_SHARES = list(SHARES), list(accumulate(SHARES.values()))
GRADES = [Grade.REPORTED, Grade.UNCONFIRMED, Grade.CORROBORATED, Grade.CONFIRMED, Grade.DISPUTED]
GRADES.append(Grade.REFUTED)
GRADE_SHARES = list(accumulate((40, 25, 22, 6, 6, 1)))
# How exactly days are known: a lone day, spans of so many days, and the open ends.
PRECISIONS = list(Precision)
PRECISION_SHARES = list(accumulate((74, 7, 4, 3, 6, 1.5, 2, 0.5, 1, 1, 0)))
WIDTHS = {Precision.DAYS: 5, Precision.WEEK: 7, Precision.PART_MONTH: 10, Precision.LONGER: 800}
UNARMED_KINDS = {Kind.PROTEST, Kind.RIOT, Kind.MOB_VIOLENCE, Kind.DISPLACEMENT}
CAMPAIGN_SHARE = 0.55


@dataclass(frozen=True, slots=True)
class Campaign:
    """A burst: for some weeks two factions fight over a few cities."""

    begin: date
    days: float
    cities: list[City]
    parties: list[Faction]


@dataclass(frozen=True, slots=True)
class Happening:
    number: int
    day: date  # the last one it can have happened on, or began: what articles are printed after
    when: When
    kind: Kind
    city: City | None
    locality: str
    parties: list[tuple[Faction, Role, int | None]]
    headline: str
    summary: str
    grade: Grade
    graphic: bool


def make_campaigns(world: World, chance: Random, count: int = 60) -> list[Campaign]:
    return [
        Campaign(
            begin=BEGIN + timedelta(days=chance.randrange((END - BEGIN).days - 300)),
            days=chance.uniform(15, 120),
            cities=chance.choices(world.cities, cum_weights=zipf(len(world.cities)), k=3),
            parties=chance.sample(world.armed, 2),
        )
        for _ in range(count)
    ]


def make_days(
    campaigns: list[Campaign], chance: Random, count: int
) -> list[tuple[date, Campaign | None]]:
    """The days of all events in order, each with the campaign that it belongs to, if any."""
    weights = zipf(len(campaigns), 0.6)
    days: list[tuple[date, Campaign | None]] = []
    for _ in range(count):
        if chance.random() < CAMPAIGN_SHARE:
            campaign = chance.choices(campaigns, cum_weights=weights)[0]
            after = timedelta(days=int(chance.expovariate(1 / campaign.days)))
            days.append((min(campaign.begin + after, END), campaign))
        else:
            # More in the middle years than at either end, as in the records of such wars.
            share = chance.triangular(0, 1, 0.4)
            days.append((BEGIN + timedelta(days=int(share * (END - BEGIN).days)), None))
    days.sort(key=lambda item: item[0])
    return days


def make_happenings(
    world: World, days: list[tuple[date, Campaign | None]], chance: Random, *, before: int
) -> Iterator[Happening]:
    """The events of these days, numbered on from `before`."""
    cities = zipf(len(world.cities))
    parties = zipf(len(world.armed), 0.8)
    for number, (day, campaign) in enumerate(days, start=before + 1):
        kind = chance.choices(KINDS, cum_weights=KIND_SHARES)[0]
        city = chance.choice(campaign.cities) if campaign else None
        if city is None and chance.random() > 0.04:
            city = chance.choices(world.cities, cum_weights=cities)[0]
        involved = make_parties(world, campaign, kind, parties, chance)
        locality = make_locality(world, chance)
        told = words(involved, city, locality, chance)
        family = FAMILY_OF[kind]
        yield Happening(
            number=number,
            day=day,
            when=make_when(day, chance),
            kind=kind,
            city=city,
            locality=locality,
            parties=involved,
            headline=capfirst(chance.choice(HEADLINES[family]).format(**told))[:200],
            summary=make_summary(told, chance),
            grade=chance.choices(GRADES, cum_weights=GRADE_SHARES)[0],
            graphic=family == Family.CIVILIANS and chance.random() < 0.2,
        )


def make_parties(
    world: World, campaign: Campaign | None, kind: Kind, weights: list[float], chance: Random
) -> list[tuple[Faction, Role, int | None]]:
    """Two to five parties, each once, in the roles of the kind's family."""
    count = chance.choices((2, 3, 4, 5), cum_weights=(58, 84, 95, 100))[0]
    chosen = list(campaign.parties) if campaign else []
    if kind in UNARMED_KINDS or FAMILY_OF[kind] == Family.CIVILIANS:
        chosen.insert(1 if FAMILY_OF[kind] == Family.CIVILIANS else 0, chance.choice(world.unarmed))
    chosen += chance.choices(world.armed, cum_weights=weights, k=2 * count)
    distinct = list(dict.fromkeys(chosen))[:count]
    roles = ROLES.get(FAMILY_OF[kind], OTHER_ROLES)
    return [(faction, *role) for faction, role in zip(distinct, roles, strict=False)]


def make_locality(world: World, chance: Random) -> str:
    """For every third event a part of town; some are rare, as names of villages are."""
    if chance.random() > 0.35:
        return ""
    if chance.random() < 0.7:
        return f"{chance.choice(THINGS)} district".capitalize()
    return f"Old {chance.choice(world.cities).name} road, stone {chance.randrange(1, 400)}"


def words(
    parties: list[tuple[Faction, Role, int | None]],
    city: City | None,
    locality: str,
    chance: Random,
) -> dict[str, str]:
    """What the templates ask for."""
    return {
        "a": f"the {parties[0][0].name}",
        "b": f"the {parties[-1][0].name}",
        "place": city.name if city else locality or "the border country",
        "n": str(1 + int(chance.expovariate(1 / 12))),
        "thing": chance.choice(THINGS),
        "adjective": chance.choice(ADJECTIVES),
    }


def make_summary(told: dict[str, str], chance: Random) -> str:
    if chance.random() < 0.25:
        return ""
    return " ".join(chance.sample(SUMMARIES, chance.choice((1, 1, 2)))).format(**told)


def make_sentence(happening: Happening, chance: Random) -> str:
    """One way to tell the event; another article tells it another way."""
    told = words(happening.parties, happening.city, happening.locality, chance)
    sentence = f"{chance.choice(OPENINGS)}, {chance.choice(CLOSINGS)}.".format(**told)
    return sentence[0].upper() + sentence[1:]


def make_when(day: date, chance: Random) -> When:
    """A date whose last day, or beginning where it lasted, is this one; all precisions occur."""
    precision = chance.choices(PRECISIONS, cum_weights=PRECISION_SHARES)[0]
    first, last = bounds(day, precision, chance)
    lasted = first is not None and first != last and chance.random() < 0.3
    when = When(
        earliest=first,
        latest=last,
        precision=precision,
        lasted=lasted,
        circa=precision != Precision.EXACT and chance.random() < 0.15,
        rule="edtf",
    )
    return When(phrase=to_edtf(when), **{name: getattr(when, name) for name in KEPT})


KEPT = ("earliest", "latest", "precision", "lasted", "circa", "rule")


def bounds(day: date, precision: Precision, chance: Random) -> tuple[date | None, date | None]:
    if precision == Precision.BEFORE:
        return None, day
    if precision == Precision.AFTER:
        return day, None
    if precision == Precision.MONTH:
        return day.replace(day=1), month_end(day)
    if precision == Precision.SEASON:
        return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1), month_end(
            day.replace(month=(day.month - 1) // 3 * 3 + 3, day=1)
        )
    if precision == Precision.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    width = WIDTHS.get(precision, 1)
    back = chance.randrange(width)
    return day - timedelta(days=back), day + timedelta(days=width - 1 - back)


def month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
