"""The other side of an event, where its own clause names one side alone."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from typing import TypeVar

from .clauses import clause_at
from .mentions import Mention
from .proposal import Part, Reason
from .sentenced import Sentenced
from .whom import Memory, Standing
from .words import ARMED_WORDS, STATE_WORDS

K = TypeVar("K", bound=Hashable)

_ACTS = {
    "captured": "captor",
    "besieged": "attacker",
    "offensive_began": "attacker",
    "withdrew": "former_holder",
}
"""Who acts in an event of these kinds is always somebody: the article lets a reader say whom."""

_HARMS = frozenset({"abduction", "looting_destruction", "clash", "killing_civilians"})

_FIRED = frozenset({"air_strike", "shelling"})
_OTHERS = re.compile(r"\b(?:youths?|tribesmen|villagers|herders|residents|civilians|protesters)\b")

_FOUGHT = re.compile(
    r"\b(?:fight\w*|fought|clash\w*|battl\w*|war|combat) (?:with|against) (?:\w+ ){0,3}$"
)
_OPPOSED = frozenset({"with", "against", "from"})

_FACES = {
    "captured": "former_holder",
    "besieged": "defender",
    "offensive_began": "defender",
    "clash": "defender",
}


_JOINT = frozenset({"agreement", "prisoner_exchange"})


def faced(told: Sentenced[K], named: Sequence[Part[K]], memory: Memory[K]) -> tuple[Part[K], ...]:
    """The parts and the other side that the sentence names; the memory keeps it."""
    made = list(named)
    other = "signatory" if told.cue.kind in _JOINT else _FACES.get(told.cue.kind)
    if not other or not made or (other in _roles(made) and not _is_alone(told, made)):
        return tuple(made)
    for part in _facing(told, made, memory, other):
        memory.add(Standing(told.cue.start, part.faction, part.role, told.cue))
        made.append(part)
    return tuple(made)


def completed(
    told: Sentenced[K], named: Sequence[Part[K]], memory: Memory[K]
) -> tuple[Part[K], ...]:
    """The parts and those that a reader adds to them from the rest of the article."""
    made = list(named)
    kind = told.cue.kind
    role = _ACTS.get(kind)
    if role and role not in _roles(made) and not (_is_lost(told, made) or _is_by_others(told)):
        made += _nearest(told, made, memory, role)
    if kind in _FIRED and not _roles(made) & {"attacker", "accused"}:
        made += _likely(told, made, memory)
    if kind in _HARMS and not made and told.cue.passive:
        made += _in_the_passage(told, memory)
    if kind == "agreement" and made and "signatory" not in _roles(made):
        made += [
            _inferred(key, "signatory", "side_of_the_article")
            for key in memory.two_sides("signatory")
        ]
    if len(made) > len(named):
        made = list(faced(told, made, memory))
    if _FACES.get(kind) == "defender" and made and "defender" not in _roles(made):
        made += _known(made, memory, "defender")
    return tuple(made)


def _is_alone(told: Sentenced[K], made: Sequence[Part[K]]) -> bool:
    """Whether one signs and the clause does not say with whom: "a deal with the elders" does."""
    if [part.role for part in made].count("signatory") != 1:
        return False
    behind = told.between(told.cue.end, told.clause.end)
    return " with " not in behind or any(part.why.start > told.cue.end for part in made)


def _is_lost(told: Sentenced[K], made: Sequence[Part[K]]) -> bool:
    """Whether the words look at the loser alone: "lost the town"."""
    return told.frame("subject") == "former_holder" and "former_holder" in _roles(made)


def _is_by_others(told: Sentenced[K]) -> bool:
    """Whether people who bear no name act: "armed youths overran the base"."""
    before = told.between(told.clause.start, told.cue.start)
    return not (told.cue.passive or told.cue.entry.noun) and bool(_OTHERS.search(before))


def _likely(told: Sentenced[K], made: Sequence[Part[K]], memory: Memory[K]) -> list[Part[K]]:
    """Who fires or bombs is not said: the one that did so elsewhere in the article."""
    key = memory.doing(told.cue.kind, told.cue.start)
    if key is None:
        key = next((foe for part in made for foe in memory.foes(part.faction)), None)
    return [] if key is None else [_inferred(key, "attacker", "side_of_the_article")]


def _in_the_passage(told: Sentenced[K], memory: Memory[K]) -> list[Part[K]]:
    """Who did it is not said: the one that acted before in the same paragraph."""
    sentences = told.reading.sentences
    paragraph = told.cue.sentence.paragraph
    begin = next(one.start for one in sentences if one.paragraph == paragraph)
    key = memory.acting(begin, told.cue.start)
    role = "attacker" if told.cue.kind == "clash" else "perpetrator"
    return [] if key is None else [_inferred(key, role, "side_of_the_article")]


def _roles(made: Sequence[Part[K]]) -> set[str]:
    return {part.role for part in made}


def _nearest(
    told: Sentenced[K], made: Sequence[Part[K]], memory: Memory[K], role: str
) -> list[Part[K]]:
    key = memory.nearest(told.cue.start, role, {part.faction for part in made})
    return [] if key is None else [_inferred(key, role, "side_of_the_article")]


def _facing(
    told: Sentenced[K], made: Sequence[Part[K]], memory: Memory[K], role: str
) -> list[Part[K]]:
    """A faction spoken of elsewhere in the sentence that takes part in the war."""
    taken = {part.faction for part in made}
    used = {part.why.start for part in made}
    fighting = set(memory.belligerents())
    for mention in told.mentions:
        if mention.start in used or told.said(mention) or _stands_beside(mention):
            continue
        if clause_at(told.clauses, mention.start) > told.at + 1:
            continue
        if memory.acted_at(mention.start) or mention.marker == "between":
            continue
        key = mention.key
        if mention.head in ARMED_WORDS or (
            mention.head in STATE_WORDS and mention.marker in _OPPOSED
        ):
            key = memory.described(mention, role, set())
        fights = key in fighting or _FOUGHT.search(
            told.between(told.cue.sentence.start, mention.start)
        )
        if key is not None and key not in taken and fights:
            return [_inferred(key, role, "other_side_in_sentence")]
    return []


def _known(made: Sequence[Part[K]], memory: Memory[K], role: str) -> list[Part[K]]:
    """The foe of those who act, where the article names one in another event."""
    taken = {part.faction for part in made}
    foes = [foe for part in made for foe in memory.foes(part.faction)]
    facing = [key for key in foes if key not in taken]
    return [_inferred(facing[0], role, "other_side_of_the_article")] if facing else []


def _stands_beside(mention: Mention[K]) -> bool:
    return mention.backs or mention.marker in ("supporter", "partner", "mediator")


def _inferred(key: K, role: str, rule: str) -> Part[K]:
    return Part(key, role, Reason("role", rule, 0, 0, "", inferred=True))
