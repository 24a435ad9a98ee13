"""What an address of the desk points at: an event, a proposal, some words, a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest, QueryDict

from timeline.admin.numbers import number_in
from timeline.desk import Reading, Sentence, Taken
from timeline.suggestions import Proposal


@dataclass(frozen=True, slots=True)
class Pointed:
    """At most one of `event`, `proposal` and `words` (start and end); `sentence` is theirs.

    `next` is the open proposal to go on to, None where none is left.
    """

    event: Taken | None = None
    proposal: Proposal[int] | None = None
    words: tuple[int, int] | None = None
    sentence: Sentence | None = None
    next: Proposal[int] | None = None

    @property
    def is_something(self) -> bool:
        return bool(self.event or self.proposal or self.words)


def pointed(request: HttpRequest, reading: Reading) -> Pointed:
    """Reads the query; what leads nowhere by now (taken, dismissed, a new text) is passed over."""
    query = query_of(request)
    event = _event(query, reading)
    proposal = None if event else _proposal(query, reading)
    words = None if event or proposal else _words(query, reading)
    sentence = reading.sentence_at(_begins(event, proposal, words))
    begins = sentence.start if sentence else 0
    following = reading.next_proposal(begins, passing=proposal.key if proposal else "")
    return Pointed(event, proposal, words, sentence, following)


def query_of(request: HttpRequest) -> QueryDict:
    """What the page that is looked at was asked; htmx says which that is when it sends a form."""
    htmx = request.htmx  # type: ignore[attr-defined]
    if request.method != "POST" or not htmx.current_url:
        return request.GET
    return QueryDict(urlsplit(htmx.current_url).query)


def _begins(
    event: Taken | None, proposal: Proposal[int] | None, words: tuple[int, int] | None
) -> int:
    """Where in the text the thing pointed at begins, -1 where nowhere."""
    if event:
        return min((place.start for place in event.places), default=-1)
    if proposal:
        return proposal.start
    return words[0] if words else -1


def _event(query: QueryDict, reading: Reading) -> Taken | None:
    number = _number(query, "event")
    return next((one for one in reading.events if one.event.pk == number), None)


def _proposal(query: QueryDict, reading: Reading) -> Proposal[int] | None:
    key = query.get("proposal", "")
    return next((one for one in reading.proposals if one.key == key), None)


def _words(query: QueryDict, reading: Reading) -> tuple[int, int] | None:
    """A selection, or a whole sentence."""
    sentence = _number(query, "sentence")
    if sentence is not None and 0 < sentence <= len(reading.sentences):
        found = reading.sentences[sentence - 1]
        return found.start, found.end
    start, end = _number(query, "start"), _number(query, "end")
    length = len(reading.text.body) if reading.text else 0
    if start is None or end is None or not start < end <= length:
        return None
    return start, end


def _number(query: QueryDict, name: str) -> int | None:
    return number_in(query.get(name, ""))
