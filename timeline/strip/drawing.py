"""A strip to scale: its stacks, the links above them, the labels below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from timeline.bands import Days
from timeline.filters import EventFilter
from timeline.strip.counting import Shares, Tally
from timeline.strip.periods import ABOVE, Period, Unit, periods
from timeline.strip.stacks import Line, box, lines, paths, scale_of
from timeline.wording import strip as words

MANY = 8  # labels have room on a phone; of more, some are for wide windows only
NARROW = {Unit.MONTH: 0.05}  # of the width: a cell that is not wider stays without its label


@dataclass(frozen=True, slots=True)
class Bar:
    """A period with events. `url` is "" where none of them matches.

    `x` and `width` are those of the box that the stacks are drawn in.
    """

    id: str
    period: str
    url: str
    title: str
    x: int
    width: int
    chosen: bool
    told: Tally
    others: int


@dataclass(frozen=True, slots=True)
class Label:
    """What stands below: a cell of its own to link to, or the name of one bar, in its middle.

    `spare` ones go first where there is little room.
    """

    text: str
    x: str
    spare: bool = False
    url: str = ""
    title: str = ""
    cell: tuple[str, str] = ("", "")
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """`layers`: name to path, from the foot of the stacks to their top.

    `blocks`: each event has one; `low`: they are few. `start` is the edge at which time begins.
    `apart`: how many events stand in no bar.
    """

    unit: Unit
    layers: dict[str, str]
    bars: list[Bar]
    lines: list[Line]
    labels: list[Label]
    blocks: bool
    low: bool
    start: str
    apart: int

    @property
    def apart_words(self) -> str:
        return words.apart(self.apart) if self.apart else ""

    @property
    def busy(self) -> list[Bar]:
        """The bars that lead somewhere."""
        return [bar for bar in self.bars if bar.url]


def draw(question: EventFilter, shares: Shares, days: Days, mark: str) -> Drawing:
    """The drawing of these numbers; the names of its bars begin with `mark`."""
    unit = Unit(days.unit)
    counted = periods(days.first, days.last, unit)
    scale = scale_of(counted, shares)
    return Drawing(
        unit=unit,
        layers=paths(counted, shares, days, scale),
        bars=[
            _bar(question, shares, days, period, mark)
            for period in counted
            if period.first in shares.whole or period.first in shares.undated
        ],
        lines=lines(scale),
        labels=_labels(question, shares, days, counted),
        blocks=scale.blocks,
        low=scale.low,
        start=days.axis.place(0),
        apart=sum(tally.apart for tally in shares.matching.values()),
    )


def _bar(question: EventFilter, shares: Shares, days: Days, period: Period, mark: str) -> Bar:
    whole, undated, matching = shares.of(period.first)
    x, width = box(period, days)
    return Bar(
        id=f"{mark}{period.code}",
        period=period.words,
        url=_url(question, period) if undated.total else "",
        title=words.bar(period.words, undated.total, whole.total),
        x=x,
        width=width,
        chosen=is_chosen(question, period),
        told=matching,
        others=max(whole.total, undated.total) - matching.total,
    )


def _url(question: EventFilter, period: Period) -> str:
    asked = period.asked
    return question.turned(**asked) if asked else ""


def is_chosen(question: EventFilter, period: Period) -> bool:
    return (question.first, question.last) == (period.first, period.last)


def _labels(
    question: EventFilter, shares: Shares, days: Days, counted: list[Period]
) -> list[Label]:
    """The years of months, the months of days; where there is only one, the bars themselves."""
    above = ABOVE.get(Unit(days.unit))
    wider = periods(days.first, days.last, above) if above else []
    if len(wider) < 2:
        return _thinned([_name(period, days) for period in counted if _is_round(period)])
    begins: Counter[Period] = Counter()
    for period in counted:
        _whole, undated, _matching = shares.of(period.first)
        begins[Period.around(period.first, wider[0].unit)] += undated.total
    return _thinned([_cell(question, period, begins[period], days) for period in wider])


def _thinned(labels: list[Label]) -> list[Label]:
    """Of many every second, third and so on stands; those between are spare."""
    step = -(-len(labels) // MANY)
    return [replace(label, spare=bool(place % step)) for place, label in enumerate(labels)]


def _is_round(period: Period) -> bool:
    return period.unit is not Unit.DAY or period.first.day == 1 or period.first.day % 5 == 0


def _name(period: Period, days: Days) -> Label:
    begin, end = days.edges(period.first, period.last, 0) or (0, 0)
    return Label(period.label, days.axis.place((begin + end) / 2))


def _cell(question: EventFilter, period: Period, number: int, days: Days) -> Label:
    """`number` is that of its bars, which is not of all that is certain."""
    begin, end = days.edges(period.first, period.last, 0) or (0, 0)
    return Label(
        text=_within(period, days) if end - begin > NARROW.get(period.unit, 0.02) else "",
        x=days.axis.place(begin),
        url=_url(question, period) if number else "",
        title=period.words if question.certain else words.bar(period.words, number, number),
        cell=days.axis.stretch(begin, end),
        chosen=is_chosen(question, period),
    )


def _within(period: Period, days: Days) -> str:
    """A month with its year where that is not the one before it on the axis."""
    named = period.unit is Unit.MONTH and (period.first.month == 1 or period.first <= days.first)
    return period.words if named else period.label
