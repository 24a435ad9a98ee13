"""Which date goes on from a sentence into the next one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from timeline.dates import When

from . import dating
from .counting import counted
from .proposal import Reason
from .reading import Reading, Sentence

K = TypeVar("K", bound=Hashable)

_CARRIED_PAST_DAYS = 366


def next_date(
    reading: Reading[K],
    sentence: Sentence,
    told: Sequence[dating.Dated],
    before: dating.Dated | None,
) -> dating.Dated | None:
    """The date that goes on into the next sentence: of the first event told, else the one named."""
    for dated in reversed(told):
        if dated.own and _is_carried(reading, dated.when):
            why = replace(dated.why, rule="date_before", inferred=True)
            return dating.Dated(dated.when, why, own=False)
    for one in dating.dates_in(reading, sentence):
        when = dating.beginning(reading, one.when) if one.when.rule == "since" else one.when
        if not when.duration and _is_carried(reading, when):
            why = replace(dating.reason(reading, one, "date_before"), inferred=True)
            return dating.Dated(when, why, own=False)
    base = before.when if before else None
    if found := counted(reading.low, sentence.start, sentence.end, base, None):
        place, when = found
        why = Reason("date", "date_before", *place, reading.text[slice(*place)], inferred=True)
        return dating.Dated(when, why, own=False)
    return before


def _is_carried(reading: Reading[K], when: When) -> bool:
    """Whether it goes on into the next sentence: days of the news, and months of what is past."""
    if when.earliest is None or when.latest is None:
        return False
    width = (when.latest - when.earliest).days
    return width <= (_CARRIED_PAST_DAYS if dating.is_past(reading, when) else dating.CARRIED_DAYS)
