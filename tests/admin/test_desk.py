"""The reading desk: the article on the left, its events on the right."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests import make
from timeline.models import Article

pytestmark = pytest.mark.django_db


def address(article: Article, what: str = "desk") -> str:
    return reverse(f"admin:timeline_article_{what}", args=[article.pk])


def page(client: Client, article: Article, **query: str | int) -> str:
    return client.get(address(article), query).content.decode()


def test_the_desk_shows_the_article_and_its_events(editor: Client) -> None:
    article = make.article("The fighting stops")
    make.event("The last fighters surrender", taken_from=article)
    shown = page(editor, article)
    assert "The fighting stops" in shown
    assert "The last fighters surrender" in shown
    assert '<mark class="u" data-event="1">' in shown


def test_nobody_reads_on_the_desk_without_being_let_in(client: Client) -> None:
    article = make.article()
    assert client.get(address(article)).status_code == 302
