"""The demonstration's events: from the file's words to rows, and through the life of an event."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from timeline import dates
from timeline.actions import control, events
from timeline.actions.revisions import columns
from timeline.importers.demo.accounts import Desk
from timeline.importers.demo.files import Account, Correction, Happening, Reference
from timeline.importers.demo.removal import purge
from timeline.models import (
    Article,
    Citation,
    City,
    Dataset,
    Event,
    Faction,
    Figure,
    Participation,
    Revision,
)
from timeline.models.vocabulary import Status

# What the database or the actions decide, and the file does not say.
DECIDED = {
    *("id", "slug", "event_id", "citation_id", "text_id", "prefix", "suffix", "start"),
    *("status", "entered_at", "entered_by_id", "published_at", "changed_at", "grade"),
}
LIFE = [Status.DRAFT, Status.SUBMITTED, Status.PUBLISHED, Status.WITHDRAWN]


@dataclass(frozen=True)
class World:
    """What events refer to, by address or key."""

    dataset: Dataset
    desk: Desk
    cities: dict[str, City]
    factions: dict[str, Faction]
    articles: dict[str, Article]
    events: dict[str, Event]  # those brought so far and, from an earlier time, those yet to be


class Story(NamedTuple):
    """An event with its rows, saved or not."""

    event: Event
    participations: list[Participation]
    accounts: list[tuple[Citation, list[Figure]]]

    @classmethod
    def kept(cls, event: Event) -> Story:
        return cls(
            event,
            list(event.participations.all()),
            [(citation, list(citation.figures.all())) for citation in event.citations.all()],
        )

    def content(self) -> list[Any]:
        """Everything that a file decides, as plain values to compare."""
        return [
            decided(self.event),
            [decided(row) for row in self.participations],
            [(decided(row), [decided(figure) for figure in own]) for row, own in self.accounts],
        ]

    def save(self) -> None:
        """Writes the rows in place of those that the event had."""
        if not self.event._state.adding:
            Participation.objects.filter(event=self.event).delete()
            Citation.objects.filter(event=self.event).delete()
        self.event.save()
        for row in self.participations:
            row.event = self.event
        Participation.objects.bulk_create(self.participations)
        for citation, figures in self.accounts:
            citation.event = self.event
            events.place_quotation(citation)
            citation.save()
            for figure in figures:
                figure.citation = citation
        Figure.objects.bulk_create(figure for _row, figures in self.accounts for figure in figures)


def decided(row: models.Model) -> dict[str, Any]:
    return {name: value for name, value in columns(row).items() if name not in DECIDED}


def kept_events(dataset: Dataset) -> dict[str, Event]:
    """The events that were loaded before, by key, with their rows at hand."""
    rows = Event.objects.filter(dataset=dataset)
    loaded = rows.prefetch_related("participations", "citations__figures")
    return {event.external_id: event for event in loaded}


def bring_event(happening: Happening, world: World) -> str:
    """Brings one event to what the file says of it: "added", "changed" or "unchanged"."""
    key = happening["key"]
    kept = world.events.get(key)
    if kept and not reachable(kept, happening, world):
        purge([kept.pk])
        control.follow([kept.pk])
        kept = None
    if kept is None:
        world.events[key] = enter(happening, world)
        return "added"
    changed = change(kept, happening, world)
    moved = move(kept, happening, world)
    return "changed" if changed or moved else "unchanged"


def reachable(kept: Event, happening: Happening, world: World) -> bool:
    """Whether actions lead from the kept state to the file's: none leads back, or past the end."""
    if kept.status == Status.WITHDRAWN and differs(kept, happening, world):
        return False
    return stage(kept.status) <= stage(happening["status"])


def stage(status: str) -> int:
    """How far through its life an event of this status is."""
    return LIFE.index(Status(status))


def differs(kept: Event, happening: Happening, world: World) -> bool:
    return Story.kept(kept).content() != story(happening, world).content()


def enter(happening: Happening, world: World) -> Event:
    """Enters the event as it was before its corrections, then corrects it step by step."""
    corrections = happening["corrections"]
    first = story(happening, world, before=corrections)
    first.save()
    events.entered(first.event, by=world.desk.reporter)
    move(first.event, happening, world, corrections=corrections)
    return first.event


