"""The words for counting events: by what they have in common, and how many there are."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any, TypeVar

from django.db import connection, models
from django.db.models import Case, Count, F, Func, Q, When
from django.db.models.functions import TruncMonth

from timeline.models.control_asked import SURELY
from timeline.models.held import CERTAINLY, PER_HOLDER, POSSIBLY
from timeline.models.sides import BESIDE_AND_AGAINST, FOUGHT, SIDES, Sides

M = TypeVar("M", bound=models.Model)


# Both ends known, and not only about a date.
CLOSED = Q(circa=False, earliest__isnull=False, latest__isnull=False)


# The members of an array; 0 where it has none, since a shorter one is filled up with nulls.
EACH_OR_0 = "unnest(coalesce(nullif(%(expressions)s, '{}'), '{0}'))"


class Period(Func):
    """The first day of the period that a day is in."""

    template = "DATE_TRUNC('%(unit)s', %(expressions)s::timestamp)::date"
    output_field = models.DateField()


class NextPeriod(Period):
    """The first day of the period after it."""

    template = "(DATE_TRUNC('%(unit)s', %(expressions)s::timestamp) + INTERVAL '%(length)s')::date"


class CountedEvents(models.QuerySet[M]):
    def tally(
        self, first: date | None, last: date | None
    ) -> list[tuple[int | None, str, str, int, int]]:
        """City, kind, grade, events and those certainly in the range, for every combination.

        Without a range all are certainly in it, whatever their dates.
        """
        within = certainly_within(first, last) if first or last else None
        counted = self.order_by().values_list("city", "kind", "grade")
        return list(counted.annotate(n=Count("*"), surely=Count("pk", filter=within)))

    def per_period(
        self, unit: str, *, certainly: bool = False
    ) -> list[tuple[date, str, bool, int]]:
        """First day of a period, kind, whether surely begun in it, events: every combination.

        `unit` is "day", "month", "quarter", "year" or "decade". An event is counted once, where
        lists have it: in the period of the first day on which it can have happened, of the last
        where only that is known. It surely began there if its latest day, or the latest day it
        began on if it lasted, is in the same period, and it is not only about a date.

        Certainly: what lasted is counted in the period of the first day on which it went on for
        sure.
        """
        begun_for_sure = Case(When(lasted=True, then="sure_start"), default="sorted_on")
        day = begun_for_sure if certainly else F("sorted_on")
        following = NextPeriod(
            day, unit=unit, length="3 months" if unit == "quarter" else f"1 {unit}"
        )
        counted = self.order_by().annotate(
            period=Period(day, unit=unit),
            surely=Case(
                When(circa=True, then=False),
                When(earliest__isnull=True, then=False),
                When(width=0, then=True),
                When(lasted=True, sure_start__lt=following, then=True),
                When(lasted=False, latest__lt=following, then=True),
                default=False,
                output_field=models.BooleanField(),
            ),
        )
        return list(counted.values_list("period", "kind", "surely").annotate(n=Count("*")))

    def per_faction_and_outlet(
        self, *, with_groups: bool
    ) -> tuple[Counter[int | None], Counter[int]]:
        """`per_faction_or_none` and `per_outlet` of the same events in one go.

        PostgreSQL unfolds both arrays side by side: each member stands in one row of its event.
        """
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        unfolded = self.order_by().annotate(
            faction=Func(F(column), template=EACH_OR_0),
            outlet=Func(F("outlet_ids"), function="unnest"),
        )
        factions: Counter[int | None] = Counter()
        outlets: Counter[int] = Counter()
        for faction, outlet, n in unfolded.values_list("faction", "outlet").annotate(n=Count("*")):
            if faction is not None:
                factions[faction or None] += n
            if outlet is not None:
                outlets[outlet] += n
        return factions, outlets

    def per_city(self) -> dict[int, int]:
        """City to number of events."""
        return self._counts("city")

    def per_city_or_none(self) -> dict[int | None, int]:
        """The same, and under null how many have no city."""
        return dict(self.order_by().values_list("city").annotate(n=Count("*")))

    def per_kind(self) -> dict[str, int]:
        return self._counts("kind")

    def per_month(self) -> dict[date, int]:
        """First day of a month to the number of events that stand under it; a year's in January."""
        return self._counts_by(TruncMonth("sorted_on"))

    def per_city_and_year(self) -> dict[tuple[int, int], int]:
        """City and year to number of events."""
        counted = self.order_by().values_list("city", "sorted_on__year").annotate(n=Count("*"))
        return {(city, year): n for city, year, n in counted if city is not None}

    def per_faction_and_year(self) -> dict[tuple[int, int], int]:
        """Faction, named or by a group of it, and year to number of events."""
        member = Func(F("faction_ids_with_groups"), function="unnest")
        unfolded = self.order_by().annotate(member=member)
        counted = unfolded.values_list("member", "sorted_on__year").annotate(n=Count("*"))
        return {(faction, year): n for faction, year, n in counted}

    def per_faction(self, *, with_groups: bool = True) -> dict[int, int]:
        """Faction to number of events that name it or, unless told otherwise, a group of it."""
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        return self._counts_in(column)

    def per_faction_or_none(self, *, with_groups: bool = True) -> dict[int | None, int]:
        """The same, and under null how many name nobody."""
        column = "faction_ids_with_groups" if with_groups else "faction_ids"
        member = Func(F(column), template=EACH_OR_0)
        counted = self.order_by().annotate(member=member).values_list("member")
        return {faction or None: n for faction, n in counted.annotate(n=Count("*"))}

    def per_outlet(self) -> dict[int, int]:
        """Outlet to number of events that cite an article of it."""
        return self._counts_in("outlet_ids")

    def per_holder(self, *, with_groups: bool = True, certainly: bool = False) -> dict[int, int]:
        """Faction to number of events that `while_held` finds of its stretches; one query."""
        if self.query.is_empty():
            return {}
        events = (self.filter(CLOSED) if certainly else self).order_by().values("city", "days")
        asked, values = events.query.sql_with_params()
        meeting = CERTAINLY if certainly else POSSIBLY
        counted = PER_HOLDER.format(asked=asked, surely=SURELY, **meeting)
        with connection.cursor() as cursor:
            cursor.execute(counted, [with_groups, *values])
            return dict(cursor.fetchall())

    def sides_of(self, faction: int) -> dict[int, Sides]:
        """Other factions to the events in which they fought beside it, and against it.

        Only where control changed, where there was fighting, and where civilians were harmed; a
        side that is neither given nor told by the role counts as none.
        """
        if self.query.is_empty():
            return {}
        events = self.filter(kind__in=FOUGHT, faction_ids_with_groups__contains=[faction])
        asked, values = events.order_by().values("id", "days").query.sql_with_params()
        roles = [[role.value for role in SIDES[side]] for side in (1, 2)]
        with connection.cursor() as cursor:
            cursor.execute(BESIDE_AND_AGAINST.format(asked=asked), [*values, *roles, faction])
            return {number: Sides(*counted) for number, *counted in cursor.fetchall()}

    def _counts(self, column: str) -> dict[Any, int]:
        counted = self.order_by().values_list(column).annotate(n=Count("*"))
        return {key: number for key, number in counted if key is not None}

    def _counts_by(self, expression: models.Expression) -> dict[Any, int]:
        counted = self.order_by().annotate(key=expression).values_list("key")
        return dict(counted.annotate(n=Count("*")))

    def _counts_in(self, column: str) -> dict[int, int]:
        """Counts of the members of an array column, in which nothing stands twice."""
        counted = self.order_by().annotate(member=Func(F(column), function="unnest"))
        return dict(counted.values_list("member").annotate(n=Count("*")))


def certainly_within(first: date | None, last: date | None) -> Q:
    return CLOSED & (wholly_inside(first, last) | surely_going_on(first, last))


def wholly_inside(first: date | None, last: date | None) -> Q:
    inside = Q(lasted=False)
    if first:
        inside &= Q(earliest__gte=first)
    if last:
        inside &= Q(latest__lte=last)
    return inside


def surely_going_on(first: date | None, last: date | None) -> Q:
    """Lasted, and some day that is between its latest start and earliest end is in the range."""
    overlap = Q(lasted=True, sure_start__lte=F("sure_end"))
    if first:
        overlap &= Q(sure_end__gte=first)
    if last:
        overlap &= Q(sure_start__lte=last)
    return overlap
