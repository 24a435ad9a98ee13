"""The parameters of a question: what each may say, and the words for what it may not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import dates, paging
from timeline.models.address import NONE
from timeline.models.events_asked import Position
from timeline.vocabulary import meant

MOST_VALUES = 60
PLACES = {"after", "before", "page"}  # where a page begins; another question begins elsewhere
PAGE_NUMBER = re.compile(r"[2-9]|[1-9][0-9]{1,2}", re.ASCII)
WRITTEN = re.compile(r"[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?")


class Values(forms.Field):
    """Several values of one parameter, each once; they mean “or”."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        values = list(dict.fromkeys(item for item in value or [] if item))
        if len(values) > MOST_VALUES:
            raise ValidationError(
                _("At most %(most)s values at once, please.") % {"most": MOST_VALUES}
            )
        if any("\x00" in item for item in values):
            raise ValidationError(_("This cannot be read."))
        return values


class Named(Values):
    """Cities, factions or outlets by slug; another spelling is read as the one it means.

    `NONE` is for events without a city, or in which no faction is named.
    """

    unknown: ClassVar[dict[str, Any]] = {
        "city": gettext_lazy("There is no city called “%(words)s” in this record."),
        "faction": gettext_lazy("There is no faction called “%(words)s” in this record."),
        "source": gettext_lazy("There is no source called “%(words)s” in this record."),
    }

    def __init__(self, parameter: str, *, or_none: bool = False) -> None:
        super().__init__(required=False)
        self.parameter = parameter
        self.or_none = or_none
        self.entries: Mapping[str, Any] = {}

    def clean(self, value: Any) -> list[str]:
        slugs = {self.slug(item) for item in super().clean(value)}
        return sorted(slugs)

    def slug(self, words: str) -> str:
        if words in self.entries or (self.or_none and words == NONE):
            return words
        found = meant(self.parameter, words)
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(self.unknown[self.parameter] % {"words": words})
        raise ValidationError(
            _("“%(words)s” can mean several: %(slugs)s. Choose one.")
            % {"words": words, "slugs": ", ".join(found)}
        )


class OneOf(Values):
    """Values out of a fixed list."""

    def __init__(self, allowed: list[str], fault: Any) -> None:
        super().__init__(required=False)
        self.allowed, self.fault = allowed, fault

    def clean(self, value: Any) -> list[str]:
        values = super().clean(value)
        for item in values:
            if item not in self.allowed:
                raise ValidationError(self.fault % {"words": item})
        return [item for item in self.allowed if item in values]


class Numbers(Values):
    def clean(self, value: Any) -> list[str]:
        values = super().clean(value)
        if not all(item.isascii() and item.isdigit() and len(item) < 16 for item in values):
            raise ValidationError(_("An article is named by its number."))
        return sorted({str(int(item)) for item in values}, key=int)


class Days(forms.CharField):
    """A year, a month or a day: 2017, 2017-10, 2017-10-17."""

    def clean(self, value: Any) -> dates.When | None:
        words = super().clean(value)
        if not words:
            return None
        fault = ValidationError(
            _(
                "“%(words)s” is not a date. Write a year, a month or a day: 2017, 2017-10,"
                " 2017-10-17."
            )
            % {"words": words}
        )
        if not WRITTEN.fullmatch(words):
            raise fault
        try:
            when = dates.from_edtf(words)
        except dates.UnreadableDate:
            raise fault from None
        if when.precision == dates.Precision.SEASON:
            raise fault
        return when


class Flag(forms.CharField):
    """A parameter that has one value, and stands only where it differs from the default."""

    def __init__(self, value: str) -> None:
        super().__init__(required=False)
        self.value = value

    def clean(self, value: Any) -> bool:
        words = super().clean(value)
        if words not in {"", self.value}:
            raise ValidationError(_("Say %(value)s or leave it out.") % {"value": self.value})
        return bool(words)


class PageNumber(forms.CharField):
    """The number of a page after the first."""

    def clean(self, value: Any) -> str:
        words: str = super().clean(value)
        if words and not PAGE_NUMBER.fullmatch(words):
            raise ValidationError(_("Pages are numbered from 2 on."))
        return words


class Cursor(forms.CharField):
    def clean(self, value: Any) -> Position | None:
        words = super().clean(value)
        if not words:
            return None
        try:
            return paging.position(words)
        except ValueError:
            raise ValidationError(_("This is no place in the timeline.")) from None
