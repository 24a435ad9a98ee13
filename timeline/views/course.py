"""Who held a city when, as its page shows it: in sentences, as a band, as a table with proofs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from timeline import bands
from timeline.bands import UNKNOWN, Paint, Stretch, paint_of
from timeline.courses import Change, Course, Names, Spell, changes, course_of, names_of
from timeline.models import City, Event
from timeline.strip import axis_of
from timeline.wording import control as words

MOST_HOLDERS = 6
MOST_ROWS = 100  # of the table below the band: the latest


@dataclass(frozen=True, slots=True)
class Row:
    """A spell in words; the first of its proofs is the one that its place on the band leads to."""

    who: str
    state: str
    beginning: str
    ending: str
    title: str
    paint: Paint
    proofs: list[Event]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a band with its row; `named` says on which widths its name has room."""

    stretch: Stretch
    row: Row
    named: str


@dataclass(frozen=True, slots=True)
class Told:
    """The course of a city, as small as its pages need it, since each of them reads it.

    `paints` are from the days in `starts` on, as ordinals; nothing is known before the first.
    `turns`: number of an event to what it did to the city. `span` are the first and last day of
    the record and of the course. `band`, which stands under the strip on its axis, and the table
    of `spells` are drawn once for all pages.
    """

    starts: list[int]
    paints: list[Paint]
    sentences: list[str]
    turns: dict[int, str]
    span: tuple[date, date]
    band: SafeString
    spells: SafeString

    def paint_on(self, day: date) -> Paint:
        place = bisect_right(self.starts, day.toordinal())
        return self.paints[place - 1] if place else UNKNOWN


def told(city: City, record: Iterable[date | None]) -> Told | None:
    """None where nothing is known of it; `record`: the first and last day of its events."""
    course = course_of(city.pk)
    if not course:
        return None
    known = [*bands.days_in(course), *(day for day in record if day)]
    span = min(known), max(known)
    days = axis_of(*span)
    stretches, latest = bands.band(course, days), course[-MOST_ROWS:]
    names = names_of(course, proving=[*latest, *(each.spell for each in stretches)])
    starts, paints = painted(course)
    parts = [part(each, row(each.spell, names)) for each in stretches]
    context = {
        "city": city,
        "parts": parts,
        "holders": holders(parts),
        "rows": [row(spell, names) for spell in latest],
        "earlier": len(course) - len(latest),
    }
    return Told(
        starts=starts,
        paints=paints,
        sentences=words.course(course, names),
        turns=turns(course, names),
        span=span,
        band=drawn("cities/_band.html", context),
        spells=drawn("cities/_spells.html", context),
    )


def holders(parts: list[Part]) -> list[tuple[Paint, str]]:
    """A key to the colours of a band, where a stretch of it is too short for its name.

    Empty where all are named, and where the key would be longer than anybody reads.
    """
    key = dict.fromkeys((part.row.paint, part.row.who) for part in parts)
    return list(key) if len(key) <= MOST_HOLDERS and not all(part.named for part in parts) else []


def painted(course: Course) -> tuple[list[int], list[Paint]]:
    """The first day of every spell as an ordinal, 0 where it is open, and its paint."""
    kept: dict[Paint, Paint] = {}  # the same paint is one object, so that it is stored once
    paints = [paint_of(spell) for spell in course]
    starts = [spell.first.toordinal() if spell.first else 0 for spell in course]
    return starts, [kept.setdefault(paint, paint) for paint in paints]


def drawn(template: str, context: dict[str, Any]) -> SafeString:
    paints = {part.row.paint for part in context["parts"]}
    paints |= {row.paint for row in context["rows"]}
    return render_to_string(template, context | {"paints": paints})


def row(spell: Spell, names: Names) -> Row:
    return Row(
        who=words.short(spell, names),
        state=words.state(spell, names),
        beginning=words.beginning(spell),
        ending=words.ending(spell),
        title=words.title(spell, names),
        paint=paint_of(spell),
        proofs=names.proofs(spell),
    )


def part(stretch: Stretch, row: Row) -> Part:
    return Part(stretch, row, stretch.named(row.who))


def turns(course: Course, names: Names) -> dict[int, str]:
    """What each event that began a spell did: from the spell before it to the last it began."""
    begun: dict[int, list[Change]] = {}
    for change in changes(course):
        for event in change.after.began_by:
            begun.setdefault(event, []).append(change)
    kept: dict[str, str] = {}
    told = {
        event: words.turn(each[0].before, each[-1].after, names) for event, each in begun.items()
    }
    return {event: kept.setdefault(sentence, sentence) for event, sentence in told.items()}
