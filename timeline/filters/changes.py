"""The question to the list of changes: of which kinds, and from which place in it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.changes import LISTED
from timeline.filters.parameters import OneOf
from timeline.filters.reading import Question
from timeline.models import Revision
from timeline.models.revision import RevisionQuerySet

BIGGEST = 2**63 - 1


class Place(forms.CharField):
    """The number of a change, before or after which a page begins."""

    def clean(self, value: Any) -> int | None:
        words = super().clean(value)
        if not words:
            return None
        if not (words.isascii() and words.isdecimal()) or int(words[:20]) > BIGGEST:
            raise ValidationError(_("This is no place in the list of changes."))
        return int(words)


class ChangesFilter(Question):
    SINGLE = ("after", "before")

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        no_change = gettext_lazy("There is no change called “%(words)s” in this list.")
        self.fields = {
            "change": OneOf([str(change) for change in LISTED], no_change),
            "after": Place(required=False),
            "before": Place(required=False),
        }
        self.full_clean()

    @property
    def chosen(self) -> list[str]:
        return self.cleaned_data.get("change") or []

    @property
    def after(self) -> int | None:
        return self.cleaned_data.get("after")

    @property
    def before(self) -> int | None:
        return self.cleaned_data.get("before")

    def revisions(self) -> RevisionQuerySet:
        """The changes asked for, unordered."""
        if self.faults:
            return Revision.objects.none()
        listed = Revision.objects.listed()
        return listed.of_changes(self.chosen) if self.chosen else listed

    def address(self) -> str:
        """The one address of this question."""
        places = {"after": self.after, "before": self.before}
        return written([("change", each) for each in self.chosen], **places)

    def turned(self, **place: int | None) -> str:
        """The same question, from another place in the list; from the top without one."""
        return written([("change", each) for each in self.chosen], **place)

    def only(self, change: str) -> str:
        """The address at which this kind of change alone is listed; all of them for ""."""
        return written([("change", change)] if change else [])


def written(pairs: list[tuple[str, str]], **places: int | None) -> str:
    pairs = [*pairs, *((name, str(place)) for name, place in places.items() if place)]
    path = reverse("changes")
    return f"{path}?{urlencode(pairs)}" if pairs else path
