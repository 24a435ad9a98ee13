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

from timeline.filters.reading import Question

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


class ControlFilter(Question):
    SINGLE = ("on",)

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query)
        self.fields = {"on": Day(required=False, max_length=40)}
        self.full_clean()

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
