"""When a city was held by a faction, or by a group while it belonged to that faction."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db import connection

# `whole` held the city on these days: as a holder itself, or through a chain of `part_of` whose
# links all held then. Who is just taking a city holds it possibly.
STRETCHES = """
WITH RECURSIVE belonging (whole, part, days) AS (
    SELECT f.id, f.id, daterange(NULL, NULL) FROM timeline_faction f
  UNION
    SELECT a.other_id, b.part, b.days * a.days
    FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.whole AND a.relation = 'part_of' AND a.days && b.days
    WHERE %s
), stretch (faction, city, days, certain) AS (
    SELECT b.whole, s.city_id, s.during * b.days, s.state = 'held'
    FROM timeline_controlspan s
    CROSS JOIN unnest(s.holders || s.coming) AS holder (id)
    JOIN belonging b ON b.part = holder.id AND b.days && s.during
)
"""
STRETCHES_OF = f"""{STRETCHES}
SELECT city, lower(days), upper(days) - 1, certain FROM (
    SELECT city, unnest(range_agg(days)) AS days, certain FROM stretch
    WHERE faction = ANY(%s) GROUP BY city, certain
) AS merged ORDER BY city, days, certain
"""  # noqa: S608 - the only thing put in is a constant
# Each event meets all days of a holder in its city at once, and so counts once.
PER_HOLDER = f"""{STRETCHES}, held (faction, city, days) AS (
    SELECT faction, city, range_agg(days) FROM stretch
    WHERE certain OR NOT %s GROUP BY faction, city
)
SELECT held.faction, count(*) FROM held JOIN ({{asked}}) AS asked
  ON asked.city = held.city AND asked.days {{within}} held.days
GROUP BY held.faction
"""  # noqa: S608 - what is put in later is a QuerySet's own query


class Stretch(NamedTuple):
    """Days on which a city was held, inclusive, None open; certain where nobody else had a claim.

    Stretches of one city and the same certainty neither overlap nor meet.
    """

    city: int
    first: date | None
    last: date | None
    certain: bool


def stretches_of(factions: Collection[int], *, with_groups: bool = True) -> list[Stretch]:
    """When and where one of the factions held a city, with its groups unless told otherwise."""
    with connection.cursor() as cursor:
        cursor.execute(STRETCHES_OF, [with_groups, list(factions)])
        return [Stretch(*row) for row in cursor.fetchall()]
