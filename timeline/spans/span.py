"""What goes into the rule, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Change(StrEnum):
    """What an event says of a city."""

    HANDED_OVER = "handed_over"
    LEFT = "left"
    STATED = "stated"


class State(StrEnum):
    """What the record says of a city on a day."""

    HELD = "held"
    CHANGING = "changing"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Evidence:
    """What one event says of one city, on one of the days `earliest` to `latest`, both inclusive.

    `key` is the event's number, the rest of the numbers are factions. `holders` hold the city
    afterwards (a handover) or then (a statement); `former` held it before (not said if empty), and
    are those who go in a leaving, which has no holders. None is an open end. `contested` holders
    are on different sides; `weak` evidence is unconfirmed or disputed.
    """

    key: int
    change: Change
    holders: frozenset[int]
    former: frozenset[int]
    earliest: date | None
    latest: date | None
    contested: bool = False
    weak: bool = False


@dataclass(frozen=True)
class Span:
    """The days `first` to `last`, both inclusive, None an open end, of one state.

    While it is changing, `holders` lose the city (none: not known who does) and `coming` take it
    (none: they leave it). `began_by`, `ended_by` and `proven_by` are keys of evidence: whose days
    made it begin and end, and what else says so. No key stands in more than one of these, except
    that one event may have both begun and ended it.
    """

    first: date | None
    last: date | None
    state: State
    holders: frozenset[int] = frozenset()
    coming: frozenset[int] = frozenset()
    began_by: frozenset[int] = frozenset()
    ended_by: frozenset[int] = frozenset()
    proven_by: frozenset[int] = frozenset()
