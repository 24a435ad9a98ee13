"""Two at the same form: what the second sent is brought together with what the first saved.

What only one of them changed is taken from that one. What both changed stays as the second typed
it, with the other's beside it and a box to take that instead. Rows that the first added appear,
rows that the first removed go unless the second changed them, and new rows stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.forms.models import BaseInlineFormSet, BaseModelForm, InlineForeignKeyField
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.actions.revisions import columns
from timeline.admin.sent import Row, Sent, is_changed, rendered
from timeline.differences import Snapshot, as_stored, names_in, told

Form = BaseModelForm[Any]
Formset = BaseInlineFormSet[Any, Any, Any]
Rows = Sequence[Snapshot]

TAKE = "take-"


class Meeting:
    """One form as it was sent, while it is brought up to date.

    `seen` is always a row as it was shown, `now` as it is stored. `clashes` says, by the name of
    a field or the prefix of a row, what is to be decided there.
    """

    def __init__(self, sent: QueryDict) -> None:
        self.sent = Sent(sent)
        self.clashes: dict[str, SafeString] = {}

    def of_form(self, form: Form, prefix: str, seen: Snapshot, now: Snapshot) -> None:
        """Brings the fields of a form together, and the rows nested in it."""
        for group in groups(form):
            if all(value(form, name, seen) == value(form, name, now) for name in group):
                continue
            if not self.is_touched(form, prefix, group, seen):
                self.fill(form, prefix, group, now)
            elif self.is_touched(form, prefix, group, now):
                name = named(prefix, group[0])
                self.clashes[name] = offer(name, words_of(form, group, now))
        if (nested := figures_of(form)) is not None:
            self.of_rows(nested, f"{prefix}-figures", figures(seen), figures(now))

    def of_rows(self, formset: Formset, prefix: str, seen: Rows, now: Rows) -> None:
        """Brings rows together: those that are stored come first, in their order."""
        if not self.sent.has_rows(prefix):
            return
        was = by_number(seen)
        mine, new = self.sent.cut_out(prefix)
        for place, row in enumerate(now):
            here = f"{prefix}-{place}"
            if (sent := mine.pop(row["id"], None)) is None:
                self.add_stored(formset.empty_form, here, row)
            else:
                self.sent.put(here, sent)
                self.of_row(formset.empty_form, here, was.get(row["id"], {}), row)
        place = len(now)
        for number, sent in mine.items():
            place += self.keeps_removed(
                formset.empty_form, f"{prefix}-{place}", sent, was.get(number, {})
            )
        for sent in new:
            place += self.keeps_new(formset.empty_form, f"{prefix}-{place}", sent, now)
        self.sent.count(prefix, total=place, initial=len(now))

    def of_row(self, form: Form, prefix: str, seen: Snapshot, now: Snapshot) -> None:
        if f"{prefix}-DELETE" in self.sent.data and seen != now:
            self.clashes[prefix] = plainly(
                _("This row was changed meanwhile, and you marked it to be deleted.")
            )
        self.of_form(form, prefix, seen, now)

    def add_stored(self, form: Form, prefix: str, row: Snapshot) -> None:
        """Shows a row that somebody else added."""
        self.sent.data[f"{prefix}-id"] = str(row["id"])
        self.fill(form, prefix, entered(form), row)
        if (nested := figures_of(form)) is not None:
            self.sent.count(f"{prefix}-figures", total=0, initial=0)
            self.of_rows(nested, f"{prefix}-figures", (), figures(row))

    def keeps_removed(self, form: Form, prefix: str, sent: Row, seen: Snapshot) -> bool:
        """Whether a row that somebody else removed stays, as a new one: if it was changed here."""
        self.sent.put(prefix, sent)
        if f"{prefix}-DELETE" in self.sent.data or not self.is_row_touched(form, prefix, seen):
            self.sent.cut(prefix)
            return False
        self.sent.make_new(prefix)
        self.clashes[prefix] = plainly(
            _("This row was removed meanwhile, and you had changed it. Saving enters it again.")
        )
        return True

    def keeps_new(self, form: Form, prefix: str, sent: Row, now: Rows) -> bool:
        """Whether a new row stays: unless somebody else entered the very same just then."""
        self.sent.put(prefix, sent)
        nested = figures_of(form)
        if nested is not None and self.are_rows_touched(nested, f"{prefix}-figures", ()):
            return True
        if all(self.is_touched(form, prefix, entered(form), row) for row in now):
            return True
        self.sent.cut(prefix)
        return False

    def is_row_touched(self, form: Form, prefix: str, seen: Snapshot) -> bool:
        if self.is_touched(form, prefix, entered(form), seen):
            return True
        nested = figures_of(form)
        return nested is not None and self.are_rows_touched(
            nested, f"{prefix}-figures", figures(seen)
        )

    def are_rows_touched(self, formset: Formset, prefix: str, seen: Rows) -> bool:
        was, form = by_number(seen), formset.empty_form
        return any(
            f"{here}-DELETE" in self.sent.data
            or self.is_row_touched(form, here, was.get(number or 0, blank(form)))
            for here, number in self.sent.rows(prefix)
        )

    def is_touched(self, form: Form, prefix: str, names: Iterable[str], row: Snapshot) -> bool:
        """Whether any of these fields was sent with another value than the row has."""
        return any(
            is_changed(form.fields[name], value(form, name, row), self.raw(form, prefix, name))
            for name in names
        )

    def raw(self, form: Form, prefix: str, name: str) -> Any:
        widget = form.fields[name].widget
        return widget.value_from_datadict(self.sent.data, {}, named(prefix, name))

    def fill(self, form: Form, prefix: str, names: Iterable[str], row: Snapshot) -> None:
        for name in names:
            shown = rendered(form.fields[name], value(form, name, row))
            self.sent.set(named(prefix, name), shown)

    def take(self, form: Form, prefix: str, now: Snapshot) -> None:
        """Puts what is stored wherever the box for it was ticked."""
        for group in groups(form):
            if self.sent.data.pop(TAKE + named(prefix, group[0]), None):
                self.fill(form, prefix, group, now)
        if (nested := figures_of(form)) is not None:
            self.take_in_rows(nested, f"{prefix}-figures", figures(now))

    def take_in_rows(self, formset: Formset, prefix: str, now: Rows) -> None:
        stored, form = by_number(now), formset.empty_form
        for here, number in self.sent.rows(prefix):
            if number in stored:
                self.take(form, here, stored[number])


def groups(form: Form) -> Iterator[tuple[str, ...]]:
    """Fields that mean one thing together, such as a date, and each of the others by itself."""
    names = entered(form)
    joined = {name: group for group in getattr(form, "together", ()) for name in group}
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            group = tuple(other for other in joined.get(name, (name,)) if other in names)
            seen.update(group)
            yield group


def entered(form: Form) -> list[str]:
    """Fields that show what is stored of the row: neither keys, nor the reason of a correction."""
    return [
        name
        for name, field in form.fields.items()
        if name not in {"id", forms.formsets.DELETION_FIELD_NAME}
        and not isinstance(field, InlineForeignKeyField)
        and (column(form, name) is not None or hasattr(form, f"seen_{name}"))
    ]


def column(form: Form, name: str) -> models.Field[Any, Any] | None:
    try:
        found = form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def value(form: Form, name: str, row: Snapshot) -> Any:
    """What the field showed of this state; a form's `seen_<name>` tells what is in no column."""
    if read := getattr(form, f"seen_{name}", None):
        return read(row)
    field = column(form, name)
    stored = row.get(field.attname) if field else None
    return None if field is None or stored is None else field.to_python(stored)


