"""The family of a faction as a drawing: a row for each other faction, on one axis of days.

Larger groups stand above the faction, its members and all others below. Along the axis everything
is in per cent, so that the drawing fits any width and mirrors for scripts that run from right to
left; across it in pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from timeline import bands
from timeline.bands import Fade
from timeline.family.bonds import Bond, Family, Standing
from timeline.family.days import A_DAY, Days
from timeline.models import Faction

PITCH = 34  # pixels from row to row
OWN = 44  # of the faction's own row
BAR = 23  # from the top of a row to the middle of its bar
OWN_BAR = 27
THIN = {Standing.ALLY, Standing.SUPPORTER, Standing.SUPPORTED, Standing.OPPONENT}
TURNED = 0.55  # names of what begins further along the way end where their bar begins to end
FADES = {"start": ("kin-left", "kin-right"), "end": ("kin-right", "kin-left")}
JOINED = {Standing.WHOLE, Standing.MEMBER}
# What happened once, and then is so.
ONCE = {
    *(Standing.PREDECESSOR, Standing.SUCCESSOR, Standing.ORIGIN, Standing.SPLINTER),
    *(Standing.ABSORBED, Standing.ABSORBER),
}
Path = tuple[Standing, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of a bond; hollow where it is not certain that it held then.

    `x` and `width` as of a rectangle, `first` and `last` as of a line.
    """

    x: str
    width: str
    first: str
    last: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Join:
    """Where a bond began or ended: a line to the row it is a bond with, a dot if the day is known.

    `top` and `bottom` are the ends of the line, `y` is the middle of the bond's own bar.
    """

    x: str
    top: int
    bottom: int
    y: int
    known: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One faction: its name above its bars, `line` the foot of the name, `y` the middle of them."""

    bonds: tuple[Bond, ...]
    other: Faction
    shape: str
    line: int
    y: int
    x: str
    anchor: str
    thin: bool
    bars: list[Bar]
    fades: list[Fade]
    joins: list[Join]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`own` is the middle of the faction's own bar; `on` where the chosen day is, "" for none."""

    height: int
    rows: list[Row]
    own: int
    days: bands.Days
    on: str

    @property
    def own_line(self) -> int:
        return self.own - OWN_BAR + 12

    @property
    def start(self) -> str:
        return self.days.axis.place(0)


def draw(
    family: Family, record: Iterable[date | None], *, on: date | None = None, mirrored: bool = False
) -> Drawing | None:
    """None where no day is known; `record` are further days that the axis must have room for."""
    known = {*family.turns, *(day for day in (*record, on) if day)}
    if not family.bonds or not known:
        return None
    days = bands.days_of(known, mirrored=mirrored)
    above, below = _rows_of(family)
    own = len(above) * PITCH
    tops = {path: place * PITCH for place, (path, _bonds) in enumerate(above)}
    tops |= {path: own + OWN + place * PITCH for place, (path, _bonds) in enumerate(below)}
    middles = {path: top + BAR for path, top in tops.items()}
    rows = [
        _row(bonds, tops[path], middles.get(_held_by(path), own + OWN_BAR), days)
        for path, bonds in (*above, *below)
    ]
    return Drawing(
        height=own + OWN + len(below) * PITCH + 24,
        rows=rows,
        own=own + OWN_BAR,
        days=days,
        on=days.at(on) if on else "",
    )


Rows = list[tuple[Path, tuple[Bond, ...]]]


def _rows_of(family: Family) -> tuple[Rows, Rows]:
    """The bonds of each row: with the same faction, in the same way, through the same others."""
    ordered = sorted(family.bonds, key=_order)
    rows = [(path, tuple(bonds)) for path, bonds in groupby(ordered, key=_path)]
    above = [row for row in rows if row[0][0] == Standing.WHOLE]
    return above[::-1], [row for row in rows if row[0][0] != Standing.WHOLE]


