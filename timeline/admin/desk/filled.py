"""What stands in the form at hand, as a browser sends it: fields, and rows of factions and figures.

The same shape whether it was proposed, stored or typed, so that the three can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from django.http import QueryDict

from timeline.admin.desk.named import called
from timeline.admin.numbers import number_in
from timeline.models import City, Faction
from timeline.models.vocabulary import Basis, Role

# What an editor fills in, in the order of the form; the rest says what the form is about.
FIELDS = (
    *("quotation", "date_printed", "earliest", "latest", "start_latest", "end_earliest"),
    *("precision", "lasted", "circa", "uncertain", "city", "locality", "kind"),
    *("claimant_words", "claimant_kind", "claimant_faction", "stance"),
    *("headline", "summary", "graphic"),
)
PARTY = ("faction", "role", "basis")
FIGURE = ("measure", "whom", "low", "high", "printed")
ROWS = {"parties": PARTY, "figures": FIGURE}
# What tells a row that somebody filled in: the choices of a spare row are made already.
TYPED = {"parties": PARTY[:1], "figures": FIGURE[1:]}
MOST_ROWS = 50  # of factions, and of figures
# What a spare row is sent with when nobody touched it.
SPARE = {"parties": {"role": Role.PARTICIPANT.value, "basis": Basis.STATED.value}, "figures": {}}

Row = dict[str, str]


def plain(value: Any) -> str:
    """A value as a field shows and sends it."""
    if value is None or value is False:
        return ""
    if value is True:
        return "on"
    if isinstance(value, date):
        return value.isoformat()
    return called(value) if isinstance(value, City | Faction) else str(value)


@dataclass(frozen=True, slots=True)
class Filled:
    """`values` by the name of the field; a row by the names of `PARTY` or `FIGURE`."""

    values: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()

    @classmethod
    def of(
        cls,
        values: Mapping[str, Any],
        parties: Iterable[Mapping[str, Any]] = (),
        figures: Iterable[Mapping[str, Any]] = (),
    ) -> Filled:
        return cls(
            {name: plain(value) for name, value in values.items()},
            tuple(_row(row, PARTY) for row in parties if row.get("faction")),
            tuple(_row(row, FIGURE) for row in figures if row.get("printed")),
        )

    def number(self, name: str) -> int | None:
        """What stands in a field that holds a number; None for anything else."""
        return number_in(self.values.get(name, ""))

    def row_sets(self) -> dict[str, tuple[Row, ...]]:
        return {"parties": self.parties, "figures": self.figures}

    def same_as(self, other: Filled) -> bool:
        """Whether an editor would have typed the same; the order of rows does not count."""
        fields = all(self.values.get(n, "") == other.values.get(n, "") for n in FIELDS)
        return fields and all(
            _as_set(rows) == _as_set(other.row_sets()[name])
            for name, rows in self.row_sets().items()
        )

    def updated(self, **values: str) -> Filled:
        return replace(self, values={**self.values, **values})

    def as_sent(self) -> dict[str, str]:
        """What a browser would send of it, with a spare row of each sort."""
        sent = dict(self.values)
        for prefix, rows in self.row_sets().items():
            sent |= {f"{prefix}-TOTAL_FORMS": str(len(rows) + 1), f"{prefix}-INITIAL_FORMS": "0"}
            for number, row in enumerate([*rows, SPARE[prefix]]):
                sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
        return sent


def typed(sent: QueryDict) -> Filled:
    """All that was typed; rows that were emptied or crossed out are left out.

    So are NULs, which no name or text has and the database does not take.
    """
    values = {name: words(sent, name) for name in sent if not name.startswith(tuple(ROWS))}
    rows = {prefix: _sent_rows(sent, prefix, names) for prefix, names in ROWS.items()}
    return Filled(values, rows["parties"], rows["figures"])


def words(sent: QueryDict, name: str) -> str:
    return str(sent.get(name, "")).replace("\x00", "")


def _sent_rows(sent: QueryDict, prefix: str, names: tuple[str, ...]) -> tuple[Row, ...]:
    count = min(number_in(sent.get(f"{prefix}-TOTAL_FORMS", "")) or 0, MOST_ROWS)
    rows = (
        {name: words(sent, f"{prefix}-{number}-{name}") for name in names}
        for number in range(count)
        if f"{prefix}-{number}-DELETE" not in sent
    )
    return tuple(row for row in rows if any(row[name].strip() for name in TYPED[prefix]))


def _row(row: Mapping[str, Any], names: tuple[str, ...]) -> Row:
    return {name: plain(row.get(name)) for name in names}


def _as_set(rows: Iterable[Row]) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted(row.items())) for row in rows}


class Merged(NamedTuple):
    """`filled` to go on with; fields that only the other changed, and those that both did."""

    filled: Filled
    taken_over: list[str]
    contested: list[str]


def merged(mine: Filled, *, before: Filled, theirs: Filled) -> Merged:
    """Mine, with what only they changed since before. The dates of an event go together."""
    values = dict(mine.values)
    taken_over: list[str] = []
    contested: list[str] = []
    for group in _groups():
        old, new, own = ([one.values.get(n, "") for n in group] for one in (before, theirs, mine))
        if new in (old, own):
            continue
        if own == old:
            values.update(zip(group, new, strict=True))
        (taken_over if own == old else contested).append(group[0])
    rows = mine.row_sets()
    for name in ROWS:
        old_rows, new_rows = _as_set(before.row_sets()[name]), _as_set(theirs.row_sets()[name])
        own_rows = _as_set(rows[name])
        if new_rows in (old_rows, own_rows):
            continue
        if own_rows == old_rows:
            rows[name] = theirs.row_sets()[name]
        (taken_over if own_rows == old_rows else contested).append(name)
    return Merged(Filled(values, rows["parties"], rows["figures"]), taken_over, contested)


DATE = FIELDS[1:10]


def _groups() -> list[tuple[str, ...]]:
    return [DATE, *((name,) for name in FIELDS if name not in DATE)]
