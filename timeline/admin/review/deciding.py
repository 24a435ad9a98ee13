"""The decision of a reviewer: which are open, and carrying one out on what was seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.actions import events, permits
from timeline.actions.conflicts import ChangedMeanwhile, demand_unchanged
from timeline.admin import decisions
from timeline.admin.buttons import may_publish
from timeline.admin.entry import in_words
from timeline.models import Event, User
from timeline.models.vocabulary import Status

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Way(NamedTuple):
    """One of the ways to decide; `does` is what the button says, `key` chooses it."""

    name: str
    act: Callable[..., None]
    key: str
    does: StrOrPromise
    consequence: StrOrPromise
    done: StrOrPromise


WAYS = (
    Way(
        "publish",
        events.publish,
        "p",
        gettext_lazy("Publish"),
        gettext_lazy("Readers see it at once. A reason is not needed; if given, they see it too."),
        gettext_lazy("Published"),
    ),
    Way(
        "return",
        events.return_to_author,
        "b",
        gettext_lazy("Send back"),
        gettext_lazy("It becomes a draft again. Say what is missing: its author reads it."),
        gettext_lazy("Sent back"),
    ),
    Way(
        "withdraw",
        events.withdraw,
        "w",
        gettext_lazy("Withdraw"),
        decisions.DECISIONS["withdraw"].consequence,
        gettext_lazy("Withdrawn"),
    ),
)
BY_NAME = {way.name: way for way in WAYS}


def open_ways(request: HttpRequest, event: Event) -> list[Way]:
    """What whoever is signed in can decide on this event as it stands."""
    return [way for way in WAYS if is_open(way.name, request, event)]


def is_open(name: str, request: HttpRequest, event: Event) -> bool:
    if name == "publish":
        return may_publish(request, event)
    return decisions.is_open(name, request, event)


def is_kept_from(user: User, event: Event) -> bool:
    """Whether it is only for being its author that the user does not publish it."""
    own = settings.TWO_PERSON_RULE and event.entered_by_id == user.pk
    waits = event.status in {Status.DRAFT, Status.SUBMITTED}
    return own and waits and permits.may(user, "publish_event")


class DecisionForm(forms.Form):
    """`seen` is the number of the revision that the reviewer was shown.

    Any way can be sent: whether it is open by now, the action knows, and says it in words.
    """

    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[(way.name, way.does) for way in WAYS],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        decision = cleaned.get("decision")
        if decision and decision != "publish" and not cleaned.get("note"):
            self.add_error("note", _("Say why in a sentence; it is kept with the change."))
        return cleaned

    @property
    def chosen(self) -> str:
        """The way that is marked: what was sent, or what the screen offers first."""
        return str(self["decision"].value() or "")


def carry_out(event: Event, form: DecisionForm, *, by: User) -> None:
    """Acts on the event if it still is as it was seen.

    Raises ChangedMeanwhile, or another ValidationError with what the action refused.
    """
    given = form.cleaned_data
    try:
        with transaction.atomic():
            demand_unchanged(event, seen=given["seen"])
            event.refresh_from_db()
            BY_NAME[given["decision"]].act(event, by=by, note=given["note"])
    except ChangedMeanwhile:
        raise
    except (ValidationError, IntegrityError) as refused:
        raise in_words(refused) from refused
