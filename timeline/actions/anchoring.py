"""Quotations follow the texts of their article: what the newest text has, they stand in there.

Where a quotation stands is derived, so that moving it writes no revision. Whoever changes both an
event and what it quotes waits for the article before any citation, and so does a new text: that
order lets neither wait for the other in a circle.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from django.db import connection, transaction

from timeline import quotes
from timeline.models import Article, ArticleText, Citation, Event
from timeline.models.citation import CitationQuerySet

PLACE = ("text", "start", "prefix", "suffix")


def hold_texts(article: int) -> None:
    """Waits for whoever gives the article of this number another text, then lets nobody do so.

    Others may quote from it all the same. Holds until the transaction ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM timeline_article WHERE id = %s FOR KEY SHARE", [article])


def hold_texts_of(event: Event) -> None:
    """The same for all articles that the event quotes, before any of its citations is touched."""
    for article in Article.objects.filter(citations__event=event).distinct().order_by("pk"):
        hold_texts(article.pk)


def keep_place(citation: Citation) -> None:
    """Reads anew where a quotation stands that is about to be saved and was not changed."""
    hold_texts(citation.article_id)
    citation.refresh_from_db(fields=PLACE)


def follow(text: ArticleText) -> None:
    """Moves what is quoted from earlier texts of the article to this one, where it has the words.

    The rest stays on its old text; `CitationQuerySet.with_gone_since` tells since when.
    """
    move(Citation.objects.on_earlier_texts(text), text)


@transaction.atomic
def follow_newest(event: Event) -> None:
    """The same for all quotations of one event, as they come back from its history."""
    hold_texts_of(event)
    for article in Article.objects.filter(citations__event=event).distinct():
        if newest := article.current_text:
            move(Citation.objects.on_earlier_texts(newest).filter(event=event), newest)


def move(rows: CitationQuerySet, text: ArticleText) -> None:
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    taken = places_taken(text, {row.event_id for row in found})
    moved = [
        row
        for row in sorted(found, key=lambda row: row.start or 0)
        if stands_in(text, row, taken[row.event_id])
    ]
    Citation.objects.bulk_update(moved, PLACE, batch_size=1000)


def places_taken(text: ArticleText, events: Collection[int]) -> defaultdict[int, set[int]]:
    """Event to the offsets at which it quotes from this text: there can be one quotation each."""
    taken = defaultdict[int, set[int]](set)
    standing = Citation.objects.filter(text=text, event__in=events)
    for event, start in standing.values_list("event", "start"):
        taken[event].add(start or 0)
    return taken


def stands_in(text: ArticleText, row: Citation, taken: set[int]) -> bool:
    """Places the quotation in this text, unless the words are not there, or are taken."""
    remembered = quotes.Anchor(row.prefix, row.quotation, row.suffix, row.start or 0)
    place = quotes.reanchor(remembered, text.body, taken=taken)
    if place is None:
        return False
    now = quotes.anchor(place, text.body)
    row.text, row.start, row.prefix, row.suffix = text, now.start, now.prefix, now.suffix
    taken.add(now.start)
    return True
