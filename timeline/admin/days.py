"""A day typed into a form, in any of the ways a day is printed."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from timeline import dates


class DayInput(forms.DateInput):
    """Shows the day as ISO 8601 writes it, which no country reads the wrong way round."""

    def __init__(self) -> None:
        super().__init__(
            format="%Y-%m-%d",
            attrs={"size": 12, "placeholder": _("17 Oct 2017"), "autocomplete": "off"},
        )


class DayField(forms.DateField):
    """Takes what `dates.read` reads as one day: "2017-10-17", "17 October 2017", "17/10/2017"."""

    widget = DayInput

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            when = dates.read(str(value))
        except dates.UnreadableDate:
            raise ValidationError(self.advice(), code="invalid") from None
        if when.earliest is None or when.earliest != when.latest:
            raise ValidationError(self.advice(), code="invalid")
        if when.rule == "numeric_day" and when.earliest.day <= 12:
            raise ValidationError(
                gettext("This can be read as two days, the month first or second. Write %(day)s.")
                % {"day": when.earliest.isoformat()},
                code="ambiguous",
            )
        return when.earliest

    def advice(self) -> str:
        return gettext("Give one day, such as 2017-10-17 or 17 October 2017.")
