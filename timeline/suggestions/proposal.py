"""What is proposed to an editor: an event that a text tells, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from timeline.dates import When

K = TypeVar("K")


class Sureness(StrEnum):
    """How much of an event stands in the words themselves.

    `sure`: date, city, factions and kind are named; `likely`: some of them were carried over from
    other sentences; `unsure`: one is missing, or the words speak of a plan or a possibility.
    """

    SURE = "sure"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one field of a proposal holds what it holds.

    `field` is one of "date", "city", "faction", "role", "kind", "claimant", "stance",
    "background". `rule` is a key of `RULES`, for which `wording` has a sentence. `start` and `end`
    are the words in the text that made it, `words` those words; they may stand in another sentence.
    `inferred` is true where the passage itself does not name it.
    """

    field: str
    rule: str
    start: int
    end: int
    words: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Part(Generic[K]):
    """A faction in an event: the caller's key, a role (FIELD-GUIDE E2), and why."""

    faction: K
    role: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Claimant(Generic[K]):
    """Who says it: words as printed, kind (FIELD-GUIDE E6), the caller's key of a faction."""

    words: str
    kind: str
    faction: K | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Generic[K]):
    """An event that a text tells. Offsets count code points of the text; ends are exclusive.

    `sentence` counts the places of `quotes.sentences` from 0; `start` to `end` are the words to
    quote, within that sentence. `when` is None where the text gives no date. `background` marks
    what the article only recalls. `reasons` explain every field that is filled in.
    """

    sentence: int
    start: int
    end: int
    when: When | None
    city: K | None
    parts: tuple[Part[K], ...]
    kind: str
    claimant: Claimant[K] | None
    stance: str
    background: bool
    sureness: Sureness
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> str:
        """Names the proposal among those of its text, in addresses."""
        return f"{self.start}-{self.end}-{self.kind}"

    def why(self, field: str) -> tuple[Reason, ...]:
        return tuple(reason for reason in self.reasons if reason.field == field)


@dataclass(frozen=True, slots=True)
class KindFound:
    """Words of the field's lexicon in a text: `kind` is a code of FIELD-GUIDE E1."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name of a place or a group that no list has: `what` is "city" or "faction".

    `places` are all the stretches (start, end) where it stands, in order.
    """

    name: str
    what: str
    places: tuple[tuple[int, int], ...]
