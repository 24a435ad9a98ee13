"""Articles and their texts, which are a series: nothing that was quoted from is overwritten."""

from django.db import transaction

from timeline.models import Article, ArticleText, User
from timeline.quotes import normalise


@transaction.atomic
def entered(article: Article, *, by: User, body: str) -> None:
    """A new article was saved; its text, if one was pasted, becomes the first of its series."""
    if article.entered_by_id is None:
        article.entered_by = by
        article.save(update_fields=["entered_by"])
    take_text(article, body)


@transaction.atomic
def take_text(article: Article, body: str) -> ArticleText | None:
    """Adds a text to the series if it differs from the newest; None if there is nothing new.

    Quotations stay on the text they were taken from.
    """
    article = Article.objects.select_for_update().get(pk=article.pk)
    newest = article.current_text
    words = normalise(body)
    if not words.strip() or (newest and newest.body == words):
        return None
    number = newest.number + 1 if newest else 1
    return ArticleText.objects.create(article=article, number=number, body=words)
