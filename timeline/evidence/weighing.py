"""What each account counts for, by itself and beside the others."""

from __future__ import annotations

from enum import StrEnum

from timeline.evidence.case import (
    CONCEDES,
    DENIES,
    DOUBTS,
    PARTY_TO_CONFLICT,
    Account,
    Case,
)


class Weight(StrEnum):
    """What one account counts for."""

    SOURCE = "source"  # an independent source of standing
    WEAK_SOURCE = "weak_source"  # an independent source without
    AGAIN = "again"  # the same source as another account that counts
    COPY = "copy"  # retells what another account that counts is from
    CONCESSION = "concession"  # by the party that it burdens
    PARTY = "party"  # a party's word
    PARTY_OUTLET = "party_outlet"  # printed by an outlet that a party runs
    DENIAL = "denial"
    PARTY_DENIAL = "party_denial"
    DOUBT = "doubt"
    PARTY_DOUBT = "party_doubt"


SOURCES = frozenset({Weight.SOURCE, Weight.WEAK_SOURCE})
BY_PARTIES = frozenset(
    {
        *(Weight.CONCESSION, Weight.PARTY, Weight.PARTY_OUTLET),
        *(Weight.PARTY_DENIAL, Weight.PARTY_DOUBT),
    }
)


def weigh(case: Case) -> dict[int, Weight]:
    """What each account counts for; of several of one source only the best stands for it."""
    weighed: dict[int, Weight] = {}
    met: set[int] = set()
    for account in sorted(case.accounts, key=best_first):
        weight = alone(case, account)
        if weight in SOURCES:
            if account.outlet in met:
                weight = Weight.COPY if account.copied else Weight.AGAIN
            met.add(account.outlet)
        weighed[account.key] = weight
    return weighed


def best_first(account: Account) -> tuple[bool, bool, int]:
    return not account.has_standing, account.copied, account.key


def alone(case: Case, account: Account) -> Weight:
    """What the account counts for if it were the only one."""
    runs, claims = case.is_party(account.owners), is_claimed_by_party(case, account)
    if account.stance == DOUBTS:
        return Weight.PARTY_DOUBT if runs or claims else Weight.DOUBT
    if account.stance == DENIES:
        return Weight.PARTY_DENIAL if runs or claims else Weight.DENIAL
    if is_concession(case, account):
        return Weight.CONCESSION
    if claims:
        return Weight.PARTY
    if runs:
        return Weight.PARTY_OUTLET
    return Weight.SOURCE if account.has_standing else Weight.WEAK_SOURCE


def is_claimed_by_party(case: Case, account: Account) -> bool:
    if account.claimant == PARTY_TO_CONFLICT:
        return True
    return account.faction is not None and case.is_party({account.faction})


def is_concession(case: Case, account: Account) -> bool:
    """Whether the party that it burdens concedes it, and not only another party says that."""
    if account.stance != CONCEDES or not case.is_burdened(account.speakers):
        return False
    return case.is_burdened(account.owners) or not case.is_party(account.owners)
