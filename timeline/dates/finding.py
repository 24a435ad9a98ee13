"""Finding every date expression in running text."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from . import context, sentences
from .expressions import FINDERS
from .grammar import Anchor, Match, matches, plain
from .value import Found, Unread, UnreadableDate, When

_NEWS = 31
"""For how many days what happened is news, told from the day of publication."""
_BESIDE = 20
"""How many dates to either side of a length of time can be of its sentence."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    read: When | UnreadableDate
    anchor: Anchor
    match: Match


def find(text: str, *, published: date | None = None, southern: bool = False) -> list[Found]:
    """Every date expression in a text, left to right; where several overlap the longest stands.

    Offsets count code points of ``text`` as given, end exclusive. Expressions that cannot be dated
    (31 February; "on Tuesday" without a publication day) are left out: see ``look_through``.
    """
    everything = look_through(text, published=published, southern=southern)
    return [item for item in everything if isinstance(item, Found)]


def look_through(
    text: str, *, published: date | None = None, southern: bool = False
) -> Iterator[Found | Unread]:
    """Every date expression in a text, also those that cannot be dated, left to right."""
    words = plain(text)
    found = _longest(_candidates(words, Anchor(published, southern)))
    for one in _counted_from_their_end(found, words):
        circa, uncertain, start = context.doubts(words, one.start)
        phrase = text[start : one.end]
        if isinstance(one.read, UnreadableDate):
            yield Unread(start, one.end, phrase, one.read.reason)
        elif not _is_to_come(one, words):
            yield Found(start, one.end, _worded(one.read, phrase, circa=circa, uncertain=uncertain))


def _is_to_come(one: _Candidate, words: str) -> bool:
    """Whether a length of time is still to begin: "It will last for two weeks"."""
    is_length = isinstance(one.read, When) and one.read.duration
    return is_length and one.anchor.ahead and not sentences.speaks_of_an_end(words, one.start)


def _counted_from_their_end(found: list[_Candidate], words: str) -> Iterator[_Candidate]:
    """Lengths of time beside a date long past are counted back from that date.

    "It fell on 28 March 2015 after four days of fighting" began days before, whenever it is told.
    """
    for place, one in enumerate(found):
        end = _long_past(one, found[max(0, place - _BESIDE) : place + _BESIDE], words)
        if end is None:
            yield one
        else:
            read = _read(one.match, replace(one.anchor, published=end))
            yield replace(one, read=read)


def _long_past(one: _Candidate, beside: list[_Candidate], words: str) -> date | None:
    """The last day of the nearest date of the sentence, if it is over for more than a month."""
    if not isinstance(one.read, When) or not context.counts_from_a_date(one.match.words, one.read):
        return None
    ends = [
        (max(other.start - one.end, one.start - other.end), other.read.latest, other.start)
        for other in beside
        if isinstance(other.read, When)
        and not other.read.duration
        and other.read.latest is not None
        and sentences.same_sentence(words, other.start, one.start)
    ]
    if not ends or one.anchor.published is None:
        return None
    _, nearest, place = min(ends)
    if sentences.goes_on_since(words[one.end : place]):
        return None
    return nearest if (one.anchor.published - nearest).days > _NEWS else None


def _worded(when: When, phrase: str, *, circa: bool, uncertain: bool) -> When:
    return replace(
        when,
        phrase=phrase,
        circa=when.circa or circa,
        uncertain=when.uncertain or uncertain,
    )


def _candidates(words: str, anchor: Anchor) -> Iterator[_Candidate]:
    """Every match that is a date where it stands, read; those that mean nothing are left out."""
    for match in matches(FINDERS, words):
        start, end = match.start, match.end
        if not context.is_a_date(start, end, words):
            continue
        ahead = sentences.speaks_of_the_future(words, start, end)
        told = replace(anchor, ahead=ahead, due=sentences.was_to_come(words, start))
        read = _read(match, told)
        if not (isinstance(read, UnreadableDate) and read.reason == "not_a_date"):
            yield _Candidate(start, end, read, told, match)


def _read(match: Match, anchor: Anchor) -> When | UnreadableDate:
    try:
        return match.read(anchor)
    except UnreadableDate as unread:
        return unread


def _longest(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    """Those that overlap no longer one, from left to right."""
    kept: list[_Candidate] = []
    for candidate in sorted(candidates, key=lambda one: (one.start - one.end, one.start)):
        place = bisect(kept, candidate.start, key=lambda one: one.start)
        clear_before = not place or kept[place - 1].end <= candidate.start
        clear_after = place == len(kept) or candidate.end <= kept[place].start
        if clear_before and clear_after:
            kept.insert(place, candidate)
    return kept
