"""Taking events from an article: begun from its words, or changed as it tells them.

One transaction each; what is refused leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from timeline.actions import anchoring, conflicts, events, permits
from timeline.models import Citation, Event, Faction, Figure, Participation, User


class Part(NamedTuple):
    """A faction in an event, with codes of `Role` and `Basis`."""

    faction: Faction
    role: str
    basis: str


class TakenAlready(ValidationError):  # noqa: N818 - what happened, in a word
    """The form that this came with was sent before, and made `event`."""

    def __init__(self, event: Event) -> None:
        super().__init__(_("This was saved already."), code="taken_already")
        self.event = event


@transaction.atomic
def start_from_quote(
    event: Event,
    citation: Citation,
    *,
    parts: Iterable[Part],
    figures: Sequence[Figure],
    by: User,
    near: int | None = None,
) -> None:
    """A new draft from words of an article: event, factions, the citation and its figures.

    `near` is the offset at which the words were selected. The event's `entry_key` is that of the
    form: raises TakenAlready if an event with that key exists, also if it came into being at this
    very moment.
    """
    permits.demand(by, "add_event")
    demand_new(event)
    try:
        with transaction.atomic():
            event.save()
    except IntegrityError:
        demand_new(event)
        raise
    write(event, citation, parts=parts, figures=figures, near=near)
    events.entered(event, by=by)


@transaction.atomic
def change_as_told(
    event: Event,
    citation: Citation,
    *,
    parts: Iterable[Part],
    figures: Sequence[Figure],
    by: User,
    seen: int,
    near: int | None = None,
    note: str = "",
    public: bool = True,
) -> None:
    """An event was changed beside one of its articles; what is published is corrected.

    `seen` is the number of the revision that was looked at: raises `conflicts.ChangedMeanwhile`
    if there are later ones. `note` and `public` are for a correction.
    """
    conflicts.demand_unchanged(event, seen=seen)
    permits.demand_edit(by, event)
    event.save()
    write(event, citation, parts=parts, figures=figures, near=near)
    if event.is_published:
        events.correct(event, by=by, note=note, public=public)
    else:
        events.changed(event, by=by)


def demand_new(event: Event) -> None:
    entered = Event.objects.filter(entry_key=event.entry_key) if event.entry_key else None
    if entered and (already := entered.first()):
        raise TakenAlready(already)


def write(
    event: Event,
    citation: Citation,
    *,
    parts: Iterable[Part],
    figures: Sequence[Figure],
    near: int | None,
) -> None:
    """The rows of the event as this article tells it. Rows that stay keep their numbers."""
    write_parts(event, parts)
    citation.event = event
    place(citation, near=near)
    citation.save()
    write_figures(citation, figures)


def place(citation: Citation, *, near: int | None = None) -> None:
    """Fills in where the quotation stands in the newest text: at `near`, or nearest to it.

    What was not changed stays where it stands by now. Raises ValidationError as
    `events.place_quotation` does.
    """
    if stands_as_before(citation):
        anchoring.keep_place(citation)
    else:
        events.place_quotation(citation, near=near)


def stands_as_before(citation: Citation) -> bool:
    if citation.pk is None or citation.text_id is None:
        return False
    stored = Citation.objects.filter(pk=citation.pk).values_list("quotation", flat=True).first()
    return bool(stored == citation.quotation)


def write_parts(event: Event, parts: Iterable[Part]) -> None:
    """Rows of a faction that stays are kept, with role and basis given now; others come and go."""
    rows = list(event.participations.all())
    given = list(parts)
    # Whoever keeps its role keeps its row; only then do others of the same faction get one.
    for part in sorted(given, key=lambda part: not any(is_as(row, part) for row in rows)):
        same = [row for row in rows if row.faction_id == part.faction.pk]
        row = next((row for row in same if is_as(row, part)), same[0] if same else None)
        if row is None:
            row = Participation(event=event, faction=part.faction)
        else:
            rows.remove(row)
        if row.pk is None or (row.role, row.basis) != (part.role, part.basis):
            row.role, row.basis = part.role, part.basis
            row.save()
    forget(rows)


def is_as(row: Participation, part: Part) -> bool:
    return (row.faction_id, row.role) == (part.faction.pk, part.role)


def write_figures(citation: Citation, figures: Iterable[Figure]) -> None:
    """Those with the same words stay, with the numbers given now; others come and go."""
    kept = {(row.measure, row.whom, row.printed): row for row in citation.figures.all()}
    for figure in figures:
        row = kept.pop((figure.measure, figure.whom, figure.printed), None) or figure
        if row.pk is None or (row.low, row.high) != (figure.low, figure.high):
            row.citation, row.low, row.high = citation, figure.low, figure.high
            row.save()
    forget(kept.values())


def forget(rows: Iterable[models.Model]) -> None:
    for row in rows:
        row.delete()
