"""How the events of a question lie over time, above the record of its whole subject.

The axis is that of the subject, whatever is asked, so that a filter changes the tones of the
strip and never its shape. A chosen range is drawn out below, by its own unit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from timeline.bands import Days
from timeline.filters import EventFilter
from timeline.models.vocabulary import Family
from timeline.strip.axes import axis_of, days_of
from timeline.strip.counting import Shares, counted, shares_of
from timeline.strip.drawing import Bar, Drawing, draw
from timeline.strip.periods import Period, Unit, unit_for
from timeline.strip.stacks import FAMILIES, LAYERS
from timeline.strip.ways import Ways, ways_of
from timeline.wording import strip as words

__all__ = ["Drawing", "Range", "Strip", "Unit", "axis_of", "strip_of"]

MOST_DAYS = 124  # of a range that is drawn out by days
MOST_OF_IT = 0.6  # of the axis: a wider range is not drawn out in the same unit again


@dataclass(frozen=True, slots=True)
class Range:
    """Where the chosen range lies on the strip; its words stand at its end if that is nearer."""

    x: str
    width: str
    at: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A period as the table has it: by family, together, those perhaps in another, others."""

    bar: Bar
    numbers: list[int]


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Strip:
    """`part` draws out the chosen range, into which so many events reach from `elsewhere`."""

    days: Days
    whole: Drawing
    part: Drawing | None
    elsewhere: int
    range: Range | None
    ways: Ways | None
    families: list[Family]

    @property
    def key(self) -> list[tuple[str, str]]:
        """The layers that are drawn, with their names."""
        drawn = {layer for each in (self.whole, self.part) if each for layer in each.layers}
        return [(layer, words.layer(layer)) for layer in LAYERS if layer in drawn]

    @property
    def caption(self) -> str:
        return words.caption(self.whole.unit)

    @property
    def tables(self) -> list[Table]:
        return [
            Table(words.caption(each.unit), rows_of(each, self.families))
            for each in (self.whole, self.part)
            if each
        ]

    @property
    def elsewhere_words(self) -> str:
        return words.from_elsewhere(self.elsewhere) if self.elsewhere else ""


def strip_of(question: EventFilter, first: date, last: date) -> Strip:
    """The strip of a question about a record that goes from the first day to the last.

    Up to five queries; keep what it gives for as long as the edition stands.
    """
    days = axis_of(first, last)
    shares = shares_of(question, Unit(days.unit))
    part, elsewhere = _drawn_out(question, days)
    seen = {family for tally in shares.matching.values() for family in tally.families}
    return Strip(
        days=days,
        whole=draw(question, shares, days, "s"),
        part=part,
        elsewhere=elsewhere,
        range=_range(question, days),
        ways=ways_of(question, days),
        families=[family for family in FAMILIES if family in seen],
    )


def rows_of(drawing: Drawing, families: list[Family]) -> list[Row]:
    return [
        Row(
            bar,
            [
                *(bar.told.families[family] for family in families),
                bar.told.total,
                bar.told.loose.total(),
                bar.others,
            ],
        )
        for bar in drawing.bars
    ]


def _range(question: EventFilter, days: Days) -> Range | None:
    if not question.first and not question.last:
        return None
    edges = days.edges(question.first, question.last)
    if edges is None:
        return None
    begin, end = edges
    at_start = begin + end < 1
    x, width = days.axis.stretch(begin, end)
    at = days.axis.place(begin if at_start else end)
    return Range(x, width, at, "start" if at_start else "end")


def _drawn_out(question: EventFilter, days: Days) -> tuple[Drawing | None, int]:
    """The range by its own unit, and how many events of the question are counted elsewhere."""
    window = _window(question, days)
    if window is None:
        return None, 0
    matching = counted(question, question.events(), Unit(window.unit))
    undated = matching
    if (window.first, window.last) != (question.first, question.last):
        around = question.events(without="dates").between(
            window.first, window.last, certainly=question.certain
        )
        undated = counted(question, around, Unit(window.unit))
    if not any(undated[day].total for day in undated if window.first <= day <= window.last):
        return None, 0
    outside = (day for day in matching if not window.first <= day <= window.last)
    elsewhere = sum(matching[day].total for day in outside)
    return draw(question, Shares(undated, undated, matching), window, "p"), elsewhere


def _window(question: EventFilter, days: Days) -> Days | None:
    """The range in whole units of its own, a single day in its month; None if nothing is gained."""
    if not question.first and not question.last:
        return None
    first, last = (
        max(question.first or days.first, days.first),
        min(question.last or days.last, days.last),
    )
    if first > last:
        return None
    if first == last:
        month = Period.around(first, Unit.MONTH)
        first, last = month.first, month.last
    unit = unit_for(first, last, most_days=MOST_DAYS)
    first, last = Period.around(first, unit).first, Period.around(last, unit).last
    share = (last - first).days / ((days.last - days.first).days or 1)
    if unit == days.unit and share > MOST_OF_IT:
        return None
    return days_of(first, last, unit)
