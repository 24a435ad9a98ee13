"""What all questions have in common: nothing in a query string is passed over in silence."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

TRACKING = ("utm_", "fbclid", "gclid")


class Question(forms.Form):
    """Bound to a query string it either reads all of it or has `faults`; then it finds nothing.

    Only what follows links about (`TRACKING`) may stand there unread.
    """

    SINGLE: ClassVar[tuple[str, ...]] = ()

    data: QueryDict

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name in self.data:
            if name not in self.fields and not name.startswith(TRACKING):
                self.add_error(
                    None, _("“%(name)s” is not something this page can be asked.") % {"name": name}
                )
        for name in self.SINGLE:
            if len({value.strip() for value in self.data.getlist(name)} - {""}) > 1:
                self.add_error(name, _("Choose one."))
        if given.get("after") and given.get("before"):
            self.add_error(None, _("A page is after a place or before one, not both."))
        return given

    @property
    def faults(self) -> dict[str, list[str]]:
        """Parameter (or "" for the whole) to what is wrong with it, in words for the reader."""
        return {
            "" if name == "__all__" else name: [str(fault) for fault in faults]
            for name, faults in self.errors.items()
        }
