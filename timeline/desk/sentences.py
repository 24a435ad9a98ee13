"""The sentences of an article, each with what is taken, proposed and left in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.desk import marking
from timeline.desk.finds import Finds
from timeline.desk.marks import Mark, Piece, What, marked
from timeline.desk.refused import Refused
from timeline.desk.spellings import Known
from timeline.desk.taken import Taken
from timeline.quotes import Place
from timeline.suggestions import Proposal, Unknown


class State(StrEnum):
    """How far a sentence is: `date` and `kind` are what it has that nothing was taken from."""

    USED = "used"
    DATE = "date"
    KIND = "kind"
    DISMISSED = "dismissed"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Counted from 1; `start` and `end` are its place in the text, `pieces` joined its words.

    `gap` is the white space before it, "" at the beginning of the text. `proposals` are open ones.
    `unknown` are the names that stand here first.
    """

    number: int
    start: int
    end: int
    state: State
    gap: str
    pieces: tuple[Piece, ...]
    events: tuple[Taken, ...]
    proposals: tuple[Proposal[int], ...]
    unknown: tuple[Unknown, ...]

    @property
    def is_left(self) -> bool:
        return self.state in {State.DATE, State.KIND}

    @property
    def begins_paragraph(self) -> bool:
        return "\n" in self.gap

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Laid:
    """All that lies upon the sentences of a text."""

    finds: Finds
    events: Sequence[Taken]
    proposals: Sequence[Proposal[int]]
    unknown: Sequence[Unknown]
    refused: Refused
    known: Known


def sentences(body: str, laid: Laid) -> list[Sentence]:
    """All sentences of the text, with what lies upon them."""
    places = laid.finds.places
    dismissed = _dismissed(body, laid)
    upon = spread(places, _marks(laid))
    return [
        _sentence(body, at, marks, laid, dismissed=at in dismissed) for at, marks in enumerate(upon)
    ]


def _dismissed(body: str, laid: Laid) -> set[int]:
    """Sentences, counted from 0, of which somebody said no to a proposal or to the whole."""
    whole = {
        at
        for at, place in enumerate(laid.finds.places)
        if laid.refused.has(body[place.start : place.end])
    }
    return whole | {
        one.sentence
        for one in laid.finds.proposals
        if laid.refused.has(body[one.start : one.end], one.kind)
    }


def _marks(laid: Laid) -> Iterator[Mark]:
    yield from marking.of_events(laid.events)
    yield from marking.of_proposals(laid.proposals)
    yield from marking.of_dates(laid.finds.dates)
    yield from marking.of_names(laid.finds.factions, What.FACTION, laid.known.faction_names)
    yield from marking.of_names(laid.finds.cities, What.CITY, laid.known.city_names)
    yield from marking.of_kinds(laid.finds.kinds)
    yield from marking.of_unknown(laid.unknown)


def spread(places: Sequence[Place], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For each place the marks that share words with it, in the order they came in."""
    starts = [place.start for place in places]
    within: list[list[Mark]] = [[] for _ in places]
    for mark in marks:
        at = max(0, bisect_right(starts, mark.start) - 1)
        while at < len(places) and places[at].start < mark.end:
            if places[at].end > mark.start:
                within[at].append(mark)
            at += 1
    return within


def _sentence(body: str, at: int, marks: list[Mark], laid: Laid, *, dismissed: bool) -> Sentence:
    place = laid.finds.places[at]
    state = _state(marks, dismissed=dismissed)
    if state is State.DATE:
        marks = [replace(mark, left=mark.what is What.DATE) for mark in marks]
    keys = {what: [mark.key for mark in marks if mark.what is what] for what in What}
    return Sentence(
        number=at + 1,
        start=place.start,
        end=place.end,
        state=state,
        gap=body[laid.finds.places[at - 1].end : place.start] if at else "",
        pieces=marked(body[place.start : place.end], marks, start=place.start),
        events=tuple(taken for taken in laid.events if taken.number in keys[What.USED]),
        proposals=tuple(one for one in laid.proposals if one.key in keys[What.PROPOSED]),
        unknown=tuple(
            name
            for name in laid.unknown
            if name.name in keys[What.UNKNOWN] and place.start <= name.places[0][0] < place.end
        ),
    )


def _state(marks: list[Mark], *, dismissed: bool) -> State:
    has = {mark.what for mark in marks}
    if What.USED in has:
        return State.USED
    if dismissed and What.PROPOSED not in has:
        return State.DISMISSED
    if What.DATE in has:
        return State.DATE
    return State.KIND if has & {What.KIND, What.PROPOSED} else State.PLAIN
