"""One finding, and the words of the articles that findings are made on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import quotes
from timeline.models import Citation, Event
from timeline.models.events_asked import TOLD_BY


@dataclass(frozen=True, slots=True)
class Check:
    """`passed`: True for well, False for what must not be published so, None for "look at it".

    `rule` is a further sentence in small print: why it was found so. `event` is another one that
    this is about.
    """

    passed: bool | None
    words: str
    rule: str = ""
    event: Event | None = None

    @classmethod
    def well(cls, words: str, rule: str = "", event: Event | None = None) -> Check:
        return cls(passed=True, words=words, rule=rule, event=event)

    @classmethod
    def wrong(cls, words: str) -> Check:
        return cls(passed=False, words=words)

    @classmethod
    def doubt(cls, words: str, event: Event | None = None) -> Check:
        return cls(passed=None, words=words, event=event)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation, the whole sentences it stands in, and all of that text."""

    citation: Citation
    quotation: str
    sentences: str
    body: str


def quoted(citations: Sequence[Citation]) -> list[Quoted]:
    """The quotations that have a text, each with its surroundings there."""
    return [
        Quoted(
            citation,
            citation.quotation,
            around(citation.text.body, citation.start, citation.quotation),
            citation.text.body,
        )
        for citation in citations
        if citation.text and citation.start is not None
    ]


def around(body: str, start: int, quotation: str) -> str:
    """The sentences of a text that the quotation at this place touches."""
    end = start + len(quotation)
    touched = [place for place in quotes.sentences(body) if place.start < end and start < place.end]
    return body[touched[0].start : touched[-1].end] if touched else quotation


def sources(event: Event) -> list[Citation]:
    """Its citations with texts, articles, outlets, claimants and figures, asked for anew: a list
    that loaded the event for readers left the texts behind.
    """
    rows = Citation.objects.filter(event=event).with_gone_since().prefetch_related("figures")
    return list(rows.select_related("text", *TOLD_BY))
