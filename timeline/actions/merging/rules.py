"""What becomes of the rows that lead to something which is merged into another.

Every foreign key to events, cities and factions has a rule; a test misses those that have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from timeline.models import (
    Allegiance,
    Citation,
    City,
    CityName,
    Comparison,
    Event,
    Faction,
    FactionName,
    Figure,
    Outlet,
    Participation,
)

Row = models.Model
Mergeable = Event | City | Faction


@dataclass(frozen=True)
class Rule:
    """Rows of `model` go over by their foreign key `column`.

    Rows that have the columns of `twin` in common tell the same: only one of them can belong to
    what is kept. It keeps its own values, and those of `fills` that it lacks come from the other,
    and so do the rows `below` the other. A row whose column `opposite` leads to what is kept would
    tie that to itself.
    """

    model: type[Row]
    column: str
    twin: tuple[str, ...] = ()
    opposite: str = ""
    fills: tuple[str, ...] = ()
    below: tuple[Rule, ...] = ()

    def leading_to(self, *subjects: Row) -> models.QuerySet[Any]:
        rows = self.model._default_manager.order_by("pk")
        return rows.filter(**{f"{self.column}__in": [subject.pk for subject in subjects]})

    def value(self, row: Row, column: str) -> Any:
        """What is stored in the column, of a foreign key the number."""
        field = self.model._meta.get_field(column)
        return getattr(row, field.attname) if isinstance(field, models.Field) else None

    def key(self, row: Row) -> tuple[Any, ...]:
        return tuple(self.value(row, name) for name in self.twin)


BOUNDS = ("since_earliest", "since_latest", "until_earliest", "until_latest")
FIGURES = Rule(Figure, "citation", twin=("measure", "whom", "low", "high", "printed"))

RULES: dict[type[Row], tuple[Rule, ...]] = {
    Event: (
        Rule(Citation, "event", twin=("article", "text", "start"), below=(FIGURES,)),
        Rule(Participation, "event", twin=("faction", "role"), fills=("side", "quotation")),
        Rule(Event, "parent", opposite="id"),
        Rule(Comparison, "event", twin=("other",), opposite="other"),
        Rule(Comparison, "other", twin=("event",), opposite="event"),
    ),
    City: (
        Rule(CityName, "city", twin=("name",)),
        Rule(Event, "city"),
    ),
    Faction: (
        Rule(FactionName, "faction", twin=("name",)),
        Rule(Participation, "faction", twin=("event", "role"), fills=("side", "quotation")),
        Rule(Citation, "claimant_faction"),
        Rule(Allegiance, "faction", twin=("relation", "other", *BOUNDS), opposite="other"),
        Rule(Allegiance, "other", twin=("relation", "faction", *BOUNDS), opposite="faction"),
        Rule(Outlet, "run_by"),
    ),
}

# Columns that what is kept takes over where it has none of a group.
FILLED: dict[type[Row], tuple[tuple[str, ...], ...]] = {
    Event: (
        ("killed_low", "killed_best", "killed_high"),
        ("injured_low", "injured_best", "injured_high"),
        ("grade_set", "grade_reason"),
    ),
    City: (
        ("country",),
        ("province",),
        ("latitude", "longitude"),
        ("population",),
        ("geonames_id",),
    ),
    Faction: (("colour_light", "colour_dark"), ("description",)),
}
