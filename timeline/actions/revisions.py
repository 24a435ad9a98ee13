"""Writing the history: a numbered snapshot with who, when and why."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, models
from django.db.models import Max

from timeline.actions.conflicts import latest
from timeline.models import Article, City, Event, Faction, Revision, User

# What follows from other rows: recomputing it is no change of the record.
DERIVED = {
    *("entry_key", "grade_by_rule", "faction_ids", "faction_ids_with_groups"),
    *("outlet_ids", "words", "search"),
}


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


def snapshot(subject: models.Model) -> dict[str, Any]:
    """The row as it is stored, and the rows that belong to it, as plain values.

    These are of an event its participations, citations and figures, of a city and a faction the
    spellings, of a faction also its allegiances. Of an article it is the number of its newest text.
    """
    stored = subject._meta.model._default_manager.get(pk=subject.pk)
    state = columns(stored)
    if isinstance(stored, Event):
        state["participations"] = all_columns(stored.participations.all())
        state["citations"] = [
            columns(row) | {"figures": all_columns(row.figures.all())}
            for row in stored.citations.prefetch_related("figures")
        ]
    if isinstance(stored, Article):
        state["text"] = stored.texts.aggregate(newest=Max("number"))["newest"]
    if isinstance(stored, City | Faction):
        state["names"] = all_columns(stored.names.all())
    if isinstance(stored, Faction):
        state["allegiances"] = all_columns(stored.allegiances.all())
    return state


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
