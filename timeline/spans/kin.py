"""Factions and the groups they belong to: when two names can mean the same holder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping


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
