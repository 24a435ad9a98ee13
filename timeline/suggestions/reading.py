"""A text as the rules read it: sentences, names, dates, and words with marks in their place."""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from timeline import dates, quotes
from timeline.names import Match, Matcher

from .kin import at_home, kin
from .unlisted import unlisted_places
from .words import CITY, DATE, FACTION, WORD
from .years import told_on

K = TypeVar("K", bound=Hashable)

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "–": "-", "‑": "-"})
_TOKEN = re.compile(WORD)
_QUOTED = re.compile(r"“[^”\n]{25,}(?:”|$)|(?<!\w)\"[^\"\n]{25,}(?:\"|$)", re.MULTILINE)
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_HEADLINE_WORDS = 22
_CHRONICLE = re.compile(rf"\W*{DATE}+(?:[.:]| -| —)(?: |$)|\W*{DATE}+ (?=[A-Z])")
# Words that make a name before them an actor and no place.
_IS_ACTOR = re.compile(
    r"(?:'s)? (?:government|authorities|regime|administration|officials?|said|says|has said|"
    r"denied|denies|accused|accuses|rejected|insisted|claims|warned|wants|vowed|foreign ministry|"
    r"ministry|based|backed|backs|-based|-backed|agreed to|called|condemned|sees|"
    r"announced|responded|time|university|declaration|agreement|protocol|accords?|process|pact)\b"
    r"|-(?:based|backed|aligned|led|held|controlled)\b"
)
_OF_TOWN = re.compile(r"\b(?:mayor|residents?|hospitals?|police|doctors?|morgue) (?:of|in) $")
_OF_ACTOR = re.compile(
    r"\b(?:university of|government in|blamed|accused|ally of|loyal to|governor of) $"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    number: int
    start: int
    end: int
    paragraph: int
    headline: bool
    chronicle: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    word: str


@dataclass(frozen=True)
class Reading(Generic[K]):
    """`low` is the text in small letters, `marked` the same with marks for names and dates.

    `home` has the forces of the article's country, by nouns such as "army", named or not.
    """

    text: str
    published: date
    low: str
    marked: str
    sentences: Sequence[Sentence]
    cities: Sequence[Match[K]]
    factions: Sequence[Match[K]]
    dates: Sequence[dates.Found]
    quoted: Sequence[tuple[int, int]]
    home: Mapping[str, K]
    unlisted: Sequence[tuple[int, int]]

    @cached_property
    def main_city(self) -> Match[K] | None:
        """The city that the article names most; of several the one named first."""
        counts: dict[K, int] = {}
        for city in self.cities:
            counts[city.key] = counts.get(city.key, 0) + 1
        return max(self.cities, key=lambda city: counts[city.key], default=None)

    def neighbours(self, sentence: Sentence) -> list[Sentence]:
        """The sentences before and behind one in its paragraph."""
        beside = (sentence.number - 1, sentence.number + 1)
        return [
            one
            for one in self.sentences
            if one.number in beside and one.paragraph == sentence.paragraph
        ]

    def tokens(self, sentence: Sentence) -> list[Token]:
        found = _TOKEN.finditer(self.low, sentence.start, sentence.end)
        return [Token(one.start(), one.end(), one[0]) for one in found]

    def is_quoted(self, at: int) -> bool:
        return any(start <= at < end for start, end in self.quoted)


def small(text: str) -> str:
    """The text in small letters and plain apostrophes, every character in its place."""
    low = text.translate(_APOSTROPHES).replace("\n", " ")
    lowered = low.lower()
    if len(lowered) == len(low):
        return lowered
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in low)


def read(
    text: str,
    *,
    published: date,
    cities: Matcher[K],
    factions: Matcher[K],
    southern: bool = False,
    undated: bool = False,
) -> Reading[K]:
    low = small(text)
    named_factions = _one_a_place(factions.find(text))
    named_factions += kin(text, low, factions, named_factions)
    named_factions.sort(key=lambda match: match.start)
    taken = {at for match in named_factions for at in range(match.start, match.end)}
    all_cities = _one_a_place(cities.find(text))
    named_cities = [
        match for match in all_cities if match.start not in taken and not _is_actor(low, match)
    ]
    found = [] if undated else dates.find(text, published=published, southern=southern)
    found = [one for one in found if not one.when.phrase.lower().startswith("following")]
    found = told_on(text, found, published)
    marked = low
    listed = [(one.start, one.end) for one in named_cities]
    other = [
        *((one.start, one.end) for one in all_cities),
        *((one.start, one.end) for one in found),
    ]
    taken |= {at for start, end in other for at in range(start, end)}
    unlisted = sorted(set(unlisted_places(text, taken)))
    places = sorted([*unlisted, *listed])
    marked = _mark(marked, CITY, places)
    marked = _mark(marked, FACTION, [(one.start, one.end) for one in named_factions])
    marked = _mark(marked, DATE, [(one.start, one.end) for one in found])
    return Reading(
        text=text,
        published=published,
        low=low,
        marked=marked,
        sentences=_chronicled(_sentences(text), marked),
        cities=named_cities,
        factions=named_factions,
        dates=found,
        quoted=[one.span() for one in _QUOTED.finditer(text)],
        home=at_home(text, factions),
        unlisted=unlisted,
    )


def _chronicled(sentences: list[Sentence], marked: str) -> list[Sentence]:
    """Those of paragraphs that open with a date are told in the present: "5 May: rebels take"."""
    dated = {one.paragraph for one in sentences if _CHRONICLE.match(marked, one.start, one.end)}
    return [replace(one, chronicle=one.paragraph in dated) for one in sentences]


def _is_actor(low: str, city: Match[K]) -> bool:
    before = low[max(0, city.start - 20) : city.start]
    if _OF_TOWN.search(before):
        return False
    return bool(_IS_ACTOR.match(low, city.end) or _OF_ACTOR.search(before))


def _one_a_place(matches: list[Match[K]]) -> list[Match[K]]:
    """Of a spelling of several things the one that is named elsewhere, else the first."""
    places: dict[int, list[Match[K]]] = {}
    for match in matches:
        places.setdefault(match.start, []).append(match)
    certain = {group[0].key for group in places.values() if len(group) == 1}
    return [
        next((match for match in group if match.key in certain), group[0])
        for group in places.values()
    ]


def _mark(low: str, mark: str, places: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in places:
        if start < at:
            continue
        pieces += [low[at:start], mark * (end - start)]
        at = end
    return "".join([*pieces, low[at:]])


def _sentences(text: str) -> list[Sentence]:
    found: list[Sentence] = []
    paragraph = -1
    before = 0
    for number, place in enumerate(quotes.sentences(text)):
        if not found or "\n" in text[before : place.start]:
            paragraph += 1
        words = text[place.start : place.end]
        headline = (
            ("\n" in text[place.end : place.end + 2] or place.end == len(text))
            and (not found or "\n" in text[before : place.start])
            and not _ENDS_SENTENCE.search(words)
            and len(words.split()) <= _HEADLINE_WORDS
        )
        found.append(Sentence(number, place.start, place.end, paragraph, headline))
        before = place.end
    return found
