"""The words for asking who held a city when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.db import connection, models
from django.db.models import Q

if TYPE_CHECKING:
    from timeline.models.control import ControlSpan  # noqa: F401 - named in quotes below

# Days on which a link held for certain: from the latest it can have begun to the earliest end.
SURELY = """CASE
        WHEN a.since_latest IS NULL AND a.since_earliest IS NOT NULL
          OR a.until_earliest IS NULL AND a.until_latest IS NOT NULL
          OR a.since_latest > a.until_earliest THEN 'empty'
        ELSE daterange(a.since_latest, a.until_earliest, '[]') END"""
# A group counts on the days on which every link of its chain of `part_of` may have held; `sure`
# are the days on which all of them did for certain.
STRETCHES = f"""
WITH RECURSIVE member (id, days, sure) AS (
    SELECT unnest(%(factions)s::bigint[]), '(,)'::daterange, '(,)'::daterange
  UNION
    SELECT a.faction_id, m.days * a.days, m.sure * {SURELY}
    FROM timeline_allegiance a JOIN member m ON m.id = a.other_id
    WHERE %(with_groups)s AND a.relation = 'part_of' AND a.days && m.days
), named AS (
    SELECT s.city_id, s.during * m.days AS days,
        CASE WHEN s.state = 'held' THEN s.during * m.sure ELSE 'empty' END AS sure
    FROM timeline_controlspan s JOIN member m
      ON m.id = ANY(s.holders || s.coming) AND m.days && s.during
), together AS (
    SELECT city_id, range_agg(days) AS days, range_agg(sure) AS sure FROM named GROUP BY city_id
), stretch AS (
    SELECT city_id, unnest(sure) AS days, true AS certain FROM together
  UNION ALL
    SELECT city_id, unnest(days - sure), false FROM together
)
SELECT city_id, lower(days), upper(days), certain FROM stretch ORDER BY city_id, days
"""  # noqa: S608 - the only thing put in is a constant


class Stretch(NamedTuple):
    """Days, both ends inclusive and None open, on which a faction held a city.

    Not certain: it may have, since the city was changing hands or contested, or since it is not
    certain that the group which held it was part of the faction then.
    """

    city: int
    first: date | None
    last: date | None
    certain: bool


class ControlSpanQuerySet(models.QuerySet["ControlSpan"]):
    def in_city(self, city: int) -> ControlSpanQuerySet:
        """Oldest first."""
        return self.filter(city=city).order_by("during")

    def in_cities(self, cities: Collection[int]) -> ControlSpanQuerySet:
        return self.filter(city__in=cities)

    def naming(self, factions: Collection[int]) -> ControlSpanQuerySet:
        """In which one of these is among those who hold, contest, lose or take the city."""
        numbers = list(factions)
        return self.filter(Q(holders__overlap=numbers) | Q(coming__overlap=numbers))

    def in_cities_of(self, spans: ControlSpanQuerySet) -> ControlSpanQuerySet:
        """All of every city that these spans are of."""
        return self.filter(city__in=spans.values("city"))

    def resting_on(self, events: Collection[int]) -> ControlSpanQuerySet:
        """Which one of these events began, ended or otherwise proves."""
        numbers = list(events)
        return self.filter(
            Q(began_by__overlap=numbers)
            | Q(ended_by__overlap=numbers)
            | Q(proven_by__overlap=numbers)
        )

    def stretches_of(self, factions: Collection[int], *, with_groups: bool) -> list[Stretch]:
        """Days on which one of these factions held or may have held a city, by city and day.

        `with_groups` counts what the groups held that were part of them, on the days on which they
        were. Stretches of a city never overlap, and adjacent ones differ in their certainty.
        """
        with connection.cursor() as cursor:
            cursor.execute(STRETCHES, {"factions": list(factions), "with_groups": with_groups})
            rows = cursor.fetchall()
        return [Stretch(city, first, before(end), certain) for city, first, end, certain in rows]


def before(end: date | None) -> date | None:
    """The last day of a range whose end is exclusive."""
    return end - timedelta(days=1) if end else None
