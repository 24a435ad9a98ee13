"""The question to the page of control: which day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from timeline.filters.asked import TRACKING

WRITTEN = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")


class Day(forms.CharField):
    """A day of the calendar, written as 2016-05-01."""

    def clean(self, value: Any) -> date | None:
        words = super().clean(value)
        if not words:
            return None
        try:
            if WRITTEN.fullmatch(words):
                return date.fromisoformat(words)
        except ValueError:
            pass
        raise ValidationError(
            _("“%(words)s” is not a day. Write year, month and day: 2016-05-01.") % {"words": words}
        )


class ControlFilter(forms.Form):
    """Bound to a query string it either reads all of it or has `faults`; then it shows nothing."""

    data: QueryDict

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self.fields = {"on": Day(required=False, max_length=40)}
        self.full_clean()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in self.data:
            if name not in self.fields and not name.startswith(TRACKING):
                self.add_error(
                    None, _("“%(name)s” is not something this page can be asked.") % {"name": name}
                )
        if len({value.strip() for value in self.data.getlist("on")} - {""}) > 1:
            self.add_error("on", _("Choose one."))
        return given

    @property
    def faults(self) -> dict[str, list[str]]:
        """Parameter (or "" for the whole) to what is wrong with it, in words for the reader."""
        return {
            "" if name == "__all__" else name: [str(fault) for fault in faults]
            for name, faults in self.errors.items()
        }

    @property
    def on(self) -> date | None:
        """The day asked for; None for the last one of the record."""
        return self.cleaned_data.get("on")

    def address(self) -> str:
        """The one address of this question."""
        return address(self.on)


def address(day: date | None, name: str = "control") -> str:
    """Where a day is shown, or its file is; without one, the last day of the record."""
    path = reverse(name)
    return f"{path}?{urlencode({'on': day.isoformat()})}" if day else path
