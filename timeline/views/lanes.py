"""The answer in lanes: drawn once for all who ask the same, with the ways to other days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from timeline.bands import Paint
from timeline.caching import kept
from timeline.countries import by_country, by_name
from timeline.courses import Names
from timeline.filters import VIEWS, EventFilter
from timeline.lanes import LANES_A_PAGE, LaidOut, Window, laid_out
from timeline.lanes.window import Count, aside, counted, further, nearer, place_of
from timeline.models import City, Edition, Faction
from timeline.scales import DayTick
from timeline.views.lane_drawn import LaneDrawn, days_told, drawn, grounds


@dataclass(frozen=True, slots=True)
class Step:
    """A way to other days; `url` is "" where there are none, which `none` says."""

    id: str
    label: str
    days: str
    url: str
    none: str


@dataclass(frozen=True, slots=True)
class TickDrawn:
    tick: DayTick
    url: str
    days: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Group:
    """The lanes of a country, or all of them under no name."""

    name: str
    lanes: list[LaneDrawn]


def in_lanes(question: EventFilter, edition: Edition) -> dict[str, Any]:
    """What the view shows; nothing where no event answers."""
    name = f"lanes {question.path} {question.pairs()}"
    return {"lanes": kept(edition, name, lambda: rendered(question))}


def rendered(question: EventFilter) -> SafeString:
    found = laid_out(question, mirrored=get_language_bidi())
    if found is None:
        return SafeString()
    parts, names = grounds(found) if question.lanes == "city" else ({}, Names({}, {}))
    lanes = drawn(question, found, parts)
    paints = {each.row.paint for lane in lanes for each in lane.parts}
    context = {
        "found": found,
        "days": found.days,
        "groups": grouped(lanes) if question.lanes == "city" else [Group("", lanes)],
        "by": question.lanes,
        "steps": steps(question, found),
        "ticks": ticks(question, found),
        "shown": days_told(found.window),
        "paints": paints,
        "holders": holders(paints, names),
        "shades": shades(found.levels) if any(lane.cells_on_phones for lane in lanes) else [],
        "others": {noun: question.turned(lanes=noun) for noun in ("city", "faction")},
        "views": {view: question.turned(view=view) for view in VIEWS},
        "pages": pages(question, found),
    }
    return render_to_string("events/_lanes_drawn.html", context)


def steps(question: EventFilter, found: LaidOut) -> list[Step]:
    """Nearer, further, aside and all of it; each but the last named by the days it leads to."""
    window, whole = found.window, found.whole
    asked = bool(question.first or question.last)
    begins, ends = _("The record begins here."), _("The record ends here.")
    all_shown = _("All of it is shown.")
    ways = [
        ("earlier", _("Earlier"), aside(window, whole, -1), begins),
        ("later", _("Later"), aside(window, whole, 1), ends),
        ("in", _("Zoom in"), nearer(window), _("No nearer than this.")),
        ("out", _("Zoom out"), further(window, whole) if asked else None, all_shown),
        ("all", _("Everything"), whole if asked else None, all_shown),
    ]
    return [
        Step(
            name,
            label,
            days=days_told(days) if days else "",
            url=address_of(question, days, whole) if days else "",
            none=none,
        )
        for name, label, days, none in ways
    ]


def address_of(question: EventFilter, days: Window, whole: Window) -> str:
    """Where these days are shown; all of them need not be said."""
    everything: dict[str, str | None] = {"from": None, "to": None}
    return question.turned(**(everything if days.contains(whole) else days.written))


def ticks(question: EventFilter, found: LaidOut) -> list[TickDrawn]:
    """Each labelled year or month leads to it, unless it is all that is shown."""
    days, drawn = found.days, []
    for place, tick in enumerate(days.ticks):
        following = days.ticks[place + 1].day if place + 1 < len(days.ticks) else None
        begin, end = days.share(tick.day), days.share(following) if following else 1.0
        unit = unit_at(tick, days.unit)
        x, width = days.axis.stretch(begin, end)
        leads = unit is not None and unit != found.window and days.unit != "day"
        url = question.turned(**unit.written) if unit and leads else ""
        drawn.append(TickDrawn(tick, url, days_told(unit) if unit else "", x, width))
    return drawn


def unit_at(tick: DayTick, unit: str) -> Window | None:
    """The year, month or day that a tick stands for."""
    return counted(Count(unit, place_of(tick.day, unit), 1))


def grouped(lanes: list[LaneDrawn]) -> list[Group]:
    """By country in the order of their names, within it from west to east; the rest at the end."""
    cities = City.objects.in_bulk([lane.lane.number for lane in lanes if lane.lane.number])

    def city_of(lane: LaneDrawn) -> City | None:
        return cities.get(lane.lane.number or 0)

    def place(lane: LaneDrawn) -> tuple[bool, float, str]:
        city = city_of(lane)
        return city is None, city.point[0] if city and city.point else inf, lane.name

    found = by_country(sorted(lanes, key=place), city_of)
    return [Group(each.name if each.given else "", each.places) for each in by_name(found)]


def holders(paints: Iterable[Paint], names: Names) -> list[tuple[Paint, Faction]]:
    """The factions in the grounds with their colours, by name."""
    found = {faction for paint in paints for faction in paint.factions}
    return [(Paint("", (faction.pk,)), faction) for faction in names.of(found)]


def shades(levels: list[int]) -> list[tuple[int, int, int | None]]:
    """Each shade, from 1, with the lowest and highest number that has it; the last has no end."""
    ends = [*(level - 1 for level in levels[1:]), None]
    return [
        (number + 1, low, high) for number, (low, high) in enumerate(zip(levels, ends, strict=True))
    ]


def pages(question: EventFilter, found: LaidOut) -> dict[str, Any]:
    """Where the other lanes are, if there are more than a page holds."""
    if found.pages == 1:
        return {}
    first = (found.page - 1) * LANES_A_PAGE + 1
    return {
        "first": first,
        "last": min(first + LANES_A_PAGE - 1, found.number),
        "previous": page_address(question, found.page - 1) if found.page > 1 else "",
        "next": page_address(question, found.page + 1) if found.page < found.pages else "",
        "left": found.number - found.page * LANES_A_PAGE,
    }


def page_address(question: EventFilter, number: int) -> str:
    return question.turned(page=str(number) if number > 1 else None)
