"""A form at hand that was sent back: what is in it, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid5

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from timeline.admin.desk import filling
from timeline.admin.desk.addresses import event_at_hand, proposal_at_hand
from timeline.admin.desk.at_hand import SAVED, AtHand, key_of, laid_out
from timeline.admin.desk.filled import Filled
from timeline.desk import Reading, reading_of
from timeline.models import Article, Event
from timeline.suggestions import Proposal


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent back; `event` is None for a new one."""

    request: HttpRequest
    reading: Reading
    filled: Filled
    event: Event | None

    @property
    def article(self) -> Article:
        return self.reading.article

    def shown(self, filled: Filled | None = None, **more: Any) -> AtHand:
        return laid_out(self.request, self.reading, filled or self.filled, self.event, **more)


def as_another(filled: Filled) -> Filled:
    """A form that was sent before, to make another event; sent twice, it makes one more only."""
    key = uuid5(key_of(filled) or filling.FORMS, "another")
    return filled.updated(entry_key=str(key), event="", citation="", seen="0")


def event_of(filled: Filled) -> Event | None:
    number = filled.number("event")
    return Event.objects.filter(pk=number).first() if number else None


def gone_on_to(sent: Sent, event: Event) -> HttpResponse:
    return gone_on(sent, event_at_hand(sent.article, event))


def gone_on_to_next(sent: Sent, event: Event) -> HttpResponse:
    """To the next proposal; to the event where none is left."""
    following = next_proposal(sent)
    if following is None:
        return gone_on_to(sent, event)
    return gone_on(sent, proposal_at_hand(sent.article, following))


def gone_on(sent: Sent, address: str) -> HttpResponse:
    """The next page says which form it came from, so that its words need not be kept any more."""
    sent.request.session[SAVED] = sent.filled.values.get("entry_key", "")
    return redirect(address)


def next_proposal(sent: Sent) -> Proposal[int] | None:
    """The first open one after the words just taken, else the first at all."""
    start = sent.filled.number("start")
    return reading_of(sent.article).next_proposal(-1 if start is None else start)
