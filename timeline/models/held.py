"""How many events fall into the days on which each faction held a city: counted in one query."""

# As in `models.control_asked`, for every faction at once: `sure` are the days on which all links of
# a chain of `part_of` held for certain. An event meets all days of a holder in its city at once,
# and so counts once.
PER_HOLDER = """
WITH RECURSIVE belonging (whole, part, days, sure) AS (
    SELECT f.id, f.id, '(,)'::daterange, '(,)'::daterange FROM timeline_faction f
  UNION
    SELECT a.other_id, b.part, b.days * a.days, b.sure * {surely}
    FROM timeline_allegiance a JOIN belonging b ON b.whole = a.faction_id
    WHERE %s AND a.relation = 'part_of' AND a.days && b.days
), held (faction, city, days) AS (
    SELECT b.whole, s.city_id, range_agg({days})
    FROM timeline_controlspan s
    CROSS JOIN unnest(s.holders || s.coming) AS holder (id)
    JOIN belonging b ON b.part = holder.id AND b.days && s.during
    GROUP BY b.whole, s.city_id
)
SELECT held.faction, count(*) FROM held JOIN ({asked}) AS asked
  ON asked.city = held.city AND asked.days {within} held.days
GROUP BY held.faction
"""
POSSIBLY = {"days": "s.during * b.days", "within": "&&"}
CERTAINLY = {
    "days": "CASE WHEN s.state = 'held' THEN s.during * b.sure ELSE 'empty' END",
    "within": "<@",
}
