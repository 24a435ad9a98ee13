"""The life of an event: entered, submitted, returned, published, corrected, withdrawn.

Each function is one transaction. `by` is who does it, and is asked for the permission; a refusal
because of the state of things is a ValidationError whose words say what to do.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from timeline import quotes
from timeline.actions import allegiances, control, permits
from timeline.actions.anchoring import hold_texts
from timeline.actions.revisions import check_promises, record
from timeline.models import Citation, Edition, Event, Revision, User
from timeline.models.grading import regrade
from timeline.models.reading import refresh
from timeline.models.vocabulary import Status

Change = Revision.Change


@transaction.atomic
def place_quotation(citation: Citation, *, near: int | None = None) -> None:
    """Fills in where the quotation stands: text, offset in code points, 32 characters around it.

    Of several places it takes the one nearest to the offset `near`, else the first. Raises
    ValidationError if the article's newest text does not have the words to the letter. That text
    stays the newest until the transaction ends.
    """
    if not citation.quotation:
        citation.text, citation.start, citation.prefix, citation.suffix = None, None, "", ""
        return
    hold_texts(citation.article_id)
    text = citation.article.current_text
    places = quotes.locate(citation.quotation, text.body) if text else []
    if text is None or not places:
        raise ValidationError({"quotation": missing_words(citation, text.body if text else "")})
    place = min(places, key=lambda one: abs(one.start - (near or 0)))
    anchor = quotes.anchor(place, text.body)
    citation.text, citation.start = text, anchor.start
    citation.quotation, citation.prefix, citation.suffix = (
        anchor.exact,
        anchor.prefix,
        anchor.suffix,
    )


def missing_words(citation: Citation, body: str) -> str:
    """Why the quotation is refused, with the nearest passage to take instead."""
    if not body:
        return _("This article has no text yet. Paste its text first, then quote from it.")
    nearest = quotes.nearest(citation.quotation, body)
    if nearest is None:
        return _("The article does not have these words, nor any like them.")
    return _("The article does not have these words. Nearest to them is: “%(passage)s”") % {
        "passage": nearest.text
    }


@transaction.atomic
def entered(event: Event, *, by: User) -> None:
    """A new draft and its rows were saved."""
    permits.demand(by, "add_event")
    if event.entered_by_id is None:
        event.entered_by = by
        event.save(update_fields=["entered_by"])
    _settle(event, Change.ENTERED, by=by)


@transaction.atomic
def changed(event: Event, *, by: User, note: str = "") -> None:
    """What is not public yet was saved again; `note` says why where that is not plain."""
    permits.demand_edit(by, event)
    if status_held(event) in {Status.PUBLISHED, Status.WITHDRAWN}:
        raise ValidationError(_("What was published changes by a correction, with its reason."))
    _settle(event, Change.CHANGED, by=by, note=note)


@transaction.atomic
def submit(event: Event, *, by: User) -> None:
    """Draft to submitted: its author asks for review. What lacks evidence is not for review yet."""
    permits.demand(by, "submit_event")
    permits.demand_edit(by, event)
    demand_complete(event)
    _move(event, Status.DRAFT, Status.SUBMITTED)
    record(event, Change.SUBMITTED, by=by)


@transaction.atomic
def return_to_author(event: Event, *, by: User, note: str) -> None:
    """Submitted back to draft, with a note on what to do."""
    permits.demand(by, "return_event")
    _move(event, Status.SUBMITTED, Status.DRAFT)
    record(event, Change.RETURNED, by=by, note=reason_given(note))


@transaction.atomic
def publish(event: Event, *, by: User, note: str = "") -> None:
    """Draft or submitted to published: checks the promises and moves the edition.

    Raises ValidationError naming everything that is missing: a date, a city or locality is not
    demanded, a bound of the date and a quotation that stands in its article are.
    """
    permits.demand(by, "publish_event")
    if settings.TWO_PERSON_RULE and event.entered_by_id == by.pk:
        raise ValidationError(_("Somebody other than its author must publish this event."))
    demand_complete(event)
    event.published_at = event.changed_at = timezone.now()
    _move(event, (Status.DRAFT, Status.SUBMITTED), Status.PUBLISHED, "published_at", "changed_at")
    _settle(event, Change.PUBLISHED, by=by, note=note, public=True)
    control.follow([event.pk])
    check_promises()
    Edition.objects.move()


@transaction.atomic
def correct(event: Event, *, by: User, note: str, public: bool = True) -> None:
    """What is published was saved anew; `public` shows the reason to readers, else it is minor."""
    permits.demand(by, "correct_event")
    if status_held(event) != Status.PUBLISHED:
        raise ValidationError(_("Only what is published can be corrected."))
    reason = reason_given(note)
    event.changed_at = timezone.now()
    event.save(update_fields=["changed_at"])
    _settle(event, Change.CORRECTED, by=by, note=reason, public=public)
    control.follow([event.pk])
    check_promises()
    Edition.objects.move()


@transaction.atomic
def withdraw(event: Event, *, by: User, note: str) -> None:
    """Published to withdrawn: its address stays and says why it went."""
    permits.demand(by, "withdraw_event")
    reason = reason_given(note)
    event.changed_at = timezone.now()
    _move(event, Status.PUBLISHED, Status.WITHDRAWN, "changed_at")
    record(event, Change.WITHDRAWN, by=by, note=reason, public=True)
    control.follow([event.pk])
    Edition.objects.move()


def _settle(
    event: Event, change: Revision.Change, *, by: User, note: str = "", public: bool = False
) -> None:
    allegiances.keep(event)
    refresh([event.pk], words=True)
    regrade([event.pk])
    event.refresh_from_db(fields=["grade", "grade_by_rule"])
    record(event, change, by=by, note=note, public=public)


def _move(event: Event, before: Status | tuple[Status, ...], after: Status, *stamped: str) -> None:
    """Changes the status, and writes the times `stamped`, unless somebody else did so first.

    Raises ValidationError where somebody did.
    """
    expected = before if isinstance(before, tuple) else (before,)
    now = status_held(event)
    if now not in expected:
        raise ValidationError(
            _("This event is %(status)s by now. Load the page again to see what happened.")
            % {"status": Status(now).label}
        )
    event.status = after
    event.save(update_fields=["status", *stamped])


def status_held(event: Event) -> str:
    """The event's status in the database, which stays so until the action is done.

    Raises ValidationError if the event is gone.
    """
    held = Event.objects.select_for_update(no_key=True).filter(pk=event.pk)
    status = held.values_list("status", flat=True).first()
    if status is None:
        raise ValidationError(_("This event is gone by now: merged or deleted meanwhile."))
    return status


def demand_complete(event: Event) -> None:
    """Raises ValidationError naming all that readers would miss: a bound of its date, evidence."""
    missing = []
    if event.earliest is None and event.latest is None:
        missing.append(_("A date is missing: give at least its earliest or its latest day."))
    recorded = event.dataset_id is not None and event.external_id
    if not recorded and not event.citations.filter(text__isnull=False).exists():
        missing.append(_("Evidence is missing: add a citation with a quotation from its article."))
    if missing:
        raise ValidationError(missing)


def reason_given(note: str) -> str:
    """The reason without white space around it; raises ValidationError if there is none."""
    if not note.strip():
        raise ValidationError(_("Say why in a sentence; it is kept with the change."))
    return note.strip()
