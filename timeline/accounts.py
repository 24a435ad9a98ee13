"""What the accounts of an event say side by side: where they agree, where they differ.

Only what their columns hold is compared: days, numbers, stances. What their words mean is left
to the reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline import fragments, tolls
from timeline.dates import When
from timeline.models import Citation, Event
from timeline.models.vocabulary import Stance

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
class Comparison:
    """Empty lists and None stand for what the record does not tell.

    `same` is the one date, `common` are the days that all of several dates allow for, `apart`
    those that dates which cannot all be true reach over.
    """

    same: When | None = None
    common: Bounds | None = None
    apart: Bounds | None = None
    equal: list[tolls.Toll] = field(default_factory=list)
    different: list[tolls.Toll] = field(default_factory=list)
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
    counted = None if citation.stance in tolls.AGAINST else event.when
    return Dating(citation, counted, own=False)


def landing(citation: Citation, url: str) -> str:
    """The address of a page that has the article, which lands on the quotation there.

    Reads the text that the quotation stands in: `EventQuerySet.with_texts` loads it for many.
    """
    if not citation.quotation:
        return url
    if citation.text is None or citation.start is None:
        return fragments.link(url, citation.quotation, 0, len(citation.quotation))
    end = citation.start + len(citation.quotation)
    return fragments.link(url, citation.text.body, citation.start, end)


def compared(event: Event, citations: Sequence[Citation]) -> Comparison:
    """What can be said about all the accounts at once; nothing about a single one."""
    if len(citations) < 2:
        return Comparison()
    same, common, apart = _days(event, citations)
    found = tolls.of(citations)
    denying, doubting = _taking(Stance.DENIES, citations), _taking(Stance.DOUBTS, citations)
    return Comparison(
        same=same,
        common=common,
        apart=apart,
        equal=[toll for toll in found if toll.same],
        different=[toll for toll in found if toll.differs],
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