def _order(bond: Bond) -> tuple[int, list[tuple[str, int]], date]:
    """Each member after the group it is a member through."""
    chain = [(faction.sort_key, faction.pk) for faction in (*bond.through, bond.other)]
    return list(Standing).index(bond.standing), chain, bond.days.first or date.min


def _path(bond: Bond) -> Path:
    return bond.standing, tuple(faction.pk for faction in (*bond.through, bond.other))


def _held_by(path: Path) -> Path:
    """The row that a row's links lead to; the faction's own where there is none."""
    return path[0], path[1][:-1]


def _row(bonds: tuple[Bond, ...], top: int, joined: int, days: bands.Days) -> Row:
    standing, middle = bonds[0].standing, top + BAR
    begun = days.edges(bonds[0].days.first, None)
    begin = begun[0] if begun and bonds[0].days.first else 0.0
    turned = begin > TURNED
    return Row(
        bonds=bonds,
        other=bonds[0].other,
        shape="once" if standing in ONCE else standing.value,
        line=top + 12,
        y=middle,
        x=days.axis.place(1.0 if turned else begin),
        anchor="end" if turned else "start",
        thin=standing in THIN,
        bars=[bar for bond in bonds for bar in _bars(bond, days)],
        fades=[fade for bond in bonds for fade in _fades(bond, days)],
        joins=[
            Join(x, min(joined, middle), max(joined, middle), middle, known)
            for bond in bonds
            for x, known in _turns(bond, days)
        ],
    )


def _bars(bond: Bond, days: bands.Days) -> Iterator[Bar]:
    """Hollow, filled, hollow; what happened once only hollow, and only if its day is not known."""
    whole, sure = _drawn(bond), bond.sure
    if sure is None:
        stretches = [(whole, True)]
    else:
        before = Days(whole.first, sure.first - A_DAY) if sure.first else None
        after = Days(sure.last + A_DAY, whole.last) if sure.last else None
        middle = [] if bond.standing in ONCE else [(sure, False)]
        stretches = [
            *([(before, True)] if before and before.first != sure.first else []),
            *middle,
            *([(after, True)] if after and not _is_over(after) else []),
        ]
    for stretch, hollow in stretches:
        edges = days.edges(stretch.first, stretch.last)
        if edges:
            first, last = (days.axis.place(edge) for edge in edges)
            yield Bar(*days.axis.stretch(*edges), first, last, hollow)


def _is_over(days: Days) -> bool:
    """Whether nothing is left of a stretch that ends before it begins."""
    return days.first is not None and days.last is not None and days.first > days.last


def _drawn(bond: Bond) -> Days:
    """All days of the bond; of what happened once, those on which it may have."""
    if bond.standing not in ONCE:
        return bond.days
    return Days(bond.days.first, bond.sure.first if bond.sure else None)


def _fades(bond: Bond, days: bands.Days) -> Iterator[Fade]:
    """Open ends; what happened once has none."""
    if bond.standing in ONCE or (edges := days.edges(bond.days.first, bond.days.last)) is None:
        return
    begin, end = edges
    length = min(bands.FADE, end - begin)
    mirrored = days.axis.mirrored
    if bond.days.first is None:
        place = days.axis.stretch(begin, begin + length)
        yield Fade(*place, FADES["start"][mirrored])
    if bond.days.last is None:
        yield Fade(*days.axis.stretch(end - length, end), FADES["end"][mirrored])


def _turns(bond: Bond, days: bands.Days) -> Iterator[tuple[str, bool]]:
    """Where it began and ended, and whether the day is known; allies and opponents do not join."""
    if bond.standing not in JOINED | ONCE:
        return
    ends = [(bond.days.first, bond.sure.first if bond.sure else None)]
    if bond.standing in JOINED:
        ends.append((bond.sure.last if bond.sure else None, bond.days.last))
    for earliest, latest in ends:
        if known := [day for day in (earliest, latest) if day]:
            edges = days.edges(min(known), max(known))
            if edges:
                yield days.axis.place(sum(edges) / 2), earliest == latest
