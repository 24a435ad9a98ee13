"""The same event told twice in one article is proposed once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import TypeVar

from .clauses import Clause, clause_at
from .cues import Cue
from .proposal import Proposal
from .reading import Reading

K = TypeVar("K", bound=Hashable)

_WIDEST = 400
_BUILDING = re.compile(
    r"\b(?:airports?|airfield|air ?base|bases?|barracks|headquarters|hospital|stadium|roundabout|square|"
    r"palace|port|dam|refinery|oilfields?|bridge|prison|mosque|cathedral|university|ministry|"
    r"crossing|garrison|station|camp|courthouse|factory|districts?|neighbou?rhoods?|villages?|"
    r"suburbs?|quarters?)\b"
)
_EXPLOSIVE = (
    "chemical_attack", "air_strike", "suicide_attack", "shelling", "bomb_ied", "grenade",
)  # fmt: skip
_TOLD_BY = {
    "killing_civilians": (*_EXPLOSIVE, "protest_repressed", "mob_violence", "clash", "abduction"),
    "clash": (
        *_EXPLOSIVE, "captured", "offensive_began", "offensive_ended", "withdrew", "agreement",
        "besieged",
        "siege_lifted",
        "displacement", "riot", "protest_repressed", "protest_intervention", "abduction",
        "looting_destruction", "transferred", "surrender",
    ),
    "bomb_ied": ("suicide_attack", "air_strike", "shelling"),
    "shelling": ("air_strike",),
    "captured": ("transferred",),
    "besieged": ("siege_lifted",),
    "looting_destruction": (*_EXPLOSIVE, "riot"),
    "protest": ("protest_repressed", "protest_intervention", "riot"),
    "statement": ("captured", "agreement"),
    "surrender": ("agreement",),
    "agreement": ("prisoner_exchange",),
    "release": ("prisoner_exchange", "agreement"),
}  # fmt: skip
"""Kinds that are part of another in the same sentence: who dies in an air strike is no event."""


def told_apart(cues: Sequence[Cue], found: Sequence[Clause]) -> list[Cue]:
    """The cues of a sentence that tell of an event each: one of a kind in a clause."""
    kinds = {cue.kind for cue in cues}
    kept: dict[tuple[str, int], Cue] = {}
    for cue in cues:
        if not kinds & set(_TOLD_BY.get(cue.kind, ())):
            kept.setdefault((cue.kind, clause_at(found, cue.start)), cue)
    return list(kept.values())


def once(reading: Reading[K], proposals: Sequence[Proposal[K]]) -> list[Proposal[K]]:
    """Every event once, told by the sentence that says most; in order of the text."""
    kept: list[Proposal[K]] = []
    for one in proposals:
        double = next((other for other in kept if _same(one, other)), None)
        if double is None:
            kept.append(one)
        elif _told_by(reading, one) > _told_by(reading, double):
            kept[kept.index(double)] = one
    return sorted(kept, key=lambda one: (one.start, one.reasons[0].start))


def _same(one: Proposal[K], other: Proposal[K]) -> bool:
    if one.kind != other.kind or one.background != other.background:
        return False
    if None not in (one.city, other.city) and one.city != other.city:
        return False
    return _locality(one) == _locality(other) and _meet(one, other)


def _locality(one: Proposal[K]) -> str:
    """The building or post that was taken, which is another event than the town."""
    words = one.why("kind")[0].words.lower()
    found = _BUILDING.search(words)
    return found[0].rstrip("s") if found else ""


def _meet(one: Proposal[K], other: Proposal[K]) -> bool:
    if one.when is None or other.when is None:
        return True
    if _is_carried(one) or _is_carried(other):
        return True
    first, second = one.when, other.when
    return (first.earliest, first.latest) == (second.earliest, second.latest)


def _is_carried(one: Proposal[K]) -> bool:
    return any(reason.inferred for reason in one.why("date"))


def _told_by(reading: Reading[K], one: Proposal[K]) -> float:
    """How much of an event its own sentence says; of two that say as much the nearer date."""
    telling = ("date", "city")
    said = sum(not reason.inferred for reason in one.reasons if reason.field in telling)
    return said - _width(one) / _WIDEST - 3 * reading.sentences[one.sentence].headline


def _width(one: Proposal[K]) -> int:
    if one.when is None or one.when.earliest is None or one.when.latest is None:
        return _WIDEST
    return min((one.when.latest - one.when.earliest).days, _WIDEST)
