"""Lengths of fighting: "after four months of fighting" tells when the fighting began."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import TypeVar

from timeline.dates import Found

from .cues import Cue
from .inflecting import Form
from .lexicon import FRAMES, Entry
from .reading import Reading, Sentence

K = TypeVar("K", bound=Hashable)

_KINDS = (
    ("besieged", re.compile(r"\b(?:siege|blockade|encirclement)\b")),
    ("clash", re.compile(r"\b(?:clashes|skirmishes)\b")),
    (
        "offensive_began",
        re.compile(
            r"\b(?:fighting|battles?|offensive|assault|campaign|war|operation|combat|push)\b"
        ),
    ),
)
_ENTRIES = {kind: Entry(kind, (), FRAMES["FIGHTING"], noun=True) for kind, _ in _KINDS}
_REACH = 25
_SHORTEST_DAYS = 14


def lengths_in(reading: Reading[K], sentence: Sentence) -> Iterator[tuple[Cue, Found]]:
    """Yield the lengths of fighting in a sentence, each as an event at its beginning."""
    for found in reading.dates:
        if not (sentence.start <= found.start < sentence.end and _is_told(reading, found)):
            continue
        if kind := _kind(reading, found, sentence):
            yield _cue(kind, found, sentence), found


def is_of_a_length(cue: Cue, found: Found) -> bool:
    """Whether a noun is the fighting that a length of time is of, and no event beside it."""
    return cue.entry.noun and found.start <= cue.start < found.end + _REACH


def _kind(reading: Reading[K], found: Found, sentence: Sentence) -> str:
    end = min(found.end + _REACH, sentence.end)
    named = (kind for kind, pattern in _KINDS if pattern.search(reading.low, found.start, end))
    return next(named, "")


def _cue(kind: str, found: Found, sentence: Sentence) -> Cue:
    start, end = found.start, found.end
    return Cue(
        _ENTRIES[kind],
        kind,
        FRAMES["FIGHTING"],
        Form.NOUN,
        start,
        end,
        end,
        sentence,
        passive=False,
    )


def _is_told(reading: Reading[K], found: Found) -> bool:
    """Whether a length is long enough to be worth an event, and no place within the fighting."""
    latest = found.when.latest
    words = reading.low[found.start : found.end]
    if not found.when.duration or latest is None or " into the " in words:
        return False
    if found.when.rule in ("duration_days", "streak") and "siege" not in words:
        return False
    return (reading.published - latest).days >= _SHORTEST_DAYS
