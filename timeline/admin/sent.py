"""What a form was sent with, as names and values that can be moved and replaced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.formsets import DEFAULT_MAX_NUM
from django.http import QueryDict

from timeline.admin.numbers import number_in

Row = dict[str, list[str]]
MOST_ROWS = 2 * DEFAULT_MAX_NUM  # as many as Django's own forms read, whatever was sent


class Sent:
    """A copy of what was sent. Rows of a form are named `prefix-number-field`, from 0."""

    def __init__(self, data: QueryDict) -> None:
        self.data = data.copy()

    def set(self, name: str, value: str | None) -> None:
        """None is what browsers send of a box that is not ticked: nothing."""
        if value is None:
            self.data.pop(name, None)
        else:
            self.data[name] = value

    def has_rows(self, prefix: str) -> bool:
        return f"{prefix}-TOTAL_FORMS" in self.data

    def rows(self, prefix: str) -> Iterator[tuple[str, int | None]]:
        """The prefix of each row and the number of what it shows, None for a new one."""
        total = number_in(self.data.get(f"{prefix}-TOTAL_FORMS", "")) or 0
        for place in range(min(total, MOST_ROWS)):
            number = number_in(self.data.get(f"{prefix}-{place}-id", ""))
            yield f"{prefix}-{place}", number

    def cut_out(self, prefix: str) -> tuple[dict[int, Row], list[Row]]:
        """Takes all rows out: those of what is stored, by number, and the new ones."""
        stored, new = {}, []
        for here, number in list(self.rows(prefix)):
            row = self.cut(here)
            if number is None:
                new.append(row)
            else:
                stored[number] = row
        return stored, new

    def cut(self, here: str) -> Row:
        """Takes one row out, with all that is nested in it."""
        names = [name for name in self.data if name.startswith(f"{here}-")]
        return {name.removeprefix(here): self.data.pop(name) for name in names}

    def put(self, here: str, row: Row) -> None:
        for name, values in row.items():
            self.data.setlist(here + name, values)

    def make_new(self, here: str) -> None:
        """Forgets what the row, and the figures nested in it, are stored as."""
        for name in [name for name in self.data if name.startswith(f"{here}-")]:
            if name.endswith(("-id", "-citation")):
                self.data[name] = ""
            elif name.endswith("-INITIAL_FORMS"):
                self.data[name] = "0"

    def count(self, prefix: str, *, total: int, initial: int) -> None:
        self.data[f"{prefix}-TOTAL_FORMS"] = str(total)
        self.data[f"{prefix}-INITIAL_FORMS"] = str(initial)


def rendered(field: forms.Field, value: Any) -> str | None:
    """What a browser would send back of the field if nobody touched it."""
    if isinstance(field.widget, forms.CheckboxInput):
        return "on" if value else None
    shown = field.widget.format_value(field.prepare_value(value))
    if isinstance(shown, list | tuple):
        shown = shown[0] if shown else None
    return "" if shown is None else str(shown)


def is_changed(field: forms.Field, value: Any, raw: Any) -> bool:
    """Whether what was sent differs from the value; browsers end lines in their own way."""
    if isinstance(raw, str):
        raw = raw.replace("\r\n", "\n")
    return field.has_changed(field.prepare_value(value), raw)
