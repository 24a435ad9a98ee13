"""The answer as a table: every column of the CSV file, and the addresses that sort by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from timeline import paging
from timeline.filters import NEWEST, EventFilter
from timeline.models.events_ordered import ORDERS

PAGE = 100


class Column(NamedTuple):
    name: str
    label: Promise


class Columns(NamedTuple):
    """Columns that belong together, under one label."""

    label: Promise
    columns: tuple[Column, ...]


GROUPS = (
    Columns(
        gettext_lazy("Event"),
        (
            Column("headline", gettext_lazy("Headline")),
            Column("earliest", gettext_lazy("Earliest")),
            Column("latest", gettext_lazy("Latest")),
            Column("city", gettext_lazy("City")),
            Column("kind", gettext_lazy("Kind of event")),
            Column("family", gettext_lazy("Family")),
            Column("factions", gettext_lazy("Who, as what")),
            Column("faction_sides", gettext_lazy("Sides")),
        ),
    ),
    Columns(
        gettext_lazy("Evidence"),
        (
            Column("grade", gettext_lazy("Grade")),
            Column("grade_by_rule", gettext_lazy("By the rule")),
            Column("grade_reason", gettext_lazy("Why another")),
            Column("status", gettext_lazy("Status")),
        ),
    ),
    Columns(
        gettext_lazy("Killed"),
        (
            Column("killed_low", gettext_lazy("At least")),
            Column("killed_best", gettext_lazy("Best")),
            Column("killed_high", gettext_lazy("At most")),
            Column("killed_from", gettext_lazy("Told by")),
        ),
    ),
    Columns(
        gettext_lazy("Injured"),
        (
            Column("injured_low", gettext_lazy("At least")),
            Column("injured_best", gettext_lazy("Best")),
            Column("injured_high", gettext_lazy("At most")),
            Column("injured_from", gettext_lazy("Told by")),
        ),
    ),
    Columns(
        gettext_lazy("Date"),
        (
            Column("edtf", gettext_lazy("EDTF")),
            Column("date_printed", gettext_lazy("As printed")),
            Column("start_latest", gettext_lazy("Began by")),
            Column("end_earliest", gettext_lazy("Went on until")),
            Column("precision", gettext_lazy("Precision")),
            Column("lasted", gettext_lazy("Lasted")),
            Column("circa", pgettext_lazy("of a date", "About")),
            Column("uncertain", gettext_lazy("Uncertain")),
        ),
    ),
    Columns(
        gettext_lazy("Place"),
        (
            Column("country", gettext_lazy("Country")),
            Column("locality", gettext_lazy("Locality")),
            Column("latitude", gettext_lazy("Latitude")),
            Column("longitude", gettext_lazy("Longitude")),
            Column("place_precision", gettext_lazy("Known to")),
        ),
    ),
    Columns(
        gettext_lazy("Accounts"),
        (
            Column("source_names", gettext_lazy("Sources")),
            Column("source_titles", gettext_lazy("Titles")),
            Column("source_urls", gettext_lazy("Where they stand")),
            Column("source_dates", gettext_lazy("Of")),
            Column("quotations", gettext_lazy("Quotations")),
            Column("claimants", gettext_lazy("Whose word")),
            Column("stances", gettext_lazy("Stance")),
        ),
    ),
    Columns(
        gettext_lazy("Record"),
        (
            Column("id", gettext_lazy("Number")),
            Column("url", gettext_lazy("Address")),
            Column("summary", gettext_lazy("Summary")),
            Column("language", gettext_lazy("Language")),
            Column("published_at", gettext_lazy("Published")),
            Column("changed_at", gettext_lazy("Changed")),
            Column("dataset", gettext_lazy("Data set")),
            Column("dataset_attribution", gettext_lazy("Attribution")),
            Column("dataset_licence", gettext_lazy("Licence")),
            Column("reference", gettext_lazy("See also")),
        ),
    ),
)


# Paper is narrow: what readers ask first of an event, and who says so.
PRINTED = frozenset(
    (
        "headline",
        "earliest",
        "latest",
        "city",
        "kind",
        "factions",
        "grade",
        "killed_low",
        "killed_high",
        "date_printed",
        "source_names",
    )
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column. `url` sorts by it, or where it is sorted already, the other way.

    `sorted` is "ascending", "descending" or "": the words of ARIA.
    """

    name: str
    label: str
    url: str
    sorted: str

    @property
    def printed(self) -> bool:
        return self.name in PRINTED


def heads(question: EventFilter) -> list[tuple[str, list[Head]]]:
    """The labels of groups, each with the heads of its columns."""
    return [
        (str(label), [_head(question, column) for column in columns]) for label, columns in GROUPS
    ]


def _head(question: EventFilter, column: Column) -> Head:
    name, label = column.name, str(column.label)
    if name not in ORDERS:
        return Head(name, label, "", "")
    sorted_by, falls = order_of(question)
    if sorted_by != name:
        return Head(name, label, _sorting(question, name, falls=False), "")
    state = "descending" if falls else "ascending"
    return Head(name, label, _sorting(question, name, falls=not falls), state)


def order_of(question: EventFilter) -> tuple[str, bool]:
    """The column that the table is sorted by, and whether it falls; time is the usual one."""
    name, falls = question.sort
    return (name, falls) if name else ("earliest", question.order == NEWEST)


def _sorting(question: EventFilter, name: str, *, falls: bool) -> str:
    if name == "earliest":
        return question.turned(sort=None, order=NEWEST if falls else None)
    return question.turned(sort=f"-{name}" if falls else name, order=None)


def page_of(question: EventFilter) -> paging.Page:
    """The events of a page of the table, with all that is told of them."""
    name, falls = question.sort
    events, after, before = question.events(), question.after, question.before
    if name:
        return paging.sorted_page_of(
            events, name, falling=falls, after=after, before=before, size=PAGE
        )
    newest = question.order == NEWEST
    return paging.page_of(events, newest=newest, after=after, before=before, size=PAGE, whole=True)
