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

# What the factions belonged to, and on which days: every link of the chain of `part_of` held then.
# A group counts where days of belonging to it and those of the event meet.
NAMED = """
WITH RECURSIVE belonging (part, whole, days) AS (
    SELECT DISTINCT p.faction_id, p.faction_id, daterange(NULL, NULL)
    FROM timeline_participation p WHERE p.event_id = ANY(%(events)s)
  UNION
    SELECT b.part, a.other_id, b.days * a.days
    FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.whole AND a.relation = 'part_of' AND a.days && b.days
), named AS (
    SELECT event_id, array_agg(DISTINCT faction_id) AS ids FROM timeline_participation
    WHERE event_id = ANY(%(events)s) GROUP BY event_id
), groups AS (
    SELECT p.event_id, array_agg(DISTINCT b.whole) AS ids
    FROM timeline_participation p JOIN timeline_event e ON e.id = p.event_id
    JOIN belonging b ON b.part = p.faction_id AND b.days && e.days
    WHERE p.event_id = ANY(%(events)s) GROUP BY p.event_id
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
# The same where only allegiances changed, and the factions that the events name are as they were.
GROUPS = """
WITH RECURSIVE belonging (part, whole, days) AS (
    SELECT id, id, daterange(NULL, NULL) FROM timeline_faction
  UNION
    SELECT b.part, a.other_id, b.days * a.days
    FROM belonging b JOIN timeline_allegiance a
      ON a.faction_id = b.whole AND a.relation = 'part_of' AND a.days && b.days
), now AS (
    SELECT e.id, array_agg(DISTINCT b.whole) AS ids
    FROM timeline_event e CROSS JOIN unnest(e.faction_ids) AS named (id)
    JOIN belonging b ON b.part = named.id AND b.days && e.days
    WHERE e.faction_ids && %(factions)s::bigint[]
    GROUP BY e.id
)
UPDATE timeline_event e SET faction_ids_with_groups = now.ids
FROM now WHERE now.id = e.id AND e.faction_ids_with_groups IS DISTINCT FROM now.ids
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
# Words that a faction is also called from now on, beside those that its events are found by.
ALSO = f"""
UPDATE timeline_event SET search = search || to_tsvector('{CONFIG}', %(words)s)
WHERE faction_ids && ARRAY[%(faction)s]::bigint[]
"""  # noqa: S608 - the only thing put in is a constant


def refresh(events: Collection[int], *, words: bool = False) -> None:
    """Brings the reading columns of these events up to date.

    `words=True` also folds headline, summary, locality and quotations anew, which only a change
    of the events themselves asks for; a change of names leaves them as they are.
    Only what differs is written: nobody who saves another event has to wait.
    """
    if words:
        refold(events)
    with connection.cursor() as cursor:
        cursor.execute(NAMED, {"events": list(events)})
        cursor.execute(SEARCH, {"events": list(events)})


def regroup(factions: Collection[int]) -> None:
    """Brings the groups up to date that events naming one of these factions count for.

    For when allegiances changed and nothing else. 100,000 events take some seconds: nothing of
    them but their groups is looked at.
    """
    with connection.cursor() as cursor:
        cursor.execute(GROUPS, {"factions": list(factions)})


def also_called(faction: int, spellings: Collection[str]) -> None:
    """Has the events that name the faction be found by these spellings, in folded form, too.

    Adds to what there is: many times faster than reading all words of an event anew.
    """
    if spellings:
        with connection.cursor() as cursor:
            cursor.execute(ALSO, {"words": " ".join(sorted(spellings)), "faction": faction})


def refold(events: Collection[int]) -> None:
    rows = list(Event.objects.filter(pk__in=events).prefetch_related("citations"))
    for event in rows:
        quotations = [citation.quotation for citation in event.citations.all()]
        parts = [event.headline, event.summary, event.locality, *quotations]
        event.words = " ".join(fold(part) for part in parts if part)[:MOST_SEARCHED]
    Event.objects.bulk_update(rows, ["words"], batch_size=1000)
