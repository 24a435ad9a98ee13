"""Where the desk of an article is, and what on it an address points at."""

from __future__ import annotations

from django.urls import reverse

from timeline.models import Article, Event
from timeline.suggestions import Proposal


def desk_of(article: Article) -> str:
    return reverse("admin:timeline_article_desk", args=[article.pk])


def event_at_hand(article: Article, event: Event) -> str:
    return f"{desk_of(article)}?event={event.pk}"


def proposal_at_hand(article: Article, proposal: Proposal[int]) -> str:
    """With the sentence that it was made from in sight."""
    return f"{desk_of(article)}?proposal={proposal.key}#s{proposal.sentence + 1}"
