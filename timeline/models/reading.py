"""Columns of events that exist for reading only: factions with their groups, outlets, words.

They follow from other rows. Actions call `refresh` in the transaction that changed those rows;
recomputing them is not a change of the record and writes no revision.
"""

from collections.abc import Collection

from django.db import connection

from timeline.models.event import Event
from timeline.models.search import CONFIG
from timeline.names import fold

MOST_SEARCHED = 200_000  # characters; PostgreSQL refuses a search vector of more than a megabyte

# A group counts where every link of the chain of `part_of`, and the event, have a day in common.
GROUPS = """
WITH RECURSIVE belonging (event_id, faction_id, days) AS (
    SELECT DISTINCT e.id, p.faction_id, e.days
    FROM timeline_event e JOIN timeline_participation p ON p.event_id = e.id
    WHERE e.id = ANY(%(events)s)
  UNION
    SELECT b.event_id, a.other_id, b.days * a.days
    FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.faction_id AND a.relation = 'part_of' AND a.days && b.days
), groups AS (
    SELECT event_id, array_agg(DISTINCT faction_id) AS ids FROM belonging GROUP BY event_id
), named AS (
    SELECT event_id, array_agg(DISTINCT faction_id) AS ids FROM timeline_participation
    WHERE event_id = ANY(%(events)s) GROUP BY event_id
), printed AS (
    SELECT c.event_id, array_agg(DISTINCT a.outlet_id) AS ids
    FROM timeline_citation c JOIN timeline_article a ON a.id = c.article_id
    WHERE c.event_id = ANY(%(events)s) GROUP BY c.event_id
), now AS (
    SELECT e.id, coalesce(named.ids, '{}') AS named, coalesce(groups.ids, '{}') AS groups,
        coalesce(printed.ids, '{}') AS printed
    FROM timeline_event e
    LEFT JOIN named ON named.event_id = e.id
    LEFT JOIN groups ON groups.event_id = e.id
    LEFT JOIN printed ON printed.event_id = e.id
    WHERE e.id = ANY(%(events)s)
)
UPDATE timeline_event e SET
    faction_ids = now.named, faction_ids_with_groups = now.groups, outlet_ids = now.printed
FROM now WHERE now.id = e.id AND (e.faction_ids, e.faction_ids_with_groups, e.outlet_ids)
    IS DISTINCT FROM (now.named, now.groups, now.printed)
"""

SEARCH = f"""
WITH now AS (
    SELECT e.id, to_tsvector('{CONFIG}', concat_ws(' ', e.words,
        (SELECT string_agg(n.folded, ' ') FROM timeline_cityname n WHERE n.city_id = e.city_id),
        (SELECT c.sort_key FROM timeline_city c WHERE c.id = e.city_id),
        (SELECT string_agg(n.folded, ' ') FROM timeline_factionname n
          WHERE n.faction_id = ANY(e.faction_ids)),
        (SELECT string_agg(f.sort_key, ' ') FROM timeline_faction f
          WHERE f.id = ANY(e.faction_ids)))) AS search
    FROM timeline_event e WHERE e.id = ANY(%(events)s)
)
UPDATE timeline_event e SET search = now.search
FROM now WHERE now.id = e.id AND e.search IS DISTINCT FROM now.search
"""  # noqa: S608 - the only thing put in is a constant


def refresh(events: Collection[int], *, words: bool = False) -> None:
    """Brings the reading columns of these events up to date.

    `words=True` also folds headline, summary, locality and quotations anew, which only a change
    of the events themselves asks for; a change of names or allegiances leaves them as they are.
    Only what differs is written: nobody who saves another event has to wait.
    """
    if words:
        refold(events)
    with connection.cursor() as cursor:
        cursor.execute(GROUPS, {"events": list(events)})
        cursor.execute(SEARCH, {"events": list(events)})


def refold(events: Collection[int]) -> None:
    rows = list(Event.objects.filter(pk__in=events).prefetch_related("citations"))
    for event in rows:
        quotations = [citation.quotation for citation in event.citations.all()]
        parts = [event.headline, event.summary, event.locality, *quotations]
        event.words = " ".join(fold(part) for part in parts if part)[:MOST_SEARCHED]
    Event.objects.bulk_update(rows, ["words"], batch_size=1000)
