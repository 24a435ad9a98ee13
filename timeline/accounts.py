"""What the accounts of an event say side by side: where they agree, where they differ.

Only what their columns hold is compared: days, numbers, stances. What their words mean is left
to the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.dates import When
from timeline.models import Citation, Event, Figure
from timeline.models.vocabulary import ClaimantKind, Stance

AGAINST = (Stance.DENIES, Stance.DOUBTS)

Bounds = tuple[date | None, date | None]
"""First and last day, both included; None is open."""


@dataclass(frozen=True, slots=True)
class Dating:
    """When an account has it happen. None: it denies or doubts it, and gives no date.

    `own` is False for accounts that give no other date than the event's.
    """

    citation: Citation
    when: When | None
    own: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """What several accounts say of one number; the bounds are of all that were given.

    `same`: all give the same. `at_most`: the lowest number was given as a highest possible only;
    `at_least`: the highest as a lowest.
    """

    figure: Figure
    lowest: int
    highest: int
    same: bool
    at_most: bool
    at_least: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Empty lists and None stand for what the record does not tell.

    `same` is the one date, `common` are the days that all of several dates allow for, `apart`
    those that dates which cannot all be true reach over.
    """

    same: When | None = None
    common: Bounds | None = None
    apart: Bounds | None = None
    equal: list[Toll] = field(default_factory=list)
    different: list[Toll] = field(default_factory=list)
    conceding: list[Citation] = field(default_factory=list)
    denying: list[Citation] = field(default_factory=list)
    doubting: list[Citation] = field(default_factory=list)
    undisputed: bool = False

    @property
    def agrees(self) -> bool:
        return bool(self.same or self.common or self.equal or self.conceding or self.undisputed)

    @property
    def differs(self) -> bool:
        return bool(self.apart or self.different or self.denying or self.doubting)


def dated(event: Event, citations: Iterable[Citation]) -> list[Dating]:
    return [_dating(event, citation) for citation in citations]


def _dating(event: Event, citation: Citation) -> Dating:
    if citation.earliest or citation.latest:
        return Dating(citation, citation.when, own=True)
    counted = None if citation.stance in AGAINST else event.when
    return Dating(citation, counted, own=False)


def figures(citation: Citation) -> list[Figure]:
    """Those of its figures that give a number, not "dozens" alone."""
    return [each for each in citation.figures.all() if (each.low, each.high) != (None, None)]


def of_parties(citations: Iterable[Citation]) -> int:
    """How many of the accounts are by a party to the conflict."""
    return sum(citation.claimant_kind == ClaimantKind.PARTY for citation in citations)


def compared(event: Event, citations: Sequence[Citation]) -> Comparison:
    """What can be said about all the accounts at once; nothing about a single one."""
    if len(citations) < 2:
        return Comparison()
    same, common, apart = _days(event, citations)
    tolls = list(_tolls(citations))
    denying, doubting = _taking(Stance.DENIES, citations), _taking(Stance.DOUBTS, citations)
    return Comparison(
        same=same,
        common=common,
        apart=apart,
        equal=[toll for toll in tolls if toll.same],
        different=[toll for toll in tolls if not toll.same and toll.lowest < toll.highest],
        conceding=_taking(Stance.CONCEDES, citations),
        denying=denying,
        doubting=doubting,
        undisputed=not denying and not doubting,
    )


def _taking(stance: Stance, citations: Iterable[Citation]) -> list[Citation]:
    """Accounts of that stance, one for each claimant in each outlet."""
    found: dict[tuple[int, object], Citation] = {}
    for citation in citations:
        if citation.stance == stance:
            claimant = citation.claimant_faction_id or citation.claimant_words
            found.setdefault((citation.article.outlet_id, claimant), citation)
    return list(found.values())


def _days(
    event: Event, citations: Sequence[Citation]
) -> tuple[When | None, Bounds | None, Bounds | None]:
    """The one date, the days in common, or the days from the first to the last date."""
    dates = [each.when for each in dated(event, citations) if each.when]
    if len(dates) < 2:
        return None, None, None
    if len({(when.earliest, when.latest, when.lasted) for when in dates}) == 1:
        return dates[0], None, None
    earliest = [when.earliest for when in dates if when.earliest]
    latest = [when.latest for when in dates if when.latest]
    first, last = max(earliest, default=None), min(latest, default=None)
    if first is None or last is None or first <= last:
        return None, (first, last), None
    return None, None, (min(earliest), max(latest))


def _tolls(citations: Iterable[Citation]) -> Iterator[Toll]:
    """Numbers of the same people by the same measure that two or more accounts give."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for citation in citations:
        for figure in figures(citation):
            groups.setdefault((figure.measure, figure.whom.casefold()), []).append(figure)
    for group in groups.values():
        if len({figure.citation_id for figure in group}) > 1:
            yield _toll(group)


def _toll(group: Sequence[Figure]) -> Toll:
    numbers = [number for each in group for number in (each.low, each.high) if number is not None]
    lowest, highest = min(numbers), max(numbers)
    return Toll(
        group[0],
        lowest,
        highest,
        same=len({(each.low, each.high) for each in group}) == 1,
        at_most=all(each.low is None for each in group if lowest in (each.low, each.high)),
        at_least=all(each.high is None for each in group if highest in (each.low, each.high)),
    )
