"""What is found in a text by itself: sentences, proposals, dates, names, kinds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from timeline import dates, quotes, suggestions
from timeline.caching import kept
from timeline.desk.spellings import known
from timeline.models import Article, ArticleText, Edition
from timeline.names import Match
from timeline.quotes import Place
from timeline.suggestions import KindFound, Proposal, Unknown


@dataclass(frozen=True, slots=True)
class Finds:
    """Everything in order of the text; keys of proposals and names are ids of the tables."""

    places: tuple[Place, ...]
    proposals: tuple[Proposal[int], ...]
    dates: tuple[dates.Found, ...]
    cities: tuple[Match[int], ...]
    factions: tuple[Match[int], ...]
    kinds: tuple[KindFound, ...]
    unknown: tuple[Unknown, ...]


def finds(article: Article, text: ArticleText, edition: Edition) -> Finds:
    """Kept until the record changes, and with it perhaps the names that are known."""
    name = f"finds {text.sha256} {article.published_on} {article.dateline}"
    return kept(edition, name, lambda: _finds(article, text.body, edition))


def _finds(article: Article, body: str, edition: Edition) -> Finds:
    names = known(edition)
    southern: bool = settings.SOUTHERN_SEASONS
    propose = getattr(suggestions, "propose", lambda *_a, **_k: ())
    kinds_in = getattr(suggestions, "kinds_in", lambda *_a, **_k: ())
    unknown_names = getattr(suggestions, "unknown_names", lambda *_a, **_k: ())
    spelled: dict[str, Any] = {"cities": names.cities, "factions": names.factions}
    return Finds(
        places=tuple(quotes.sentences(body)),
        proposals=tuple(
            propose(
                body,
                published=article.published_on,
                dateline=article.dateline,
                southern=southern,
                **spelled,
            )
        ),
        dates=tuple(dates.find(body, published=article.published_on, southern=southern)),
        cities=tuple(names.cities.find(body)),
        factions=tuple(names.factions.find(body)),
        kinds=tuple(kinds_in(body)),
        unknown=tuple(unknown_names(body, **spelled)),
    )
