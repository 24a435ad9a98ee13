"""Which faction "the rebels", "it" or "both sides" stands for."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from .cast import Cast
from .cues import Cue
from .mentions import PARTIES, PRONOUNS, Mention
from .reading import Reading
from .words import ARMED_WORDS, GOVERNING, GROUP_WORDS, STATE_WORDS

K = TypeVar("K", bound=Hashable)

ONE_SIDE = frozenset({"attacker", "captor", "perpetrator"})
OTHER_SIDE = frozenset({"defender", "former_holder", "target", "victim"})
_BESIDE = frozenset({"supporter", "mediator", "partner"})
_BOTH = 3
_JOINT = frozenset({"signatory", "participant", "attacker", "defender"})
_OWNERS = frozenset({"its", "their"})
_PRONOUN_REACH = 450
_SUBJECT_REACH = 260


@dataclass(frozen=True, slots=True)
class Standing(Generic[K]):
    """A faction named at a place in a role in the event of a cue."""

    at: int
    key: K
    role: str
    cue: Cue


class Memory(Generic[K]):
    """Which factions a text has named, in which roles, and what is said about their kind."""

    def __init__(
        self,
        reading: Reading[K],
        standings: Sequence[Standing[K]],
        openings: Sequence[Mention[K]] = (),
    ) -> None:
        self._standings = sorted(standings, key=lambda one: one.at)
        self.cast = Cast(reading)
        self._named = [(match.start, match.key) for match in reading.factions]
        self._meanings: dict[int, K] = {}
        self._openings = openings
        self._home = reading.home

    def add(self, standing: Standing[K]) -> None:
        """Remember a faction that was found out."""
        insort(self._standings, standing, key=lambda one: one.at)

    def meant(self, mention: Mention[K], role: str, others: set[K]) -> list[K]:
        """The factions that words stand for; none where the text leaves it open."""
        if mention.head == PARTIES or (mention.head == "they" and role == "signatory"):
            return self.two_sides(role) if role in _JOINT else []
        known = self._meanings.get(mention.start)
        if known is not None and known not in others:
            return [known]
        if mention.head in _OWNERS and self._before(mention, set()) in others:
            return []
        if mention.head in PRONOUNS:
            key = self._before(mention, others)
            if key is None and side_of(role):
                key = self.nearest(mention.start, role, others)
        else:
            key = self.described(mention, role, others)
        if key is None:
            return []
        self._meanings[mention.start] = key
        return [key]

    def belligerents(self) -> list[K]:
        """Those who fight, the most named first."""
        counts = Counter(one.key for one in self._standings if side_of(one.role))
        return [key for key, _ in counts.most_common() if key not in self.cast.bystanders]

    def two_sides(self, role: str) -> list[K]:
        """Who signs together elsewhere, else who fights most, and whom; fewer if none is named."""
        signing = Counter(one.key for one in self._standings if one.role == "signatory")
        if role == "signatory" and len(signing) > 1:
            return [key for key, _ in signing.most_common(2)]
        fighting = self.belligerents()
        return [*fighting[:1], *(self.foes(fighting[0]) or fighting[1:])[:1]] if fighting else []

    def foes(self, key: K) -> list[K]:
        """Who stood on the other side of an event from a faction, those who fight most first."""
        sides = {one.cue.start: side_of(one.role) for one in self._standings if one.key == key}
        facing = {
            one.key
            for one in self._standings
            if sides.get(one.cue.start, 0) + side_of(one.role) == _BOTH and one.key != key
        }
        return [one for one in self.belligerents() if one in facing]

    def nearest(self, at: int, role: str, others: set[K]) -> K | None:
        """The faction that last stood on the side of a role, else the first that will."""
        same = [
            one
            for one in self._standings
            if side_of(one.role) == side_of(role)
            and one.key not in others
            and one.key not in self.cast.bystanders
        ]
        before = [one for one in same if one.at < at]
        alike = [one for one in before if one.role == role] or before
        return alike[-1].key if alike else same[0].key if same else None

    def acting(self, start: int, end: int) -> K | None:
        """Who last attacked or took something between two places."""
        near = [
            one.key for one in self._standings if start <= one.at < end and side_of(one.role) == 1
        ]
        return near[-1] if near else None

    def doing(self, kind: str, at: int) -> K | None:
        """Who did the like last before a place, else first behind it."""
        did = [one for one in self._standings if one.cue.kind == kind and side_of(one.role) == 1]
        before = [one.key for one in did if one.at < at]
        return before[-1] if before else did[0].key if did else None

    def acted_at(self, at: int) -> bool:
        """Whether the words at a place name who attacks or takes."""
        return any(one.at == at and side_of(one.role) == 1 for one in self._standings)

    def _before(self, mention: Mention[K], others: set[K]) -> K | None:
        """The faction that a pronoun goes back to: the subject named last, else who acted last."""
        for one in reversed(self._openings):
            if mention.start - _SUBJECT_REACH < one.start < mention.start:
                key = self._subject(one)
                if key is not None and key not in others:
                    return key
        near = [
            one.key
            for one in self._standings
            if mention.start - _PRONOUN_REACH < one.at < mention.start
            and one.key not in others
            and one.role not in _BESIDE
        ]
        return near[-1] if near else None

    def _subject(self, opening: Mention[K]) -> K | None:
        if opening.key is not None:
            return opening.key
        known = self._meanings.get(opening.start)
        return self.described(opening, "", set()) if known is None else known

    def described(self, mention: Mention[K], role: str, others: set[K]) -> K | None:
        """The faction that words describe; of several the one that stands on the role's side."""
        seen = self._seen()
        if mention.head in STATE_WORDS and not any(
            self.cast.kind(key) == "state" and self.cast.at_home(key) for key in seen
        ):
            seen |= {key: [0] for key in self._at_home(mention.head)}
        fitting = {
            key: places
            for key, places in seen.items()
            if key not in others | self.cast.bystanders and self.cast.fits(key, mention.head)
        }
        return max(
            fitting, key=lambda key: self._aptness(mention, role, key, fitting[key]), default=None
        )

    def _at_home(self, head: str) -> list[K]:
        """The force of the article's country that words stand for, though nothing names it."""
        home = self._home
        key = home.get(head, home.get("government") if head in GOVERNING else None)
        return [next(iter(home.values())) if key is None else key] if home else []

    def _seen(self) -> dict[K, list[int]]:
        """Where each faction of the article is named or stands for others."""
        places: dict[K, list[int]] = {}
        for start, key in [*self._named, *((one.at, one.key) for one in self._standings)]:
            places.setdefault(key, []).append(start)
        return places

    def _aptness(
        self, mention: Mention[K], role: str, key: K, named: Sequence[int]
    ) -> tuple[int, ...]:
        own = [one for one in self._standings if one.key == key and one.role not in _BESIDE]
        alike = [one.at for one in own if side_of(one.role) == side_of(role) or not side_of(role)]
        places = alike if alike and mention.head not in GROUP_WORDS else sorted(named)
        before = [start for start in places if start < mention.start]
        return (
            self.cast.likeness(key, mention.head),
            self.cast.at_home(key) if mention.head in STATE_WORDS else 0,
            2 if alike else min(len(own), 1),
            self.cast.counted(key) if mention.head in ARMED_WORDS else 0,
            bool(before),
            before[-1] if before else -places[0],
        )


def resolved(
    given: Sequence[tuple[Mention[K], str]], memory: Memory[K], cue: Cue
) -> list[tuple[Mention[K], str]]:
    """The same mentions, those that are no names once for each faction they stand for."""
    others = {mention.key for mention, _ in given if mention.key is not None}
    meant: dict[Mention[K], list[K]] = {}
    for mention, role in sorted(given, key=lambda one: not memory.cast.names(one[0].head)):
        if mention.key is not None:
            meant[mention] = [mention.key]
        elif not (meant and mention.marker == "and" and not mention.definite):
            # otherwise "the army and allied militiamen": somebody else
            meant[mention] = memory.meant(mention, role, others)
            others.update(meant[mention])
        for key in meant.get(mention, ()):
            memory.add(Standing(mention.start, key, role, cue))
    return [
        (replace(mention, key=key), role)
        for mention, role in given
        for key in meant.get(mention, ())
    ]


def side_of(role: str) -> int:
    """1 and 2 as ACLED parts them, 0 for roles beside the fight."""
    return 1 if role in ONE_SIDE else 2 if role in OTHER_SIDE else 0