def words_of(form: Form, group: tuple[str, ...], row: Snapshot) -> str:
    """The value as the history would tell it."""
    field = column(form, group[0])
    words = {one.name: one.words for one in told(form._meta.model, row, names_in([row]))}
    return words.get("date" if len(group) > 1 else getattr(field, "attname", ""), "")


def offer(name: str, words: str) -> SafeString:
    said = _("Meanwhile set to: %(value)s") % {"value": words} if words else _("Meanwhile emptied.")
    return format_html(
        '{} <label class="take"><input type="checkbox" name="{}"> {}</label>',
        said,
        TAKE + name,
        _("Take that instead"),
    )


def plainly(words: str) -> SafeString:
    return format_html("{}", words)


def blank(form: Form) -> Snapshot:
    """A row in which nothing was typed yet."""
    return as_stored(columns(form._meta.model()))


def named(prefix: str, name: str) -> str:
    return f"{prefix}-{name}" if prefix else name


def figures_of(form: Form) -> Formset | None:
    """The rows nested in a citation; no other form has any."""
    return getattr(form, "figures", None)


def figures(row: Snapshot) -> Rows:
    found: Rows = row.get("figures", ())
    return found


def by_number(rows: Rows) -> dict[int, Snapshot]:
    return {row["id"]: row for row in rows}
