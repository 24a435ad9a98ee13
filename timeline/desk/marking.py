"""Which marks stand on the words of an article, and what each tells when it is pointed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline import dates, wording
from timeline.desk.marks import Mark, What
from timeline.desk.taken import Taken
from timeline.models.vocabulary import Kind
from timeline.names import Match
from timeline.suggestions import KindFound, Proposal, Unknown


def of_events(events: Iterable[Taken]) -> Iterator[Mark]:
    for taken in events:
        for place in taken.places:
            yield Mark(place.start, place.end, What.USED, taken.number, taken.event.headline)


def of_proposals(proposals: Iterable[Proposal[int]]) -> Iterator[Mark]:
    for one in proposals:
        yield Mark(one.start, one.end, What.PROPOSED, one.key, str(Kind(one.kind).label))


def of_dates(found: Iterable[dates.Found]) -> Iterator[Mark]:
    for one in found:
        yield Mark(one.start, one.end, What.DATE, title=wording.when(one.when))


def of_names(matches: Iterable[Match[int]], what: What, names: dict[int, str]) -> Iterator[Mark]:
    for match in matches:
        yield Mark(match.start, match.end, what, match.key, names.get(match.key, match.spelling))


def of_kinds(found: Iterable[KindFound]) -> Iterator[Mark]:
    for one in found:
        yield Mark(one.start, one.end, What.KIND, one.kind, str(Kind(one.kind).label))


def of_unknown(names: Iterable[Unknown]) -> Iterator[Mark]:
    for name in names:
        for start, end in name.places:
            yield Mark(start, end, What.UNKNOWN, name.name)
