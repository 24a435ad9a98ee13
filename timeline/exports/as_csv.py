"""One event a line, for spreadsheets and statistics (RFC 4180, UTF-8, no byte order mark).

A cell that a spreadsheet would take for a formula begins with an apostrophe, which is not part of
the value. An empty cell is "not known", 0 is "none". What an event has several of stands in one
cell with "; " between; the columns from `source_names` to `stances` tell of the same sources in
the same order, with nothing between two separators where one has none. A text may have "; " in
it too: where that matters, take the JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from defusedcsv import csv

from timeline.exports.shape import Party, Record, record
from timeline.models import Event

COLUMNS = (
    "id",
    "url",
    "headline",
    "kind",
    "family",
    "edtf",
    "date_printed",
    "earliest",
    "latest",
    "start_latest",
    "end_earliest",
    "precision",
    "lasted",
    "circa",
    "uncertain",
    "city",
    "country",
    "locality",
    "latitude",
    "longitude",
    "place_precision",
    "factions",
    "faction_sides",
    "grade",
    "status",
    "killed_low",
    "killed_best",
    "killed_high",
    "injured_low",
    "injured_best",
    "injured_high",
    "source_names",
    "source_titles",
    "source_urls",
    "source_dates",
    "quotations",
    "claimants",
    "stances",
    "summary",
    "language",
    "published_at",
    "changed_at",
    "dataset",
    "dataset_attribution",
    "dataset_licence",
    "reference",
    "killed_from",
    "injured_from",
    "grade_by_rule",
    "grade_reason",
)
"""The columns, in an order that stays: new ones come last."""

SOURCE_COLUMNS = {
    "source_names": "outlet",
    "source_titles": "title",
    "source_urls": "url",
    "source_dates": "published_on",
    "quotations": "quotation",
    "claimants": "claimant",
    "stances": "stance",
}
BETWEEN = "; "
BLANK_STARTS = ("\t", "\r", "\n")


class Line:
    """A file that hands back what is written to it."""

    def write(self, text: str) -> str:
        return text


def lines(events: Iterable[Event], *, address: Callable[[Event], str]) -> Iterator[str]:
    """The header, then one event at a time as it comes; nothing is kept.

    `address` gives the whole URL of an event's page.
    """
    writer = csv.writer(Line(), lineterminator="\r\n")
    yield writer.writerow(COLUMNS)
    for event in events:
        cells = flat(record(event, address(event)))
        yield writer.writerow([cell(cells[column]) for column in COLUMNS])


def flat(row: Record) -> Mapping[str, Any]:
    """The record with a value for every column."""
    origin = row["dataset"]
    return {
        **row,
        "factions": BETWEEN.join(role(party) for party in row["factions"]),
        "faction_sides": BETWEEN.join(str(party["side"] or "") for party in row["factions"]),
        **{
            column: BETWEEN.join(str(dict(source)[key]) for source in row["sources"])
            for column, key in SOURCE_COLUMNS.items()
        },
        "dataset": origin["name"] if origin else "",
        "dataset_attribution": origin["attribution"] if origin else "",
        "dataset_licence": origin["licence"] if origin else "",
    }


def role(party: Party) -> str:
    return f"{party['name']} ({party['role']})"


def cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(BLANK_STARTS):
        return f"'{value}"  # spreadsheets look behind white space for a formula
    return value
