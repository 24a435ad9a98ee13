"""The other side of an event, where its own clause names one side alone."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from .parties import Sentenced
from .proposal import Part, Reason
from .whom import Memory, side_of

K = TypeVar("K", bound=Hashable)

_ACTS = {
    "captured": "captor",
    "besieged": "attacker",
    "offensive_began": "attacker",
    "withdrew": "former_holder",
    "surrender": "signatory",
}
"""Who acts in an event of these kinds is always somebody: the article lets a reader say whom."""

_FACES = {
    "captured": "former_holder",
    "besieged": "defender",
    "offensive_began": "defender",
    "clash": "defender",
}


def completed(
    told: Sentenced[K], named: Sequence[Part[K]], memory: Memory[K], *, length: bool = False
) -> tuple[Part[K], ...]:
    """The parts and those that a reader adds to them from the sentence or from those before."""
    made = list(named)
    kind = told.cue.kind
    role = _ACTS.get(kind)
    if role and (
        role not in _roles(made) and not (kind == "surrender" and made and not _holds(made))
    ):
        made += _nearest(told, made, memory, role)
    other = _FACES.get(kind)
    if other and made and other not in _roles(made):
        made += _facing(told, made, memory, other)
        if length and other not in _roles(made):
            made += _nearest(told, made, memory, other)
    return tuple(made)


def _holds(made: Sequence[Part[K]]) -> bool:
    return any(part.role == "captor" for part in made)


def _roles(made: Sequence[Part[K]]) -> set[str]:
    return {part.role for part in made}


def _nearest(
    told: Sentenced[K], made: Sequence[Part[K]], memory: Memory[K], role: str
) -> list[Part[K]]:
    wanted = "former_holder" if role == "signatory" else role
    key = memory.nearest(told.cue.start, wanted, {part.faction for part in made})
    return [] if key is None else [_inferred(key, role, "side_of_the_article")]


def _facing(
    told: Sentenced[K], made: Sequence[Part[K]], memory: Memory[K], role: str
) -> list[Part[K]]:
    """A faction named elsewhere in the sentence that stands on the other side of the war."""
    taken = {part.faction for part in made}
    fighting = set(memory.belligerents())
    for mention in told.mentions:
        key = mention.key
        if key is None or key in taken or key not in fighting or told.said(mention):
            continue
        if mention.marker in ("supporter", "partner", "mediator") or mention.backs:
            continue
        if memory.stands_on(key, side_of(role)):
            return [_inferred(key, role, "other_side_in_sentence")]
    return []


def _inferred(key: K, role: str, rule: str) -> Part[K]:
    return Part(key, role, Reason("role", rule, 0, 0, "", inferred=True))
