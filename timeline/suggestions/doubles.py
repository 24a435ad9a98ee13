"""The same event told twice in one article is proposed once."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from .clauses import Clause, clause_at
from .cues import Cue
from .dating import is_news
from .proposal import Proposal
from .reading import Reading

K = TypeVar("K", bound=Hashable)

_NEAR = 20
_BUILDING = re.compile(
    r"\b(?:airports?|airfield|air ?base|bases?|barracks|headquarters|hospital|stadium|roundabout|"
    r"square|palace|port|dam|refinery|oilfields?|bridge|prison|mosque|cathedral|university|ministry|"
    r"crossing|garrison|station|camp|courthouse|factory|districts?|neighbou?rhoods?|villages?|"
    r"suburbs?|quarters?)\b"
)
_EXPLOSIVE = (
    "chemical_attack", "air_strike", "suicide_attack", "shelling", "bomb_ied", "grenade",
)  # fmt: skip
_TOLD_BY = {
    "killing_civilians": (*_EXPLOSIVE, "protest_repressed", "mob_violence", "clash", "abduction"),
    "clash": (
        "statement",
        *_EXPLOSIVE, "captured", "offensive_began", "offensive_ended", "withdrew", "agreement",
        "siege_lifted",
        "displacement", "riot", "protest_repressed", "protest_intervention", "abduction",
        "looting_destruction", "transferred", "surrender",
    ),
    "bomb_ied": ("suicide_attack", "air_strike", "shelling"),
    "shelling": ("air_strike",),
    "besieged": ("siege_lifted",),
    "looting_destruction": (*_EXPLOSIVE, "riot"),
    "protest": ("protest_repressed", "protest_intervention", "riot"),
    "statement": ("captured", "agreement"),
    "surrender": ("agreement",),
    "agreement": ("prisoner_exchange",),
    "release": ("prisoner_exchange", "agreement"),
}  # fmt: skip
"""Kinds that are part of another in the same sentence: who dies in an air strike is no event."""


_ENDS_NOTHING = frozenset({"agreement", "displacement"})
"""An attack beside one of these is an event of its own: "a truce collapsed when they attacked"."""


def told_apart(reading: Reading[K], cues: Sequence[Cue], found: Sequence[Clause]) -> list[Cue]:
    """The cues of a sentence that tell of an event each: one of a kind in a clause for a date."""
    dates = {cue: _dates(reading, found[clause_at(found, cue.start)]) for cue in cues}
    partial = {
        cue
        for cue in cues
        if any(_tells(one, cue) and not _apart(dates, one, cue, found) for one in cues)
    }
    kept: dict[tuple[str, int, int], Cue] = {}
    for cue in cues:
        if any(_tells_of_noun(one, cue, found) for one in cues):
            continue
        wholes = [one for one in cues if _tells(one, cue) and not _apart(dates, one, cue, found)]
        if wholes and not all(one in partial for one in wholes):
            continue
        behind = [start for start in dates[cue] if start > cue.start]
        date = behind[0] if len(dates[cue]) > 1 and behind else 0
        kept.setdefault((cue.kind, clause_at(found, cue.start), date), cue)
    return list(kept.values())


def _tells_of_noun(verb: Cue, noun: Cue, found: Sequence[Clause]) -> bool:
    """Whether a clause with "that" tells what the noun before it names: "the truce they signed"."""
    if verb.kind != noun.kind or verb.entry.noun or not noun.entry.noun:
        return False
    at = clause_at(found, verb.start)
    return found[at].lead in ("that", "which") and clause_at(found, noun.start) == at - 1


def _tells(whole: Cue, part: Cue) -> bool:
    if part.kind == "clash" and whole.kind in _ENDS_NOTHING and not part.entry.noun:
        return False
    return whole.kind in _TOLD_BY.get(part.kind, ())


def _apart(dates: dict[Cue, list[int]], one: Cue, other: Cue, found: Sequence[Clause]) -> bool:
    """Whether two cues stand in clauses with a date each."""
    same = clause_at(found, one.start) == clause_at(found, other.start)
    if one.kind == "offensive_began":
        return not same
    return bool(dates[one] and dates[other]) and not same


def _dates(reading: Reading[K], clause: Clause) -> list[int]:
    return [one.start for one in reading.dates if clause.start <= one.start < clause.end]


def once(reading: Reading[K], proposals: Sequence[Proposal[K]]) -> list[Proposal[K]]:
    """Every event once, told by the first sentence unless another one dates it; in order."""
    kept: list[Proposal[K]] = []
    for one in proposals:
        double = next((other for other in kept if _same(reading, one, other)), None)
        if double is None:
            kept.append(one)
        else:
            better, other = (one, double) if _told_better(reading, one, double) else (double, one)
            kept[kept.index(double)] = _joined(better, other)
    body = [one for one in kept if not reading.sentences[one.sentence].headline]
    return sorted(body or kept, key=lambda one: (one.start, one.reasons[0].start))


def _joined(one: Proposal[K], other: Proposal[K]) -> Proposal[K]:
    """With the factions that the other telling names besides."""
    known = {part.faction for part in one.parts}
    roles = {part.role for part in one.parts}
    more = [
        part
        for part in other.parts
        if part.faction not in known and part.role not in roles and not part.why.inferred
    ]
    if one.sentence == other.sentence or not more:
        return one
    reasons = (*one.reasons, *(part.why for part in more))
    return replace(one, parts=(*one.parts, *more), reasons=reasons)


def _same(reading: Reading[K], one: Proposal[K], other: Proposal[K]) -> bool:
    if one.kind != other.kind or one.background != other.background:
        return False
    if None not in (one.city, other.city) and one.city != other.city:
        return False
    if _at_odds(one, other):
        return False
    return _locality(reading, one) == _locality(reading, other) and _meet(reading, one, other)


def _at_odds(one: Proposal[K], other: Proposal[K]) -> bool:
    """Whether one tells that somebody took what the other tells that they lost."""
    if one.sentence == other.sentence and one.when == other.when:
        return False
    roles = {part.faction: part.role for part in one.parts}
    pairs = [{roles[part.faction], part.role} for part in other.parts if part.faction in roles]
    return {"captor", "former_holder"} in pairs


def _locality(reading: Reading[K], one: Proposal[K]) -> str:
    """The building or post that was taken, which is another event than the town."""
    cue = one.why("kind")[0]
    found = _BUILDING.search(reading.low, cue.start, min(cue.end + _NEAR, len(reading.low)))
    return found[0].rstrip("s") if found else ""


def _meet(reading: Reading[K], one: Proposal[K], other: Proposal[K]) -> bool:
    """Whether the dates are the same, or one of two events of the news has none."""
    first, second = one.when, other.when
    if first is None or second is None:
        return True
    if _is_undated(one) or _is_undated(other):
        return all(is_news(reading, when) for when in (first, second))
    return (first.earliest, first.latest) == (second.earliest, second.latest)


def _is_undated(one: Proposal[K]) -> bool:
    return any(reason.rule == "date_of_news" for reason in one.why("date"))


def _told_better(reading: Reading[K], one: Proposal[K], before: Proposal[K]) -> bool:
    return _telling(reading, one) > _telling(reading, before)


def _telling(reading: Reading[K], one: Proposal[K]) -> tuple[bool, bool]:
    """Whether a sentence is no headline, and gives the date itself."""
    own_date = not any(reason.inferred for reason in one.why("date"))
    return not reading.sentences[one.sentence].headline, own_date
