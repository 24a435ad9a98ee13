"""What somebody said no to: it is not proposed again, whatever becomes of the text around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.models import Dismissal


@dataclass(frozen=True, slots=True)
class Refused:
    """Words and kinds of proposals, where no kind means a whole sentence; and names."""

    proposals: frozenset[tuple[str, str]]
    names: frozenset[str]

    @classmethod
    def of(cls, dismissals: Iterable[Dismissal]) -> Refused:
        rows = list(dismissals)
        return cls(
            proposals=frozenset(
                (unwrapped(row.words), row.kind) for row in rows if row.what == Dismissal.What.EVENT
            ),
            names=frozenset(row.words for row in rows if row.what == Dismissal.What.NAME),
        )

    def has(self, words: str, kind: str = "") -> bool:
        return (unwrapped(words), kind) in self.proposals


def unwrapped(words: str) -> str:
    """The words without regard to where lines end: a text pasted anew may be wrapped otherwise."""
    return " ".join(words.split())
