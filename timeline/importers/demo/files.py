"""The demonstration's files as they are written; `timeline/demo/README.md` tells their meaning."""

import json
from pathlib import Path
from typing import Any, NamedTuple, NotRequired, TypedDict


class Spelling(TypedDict):
    name: str
    language: str
    script: str
    kind: str


class Place(TypedDict):
    slug: str
    name: str
    country: str
    province: str
    latitude: float
    longitude: float
    population: int | None
    names: list[Spelling]


class Party(TypedDict):
    slug: str
    name: str
    short: str | None
    kind: str
    colour_light: str
    colour_dark: str
    description: str
    names: list[Spelling]


class Bond(TypedDict):
    """A dated relation of two factions; `since` and `until` are EDTF or empty."""

    faction: str
    relation: str
    other: str
    since: str
    until: str
    source: str


class Teller(TypedDict):
    slug: str
    name: str
    country: str
    scale: str
    run_by: str | None


class Dispatch(TypedDict):
    key: str
    outlet: str
    title: str
    byline: str
    published_on: str
    dateline: str
    language: str
    retells: str | None
    body: str


class Dating(TypedDict):
    """`printed` is read against the day of the dispatch `read_in`; `edtf` has the bounds."""

    printed: str
    read_in: str
    edtf: str
    lasted: bool
    circa: bool


class Part(TypedDict):
    faction: str
    role: str
    side: int | None
    basis: str


class Claimant(TypedDict):
    words: str
    kind: str
    faction: str | None


class Number(TypedDict):
    measure: str
    whom: str
    low: int | None
    high: int | None
    printed: str


class Account(TypedDict):
    dispatch: str
    quotation: str
    claimant: Claimant
    stance: str
    printed_date: str
    figures: list[Number]


class Reference(TypedDict):
    """A row of the UCDP data, or a published work."""

    ucdp: NotRequired[int]
    work: NotRequired[str]
    publisher: NotRequired[str]
    year: NotRequired[int]
    reread: NotRequired[bool]


class Correction(TypedDict):
    """What was wrong `before` it: old values of columns, the date as EDTF."""

    note: str
    public: bool
    before: dict[str, Any]


class Happening(TypedDict):
    key: str
    headline: str
    summary: str
    kind: str
    city: str | None
    locality: str
    place_precision: str
    date: Dating
    parent: str | None
    graphic: bool
    status: str
    grade: str
    grade_reason: str
    participations: list[Part]
    citations: list[Account]
    reference: Reference
    withdrawn_reason: str
    corrections: list[Correction]


class Files(NamedTuple):
    places: list[Place]
    parties: list[Party]
    bonds: list[Bond]
    tellers: list[Teller]
    dispatches: list[Dispatch]
    happenings: list[Happening]


def read(folder: Path) -> Files:
    """All files of the folder; OSError, ValueError or KeyError where one is not as it should be."""
    places, factions, told, events = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("places", "factions", "dispatches", "events")
    )
    return Files(
        places=places["cities"],
        parties=factions["factions"],
        bonds=factions["allegiances"],
        tellers=told["outlets"],
        dispatches=told["dispatches"],
        happenings=parents_first(events["events"]),
    )


def parents_first(happenings: list[Happening]) -> list[Happening]:
    """The same events, each after the campaign that it is a part of."""
    by_key = {happening["key"]: happening for happening in happenings}
    ordered: dict[str, Happening] = {}

    def add(happening: Happening) -> None:
        if happening["parent"] and happening["parent"] not in ordered:
            add(by_key[happening["parent"]])
        ordered[happening["key"]] = happening

    for happening in happenings:
        add(happening)
    return list(ordered.values())
