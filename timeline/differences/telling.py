"""Values of columns as words: choices by their labels, days as dates, numbers by names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_countries import countries
from django_countries.fields import CountryField

from timeline import wording
from timeline.differences.naming import KIND_OF, Names, Snapshot
from timeline.models.dated import Dated

LEADING = ("headline", "name", "title", "kind", "summary", "article_id", "quotation")
MEANT = ("earliest", "latest", "start_latest", "end_earliest", "lasted", "circa", "uncertain")
DATE = gettext_lazy("date")


class Told(NamedTuple):
    """One column, or the date of several: its name, its label and its value in words."""

    name: str
    label: str
    words: str
    is_text: bool  # free words, which change word by word


def told(model: type[models.Model], row: Snapshot, names: Names) -> Iterator[Told]:
    """Every column that a person fills in, the date as one; "" where it is empty or not known."""
    for field in columns(model):
        if field.name == "date_printed" and issubclass(model, Dated):
            yield Told("date", str(DATE), when(model, row), is_text=False)
        if not (field.name in MEANT and issubclass(model, Dated)):
            words = value_in_words(field, row.get(field.attname), names)
            yield Told(field.attname, str(field.verbose_name), words, is_text=is_text(field))


def columns(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Columns that are entered, the leading ones first; not those that the machine fills in.

    But for the grade, which readers see change as accounts come and go.
    """
    entered = [
        field
        for field in model._meta.concrete_fields
        if (field.editable or field.name == "grade")
        and not field.generated
        and not field.primary_key
    ]
    return sorted(entered, key=rank)


def rank(field: models.Field[Any, Any]) -> int:
    if field.attname in LEADING:
        return LEADING.index(field.attname)
    return len(LEADING) + (field.name not in Dated.DATE_FIELDS)


def value_in_words(field: models.Field[Any, Any], value: Any, names: Names) -> str:
    if value is None or value == "":
        return ""
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if field.attname in KIND_OF:
        return names.of(field.attname, value)
    if isinstance(field, CountryField):
        return str(countries.name(value))
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return wording.day(date.fromisoformat(value[:10]))
    return str(value)


def is_text(field: models.Field[Any, Any]) -> bool:
    plain = isinstance(field, models.CharField | models.TextField) and not field.choices
    return plain and not isinstance(field, CountryField)


def when(model: type[Dated], row: Snapshot) -> str:
    """The date in words; "" where no bound is known."""
    if not row.get("earliest") and not row.get("latest"):
        return ""
    dated = model()
    for field in model._meta.concrete_fields:
        if field.name in (*MEANT, "precision") and field.name in row:
            setattr(dated, field.name, field.to_python(row[field.name]))
    return wording.when(dated.when)
