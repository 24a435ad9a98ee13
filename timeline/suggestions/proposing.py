"""From a text to the events in it: each cue that tells of one is dated, placed and peopled."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from timeline.names import Matcher

from . import claimants, dating, places
from .clauses import Clause, clause_at, clauses
from .cues import Cue, cues_in, happened
from .doubles import once
from .mentions import Mention, mentions_in
from .parties import Memory, parts, resolved, roles
from .proposal import KindFound, Part, Proposal, Reason, Sureness
from .reading import Reading, Sentence, read

K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class _Told(Generic[K]):
    """An event of the text before its factions are known."""

    cue: Cue
    clause: Clause
    place: places.Place[K] | None
    dated: dating.Dated | None
    given: list[tuple[Mention[K], str]] = field(default_factory=list)


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
    told = list(_told(reading, _dateline(dateline, cities)))
    memory = Memory(reading, _known(told))
    proposals = [_proposal(reading, one, memory) for one in told]
    return once(reading, proposals)


def kinds_in(text: str) -> list[KindFound]:
    """The words of a text that tell of a kind of event, whether it took place or not."""
    nothing: Matcher[int] = Matcher(())
    reading = read(text, published=date(2000, 1, 1), cities=nothing, factions=nothing, undated=True)
    return [
        KindFound(cue.start, cue.head_end, cue.entry.kind)
        for sentence in reading.sentences
        for cue in cues_in(reading, sentence)
    ]


def _dateline(words: str, cities: Matcher[K]) -> places.Place[K] | None:
    found = cities.find(words)
    if not found:
        return None
    return places.Place(found[0].key, Reason("city", "dateline", 0, 0, words, inferred=True))


def _told(reading: Reading[K], dateline: places.Place[K] | None) -> list[_Told[K]]:
    told: list[_Told[K]] = []
    place, dated, paragraph = dateline, None, 0
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
        mentions = mentions_in(reading, sentence)
        found = clauses(reading.marked, sentence.start, sentence.end)
        for cue in _kept(reading, sentence, found):
            at = clause_at(found, cue.start)
            one = _Told(
                cue,
                found[at],
                places.place_of(reading, cue, found, at, place),
                dating.date_of(reading, cue, found, dated),
                roles(reading, cue, found, at, mentions),
            )
            told.append(one)
        dated = _next_date(reading, sentence, dated)
        place = _next_place(reading, sentence, place)
    return told


def _next_date(
    reading: Reading[K], sentence: Sentence, before: dating.Dated | None
) -> dating.Dated | None:
    named = [one for one in reading.dates if sentence.start <= one.start < sentence.end]
    for one in named:
        why = Reason("date", "date_before", one.start, one.end, reading.text[one.start : one.end])
        dated = dating.carried(dating.Dated(one.when, why, own=False))
        if not one.when.duration and dating.can_be_carried(reading, dated):
            return dated
    return before


def _next_place(
    reading: Reading[K], sentence: Sentence, before: places.Place[K] | None
) -> places.Place[K] | None:
    named = [one for one in reading.cities if sentence.start <= one.start < sentence.end]
    if not named:
        return before
    last = named[-1]
    words = reading.text[last.start : last.end]
    return places.Place(
        last.key, Reason("city", "city_before", last.start, last.end, words, inferred=True)
    )


_EXPLOSIVE = ("chemical_attack", "air_strike", "suicide_attack", "shelling", "bomb_ied", "grenade")
_ABSORBED = {
    "killing_civilians": (*_EXPLOSIVE, "protest_repressed", "mob_violence", "clash", "abduction"),
    "clash": (
        *_EXPLOSIVE, "captured", "offensive_began", "offensive_ended", "withdrew", "agreement",
        "killing_civilians", "besieged", "riot", "protest_repressed", "protest_intervention",
        "abduction", "looting_destruction", "transferred",
    ),
    "bomb_ied": ("suicide_attack", "air_strike", "shelling"),
    "looting_destruction": _EXPLOSIVE,
    "protest": ("protest_repressed", "protest_intervention", "riot"),
    "statement": ("captured", "agreement"),
    "surrender": ("agreement",),
    "agreement": ("prisoner_exchange",),
    "release": ("prisoner_exchange",),
}  # fmt: skip


def _kept(reading: Reading[K], sentence: Sentence, found: Sequence[Clause]) -> list[Cue]:
    """The cues of a sentence that tell of an event each: one kind once, the telling one of two."""
    cues = [cue for cue in cues_in(reading, sentence) if happened(reading, cue)]
    kinds = {cue.entry.kind for cue in cues}
    kept: list[Cue] = []
    for cue in cues:
        if kinds & set(_ABSORBED.get(cue.entry.kind, ())):
            continue
        if any(one.entry.kind == cue.entry.kind for one in kept):
            continue
        kept.append(cue)
    return kept


def _known(told: Sequence[_Told[K]]) -> list[tuple[int, K, str]]:
    return [
        (mention.start, mention.key, role)
        for one in told
        for mention, role in one.given
        if mention.key is not None
    ]


def _proposal(reading: Reading[K], one: _Told[K], memory: Memory[K]) -> Proposal[K]:
    cue = one.cue
    sentence = cue.sentence
    made = parts(reading, resolved(one.given, memory))
    claimant, why_claimant = claimants.claimant_of(reading, sentence)
    stance, why_stance = claimants.stance_of(reading, sentence)
    past = dating.recalled(reading, one.dated)
    rule = "noun" if cue.entry.noun else "verb"
    words = reading.text[cue.start : cue.end]
    reasons = [Reason("kind", rule, cue.start, cue.end, words)]
    reasons += [one.dated.why] if one.dated else []
    reasons += [one.place.why] if one.place else []
    reasons += [part.why for part in made]
    reasons += [why for why in (why_claimant, why_stance, past) if why]
    return Proposal(
        sentence=sentence.number,
        start=sentence.start,
        end=sentence.end,
        when=one.dated.when if one.dated else None,
        city=one.place.city if one.place else None,
        parts=made,
        kind=cue.entry.kind,
        claimant=claimant,
        stance=stance,
        background=past is not None,
        sureness=_sureness(one, made),
        reasons=tuple(reasons),
    )


def _sureness(one: _Told[K], made: Sequence[Part[K]]) -> Sureness:
    if one.dated is None or one.place is None or not made:
        return Sureness.UNSURE
    carried = [one.dated.why, one.place.why, *(part.why for part in made)]
    return Sureness.LIKELY if any(why.inferred for why in carried) else Sureness.SURE
