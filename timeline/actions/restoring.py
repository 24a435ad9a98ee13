"""Bringing back an earlier state of an event, as a new correction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from timeline.actions import anchoring, comparing, events, permits
from timeline.models import (
    Article,
    ArticleText,
    Citation,
    City,
    Event,
    Faction,
    Figure,
    Participation,
    Revision,
    User,
)
from timeline.models.vocabulary import Status

M = TypeVar("M", bound=models.Model)
State = dict[str, Any]
REFERRED: dict[str, type[models.Model]] = {
    "city_id": City,
    "parent_id": Event,
    "faction_id": Faction,
    "claimant_faction_id": Faction,
    "article_id": Article,
    "text_id": ArticleText,
}


@transaction.atomic
def restore(event: Event, revision: Revision, *, by: User, note: str, public: bool = True) -> None:
    """Gives the event, with its factions and citations, the state it had at this revision.

    What is published is corrected by it, shown to readers or not; what is not is changed. Status
    and stamps stay, quotations follow the newest text of their article, and what was merged since
    is the thing it was merged into. Raises ValidationError where something in that state is gone
    for good, where the event is withdrawn, or where there is no reason.
    """
    wait_for_wholes(revision)
    status = events.status_held(event)
    if status == Status.WITHDRAWN:
        raise ValidationError(_("What is withdrawn stays withdrawn."))
    permits.demand_edit(by, event)
    reason = events.reason_given(note)
    demand_state_of(event, revision)
    state = with_present_numbers(revision.snapshot)
    if state["parent_id"] == event.pk:
        state["parent_id"] = None  # what it was a part of was merged into it
    if state["parent_id"] not in (None, event.parent_id):
        comparing.refuse_circle(event, Event.objects.get(pk=state["parent_id"]))
    anchoring.hold_texts_of(event)
    bring_back_columns(event, state)
    bring_back_rows(event, state)
    anchoring.follow_newest(event)
    if status == Status.PUBLISHED:
        events.correct(event, by=by, note=reason, public=public)
    else:
        events.changed(event, by=by, note=reason)


def wait_for_wholes(revision: Revision) -> None:
    """Waits, before any event is held, for whoever makes one a part of another."""
    if revision.snapshot.get("parent_id"):
        comparing.one_at_a_time()


def demand_state_of(event: Event, revision: Revision) -> None:
    if not Revision.objects.of(event).filter(pk=revision.pk).exists():
        raise ValidationError(_("This is no earlier state of this event."))


def bring_back_columns(event: Event, state: State) -> None:
    event.refresh_from_db()
    fill(event, state, [field for field in event._meta.concrete_fields if is_entered(field)])
    event.save()


def is_entered(field: models.Field[Any, Any]) -> bool:
    """Columns of what happened; not who entered it, when it was published, what is derived."""
    if field.generated or field.primary_key:
        return False
    return field.editable or field.name == "date_rule"


def bring_back_rows(event: Event, state: State) -> None:
    """Replaces factions and citations by those of the state, under the numbers they had.

    A number that something else has by now, after a merge for instance, is not taken away.
    """
    event.participations.all().delete()
    event.citations.all().delete()
    parties = made(Participation, once(state["participations"], "faction_id", "role"), event=event)
    Participation.objects.bulk_create(parties)
    accounts = once(state["citations"], "text_id", "start")
    for account, citation in zip(accounts, made(Citation, accounts, event=event), strict=True):
        citation.save(force_insert=True)
        Figure.objects.bulk_create(made(Figure, account["figures"], citation=citation))


def once(rows: list[State], *columns: str) -> list[State]:
    """The rows without those that are the same in these columns since two things were merged."""
    seen, left = set(), []
    for row in rows:
        key = tuple(row[column] for column in columns)
        if None in key or key not in seen:
            left.append(row)
        seen.add(key)
    return left


def made(model: type[M], rows: list[State], **owner: models.Model) -> list[M]:
    numbers = [row["id"] for row in rows]
    taken = set(model._default_manager.filter(pk__in=numbers).values_list("pk", flat=True))
    found = []
    for row in rows:
        one = model(**owner, **({} if row["id"] in taken else {"pk": row["id"]}))
        fill(one, row, model._meta.concrete_fields, leave=owner)
        found.append(one)
    return found


def fill(
    row: models.Model,
    state: State,
    fields: Iterable[models.Field[Any, Any]],
    *,
    leave: Iterable[str] = (),
) -> None:
    """Sets the columns that the state has; one that was added to the table later stays."""
    for field in fields:
        kept = field.primary_key or field.generated or field.name in leave
        if not kept and field.attname in state:
            setattr(row, field.attname, field.to_python(state[field.attname]))


def with_present_numbers(state: State) -> State:
    """The state with the numbers by which what it refers to is known now."""
    moved = dict(state)
    for name, value in state.items():
        if isinstance(value, list):
            moved[name] = [with_present_numbers(row) for row in value]
    for name, model in REFERRED.items():
        if state.get(name) is not None:
            moved[name] = present(model, state[name])
    return moved


def present(model: type[models.Model], number: int) -> int:
    """The number itself, or that of what it was merged into; raises ValidationError if neither."""
    seen: set[int] = set()
    while number not in seen:
        seen.add(number)
        last = Revision.objects.of(model(pk=number)).order_by("number").last()
        number = last.snapshot.get("merged_into", number) if last else number
    if not model._default_manager.filter(pk=number).exists():
        raise ValidationError(
            _("This state cannot be brought back: %(what)s in it is gone.")
            % {"what": named(model, last)}
        )
    return number


def named(model: type[models.Model], last: Revision | None) -> str:
    state = last.snapshot if last else {}
    name = state.get("name") or state.get("title") or state.get("headline")
    return f"“{name}”" if name else str(model._meta.verbose_name)
