"""What has been taken from an article already: its events, their words, the proposals they meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from timeline.models import ArticleText, Citation, Event
from timeline.quotes import Place
from timeline.suggestions import Proposal


@dataclass(frozen=True, slots=True)
class Taken:
    """An event that cites the article.

    `number` counts the article's events from 1 in the order of its words; `places` are the
    quotations that stand in the newest text. `gone_since` is when the first text was taken that
    lacks one of the others, None where all stand there.
    """

    number: int
    event: Event
    places: tuple[Place, ...]
    gone_since: datetime | None = None


def events_taken(citations: Iterable[Citation], text: ArticleText | None) -> list[Taken]:
    """The events of an article's citations, of which `text` is the newest text.

    First those quoted from it, in its order, then the others, oldest first.
    """
    places: dict[Event, list[Place]] = {}
    gone: dict[Event, datetime] = {}
    for citation in citations:
        here = places.setdefault(citation.event, [])
        if text and citation.text_id == text.pk and citation.start is not None:
            here.append(Place(citation.start, citation.start + len(citation.quotation)))
        if since := citation.gone_since:
            gone[citation.event] = min(since, gone.get(citation.event, since))
    ordered = sorted(places.items(), key=lambda pair: (not pair[1], _first(pair[1])))
    return [
        Taken(number, event, tuple(stretches), gone.get(event))
        for number, (event, stretches) in enumerate(ordered, start=1)
    ]


def _first(places: Sequence[Place]) -> int:
    return min((place.start for place in places), default=0)


def met(proposals: Iterable[Proposal[int]], events: Iterable[Taken]) -> set[str]:
    """Keys of the proposals that an event was made of.

    A quotation meets one proposal of those it shares words with: of its event's kind rather than
    of another, since editors change kinds, then that which it shares most words with.
    """
    open_ones = list(proposals)
    keys: set[str] = set()
    for taken in events:
        for place in taken.places:
            near = [one for one in open_ones if one.key not in keys and _shared(one, place) > 0]
            if near:
                kind = taken.event.kind
                best = max(near, key=lambda one: (one.kind == kind, _shared(one, place)))
                keys.add(best.key)
    return keys


def _shared(proposal: Proposal[int], place: Place) -> int:
    """Code points that both have; none or less where they lie apart."""
    return min(proposal.end, place.end) - max(proposal.start, place.start)
