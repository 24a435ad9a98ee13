"""One article: what was taken from it, in its words. Its text is nobody's but the outlet's."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from timeline.models import Article, Citation, Edition
from timeline.views.edition import of_one_edition
from timeline.views.linked import linked_article


@require_safe
@of_one_edition
def article(request: HttpRequest, edition: Edition, number: int) -> HttpResponse:
    found = get_object_or_404(Article.objects.public().select_related("outlet"), pk=number)
    taken = Citation.objects.public().filter(article=found).in_order_of_events()
    events = [(event, list(rows)) for event, rows in groupby(taken, key=lambda row: row.event)]
    context = {
        "edition": edition,
        "article": found,
        "copied": Article.objects.public().copied_by(found).select_related("outlet").first(),
        "events": events,
        "linked": linked_article(request, found, [event for event, _rows in events]),
    }
    return render(request, "articles/page.html", context)
