"""In how many events factions stood on the same side as one of them, and in how many not."""

from __future__ import annotations

from typing import NamedTuple

from timeline.models.vocabulary import KINDS_OF, Family, Role

FOUGHT = [
    kind
    for family in (Family.CONTROL, Family.FIGHTING, Family.CIVILIANS)
    for kind in KINDS_OF[family]
]
# The side of a role, where an editor gave none; who supports or takes part may stand on either.
SIDES = {
    1: [Role.ATTACKER, Role.CAPTOR, Role.PERPETRATOR],
    2: [Role.DEFENDER, Role.FORMER_HOLDER, Role.TARGET, Role.VICTIM],
}
# Groups count as they do for `involving`: on days on which they may have belonged.
BESIDE_AND_AGAINST = """
WITH RECURSIVE belonging (part, whole, days) AS (
    SELECT f.id, f.id, '(,)'::daterange FROM timeline_faction f
  UNION
    SELECT b.part, a.other_id, b.days * a.days FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.whole AND a.relation = 'part_of' AND a.days && b.days
), asked AS ({asked}), standing AS (
    SELECT DISTINCT asked.id, b.whole AS faction, coalesce(p.side, CASE
        WHEN p.role = ANY(%s) THEN 1 WHEN p.role = ANY(%s) THEN 2 END) AS side
    FROM asked JOIN timeline_participation p ON p.event_id = asked.id
    JOIN belonging b ON b.part = p.faction_id AND b.days && asked.days
)
SELECT other.faction,
    count(DISTINCT other.id) FILTER (WHERE other.side = own.side),
    count(DISTINCT other.id) FILTER (WHERE other.side <> own.side)
FROM standing own JOIN standing other ON other.id = own.id
WHERE own.faction = %s AND other.faction <> own.faction
GROUP BY other.faction
"""


class Sides(NamedTuple):
    """Numbers of events: on the same side, and on opposite ones; one may count as both."""

    beside: int
    against: int
