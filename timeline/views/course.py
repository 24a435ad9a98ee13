"""Who held a city when, as its page shows it: in sentences, as a band, as a table with proofs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from timeline import bands
from timeline.bands import Days, Paint, Stretch, paint_of
from timeline.courses import Change, Course, Names, Spell, changes, course_of, names_of
from timeline.models import City, Event
from timeline.wording import control as words


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
    """The course of a city. `turns`: number of an event to what it did to the city.

    `band` is the drawing with the table below it, made once for all pages of the city.
    """

    spells: Course
    sentences: list[str]
    turns: dict[int, str]
    band: SafeString


def told(city: City, record: Iterable[date | None]) -> Told | None:
    """None where nothing is known of it; `record`: the first and last day of its events."""
    course = course_of(city.pk)
    if not course:
        return None
    names = names_of(course)
    days = bands.days_of(
        [*bands.days_in(course), *(day for day in record if day)], mirrored=get_language_bidi()
    )
    return Told(
        spells=course,
        sentences=words.course(course, names),
        turns=turns(course, names),
        band=drawn(city, course, names, days),
    )


def drawn(city: City, course: Course, names: Names, days: Days) -> SafeString:
    rows = {spell: row(spell, names) for spell in course}
    context = {
        "city": city,
        "days": days,
        "parts": [part(stretch, rows[stretch.spell]) for stretch in bands.band(course, days)],
        "rows": list(rows.values()),
        "paints": {each.paint for each in rows.values()},
    }
    return render_to_string("cities/_course.html", context)


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
    wide, narrow = stretch.room
    length = len(row.who)
    return Part(stretch, row, "" if length > wide else "roomy" if length > narrow else "always")


def turns(course: Course, names: Names) -> dict[int, str]:
    """What each event that began a spell did: from the spell before it to the last it began."""
    begun: dict[int, list[Change]] = {}
    for change in changes(course):
        for event in change.after.began_by:
            begun.setdefault(event, []).append(change)
    return {
        event: words.turn(each[0].before, each[-1].after, names) for event, each in begun.items()
    }
