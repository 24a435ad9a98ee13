"""Factions and the groups they belong to: when two names can mean the same holder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

Link = tuple[int, date | None, date | None]
"""A larger group, and the first and last possible day of belonging to it, None open."""
Links = Mapping[int, Collection[Link]]


class Kin:
    """`belongs`: for a faction all larger groups, through any chain."""

    def __init__(self, belongs: Mapping[int, Collection[int]]) -> None:
        self.belongs = {faction: frozenset(groups) for faction, groups in belongs.items()}

    def among(self, faction: int, others: frozenset[int]) -> bool:
        """Whether the faction, or a group it belongs to, is one of these."""
        return faction in others or not others.isdisjoint(self.belongs.get(faction, ()))

    def covers(self, larger: frozenset[int], smaller: Iterable[int]) -> bool:
        """Whether all of the second are named by the first, by themselves or by their group."""
        return all(self.among(faction, larger) for faction in smaller)

    def fit(self, some: frozenset[int], others: frozenset[int]) -> bool:
        """Whether one of the first is one of the second, or belongs to it, or it to the first."""
        return any(self.among(faction, others) for faction in some) or any(
            self.among(faction, some) for faction in others
        )


def without_members(
    factions: Collection[int], links: Links, first: date | None, last: date | None
) -> frozenset[int]:
    """Those that were not, on these days, part of another one of them."""
    return frozenset(
        faction
        for faction in factions
        if len(factions) == 1
        or not any(group in factions for group in groups_of(faction, links, first, last))
    )


def groups_of(faction: int, links: Links, first: date | None, last: date | None) -> Iterator[int]:
    """Larger groups on some of these days, every link of a chain on the same day."""
    ahead = [(faction, first or date.min, last or date.max)]
    while ahead:
        one, since, until = ahead.pop()
        for group, begins, ends in links.get(one, ()):
            both = max(since, begins or date.min), min(until, ends or date.max)
            if both[0] <= both[1]:
                yield group
                ahead.append((group, *both))


def belongs_ever(direct: Mapping[int, Collection[int]]) -> dict[int, frozenset[int]]:
    """For every faction all that it leads to, through chains of whatever length."""
    return {faction: frozenset(reached(faction, direct)) - {faction} for faction in direct}


def reached(faction: int, direct: Mapping[int, Collection[int]]) -> set[int]:
    found: set[int] = set()
    ahead = [faction]
    while ahead:
        new = set(direct.get(ahead.pop(), ())) - found
        found |= new
        ahead.extend(new)
    return found