def move(
    event: Event, happening: Happening, world: World, *, corrections: list[Correction] | None = None
) -> bool:
    """Takes the event on through its life, up to the status in the file."""
    start, goal, desk = stage(event.status), stage(happening["status"]), world.desk
    if start < stage(Status.SUBMITTED) <= goal:
        events.submit(event, by=desk.reporter)
    if start < stage(Status.PUBLISHED) <= goal:
        events.publish(event, by=desk.editor)
        correct(event, happening, world, corrections or [])
    if start < stage(Status.WITHDRAWN) <= goal:
        events.withdraw(event, by=desk.editor, note=happening["withdrawn_reason"])
    return start < goal


def correct(
    event: Event, happening: Happening, world: World, corrections: list[Correction]
) -> None:
    for number, correction in enumerate(corrections, start=1):
        story(happening, world, before=corrections[number:], event=event).save()
        events.correct(
            event, by=world.desk.editor, note=correction["note"], public=correction["public"]
        )


def change(kept: Event, happening: Happening, world: World) -> bool:
    """Brings what is there to the file's state, for the reason of a new correction in it."""
    if not differs(kept, happening, world):
        return False
    story(happening, world, event=kept).save()
    if not kept.is_published:
        events.changed(kept, by=world.desk.editor)
        return True
    given = set(Revision.objects.of(kept).values_list("note", flat=True))
    new = [entry for entry in happening["corrections"] if entry["note"] not in given]
    note = new[-1]["note"] if new else _("Brought to the state of the files.")
    public = bool(new) and new[-1]["public"]
    events.correct(kept, by=world.desk.editor, note=note, public=public)
    return True


def story(
    happening: Happening,
    world: World,
    *,
    before: list[Correction] | None = None,
    event: Event | None = None,
) -> Story:
    """The rows as the file tells them, or as they stood `before` these corrections."""
    event = event or Event(
        dataset=world.dataset, external_id=happening["key"], entered_by=world.desk.reporter
    )
    fill(event, happening, world)
    for correction in reversed(before or []):
        for name, value in correction["before"].items():
            setattr(event, "when" if name == "date" else name, past(name, value))
    participations = [
        Participation(
            faction=world.factions[part["faction"]],
            role=part["role"],
            side=part["side"],
            basis=part["basis"],
        )
        for part in happening["participations"]
    ]
    return Story(
        event, participations, [account(entry, event, world) for entry in happening["citations"]]
    )


def past(name: str, value: Any) -> Any:
    return dates.from_edtf(value) if name == "date" else value


def fill(event: Event, happening: Happening, world: World) -> None:
    for name in ("headline", "summary", "kind", "locality", "place_precision", "graphic"):
        setattr(event, name, happening[name])
    event.city = world.cities[happening["city"]] if happening["city"] else None
    event.parent = world.events[happening["parent"]] if happening["parent"] else None
    event.grade_reason = happening["grade_reason"]
    event.grade_set = happening["grade"] if event.grade_reason else ""
    event.reference = reference(happening["reference"])
    event.read_on = world.articles[happening["date"]["read_in"]].published_on
    event.when = when(happening, event.read_on)


def when(happening: Happening, published: date) -> dates.When:
    """The words and their rule as they are read, the bounds and marks of the file's EDTF."""
    printed = happening["date"]["printed"]
    as_read = dates.read(printed, published=published)
    return replace(
        dates.from_edtf(happening["date"]["edtf"]),
        phrase=printed,
        precision=as_read.precision,
        rule=as_read.rule,
    )


def account(entry: Account, event: Event, world: World) -> tuple[Citation, list[Figure]]:
    claimant = entry["claimant"]
    article = world.articles[entry["dispatch"]]
    citation = Citation(
        article=article,
        quotation=entry["quotation"],
        claimant_words=claimant["words"],
        claimant_kind=claimant["kind"],
        claimant_faction=world.factions[claimant["faction"]] if claimant["faction"] else None,
        stance=entry["stance"],
    )
    if entry["printed_date"]:
        own = dates.read(entry["printed_date"], published=article.published_on)
        if (own.earliest, own.latest) != (event.earliest, event.latest):
            citation.when, citation.read_on = own, article.published_on
    return citation, [Figure(**figure) for figure in entry["figures"]]


def reference(given: Reference) -> str:
    if "ucdp" in given:
        return f"UCDP GED, Uppsala University, row {given['ucdp']}"
    words = f"{given['work']}, {given['publisher']}, {given['year']}"
    return words if given.get("reread") else f"{words} (not re-read)"
