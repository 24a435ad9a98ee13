"""Words that tell of an event, with the clauses and the mentions of their sentence."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .clauses import Clause, clause_at
from .cues import Cue
from .mentions import Mention
from .reading import Reading

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Sentenced(Generic[K]):
    """A cue with the clauses and the mentions of its sentence.

    `at` numbers its clause; `events` are the places of all the cues of the sentence that tell of
    an event, in order.
    """

    reading: Reading[K]
    cue: Cue
    clauses: Sequence[Clause]
    at: int
    mentions: Sequence[Mention[K]]
    events: tuple[int, ...] = ()

    @property
    def clause(self) -> Clause:
        return self.clauses[self.at]

    def clause_end(self, at: int) -> int:
        return self.clauses[clause_at(self.clauses, at)].end

    @property
    def told_at(self) -> set[int]:
        """The clauses of the sentence that tell of an event."""
        return {clause_at(self.clauses, start) for start in self.events}

    def between(self, start: int, end: int) -> str:
        return self.reading.marked[start:end]

    def frame(self, place: str) -> str:
        return self.cue.frame.get(place, "")

    def said(self, mention: Mention[K]) -> bool:
        """Whether a mention stands where the sentence says whose word it is."""
        return any(
            clause.is_source and clause.start <= mention.start < clause.end
            for clause in self.clauses
        )


Given = list[tuple[Mention[K], str]]
