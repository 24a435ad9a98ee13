"""Two events held side by side that are not one: a part of the other, or another event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.actions import comparing
from timeline.actions.merging import pair
from timeline.admin.entry import in_words
from timeline.models import Comparison, Event, User

Finding = Comparison.Finding


class TwoEventsForm(forms.Form):
    """`finding` says which of the two is the part, or that neither is.

    `seen_going` and `seen_kept` are the numbers of the states that were looked at.
    """

    finding = forms.ChoiceField(
        choices=[("kept", ""), ("going", ""), ("apart", "")], widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=gettext_lazy("What sets them apart"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )
    seen_going = forms.IntegerField(widget=forms.HiddenInput)
    seen_kept = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, kept: Event, going: Event, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept, self.going = kept, going

    @property
    def ways(self) -> list[tuple[str, str, bool]]:
        """What can be chosen, in words, and whether it was."""
        (kept, going), chosen = names(self.kept, self.going), self["finding"].value()
        under = _("“%(part)s” is a part of “%(whole)s”")
        return [
            ("kept", under % {"part": kept, "whole": going}, chosen == "kept"),
            ("going", under % {"part": going, "whole": kept}, chosen == "going"),
            ("apart", _("Another event"), chosen == "apart"),
        ]


def names(one: Event, other: Event) -> tuple[str, str]:
    """Their headlines, with their numbers where those are the same."""
    if str(one) != str(other):
        return str(one), str(other)
    return f"{one} ({one.pk})", f"{other} ({other.pk})"


def kept_both(form: TwoEventsForm, reviewed: int | None, *, by: User) -> bool:
    """Keeps what was found with the event under review; a refusal is told by the form."""
    if not form.is_valid():
        return False
    try:
        keep(form, reviewed, by=by)
    except (ValidationError, IntegrityError) as refused:
        form.add_error(None, in_words(refused))
    except PermissionDenied as refused:
        form.add_error(None, str(refused))
    return not form.errors


@transaction.atomic
def keep(form: TwoEventsForm, reviewed: int | None, *, by: User) -> None:
    """Raises ValidationError and PermissionDenied as the actions do, ChangedMeanwhile first."""
    kept, going, given = form.kept, form.going, form.cleaned_data
    comparing.one_at_a_time()
    pair.hold(going, kept, seen=(given["seen_going"], given["seen_kept"]))
    event, other = (going, kept) if reviewed == going.pk else (kept, going)
    if given["finding"] == "apart":
        comparing.keep_finding(event, other, Finding.APART, by=by, words=given["words"])
        return
    comparing.keep_finding(event, other, Finding.PART, by=by, words=given["words"])
    part, whole = (kept, going) if given["finding"] == "kept" else (going, kept)
    comparing.make_part(part, whole, by=by, note=given["words"])
