"""Rows of a table whose fields say their names to those who do not see the heads of the columns."""

from __future__ import annotations

from typing import Any

from django.forms.models import BaseInlineFormSet


class LabelledRows(BaseInlineFormSet[Any, Any, Any]):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            # A field that offers to add what is missing wraps the one that is shown.
            shown = getattr(field.widget, "widget", field.widget)
            if field.label and not shown.is_hidden:
                shown.attrs["aria-label"] = str(field.label)
