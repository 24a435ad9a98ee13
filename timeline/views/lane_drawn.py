"""A lane as its drawing needs it: names, places, words for every mark and cell, and addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import bands, wording
from timeline.bands import Stretch
from timeline.courses import Names, courses, names_of
from timeline.dates import Precision, When
from timeline.filters import EventFilter
from timeline.lanes import LaidOut, Lane, Window, lane_address
from timeline.lanes.cells import Cell, level
from timeline.lanes.marks import Mark
from timeline.models import ControlSpan, Event
from timeline.models.address import NONE, address
from timeline.models.vocabulary import Family
from timeline.views.course import Part, part, row
from timeline.vocabulary import Entry

MANY = 400  # from so many stretches on bands are drawn more coarsely
COARSE = 0.02
STRONG = (Family.CONTROL, Family.FIGHTING, Family.CIVILIANS)


@dataclass(frozen=True, slots=True)
class MarkDrawn:
    """A mark in per cent along the lane; `x` and `width` are those of a bar.

    `start` is where it begins and `end` where it ends, seen in the direction of reading.
    """

    mark: Mark
    title: str
    start: str
    end: str
    x: str
    width: str
    stop: str
    fill: str

    @property
    def classes(self) -> str:
        """Its tone, and its row on desks and on phones; "w" and "n" alone where it has none."""
        rows = (("w", self.mark.row), ("n", self.mark.row_on_phones))
        places = [f"{width}{'' if row is None else row}" for width, row in rows]
        return " ".join([*places, *([] if self.mark.family in STRONG else ["quiet"])])


@dataclass(frozen=True, slots=True)
class CellDrawn:
    cell: Cell
    title: str
    url: str
    x: str
    width: str
    middle: str
    level: int


@dataclass(frozen=True, slots=True)
class LaneDrawn:
    """A lane with its name, and the link to the list of its events."""

    lane: Lane
    name: str
    colour_class: str
    page: str
    listed: str
    total: str
    marks: list[MarkDrawn]
    cells: list[CellDrawn]
    cells_on_phones: list[CellDrawn]
    parts: list[Part]


def drawn(
    question: EventFilter, found: LaidOut, bands_of: Mapping[int, list[Part]]
) -> list[LaneDrawn]:
    noun = question.lanes
    entries = {entry.id: entry for entry in question.words.of(noun).values()}
    cities = {entry.id: entry.name for entry in question.words.city.values()}
    return [
        lane_drawn(question, found, lane, entries.get(lane.number or 0), cities, bands_of)
        for lane in found.lanes
    ]


def lane_drawn(
    question: EventFilter,
    found: LaidOut,
    lane: Lane,
    entry: Entry | None,
    cities: Mapping[int, str],
    bands_of: Mapping[int, list[Part]],
) -> LaneDrawn:
    slug = entry.slug if entry else NONE
    name = question.words.name(question.lanes, slug)
    cells = [cell_drawn(question, found, lane, slug, name, cell) for cell in lane.cells]
    on_phones = [
        cell_drawn(question, found, lane, slug, name, cell) for cell in lane.cells_on_phones
    ]
    return LaneDrawn(
        lane=lane,
        name=name,
        colour_class=f"p-{lane.number}" if entry and question.lanes == "faction" else "",
        page=address(question.lanes, slug) if entry else "",
        listed=lane_address(question, lane, slug, listed=True),
        total=how_many(lane.events),
        marks=[mark_drawn(mark, found, cities) for mark in lane.marks],
        cells=cells,
        cells_on_phones=on_phones,
        parts=bands_of.get(lane.number or 0, []),
    )


def how_many(number: int) -> str:
    words = ngettext("%(number)s event", "%(number)s events", number)
    return words % {"number": number_format(number, force_grouping=True)}


def mark_drawn(mark: Mark, found: LaidOut, cities: Mapping[int, str]) -> MarkDrawn:
    axis, reach = found.days.axis, mark.reach
    x, width = axis.stretch(reach.begin, reach.end)
    return MarkDrawn(
        mark=mark,
        title=told(mark.event, cities),
        start=axis.place(reach.begin),
        end=axis.place(reach.end),
        x=x,
        width=width,
        stop="" if reach.stop is None else axis.place(reach.stop),
        fill=mark.fill(mirrored=axis.mirrored),
    )


def told(event: Event, cities: Mapping[int, str]) -> str:
    """An event in one line: its date, what happened, and where."""
    says = {"date": wording.when(event.when), "headline": event.headline}
    city = cities.get(event.city_id or 0, "")
    if city and event.locality:
        place = _("%(locality)s, %(city)s") % {"locality": event.locality, "city": city}
    else:
        place = city or event.locality
    if not place:
        return _("%(date)s: %(headline)s") % says
    return _("%(date)s: %(headline)s (%(place)s)") % (says | {"place": place})


def cell_drawn(
    question: EventFilter, found: LaidOut, lane: Lane, slug: str, name: str, cell: Cell
) -> CellDrawn:
    """A single day opens as a list, since no lane can show more of it."""
    days, axis = cell.window, found.days.axis
    begin, end = found.days.share(days.first), axis.share(days.last.toordinal() + 1)
    x, width = axis.stretch(begin, end)
    words = ngettext(
        "%(name)s, %(days)s: %(number)s event", "%(name)s, %(days)s: %(number)s events", cell.number
    )
    number = number_format(cell.number, force_grouping=True)
    return CellDrawn(
        cell=cell,
        title=words % {"name": name, "days": days_told(days), "number": number},
        url=lane_address(question, lane, slug, days, listed=days.length == 1),
        x=x,
        width=width,
        middle=axis.place((begin + end) / 2),
        level=level(cell.number, found.levels),
    )


def days_told(window: Window) -> str:
    """ "2017", "June 2017", "1–4 June 2017"."""
    ends = (
        When(earliest=day, latest=day, precision=Precision.EXACT)
        for day in (window.first, window.last)
    )
    return wording.range(*ends)


def grounds(found: LaidOut) -> tuple[dict[int, list[Part]], Names]:
    """Who held each city of these lanes, as bands on their axis, and who they all are."""
    cities = [lane.number for lane in found.lanes if lane.number is not None]
    read = courses(ControlSpan.objects.in_cities(cities))
    many = sum(map(len, read.values())) > MANY
    least = COARSE if many else bands.LEAST
    stretches = {city: bands.band(read[city], found.days, least=least) for city in read}
    names = names_of(each.spell for each in all_of(stretches.values()))
    parts = {
        city: [part(each, row(each.spell, names)) for each in band]
        for city, band in stretches.items()
    }
    return parts, names


def all_of(found: Iterable[Sequence[Stretch]]) -> Iterable[Stretch]:
    return (stretch for band in found for stretch in band)


__all__ = ["LaneDrawn", "days_told", "drawn", "grounds"]
