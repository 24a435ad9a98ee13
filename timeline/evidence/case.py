"""What the grade of an event follows from: who says what, and who is a party to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from timeline.evidence.grades import Grade

ASSERTS, DENIES, CONCEDES, DOUBTS = "asserts", "denies", "concedes", "doubts"
PARTY_TO_CONFLICT, UN_BODY = "party_to_conflict", "un_body"
OF_STANDING = frozenset({"monitor_ngo", UN_BODY, "journalist_on_site"})
WITHOUT_STANDING = frozenset({"new_media", "other"})

BATTLES = frozenset(
    {
        *("captured", "transferred", "withdrew", "besieged", "siege_lifted", "base_established"),
        *("clash", "offensive_began", "offensive_ended", "surrender", "agreement"),
    }
)
"""Kinds that two armed sides settle between them: the burden is on who loses."""
LEAVING = frozenset({"withdrew", "surrender"})


def burdens(kind: str, role: str) -> bool:
    """Whether an event of this kind speaks against who has this role in it."""
    if role in {"perpetrator", "accused", "former_holder"}:
        return True
    if role == "participant":
        return kind in LEAVING
    return role == ("defender" if kind in BATTLES else "attacker")


@dataclass(frozen=True, slots=True)
class Account:
    """One account: `outlet` is the one it counts for, with its `scale`; None is nobody.

    Of a copy that is the outlet of the article at the end of the chain of retelling. `owners` are
    the factions that run it or the outlet that prints the copy.
    """

    key: int
    outlet: int
    stance: str = ASSERTS
    claimant: str = "media_report"
    faction: int | None = None
    scale: str = "national"
    owners: frozenset[int] = frozenset()
    copied: bool = False

    @property
    def supports(self) -> bool:
        return self.stance in {ASSERTS, CONCEDES}

    @property
    def speakers(self) -> frozenset[int]:
        """Whose words these are, as far as factions go: the claimant's, else the outlet's own."""
        return self.owners if self.faction is None else frozenset({self.faction})

    @property
    def has_standing(self) -> bool:
        return self.claimant in OF_STANDING or self.scale not in WITHOUT_STANDING


@dataclass(frozen=True, slots=True)
class Case:
    """All that the grade of an event follows from.

    `roles` are factions with their roles; `belongs` has the larger groups, through any chain, to
    which a faction belonged on the days of the event. `recorded` is the grade of the data set that
    the event is a record of, None where it is of none.
    """

    kind: str
    roles: frozenset[tuple[int, str]] = frozenset()
    accounts: tuple[Account, ...] = ()
    belongs: Mapping[int, Collection[int]] = field(default_factory=dict)
    recorded: Grade | None = None

    def is_party(self, factions: Iterable[int]) -> bool:
        named = {faction for faction, _role in self.roles}
        return any(self._same(one, other) for one in factions for other in named)

    def is_burdened(self, factions: Iterable[int]) -> bool:
        losing = {faction for faction, role in self.roles if burdens(self.kind, role)}
        return any(self._same(one, other) for one in factions for other in losing)

    def _same(self, one: int, other: int) -> bool:
        """Whether they speak for each other: one is the other, or a part of it."""
        return one == other or other in self._groups(one) or one in self._groups(other)

    def _groups(self, faction: int) -> Collection[int]:
        return self.belongs.get(faction, ())
