"""The words that each proposal quotes: its sentence, or its part of one that tells of several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from .clauses import clauses
from .proposal import Proposal
from .reading import Reading

K = TypeVar("K", bound=Hashable)

_FIELDS = (("kind", "date", "city"), ("kind", "city"), ("kind", "date"), ("kind",))
_LEADS = " ,;:-—"


def quoted(reading: Reading[K], proposals: Sequence[Proposal[K]]) -> list[Proposal[K]]:
    """Each with words of its own to quote, where one sentence tells several of a kind.

    What no words tell apart from one before it is left out, so that all keys differ.
    """
    counts = Counter(one.key for one in proposals)
    taken = {key for key, count in counts.items() if count == 1}
    kept: list[Proposal[K]] = []
    for one in proposals:
        choices = iter([one]) if counts[one.key] == 1 else _narrowed(reading, one)
        own = next((choice for choice in choices if choice.key not in taken or choice is one), None)
        if own:
            taken.add(own.key)
            kept.append(own)
    return kept


def _narrowed(reading: Reading[K], one: Proposal[K]) -> Iterator[Proposal[K]]:
    """Yield it with its clauses to quote, then with the words that made its fields."""
    inside = [why for why in one.reasons if one.start <= why.start < why.end <= one.end]
    for fields in _FIELDS:
        made = [why for why in inside if why.field in fields]
        first, last = min(why.start for why in made), max(why.end for why in made)
        if fields == _FIELDS[0]:
            start, end = _clauses(reading, one, first, last)
            yield replace(one, start=start, end=end)
        yield replace(one, start=first, end=last)


def _clauses(reading: Reading[K], one: Proposal[K], first: int, last: int) -> tuple[int, int]:
    """The clauses from one word to another, without the mark that leads them."""
    found = clauses(reading.marked, one.start, one.end)
    start = max(clause.start for clause in found if clause.start <= first)
    end = min(clause.end for clause in found if clause.end >= last)
    words = reading.text[start:end]
    return start + len(words) - len(words.lstrip(_LEADS)), start + len(words.rstrip(_LEADS))
