"""Many articles at once, as a list of them needs it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from timeline.desk.reading import Reading, laid_out
from timeline.desk.taken import events_taken
from timeline.models import Article, ArticleText, Citation, Dismissal, Edition


class OfArticle(Protocol):
    article_id: int


T = TypeVar("T", bound=OfArticle)


def readings_of(articles: Collection[Article]) -> dict[int, Reading]:
    """By the number of the article what `reading_of` would give, in as many queries as for one."""
    texts = newest_texts(articles)
    edition = Edition.objects.current()
    citations = by_article(Citation.objects.taken_from(articles))
    dismissals = Dismissal.objects.filter(article__in=articles).select_related("by")
    dismissed = by_article(dismissals)
    return {
        article.pk: laid_out(
            article,
            texts.get(article.pk),
            edition,
            events_taken(citations.get(article.pk, []), texts.get(article.pk)),
            dismissed.get(article.pk, []),
        )
        for article in articles
    }


def newest_texts(articles: Collection[Article]) -> dict[int, ArticleText]:
    """By the number of the article; those of which only the reference was entered have none."""
    newest = ArticleText.objects.filter(article__in=articles).order_by("article_id", "-number")
    return {text.article_id: text for text in newest.distinct("article_id")}


def by_article(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found
