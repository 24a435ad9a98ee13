"""What is found in a text by itself: sentences, proposals, dates, names, kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings

from timeline import dates, quotes, suggestions
from timeline.caching import kept_under
from timeline.desk.spellings import Known, known
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
    """Kept as long as text, day, dateline and all spellings are the same."""
    names = known(edition)
    name = f"finds {names.state} {text.sha256} {article.published_on} {article.dateline}"
    return kept_under(name, lambda: _finds(article, text.body, names))


def _finds(article: Article, body: str, names: Known) -> Finds:
    cities, factions = names.cities, names.factions
    southern: bool = settings.SOUTHERN_SEASONS
    dated = tuple(dates.find(body, published=article.published_on, southern=southern))
    named_cities, named_factions = tuple(cities.find(body)), tuple(factions.find(body))
    return Finds(
        places=tuple(quotes.sentences(body)),
        proposals=tuple(
            suggestions.propose(
                body,
                published=article.published_on,
                dateline=article.dateline,
                southern=southern,
                cities=cities,
                factions=factions,
            )
        ),
        dates=dated,
        cities=named_cities,
        factions=named_factions,
        kinds=tuple(told_kinds(body, (*named_cities, *named_factions), dated)),
        unknown=tuple(suggestions.unknown_names(body, cities=cities, factions=factions)),
    )


def told_kinds(
    body: str, named: Iterable[Match[int]], dated: Iterable[dates.Found]
) -> Iterator[KindFound]:
    """The kinds that the words tell of: the "Free Syrian Army" frees nobody, "4 March" is a day."""
    taken = {place for name in named for place in range(name.start, name.end)}
    days = {place for day in dated for place in range(day.start, day.end)}
    for kind in suggestions.kinds_in(body):
        if kind.start in taken or (kind.start in days and body[kind.start].isupper()):
            continue
        yield kind
