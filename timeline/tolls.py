"""How many an event struck: what each account says, and what follows from all of them.

An account that denies or doubts the event counts no victims of it: its numbers are kept, and left
out of every range. A number of people at large ("people", or nobody named) is of everybody; one of
"civilians" is of a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline import figures
from timeline.models import Citation, Event, Figure
from timeline.models.vocabulary import Measure, Stance

AGAINST = (Stance.DENIES, Stance.DOUBTS)
MEASURES = [measure.value for measure in Measure]

Bounds = tuple[int | None, int | None]
"""Lowest and highest number, both included; None is open."""
Groups = dict[str, list[Bounds]]
"""Ranges by the group that they count; "" is everybody."""


class Spread(NamedTuple):
    """The lowest and the highest number that was given.

    `at_most`: the lowest was given as a highest possible only; `at_least`: the highest as a lowest.
    `bounds` are the same numbers, None for an end that every account leaves open.
    """

    lowest: int
    highest: int
    at_most: bool
    at_least: bool
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Told:
    """A number by the account that gives it; `counts` is False for those of a denial or doubt."""

    figure: Figure
    citation: Citation
    counts: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """What the accounts say of the same people by one measure, the lowest number first.

    `whom` is as the first account has it, "" for everybody. `spread` is None where none counts.
    `same`: two or more accounts count, and all give the same.
    """

    measure: str
    whom: str
    told: list[Told]
    spread: Spread | None
    same: bool

    @property
    def differs(self) -> bool:
        """Whether two or more accounts count, and give more than one number between them."""
        by = {one.citation.pk for one in self.told if one.counts}
        if self.spread is None or self.same or len(by) < 2:
            return False
        return self.spread.lowest < self.spread.highest


class Estimate(NamedTuple):
    """How many in one line: the record's own number, or what the accounts come to.

    `best` is known of the record's own only, `spread` of the accounts only.
    """

    measure: str
    low: int | None
    best: int | None
    high: int | None
    spread: Spread | None = None

    @property
    def recorded(self) -> bool:
        return self.spread is None


def of(citations: Iterable[Citation]) -> list[Toll]:
    """All numbers that the accounts give, by measure, then everybody before the groups."""
    groups = _grouped(citations)
    ordered = sorted(groups, key=lambda key: (MEASURES.index(key[0]), key[1] != ""))
    return [_toll(groups[key]) for key in ordered]


def given(citation: Citation) -> list[Figure]:
    """Those of its figures that have a number, not words alone."""
    return [each for each in citation.figures.all() if (each.low, each.high) != (None, None)]


def estimates(event: Event) -> list[Estimate]:
    """One line for each measure that anything is known of: the record's own, else the accounts'."""
    found = {one.measure: one for one in [*counted(event), *recorded(event)]}
    return [found[measure] for measure in MEASURES if measure in found]


def counted(event: Event) -> list[Estimate]:
    """What the accounts come to, whatever the record itself has: the lowest to the highest number.

    An account is what one article has from one claimant. Its number is that of everybody, where it
    gives one, else what its groups come to.
    """
    found = _by_account(event.citations.all())
    return [
        _all_accounts(measure, list(found[measure].values()))
        for measure in MEASURES
        if measure in found
    ]


def recorded(event: Event) -> list[Estimate]:
    """What an editor or a data set gives for the whole event."""
    columns = {
        Measure.KILLED: (event.killed_low, event.killed_best, event.killed_high),
        Measure.INJURED: (event.injured_low, event.injured_best, event.injured_high),
    }
    return [
        Estimate(measure.value, *numbers)
        for measure, numbers in columns.items()
        if any(number is not None for number in numbers)
    ]


def spread(ranges: Sequence[Bounds]) -> Spread:
    """From the lowest number of these ranges to the highest; each has one end at least."""
    numbers = [number for ends in ranges for number in ends if number is not None]
    lowest, highest = min(numbers), max(numbers)
    low_known = any(low is not None for low, _high in ranges)
    high_known = any(high is not None for _low, high in ranges)
    return Spread(
        lowest,
        highest,
        at_most=all(low is None for low, high in ranges if lowest in (low, high)),
        at_least=all(high is None for low, high in ranges if highest in (low, high)),
        bounds=(lowest if low_known else None, highest if high_known else None),
    )


def _by_account(citations: Iterable[Citation]) -> dict[str, dict[object, Groups]]:
    """By measure and account the ranges that count, by group."""
    found: dict[str, dict[object, Groups]] = {}
    for citation in citations:
        if citation.stance in AGAINST:
            continue
        words = citation.claimant_words.casefold()
        account = citation.article_id, citation.claimant_faction_id or words
        for figure in given(citation):
            measure, whom = _key(figure)
            groups = found.setdefault(measure, {}).setdefault(account, {})
            groups.setdefault(whom, []).append((figure.low, figure.high))
    return found


def _all_accounts(measure: str, accounts: list[Groups]) -> Estimate:
    if not any("" in groups for groups in accounts):
        together: Groups = {}
        for groups in accounts:
            for whom, ranges in groups.items():
                together.setdefault(whom, []).extend(ranges)
        accounts = [together]
    whole = spread([ends for groups in accounts for ends in _in_all(groups)])
    low, high = whole.bounds
    return Estimate(measure, low, None, high, whole)


def _in_all(groups: Groups) -> list[Bounds]:
    """What the numbers of groups come to, with those of everybody first of all.

    Groups may overlap, women and civilians do: together they are as many as the largest at least,
    and as many as their sum at most.
    """
    if "" in groups:
        return groups[""]
    if len(groups) == 1:
        return next(iter(groups.values()))
    ends = [spread(ranges).bounds for ranges in groups.values()]
    lows = [low for low, _high in ends if low is not None]
    highs = [high for _low, high in ends if high is not None]
    return [(max(lows, default=None), sum(highs) if len(highs) == len(ends) else None)]


def _key(figure: Figure) -> tuple[str, str]:
    """Figures of the same people by the same measure have the same."""
    whom = "" if figures.everybody(figure.whom) else figure.whom.strip().casefold()
    return figure.measure, whom


def _grouped(citations: Iterable[Citation]) -> dict[tuple[str, str], list[Told]]:
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in _all_told(citations):
        groups.setdefault(_key(told.figure), []).append(told)
    return groups


def _all_told(citations: Iterable[Citation]) -> Iterator[Told]:
    for citation in citations:
        counts = citation.stance not in AGAINST
        for figure in given(citation):
            yield Told(figure, citation, counts)


def read_as(figure: Figure) -> figures.Count | None:
    """What its words were counted as, where they say no number and nobody decided otherwise."""
    try:
        count = figures.read(figure.printed)
    except figures.NotANumber:
        return None
    vague = count.rule in figures.BY_ACLED | figures.BY_DATELINE
    return count if vague and (count.low, count.high) == (figure.low, figure.high) else None


def _toll(told: list[Told]) -> Toll:
    first = told[0].figure
    counting = [one for one in told if one.counts]
    ranges = [(one.figure.low, one.figure.high) for one in counting]
    accounts = {one.citation.pk for one in counting}
    return Toll(
        first.measure,
        "" if figures.everybody(first.whom) else first.whom,
        sorted(told, key=_lowest_first),
        spread(ranges) if ranges else None,
        same=len(accounts) > 1 and len(set(ranges)) == 1,
    )


def _lowest_first(told: Told) -> tuple[bool, int, bool, int]:
    """What counts before what does not; "at most 24" before 24, "at least 24" after it."""
    low, high = told.figure.low, told.figure.high
    lowest = low if low is not None else high or 0
    return not told.counts, lowest, low is not None, high if high is not None else figures.LARGEST
