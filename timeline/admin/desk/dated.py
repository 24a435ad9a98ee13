"""The date at hand as the form shows it: what it means, by which rule, on a strip of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from timeline import dates, wording
from timeline.admin import dating
from timeline.admin.days import DayField
from timeline.admin.desk.filled import Filled
from timeline.admin.desk.marks import Strip, choices, strip, when_of
from timeline.dates import When
from timeline.models.vocabulary import Precision

UNDATED = When(earliest=None, latest=None, precision=dates.Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class DateAtHand:
    """`fault` says why the words cannot be read; `marks` are code, word and whether chosen."""

    when: When
    words: str
    rule: str
    fault: str
    marks: list[tuple[str, Any, bool]]
    strip: Strip


def date_at_hand(filled: Filled, published: date, *, fault: str = "") -> DateAtHand:
    when = when_filled(filled)
    known = bool(when.earliest or when.latest)
    return DateAtHand(
        when=when,
        words=wording.when(when) if known else "",
        rule=wording.rule(rule(filled, when, published)),
        fault=fault,
        marks=list(choices(when, filled.values.get("mark", ""))),
        strip=strip(when, published=published, around=day(filled, "strip")),
    )


def rule(filled: Filled, when: When, published: date) -> str:
    """The rule that the words lead by, else the one that the date came with."""
    by_words = dating.rule_of(columns(filled), when.phrase, day(filled, "read_on") or published)
    came_with = filled.values.get("date_rule", "")
    return came_with if came_with and by_words == dating.BY_HAND else by_words


def when_filled(filled: Filled) -> When:
    """The date in the form; undated where what was typed makes none."""
    try:
        return when_of(columns(filled) | {"date_printed": phrase(filled)})
    except ValueError:
        return UNDATED


def columns(filled: Filled) -> dict[str, Any]:
    flags = {name: bool(filled.values.get(name)) for name in ("lasted", "circa", "uncertain")}
    bounds = {name: day(filled, name) for name in dating.BOUNDS}
    if not flags["lasted"]:
        bounds["start_latest"] = bounds["end_earliest"] = None
    chosen = filled.values.get("precision", "")
    known = dates.Precision(chosen) if chosen in Precision else dates.Precision.UNKNOWN
    return {**bounds, **flags, "precision": known}


def phrase(filled: Filled) -> str:
    return filled.values.get("date_printed", "")


def day(filled: Filled, name: str) -> date | None:
    try:
        return DayField(required=False).to_python(filled.values.get(name, ""))
    except ValidationError:
        return None
