"""What readers are told of changes to the record: which, when, why, and what they changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from timeline.differences import Difference, Names, differences, names_in
from timeline.models import City, Event, Faction, Revision
from timeline.models.events_asked import FOR_ASKING
from timeline.models.revision import RevisionQuerySet

PAGE = 50
Change = Revision.Change
LISTED = (Change.PUBLISHED, Change.CORRECTED, Change.WITHDRAWN, Change.MERGED)
TELLING = {Change.CORRECTED, Change.MERGED}  # the others change nothing that readers saw before
Subject = Event | City | Faction
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One change. Without a subject what it was about is gone, and `name` is what it was called."""

    number: int
    change: str
    label: str
    at: datetime
    note: str
    name: str
    subject: Subject | None
    differences: list[Difference]

    @property
    def day(self) -> date:
        return localdate(self.at)

    @property
    def event(self) -> Event | None:
        return self.subject if isinstance(self.subject, Event) else None


@dataclass(frozen=True, slots=True)
class Page:
    """Changes, the newest first; numbers of the places beside it, None where there is no more."""

    changes: list[Told]
    later: int | None
    earlier: int | None


def page_of(
    asked: RevisionQuerySet, *, after: int | None = None, before: int | None = None
) -> Page:
    """At most `PAGE` changes, further down the list than `after` or further up than `before`."""
    backwards = before is not None
    if before is not None:
        found = list(asked.newer_than(before).oldest_first()[: PAGE + 1])
    elif after is not None:
        found = list(asked.older_than(after).newest_first()[: PAGE + 1])
    else:
        found = list(asked.newest_first()[: PAGE + 1])
    more, rows = len(found) > PAGE, found[:PAGE]
    if backwards:
        rows.reverse()
    return Page(
        changes=told(rows),
        later=rows[0].pk if rows and (more if backwards else after) else None,
        earlier=rows[-1].pk if rows and (backwards or more) else None,
    )


def told(revisions: Sequence[Revision]) -> list[Told]:
    """The changes in their order; a fixed number of queries, however many they are.

    Of what readers see no more, nothing is told but that it was there and why it went.
    """
    subjects = subjects_of(revisions)
    telling = [each for each in revisions if each.change in TELLING and key(each) in subjects]
    states = [(each.subject_kind, each.subject_id, each.number - 1) for each in telling]
    before = {following(each): each for each in Revision.objects.of_states(states)}
    compared = [each.snapshot for each in (*before.values(), *telling)]
    names = names_in(compared, public=True) if compared else None
    return [
        tell(each, subjects.get(key(each)), before.get((*key(each), each.number)), names)
        for each in revisions
    ]


def key(revision: Revision) -> Key:
    return revision.subject_kind, revision.subject_id


def following(revision: Revision) -> tuple[str, int, int]:
    """Which state comes after this one."""
    return revision.subject_kind, revision.subject_id, revision.number + 1


def subjects_of(revisions: Iterable[Revision]) -> dict[Key, Subject]:
    wanted: dict[str, set[int]] = {"event": set(), "city": set(), "faction": set()}
    for revision in revisions:
        wanted[revision.subject_kind].add(revision.subject_id)
    events = Event.objects.were_public().filter(pk__in=wanted["event"])
    found: list[Subject] = list(events.select_related("city").defer(*FOR_ASKING))
    for kind, model in (("city", City), ("faction", Faction)):
        if wanted[kind]:
            found += model.objects.filter(pk__in=wanted[kind])
    return {(str(row._meta.model_name), row.pk): row for row in found}


def tell(
    revision: Revision, subject: Subject | None, before: Revision | None, names: Names | None
) -> Told:
    return Told(
        number=revision.pk,
        change=revision.change,
        label=revision.in_words,
        at=revision.at,
        note=revision.note,
        name=str(subject or revision.snapshot.get("headline") or revision.snapshot.get("name")),
        subject=subject,
        differences=differences_of(revision, before, names) if is_shown(subject) else [],
    )


def is_shown(subject: Subject | None) -> bool:
    return subject is not None and (not isinstance(subject, Event) or subject.is_published)


def differences_of(
    revision: Revision, before: Revision | None, names: Names | None
) -> list[Difference]:
    if before is None or revision.change not in TELLING:
        return []
    kind = revision.subject_kind
    return differences(before.snapshot, revision.snapshot, kind=kind, names=names, public=True)
