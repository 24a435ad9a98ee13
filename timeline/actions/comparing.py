"""What follows when two events were compared: another source, a part, or a finding kept."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline.actions import events, permits, taking
from timeline.models import Citation, Comparison, Event, Figure, User
from timeline.models.vocabulary import Status

Finding = Comparison.Finding
NEEDS_WORDS = {Finding.DIFFERS, Finding.APART}
WHOLES = 20_171_017  # names the lock of those who change what is a part of what


@transaction.atomic
def attach(
    event: Event,
    citation: Citation,
    *,
    by: User,
    figures: Iterable[Figure] = (),
    near: int | None = None,
    note: str = "",
) -> Citation:
    """Adds a source to an event on record; to a published one as a public correction.

    `citation` and `figures` are not saved yet. `near` is the offset at which the words were
    selected. `note` is what the sources differ on, if they do.
    Raises ValidationError if the article lacks the words or the event has them already, and
    PermissionDenied if `by` may not edit the event as it is by now.
    """
    hold(event)
    permits.demand_edit(by, event)
    citation.event = event
    taking.place(citation, near=near)
    refuse_twice(citation)
    citation.save()
    for figure in figures:
        figure.citation = citation
        figure.save()
    changed(event, by=by, note=added(citation, note))
    return citation


def added(citation: Citation, note: str) -> str:
    outlet = {"outlet": citation.article.outlet, "note": note.strip()}
    if note.strip():
        return _("%(outlet)s added as another source: %(note)s") % outlet
    return _("%(outlet)s added as another source") % outlet


def refuse_twice(citation: Citation) -> None:
    if not citation.quotation:
        raise ValidationError(_("A source needs the words that it tells the event in: quote them."))
    there = Citation.objects.filter(event=citation.event, text=citation.text, start=citation.start)
    if there.exists():
        raise ValidationError(_("This event has that quotation already."))


@transaction.atomic
def make_part(part: Event, whole: Event, *, by: User, note: str = "") -> None:
    """Puts one event under a larger one; where readers see the part, this is a correction.

    Where they do not see the larger one yet, nothing is said of it to them.

    Raises ValidationError if the larger one was withdrawn, or is a part of the smaller one itself,
    over whatever number of events between.
    """
    one_at_a_time()
    hold(part)
    hold(whole)
    permits.demand_edit(by, part)
    refuse_circle(part, whole)
    part.parent = whole
    part.save(update_fields=["parent"])
    why = note.strip() or _("It is a part of “%(event)s”.") % {"event": whole}
    changed(part, by=by, note=why, public=whole.is_published)


def one_at_a_time() -> None:
    """Two who put each other's events under their own would else close a circle unseen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WHOLES])


def refuse_circle(part: Event, whole: Event) -> None:
    if whole.status == Status.WITHDRAWN:
        raise ValidationError(_("“%(event)s” was withdrawn.") % {"event": whole})
    above: Event | None = whole
    while above is not None:
        if above.pk == part.pk:
            raise ValidationError(
                _("“%(whole)s” is a part of “%(part)s” already, not the other way round.")
                % {"whole": whole, "part": part}
            )
        above = above.parent


@transaction.atomic
def keep_finding(
    event: Event, other: Event, finding: str, *, by: User, words: str = ""
) -> Comparison:
    """Keeps for the reviewer what was found when `event` was compared with one on record.

    A second finding on the same two takes the place of the first. Raises ValidationError where
    words are needed and there are none.
    """
    permits.demand_edit(by, event)
    demand_words(finding, words)
    found = {"finding": finding, "words": words.strip(), "by": by, "at": timezone.now()}
    kept, _made = Comparison.objects.update_or_create(event=event, other=other, defaults=found)
    return kept


def demand_words(finding: str, words: str) -> None:
    """Raises ValidationError if this finding tells a reviewer nothing without words."""
    if finding in NEEDS_WORDS and not words.strip():
        raise ValidationError(
            {"words": _("Say in a sentence what sets them apart, or on what they differ.")}
        )


def hold(event: Event) -> None:
    """Waits for whoever saves the event at this moment, and sees what they made of it.

    Raises ValidationError if it is gone.
    """
    events.status_held(event)
    event.refresh_from_db()


def changed(event: Event, *, by: User, note: str, public: bool = True) -> None:
    if event.is_published:
        events.correct(event, by=by, note=note, public=public)
    else:
        events.changed(event, by=by)
