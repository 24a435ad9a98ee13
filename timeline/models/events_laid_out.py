"""The words for laying events out in lanes over time: how many lie where, and which are drawn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Func, Max, Min, Q, Value
from django.db.models.functions import Coalesce

from timeline.models.dated import Dated
from timeline.models.events_ordered import OrderedEvents

M = TypeVar("M", bound=models.Model)

DRAWN = (*Dated.DATE_FIELDS, "headline", "slug", "language", "kind", "city_id", "locality")
# What names nobody is a row too, under null.
EACH = "unnest(coalesce(nullif(%(expressions)s, '{}'), '{NULL}'))"


class Tally(NamedTuple):
    """Events of a lane that reach from one cell to another, both counted from 0, inclusive.

    `lane` is the number of a city or faction, None for none. `lasted`: they went on all the while.
    `telling` is how many of them are of the kinds asked for.
    """

    lane: int | None
    first: int
    last: int
    lasted: bool
    number: int
    telling: int


class LaidOutEvents(OrderedEvents[M]):
    def extent(self) -> tuple[date | None, date | None]:
        """The first and the last day that any of them can mean, open ends left out."""
        ends = self.aggregate(first=Min("sorted_on"), last=Max(Coalesce("latest", "earliest")))
        return ends["first"], ends["last"]

    def tallies(
        self, lane: str, cells: Sequence[date], *, certainly: bool, telling: Collection[str]
    ) -> list[Tally]:
        """How many events there are in every lane, by the cells they reach from and to.

        `lane` is the column of a city, or an array of factions: then each event counts once for
        each. `cells` are their first days. Certainly: what lasted reaches only over the days on
        which it went on for sure.
        """
        ends = ("sure_start", "sure_end") if certainly else ("earliest", "latest")
        rows = self.order_by().annotate(
            of_lane=F(lane) if lane == "city" else Func(F(lane), template=EACH),
            cell=cell_of(ends[0], cells, otherwise=0),
            last_cell=cell_of(ends[1], cells, otherwise=len(cells) - 1),
        )
        counted = rows.values_list("of_lane", "cell", "last_cell", "lasted").annotate(
            n=Count("*"), of_kinds=Count("pk", filter=Q(kind__in=telling))
        )
        return [Tally(*row) for row in counted]

    def drawn(
        self,
        lane: str,
        whole: Collection[int | None],
        in_part: Collection[int | None],
        *,
        telling: Collection[str],
    ) -> Self:
        """The events of some lanes, and of others those of the kinds asked for.

        Loads what a mark says of each.
        """
        telling_ones = among_those(lane, in_part) & Q(kind__in=telling)
        found = self.filter(among_those(lane, whole) | telling_ones)
        columns = DRAWN if lane == "city" else (*DRAWN, lane)
        return found.only(*columns).order_by("sorted_on", "width", "id")


def cell_of(column: str, cells: Sequence[date], *, otherwise: int) -> Func:
    """In which cell a day lies, counted from 0; days outside count for the outermost cells."""
    starts = Value(list(cells), ArrayField(models.DateField()))
    return Func(
        F(column),
        starts,
        # An open end must become a cell first: least and greatest pass over null.
        template=f"least(greatest(coalesce(width_bucket(%(expressions)s) - 1, {otherwise}), 0), "
        f"{len(cells) - 1})",
        output_field=models.IntegerField(),
    )


def among_those(column: str, numbers: Collection[int | None]) -> Q:
    """Of one of these cities, or with one of these factions in an array; None is for no such."""
    known: Any = [number for number in numbers if number is not None]
    if column == "city":
        found, none = Q(city__in=known), Q(city__isnull=True)
    else:
        found, none = Q(**{f"{column}__overlap": known}), Q(**{column: []})
    if None not in numbers:
        return found
    return found | none if known else none
