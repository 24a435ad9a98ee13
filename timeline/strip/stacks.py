"""The stacks of a strip as paths: one block an event while they can be told apart, else bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.bands import Days
from timeline.models.vocabulary import Family
from timeline.strip.counting import NONE, Shares
from timeline.strip.periods import Period

WIDTH, HEIGHT = 1200, 100  # of the box that the paths are drawn in, which is stretched to fit
MOST_BLOCKS = 12  # in one stack; more are a bar
FEW_BLOCKS = 4  # at most, and half the height is enough
WIDEST = {True: 28, False: 44}  # of a block, of a bar
GAP = 1.6
ROOM_FOR_OTHERS = 4  # times what matches: taller stacks of what does not match are cut off
LEAST = 2  # how high what matches is at least drawn
FAMILIES = tuple(Family)
LOOSE, OUTSIDE, REST = "loose", "outside", "rest"
LAYERS = (*FAMILIES, LOOSE, OUTSIDE, REST)
"""From the foot of a stack to its top.

What surely begins in the period, by family; what may belong to another; what matches but for the
dates asked for; the rest of the record.
"""


@dataclass(frozen=True, slots=True)
class Scale:
    """`top`: how many events are as high as the drawing, which is `low` where they are few."""

    top: int
    blocks: bool

    @property
    def low(self) -> bool:
        return self.top <= FEW_BLOCKS

    @property
    def step(self) -> float:
        return HEIGHT / self.top


def scale_of(periods: list[Period], shares: Shares) -> Scale:
    """The highest stack has room, unless what matches would be too small to be seen beside it."""
    whole, undated, matching = (
        max((part.get(period.first, NONE).total for period in periods), default=0)
        for part in (shares.whole, shares.undated, shares.matching)
    )
    told = max(undated, matching)
    top = min(max(whole, told), told * ROOM_FOR_OTHERS) if told else whole
    blocks = top <= MOST_BLOCKS
    return Scale(FEW_BLOCKS if top <= FEW_BLOCKS else max(top, 2 * FEW_BLOCKS), blocks)


def stack(shares: Shares, period: Period) -> dict[str, int]:
    """Events of a period by layer, the empty ones left out."""
    whole, undated, matching = (
        part.get(period.first, NONE) for part in (shares.whole, shares.undated, shares.matching)
    )
    surely: dict[str, int] = {
        family: matching.families[family] - matching.loose[family] for family in FAMILIES
    }
    numbers = surely | {
        LOOSE: matching.loose.total(),
        OUTSIDE: max(undated.total - matching.total, 0),
        REST: max(whole.total - max(undated.total, matching.total), 0),
    }
    return {layer: number for layer, number in numbers.items() if number}


def paths(periods: list[Period], shares: Shares, days: Days, scale: Scale) -> dict[str, str]:
    """Layer to the path of all its blocks or bars, in the order of the layers."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for period in periods:
        left, width = _place(period, days, WIDEST[scale.blocks])
        for layer, top, height in _piled(stack(shares, period), scale):
            pieces[layer].append(_rectangle(left, top, width, height))
    return {layer: "".join(pieces[layer]) for layer in LAYERS if layer in pieces}


def _place(period: Period, days: Days, widest: float) -> tuple[float, float]:
    """Left edge and width of a stack: in the middle of its period where that is very wide."""
    begin, end = (share * WIDTH for share in days.edges(period.first, period.last, 0) or (0, 0))
    room = end - begin
    width = min(room - min(GAP, room / 5), widest)
    left = begin + (room - width) / 2
    return (WIDTH - left - width if days.axis.mirrored else left), width


def _piled(numbers: dict[str, int], scale: Scale) -> Iterator[tuple[str, float, float]]:
    """Layer, top and height of each block or bar of a stack, up to the top of the drawing."""
    foot = float(HEIGHT)
    told = sum(number for layer, number in numbers.items() if layer not in (OUTSIDE, REST))
    stretch = max(1.0, LEAST / (told * scale.step)) if told else 1.0
    for layer, number in numbers.items():
        step = scale.step * (1 if layer in (OUTSIDE, REST) else stretch)
        for height in [step] * number if scale.blocks else [number * step]:
            height = min(height, foot)
            if height < 0.05:
                return
            foot -= height
            gap = scale.step * 0.14 if scale.blocks else 0.0
            yield layer, foot + gap, height - gap


def _rectangle(left: float, top: float, width: float, height: float) -> str:
    x, y, w, h = (f"{value:.1f}".removesuffix(".0") for value in (left, top, width, height))
    return f"M{x} {y}h{w}v{h}h-{w}z"


@dataclass(frozen=True, slots=True)
class Line:
    """A line at a round number of events; `y` from the top, in per cent."""

    y: str
    number: int


def lines(scale: Scale) -> list[Line]:
    """Two to four lines behind bars; blocks can be counted and need none."""
    if scale.blocks:
        return []
    power: int = 10 ** (len(str(scale.top)) - 2)
    step = next(n * power for n in (5, 10, 20, 25, 50) if scale.top // (n * power) <= 3)
    return [
        Line(f"{100 - number * 100 / scale.top:.1f}%", number)
        for number in range(step, scale.top + 1, step)
    ]
