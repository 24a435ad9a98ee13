"""From a text to the events in it: each cue that tells of one is dated, placed and peopled."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from timeline.dates import Found
from timeline.names import Matcher

from . import carrying, claimants, dating, places
from .clauses import clause_at, clauses
from .cues import Cue, cues_in
from .doubles import once, told_apart
from .happening import events_in
from .lengths import is_of_a_length, lengths_in
from .mentions import Mention, mentions_in, openings
from .parties import parts, roles
from .proposal import KindFound, Part, Proposal, Reason, Sureness
from .quoting import quoted
from .reading import Reading, Sentence, read
from .sentenced import Given, Sentenced
from .series import series
from .sides import completed, faced
from .whom import Memory, Standing, resolved

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class _Told(Generic[K]):
    """An event of the text before its factions are known."""

    told: Sentenced[K]
    place: places.Place[K] | None
    dated: dating.Dated
    given: Given[K]
    rule: str

    @property
    def cue(self) -> Cue:
        return self.told.cue


def propose(
    text: str,
    *,
    published: date,
    cities: Matcher[K],
    factions: Matcher[K],
    dateline: str = "",
    southern: bool = False,
) -> list[Proposal[K]]:
    """The events that a text tells, in its order, what it only recalls marked as background.

    The keys of the two matchers are the caller's own. `published` is the day from which "on
    Tuesday" is counted; `dateline` is the place printed before the text, "" for none.
    """
    reading = read(text, published=published, cities=cities, factions=factions, southern=southern)
    spoken = [mentions_in(reading, sentence) for sentence in reading.sentences]
    told = list(_told(reading, _dateline(dateline, cities), spoken))
    memory = Memory(reading, _standings(told), openings(reading, spoken))
    named = [
        faced(one.told, parts(reading, resolved(one.given, memory, one.cue)), memory)
        for one in told
    ]
    made = [completed(one.told, some, memory) for one, some in zip(told, named, strict=True)]
    found = [_proposal(reading, one, some) for one, some in zip(told, made, strict=True)]
    return quoted(reading, once(reading, found))


def kinds_in(text: str) -> list[KindFound]:
    """The words of a text that tell of a kind of event, whether it took place or not."""
    nothing: Matcher[int] = Matcher(())
    reading = read(text, published=date(2000, 1, 1), cities=nothing, factions=nothing, undated=True)
    return [
        KindFound(cue.start, cue.head_end, cue.kind)
        for sentence in reading.sentences
        for cue in cues_in(reading, sentence)
    ]


def _dateline(words: str, cities: Matcher[K]) -> places.Place[K] | None:
    found = cities.find(words)
    if not found:
        return None
    return places.Place(found[0].key, Reason("city", "dateline", 0, 0, words, inferred=True))


def _told(
    reading: Reading[K], place: places.Place[K] | None, spoken: Sequence[Sequence[Mention[K]]]
) -> Iterator[_Told[K]]:
    """Yield the events of every sentence; place and date go on from one to the next."""
    dated: dating.Dated | None = None
    offensive, paragraph = None, 0
    for sentence, mentions in zip(reading.sentences, spoken, strict=True):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            dated = dated if dated and dating.is_news(reading, dated.when) else None
            place = places.at_a_paragraph(reading, place)
        here = list(_told_in(reading, sentence, mentions, place, dating.Base(dated, offensive)))
        yield from here
        begun = [one.dated.when for one in here if one.cue.kind == "offensive_began"]
        offensive = begun[-1] if begun else offensive
        dated = carrying.next_date(reading, sentence, [one.dated for one in here], dated)
        named = [one.place for one in here if one.place]
        place = places.next_place(reading, sentence, named, place)


def _told_in(
    reading: Reading[K],
    sentence: Sentence,
    mentions: Sequence[Mention[K]],
    place: places.Place[K] | None,
    base: dating.Base,
) -> Iterator[_Told[K]]:
    found = clauses(reading.marked, sentence.start, sentence.end)
    lengths = list(lengths_in(reading, sentence))
    cues = [
        cue
        for cue in told_apart(reading, list(events_in(reading, sentence, found)), found)
        if not any(is_of_a_length(cue, length) for _, length in lengths)
    ]
    events = tuple(cue.start for cue in cues)
    for cue in cues:
        told = Sentenced(reading, cue, found, clause_at(found, cue.start), mentions, events)
        yield from _in_each_city(told, place, base)
    for cue, length in lengths:
        told = Sentenced(reading, cue, found, clause_at(found, cue.start), mentions, events)
        yield _began(told, place, length)


def _in_each_city(
    told: Sentenced[K], before: places.Place[K] | None, base: dating.Base
) -> Iterator[_Told[K]]:
    """Yield the event of a cue, once for each city that it happened in."""
    dated = dating.date_of(told, base)
    if dating.is_to_come(told.reading, dated.when):
        return
    rule = "noun" if told.cue.entry.noun else "verb"
    given = roles(told)
    for city, when in series(told, places.place_of(told, before), dated):
        yield _Told(told, city, when, given, rule)


def _began(told: Sentenced[K], before: places.Place[K] | None, length: Found) -> _Told[K]:
    words = told.reading.text[length.start : length.end]
    why = Reason("date", "length_of_time", length.start, length.end, words)
    city = places.place_of(told, before)
    return _Told(told, city, dating.Dated(length.when, why, own=True), [], "length_of_fighting")


def _standings(told: Sequence[_Told[K]]) -> list[Standing[K]]:
    return [
        Standing(mention.start, mention.key, role, one.cue)
        for one in told
        for mention, role in one.given
        if mention.key is not None
    ]


def _proposal(reading: Reading[K], one: _Told[K], made: tuple[Part[K], ...]) -> Proposal[K]:
    cue, sentence = one.cue, one.cue.sentence
    claimant, why_claimant = claimants.claimant_of(reading, sentence)
    stance, why_stance = claimants.stance_of(reading, sentence)
    past = dating.recalled(reading, one.dated)
    reasons = [Reason("kind", one.rule, cue.start, cue.end, reading.text[cue.start : cue.end])]
    reasons += [one.dated.why, *([one.place.why] if one.place else [])]
    reasons += [part.why for part in made]
    reasons += [why for why in (why_claimant, why_stance, past) if why]
    return Proposal(
        sentence=sentence.number,
        start=sentence.start,
        end=sentence.end,
        when=one.dated.when,
        city=one.place.city if one.place else None,
        parts=made,
        kind=cue.kind,
        claimant=claimant,
        stance=stance,
        background=past is not None,
        sureness=_sureness(one, made),
        reasons=tuple(reasons),
    )


def _sureness(one: _Told[K], made: Sequence[Part[K]]) -> Sureness:
    if one.place is None or not made:
        return Sureness.UNSURE
    carried = [one.dated.why, one.place.why, *(part.why for part in made)]
    return Sureness.LIKELY if any(why.inferred for why in carried) else Sureness.SURE
