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
GAP = 1.6  # between two stacks
BETWEEN = 0.14  # of the height of a block: the gap above it
THINNEST = 0.05  # what is lower is not drawn
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
    whole, undated, matching = shares.of(period.first)
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
        for layer, foot, height in _piled(stack(shares, period), scale):
            drawn = _blocks(width, height, scale) if scale.blocks else _rectangle(width, height)
            pieces[layer].append(f"M{left} {_short(foot)}{drawn}")
    return {layer: "".join(pieces[layer]) for layer in LAYERS if layer in pieces}


def box(period: Period, days: Days) -> tuple[int, int]:
    """Left edge and width of all that belongs to a period."""
    edges = days.edges(period.first, period.last, 0) or (0, 0)
    begin, end = (round(share * WIDTH) for share in edges)
    return (WIDTH - end if days.axis.mirrored else begin), end - begin


def _place(period: Period, days: Days, widest: int) -> tuple[int, int]:
    """Left edge and width of its stack: in the middle where the period is very wide."""
    left, room = box(period, days)
    width = max(min(round(room - min(GAP, room / 5)), widest), 1)
    return left + (room - width) // 2, width


def _piled(numbers: dict[str, int], scale: Scale) -> Iterator[tuple[str, float, float]]:
    """Layer, foot and height of each part of a stack, up to the top of the drawing."""
    foot = float(HEIGHT)
    told = sum(number for layer, number in numbers.items() if layer not in (OUTSIDE, REST))
    stretch = max(1.0, LEAST / (told * scale.step)) if told else 1.0
    for layer, number in numbers.items():
        height = number * scale.step * (1 if layer in (OUTSIDE, REST) else stretch)
        height = min(height, foot)
        if height >= THINNEST:
            yield layer, foot, height
        foot -= height


def _blocks(width: int, height: float, scale: Scale) -> str:
    """One upon another: each ends where it began, which is where the next is counted from."""
    one = _rectangle(width, scale.step * (1 - BETWEEN))
    return f"m0-{_short(scale.step)}".join([one] * round(height / scale.step))


def _rectangle(width: int, height: float) -> str:
    """From its lower left corner."""
    return f"v-{_short(height)}h{width}v{_short(height)}z"


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


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
