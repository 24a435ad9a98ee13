"""Bringing a row to what a file says, and knowing whether anything had to be done."""

from typing import Any, TypeVar

from django.db import models

from timeline.actions.revisions import columns
from timeline.importers.demo.files import Spelling
from timeline.models import City, CityName, Dataset, Faction, FactionName, Outlet

Row = TypeVar("Row", bound=models.Model)


def is_ours(row: City | Faction | Outlet, dataset: Dataset) -> bool:
    """Whether the demonstration made the row; a newsroom's own of that address is left alone."""
    return row._state.adding or row.dataset_id == dataset.pk


def bring(row: models.Model, **values: Any) -> bool:
    """Saves the row with these values, if it has others; whether it was saved."""
    before = columns(row)
    for name, value in values.items():
        setattr(row, name, value)
    if not row._state.adding and columns(row) == before:
        return False
    row.save()
    return True


def bring_names(subject: City | Faction, spellings: list[Spelling]) -> bool:
    """Gives a city or a faction these spellings in this order; whether that was a change."""
    named = ("name", "language", "script", "kind")
    wanted = [tuple(str(spelling[column]) for column in named) for spelling in spellings]  # type: ignore[literal-required]
    if list(subject.names.values_list(*named)) == wanted:
        return False
    subject.names.all().delete()
    for spelling in spellings:
        if isinstance(subject, City):
            CityName.objects.create(city=subject, **spelling)
        else:
            FactionName.objects.create(faction=subject, **spelling)
    return True
