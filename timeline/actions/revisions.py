"""Writing the history: a numbered snapshot with who, when and why."""

from typing import Any

from django.db import connection, models
from django.db.models import Max

from timeline.models import Citation, Event, Figure, Participation, Revision, User

DERIVED = {"faction_ids", "faction_ids_with_groups", "outlet_ids", "words", "search"}


def record(
    subject: models.Model,
    change: Revision.Change,
    *,
    by: User | None,
    note: str = "",
    public: bool = False,
) -> Revision:
    """Adds the next revision of the subject, with its state as it is now."""
    last = Revision.objects.of(subject).aggregate(last=Max("number"))["last"] or 0
    return Revision.objects.create(
        subject_kind=str(subject._meta.model_name),
        subject_id=subject.pk,
        number=last + 1,
        change=change,
        snapshot=snapshot(subject),
        by=by,
        note=note,
        public=public,
    )


def snapshot(subject: models.Model) -> dict[str, Any]:
    """The row and, of an event, its participations, citations and figures, as plain values."""
    state = columns(subject)
    if isinstance(subject, Event):
        state["participations"] = [
            columns(row) for row in Participation.objects.filter(event=subject)
        ]
        state["citations"] = [
            columns(row) | {"figures": [columns(f) for f in Figure.objects.filter(citation=row)]}
            for row in Citation.objects.filter(event=subject)
        ]
    return state


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
