"""What one event says of who holds its city, from its kind and the roles in it (rules 1 to 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.spans.kin import Links, without_members
from timeline.spans.span import Change, Evidence

HANDOVERS = frozenset({"captured", "transferred", "surrender", "agreement", "withdrew"})
KINDS = HANDOVERS | {"besieged"}  # others say something only if they name a holder
ROLES = frozenset(
    {"captor", "former_holder", "holder", "defender", "target", "participant", "signatory"}
)
WEAK = frozenset({"unconfirmed", "disputed"})
REFUTED = "refuted"
ABOUT = timedelta(days=7)  # the least that "about" reaches to each side


@dataclass(frozen=True)
class Part:
    """A faction in a role and on side 1, 2 or none."""

    faction: int
    role: str
    side: int | None = None


@dataclass(frozen=True)
class Happening:
    """A published event at the town itself; kind, roles and grade as codes of the vocabulary.

    It happened on a day from `earliest` to `latest`, inclusive, None an open end; what `lasted`
    began by `start_latest` (None: on its first day).
    """

    key: int
    kind: str
    grade: str
    parts: tuple[Part, ...]
    earliest: date | None
    latest: date | None
    lasted: bool = False
    start_latest: date | None = None
    circa: bool = False


def said(happening: Happening, links: Links) -> Evidence | None:
    """The evidence in it, None if it says nothing. `links` are the dated memberships of factions.

    "About" a date reaches its own length farther to both sides, at least seven days.
    """
    if happening.grade == REFUTED:
        return None
    found = change_in(happening)
    if found is None:
        return None
    change, holders, former = found
    when = days_of(happening, change)
    held = without_members({part.faction for part in holders}, links, *when)
    return Evidence(
        key=happening.key,
        change=change,
        holders=held,
        former=without_members(former, links, *when),
        earliest=when[0],
        latest=when[1],
        contested={1, 2} <= {part.side for part in holders},
        weak=happening.grade in WEAK,
    )


def change_in(happening: Happening) -> tuple[Change, list[Part], set[int]] | None:
    """What it says, those who hold the city by it, and those who held it before or leave it."""
    captors, holders = in_roles(happening, "captor"), in_roles(happening, "holder")
    former = {part.faction for part in in_roles(happening, "former_holder")}
    left = happening.kind == "withdrew"
    if not former and left and not captors:
        former = {part.faction for part in in_roles(happening, "participant", "defender")}
    if not former and happening.kind == "surrender":
        former = {part.faction for part in in_roles(happening, "signatory")}
    if happening.kind in HANDOVERS and (captors or (left and holders)):
        former -= {part.faction for part in captors}  # but whoever keeps a part may be both
        return Change.HANDED_OVER, [*captors, *holders], former
    if happening.kind == "besieged" and not holders:
        holders = in_roles(happening, "defender") or in_roles(happening, "target")
    if holders:
        return Change.STATED, holders, set()
    return (Change.LEFT, [], former) if left and former else None


def in_roles(happening: Happening, *roles: str) -> list[Part]:
    return [part for part in happening.parts if part.role in roles]


def days_of(happening: Happening, change: Change) -> tuple[date | None, date | None]:
    """The days on which it can have happened; of a statement that lasted, can have begun."""
    first, last = happening.earliest, happening.latest
    if change is Change.STATED and happening.lasted and first:
        last = happening.start_latest or first
    if not happening.circa:
        return first, last
    reach = max(last - first + timedelta(days=1), ABOUT) if first and last else ABOUT
    return first and first - reach, last and last + reach


def evidence(happenings: Iterable[Happening], links: Links) -> list[Evidence]:
    """All that these events say of their city."""
    return [found for one in happenings if (found := said(one, links))]
