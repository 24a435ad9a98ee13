"""One event as plain values: what every format writes, each in its own way.

Codes are those of the field (`timeline.models.vocabulary`), days are ISO 8601, instants UTC.
None is "not known"; 0 is "none"; "" is an empty text.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TypedDict

from timeline import tolls
from timeline.models import Citation, Event, Figure, Participation
from timeline.models.vocabulary import FAMILY_OF, Kind

UNTOLD = tolls.Estimate("", None, None, None)


class Party(TypedDict):
    """A faction in the event: its role, its side (1, 2 or none), and on whose word."""

    name: str
    role: str
    side: int | None
    basis: str


class Number(TypedDict):
    """A figure of one account: of what, of whom, its bounds, and the words it was printed in."""

    measure: str
    whom: str
    low: int | None
    high: int | None
    printed: str


class Source(TypedDict):
    """One account: who printed it, the words it rests on, who claims it.

    `edtf` is the date that this account gives, "" where it is the event's. `gone_since` is the day
    from which the article is known to have these words no more, None while it has them.
    """

    outlet: str
    title: str
    url: str
    published_on: str
    quotation: str
    claimant: str
    claimant_kind: str
    claimant_faction: str
    stance: str
    edtf: str
    gone_since: str | None
    figures: list[Number]


class Origin(TypedDict):
    """The data set that a record was taken from."""

    name: str
    attribution: str
    licence: str


class Losses(TypedDict):
    """How many were killed and injured: the record's own numbers, else what the accounts come to.

    `killed_from` says which: "record", "accounts", or "" where nobody says. Of accounts, low and
    high are the lowest and the highest number that any of them gives, None where all leave that
    end open; denials and doubts do not count. `killed_best` is the record's own only.
    """

    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    killed_from: str
    injured_low: int | None
    injured_best: int | None
    injured_high: int | None
    injured_from: str


class Record(Losses):
    """An event. Bounds of its date are inclusive; an open or unknown one is None.

    `start_latest` and `end_earliest` are the inner bounds of what lasted, None where they are the
    outer ones. Coordinates are the event's own, else its city's. `grade` is the one that counts;
    it differs from `grade_by_rule` where an editor set another, raised only for a `grade_reason`.
    """

    id: int
    url: str
    headline: str
    kind: str
    family: str
    edtf: str
    date_printed: str
    earliest: str | None
    latest: str | None
    start_latest: str | None
    end_earliest: str | None
    precision: str
    lasted: bool
    circa: bool
    uncertain: bool
    city: str | None
    country: str | None
    locality: str
    latitude: float | None
    longitude: float | None
    place_precision: str
    factions: list[Party]
    grade: str
    grade_by_rule: str
    grade_reason: str
    status: str
    sources: list[Source]
    summary: str
    language: str
    published_at: str | None
    changed_at: str | None
    dataset: Origin | None
    reference: str


def record(event: Event, url: str) -> Record:
    """The event's public values.

    Reads city, data set, participations with their factions, and citations with figures, articles
    and outlets: `Event.objects.with_accounts()` loads them for many events at once.
    """
    city = event.city
    latitude, longitude = event.coordinates
    return {
        "id": event.pk,
        "url": url,
        "headline": event.headline,
        "kind": event.kind,
        "family": FAMILY_OF[Kind(event.kind)].value,
        "edtf": event.edtf,
        "date_printed": event.date_printed,
        "earliest": day(event.earliest),
        "latest": day(event.latest),
        "start_latest": day(event.start_latest),
        "end_earliest": day(event.end_earliest),
        "precision": event.precision,
        "lasted": event.lasted,
        "circa": event.circa,
        "uncertain": event.uncertain,
        "city": city.name if city else None,
        "country": (city.country.code or None) if city else None,
        "locality": event.locality,
        "latitude": latitude,
        "longitude": longitude,
        "place_precision": event.place_precision,
        "factions": [party(row) for row in event.participations.all()],
        "grade": event.grade,
        "grade_by_rule": event.grade_by_rule,
        "grade_reason": event.grade_reason,
        "status": event.status,
        **losses(event),
        "sources": [source(row) for row in event.citations.all()],
        "summary": event.summary,
        "language": event.language,
        "published_at": instant(event.published_at),
        "changed_at": instant(event.changed_at),
        "dataset": origin(event),
        "reference": event.reference,
    }


def losses(event: Event) -> Losses:
    found = {one.measure: one for one in tolls.estimates(event)}
    killed, injured = (found.get(measure, UNTOLD) for measure in ("killed", "injured"))
    return {
        "killed_low": killed.low,
        "killed_best": killed.best,
        "killed_high": killed.high,
        "killed_from": told_by(killed),
        "injured_low": injured.low,
        "injured_best": injured.best,
        "injured_high": injured.high,
        "injured_from": told_by(injured),
    }


def told_by(one: tolls.Estimate) -> str:
    if one is UNTOLD:
        return ""
    return "record" if one.recorded else "accounts"


def party(row: Participation) -> Party:
    return {"name": row.faction.name, "role": row.role, "side": row.side, "basis": row.basis}


def source(row: Citation) -> Source:
    article = row.article
    return {
        "outlet": article.outlet.name,
        "title": article.title,
        "url": article.url,
        "published_on": article.published_on.isoformat(),
        "quotation": row.quotation,
        "claimant": row.claimant_words,
        "claimant_kind": row.claimant_kind,
        "claimant_faction": row.claimant_faction.name if row.claimant_faction else "",
        "stance": row.stance,
        "edtf": row.edtf,
        "gone_since": day(row.gone_since.astimezone(UTC).date()) if row.gone_since else None,
        "figures": [number(figure) for figure in row.figures.all()],
    }


def number(row: Figure) -> Number:
    return {
        "measure": row.measure,
        "whom": row.whom,
        "low": row.low,
        "high": row.high,
        "printed": row.printed,
    }


def origin(event: Event) -> Origin | None:
    dataset = event.dataset
    if dataset is None:
        return None
    return {
        "name": dataset.name,
        "attribution": dataset.attribution,
        "licence": dataset.licence,
    }


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def instant(value: datetime | None) -> str | None:
    """Seconds are enough: 2017-10-17T09:30:00Z."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if value else None
