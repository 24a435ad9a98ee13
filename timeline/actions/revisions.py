"""Writing the history: a numbered snapshot with who, when and why."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db import connection, models
from django.db.models import Max

from timeline.actions.conflicts import latest
from timeline.models import Article, City, Event, Faction, Revision, User

# What follows from other rows: recomputing it is no change of the record.
DERIVED = {
    *("entry_key", "grade_by_rule", "faction_ids", "faction_ids_with_groups"),
    *("outlet_ids", "words", "search", "called_in"),
}

BLOCK = 2000  # events whose revisions are written together


def record(
    subject: models.Model,
    change: Revision.Change,
    *,
    by: User | None,
    note: str = "",
    public: bool = False,
    told: Mapping[str, Any] | None = None,
) -> Revision:
    """Adds the next revision of the subject, with its state as it is now.

    `told` joins that state: what the change did that no column holds.
    """
    return Revision.objects.create(
        subject_kind=str(subject._meta.model_name),
        subject_id=subject.pk,
        number=latest(subject) + 1,
        change=change,
        snapshot=snapshot(subject) | dict(told or {}),
        by=by,
        note=note,
        public=public,
    )


def record_events(events: Collection[int], *, by: User | None, note: str) -> None:
    """Adds the next revision of each: corrected if it is published, else changed; none is public.

    A few queries for every `BLOCK` of them, so that a change of very many is soon over.
    """
    numbers = sorted(events)
    for start in range(0, len(numbers), BLOCK):
        block = numbers[start : start + BLOCK]
        last = Revision.objects.last_numbers("event", block)
        rows = Event.objects.filter(pk__in=block).prefetch_related(
            "participations", "citations__figures"
        )
        change = Revision.Change
        Revision.objects.bulk_create(
            Revision(
                subject_kind="event",
                subject_id=event.pk,
                number=last.get(event.pk, 0) + 1,
                change=change.CORRECTED if event.is_published else change.CHANGED,
                snapshot=state(event),
                by=by,
                note=note,
            )
            for event in rows.order_by("pk")
        )


def snapshot(subject: models.Model) -> dict[str, Any]:
    """The row as it is stored, and the rows that belong to it, as plain values.

    These are of an event its participations, citations and figures, of a city and a faction the
    spellings, of a faction also its allegiances. Of an article it is the number of its newest text.
    """
    rows = subject._meta.model._default_manager.filter(pk=subject.pk)
    if isinstance(subject, Event):
        rows = rows.prefetch_related("citations__figures")
    return state(rows.get())


def state(stored: models.Model) -> dict[str, Any]:
    """The snapshot of a row that was just read."""
    found = columns(stored)
    if isinstance(stored, Event):
        found["participations"] = all_columns(stored.participations.all())
        found["citations"] = [
            columns(row) | {"figures": all_columns(row.figures.all())}
            for row in stored.citations.all()
        ]
    if isinstance(stored, Article):
        found["text"] = stored.texts.aggregate(newest=Max("number"))["newest"]
    if isinstance(stored, City | Faction):
        found["names"] = all_columns(stored.names.all())
    if isinstance(stored, Faction):
        found["allegiances"] = all_columns(stored.allegiances.all())
    return found


def all_columns(rows: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [columns(row) for row in rows]


def columns(row: models.Model) -> dict[str, Any]:
    """Stored columns by name; foreign keys as numbers, none that is derived or generated."""
    return {
        field.attname: plain(field.value_from_object(row))
        for field in row._meta.concrete_fields
        if not field.generated and field.name not in DERIVED
    }


def plain(value: Any) -> Any:
    return str(value) if type(value).__name__ == "Country" else value


def check_promises() -> None:
    """Has the database check now what it would check at the end; raises IntegrityError."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
