"""The articles of an event sentence by sentence, with what it quotes marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline import quotes
from timeline.desk.marks import Mark, Piece, What, marked
from timeline.desk.readings import newest_texts
from timeline.models import Article, ArticleText, Citation, Event
from timeline.quotes import Place


@dataclass(frozen=True, slots=True)
class Quotation:
    """One of the event's, numbered from 1; `place` in the newest text, None if that lacks it."""

    number: int
    citation: Citation
    place: Place | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Numbered from 1; `begins` are the quotations that begin in it."""

    number: int
    pieces: tuple[Piece, ...]
    quoted: bool
    begins: tuple[Quotation, ...]
    paragraph: bool


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article as it reads now; `lost` are quotations that its newest text lacks."""

    article: Article
    sentences: list[Sentence]
    found: list[Quotation]
    lost: list[Quotation]
    wordless: list[Citation]


def quoted_articles(event: Event) -> list[Quoted]:
    """Each article once, in the order of the citations."""
    rows = Citation.objects.filter(event=event).with_gone_since().select_related("article__outlet")
    by_article: dict[Article, list[tuple[int, Citation]]] = {}
    for number, citation in enumerate(rows, 1):
        by_article.setdefault(citation.article, []).append((number, citation))
    texts = newest_texts(by_article)
    return [
        quoted(article, texts.get(article.pk), citations)
        for article, citations in by_article.items()
    ]


def quoted(
    article: Article, text: ArticleText | None, citations: Sequence[tuple[int, Citation]]
) -> Quoted:
    rows = [
        Quotation(number, citation, place_in(text, citation))
        for number, citation in citations
        if citation.quotation
    ]
    found = [row for row in rows if row.place]
    return Quoted(
        article,
        sentences(text.body, found) if text else [],
        found,
        [row for row in rows if row.place is None],
        [citation for _, citation in citations if not citation.quotation],
    )


def place_in(text: ArticleText | None, citation: Citation) -> Place | None:
    """Quotations follow their article: one that stays on an earlier text is gone from this one."""
    if text is None or citation.start is None or citation.text_id != text.pk:
        return None
    return Place(citation.start, citation.start + len(citation.quotation))


def sentences(body: str, found: Iterable[Quotation]) -> list[Sentence]:
    placed = [(row, row.place) for row in found if row.place]
    marks = [Mark(place.start, place.end, What.USED, row.number) for row, place in placed]
    told = []
    end = 0
    for number, place in enumerate(quotes.sentences(body), 1):
        told.append(
            Sentence(
                number,
                marked(body[place.start : place.end], marks, start=place.start),
                any(mark.start < place.end and place.start < mark.end for mark in marks),
                tuple(row for row, at in placed if place.start <= at.start < place.end),
                paragraph="\n" in body[end : place.start],
            )
        )
        end = place.end
    return told
