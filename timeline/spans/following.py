"""The last word on every day, from the first evidence to the end of time (rules 6 to 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.spans.doubting import Doubt
from timeline.spans.kin import Kin
from timeline.spans.pieces import ALWAYS, NEVER, NOBODY, Piece
from timeline.spans.settling import Word
from timeline.spans.span import Change, State


@dataclass(frozen=True)
class Answer:
    """Whom the last words name; nobody is "not known"."""

    holders: frozenset[int] = NOBODY
    contested: bool = False


def course(words: Sequence[Word], kin: Kin) -> tuple[list[Piece], list[Doubt]]:
    """What the words make of each stretch of days, and where they contradict each other."""
    begins: defaultdict[int, list[Word]] = defaultdict(list)
    ends: defaultdict[int, list[Word]] = defaultdict(list)
    for one in words:
        begins[one.first].append(one)
        ends[one.last].append(one)
    days = sorted({*begins, *ends} - {NEVER})
    if not days:
        return [], []
    record = Record(kin)
    pieces = before(begins[days[0]], days[0], kin)
    for day, following in zip(days, [*days[1:], NEVER + 1], strict=True):
        record.go_on(day, begins[day], ends[day])
        pieces.append(record.piece(day, following - 1))
    return pieces, record.contradictions


def before(firsts: Sequence[Word], day: int, kin: Kin) -> list[Piece]:
    """Who held it before the first evidence, since a day that the record does not know."""
    telling = [one for one in firsts if one.former and not any(brings(it, one) for it in firsts)]
    told = agreed({Answer(one.former) for one in telling}, kin)
    if day == ALWAYS or not told.holders:
        return []
    by = frozenset(key for one in telling for key in one.keys)
    return [Piece(ALWAYS, day - 1, state_of(told), told.holders, by=by)]


def brings(one: Word, other: Word) -> bool:
    """Whether it brought in those from whom the other, of the same day, takes the city."""
    return one is not other and other.former <= one.holders


def state_of(answer: Answer) -> State:
    if not answer.holders:
        return State.UNKNOWN
    return State.CONTESTED if answer.contested else State.HELD


def agreed(said: Iterable[Answer], kin: Kin) -> Answer:
    """One answer of several: the one that names all whom the others name, or a contest."""
    answers = sorted(
        (one for one in said if one.holders),
        key=lambda one: (not one.contested, sorted(one.holders)),
    )
    for one in answers:
        if all(kin.covers(one.holders, other.holders) for other in answers):
            return one
    named = NOBODY.union(*(one.holders for one in answers))
    return Answer(named, contested=bool(named))


class Record:
    """What is past and what is under way, day by day."""

    def __init__(self, kin: Kin) -> None:
        self.kin = kin
        self.contradictions: list[Doubt] = []
        self.last_words: list[Word] = []
        self.leavings: list[Word] = []
        self.under_way: list[Word] = []
        self.contradicting: set[Word] = set()
        self.repeating: set[Word] = set()
        self.heard = ALWAYS
        self.heard_from: frozenset[int] = frozenset()

    def go_on(self, day: int, begins: Sequence[Word], ends: Sequence[Word]) -> None:
        """On to the next day on which something can begin or is past."""
        known = self.answer()
        for one in begins:
            self.begin(one, known)
        self.under_way = [one for one in [*self.under_way, *begins] if one.last > day]
        self.end(day, [one for one in ends if one.change is not Change.LEFT])
        self.leavings += [one for one in ends if one.change is Change.LEFT]
        if self.last_words:
            standing = [*self.last_words, *self.under_way]
            self.leavings = [
                one for one in self.leavings if not all(other.follows(one) for other in standing)
            ]

    def begin(self, one: Word, known: Answer) -> None:
        """Compares what begins with what was known until the day before."""
        if one.change is Change.STATED and self.repeats(one, known):
            self.repeating.add(one)
            return
        named = one.holders if one.change is Change.STATED else one.former
        if one.change is Change.LEFT or not (named and known.holders):
            return
        if not self.kin.fit(named, known.holders):
            self.contradicting.add(one)
            self.contradictions.append(
                Doubt(self.heard + 1, one.first - 1, named, NOBODY, one.keys | self.heard_from)
            )

    def end(self, day: int, ends: Sequence[Word]) -> None:
        if not ends:
            return
        self.heard, self.heard_from = day, frozenset(key for one in ends for key in one.keys)
        new = [one for one in ends if one not in self.repeating]
        kept = [old for old in self.last_words if not any(one.follows(old) for one in new)]
        self.last_words = kept + new

    def repeats(self, one: Word, known: Answer) -> bool:
        return (
            bool(known.holders)
            and one.contested == known.contested
            and self.kin.covers(known.holders, one.holders)
        )

    def answer(self) -> Answer:
        return agreed({self.left_of(one) for one in self.last_words}, self.kin)

    def left_of(self, one: Word) -> Answer:
        """What a word says after those went who left it since."""
        gone = NOBODY.union(*(it.former for it in self.leavings if not one.follows(it)))
        stayed = frozenset(holder for holder in one.holders if not self.kin.among(holder, gone))
        return Answer(stayed, contested=one.contested and len(stayed) > 1)

    def piece(self, first: int, last: int) -> Piece:
        known = self.answer()
        other = [one for one in self.under_way if self.says_otherwise(one, known)]
        rest = [*self.last_words, *self.leavings, *other]
        since = [one.keys for one in rest if first in (one.first, one.last)]
        state, holders, coming = self.outcome(known, other)
        return Piece(
            first,
            last,
            state,
            holders,
            coming,
            since=frozenset[int]().union(*since),
            by=frozenset[int]().union(*(one.keys for one in rest)),
        )

    def says_otherwise(self, one: Word, known: Answer) -> bool:
        if one.change is Change.STATED:
            return one not in self.repeating and not self.repeats(one, known)
        if one.change is Change.LEFT:
            if known.holders:
                return any(self.kin.among(holder, one.former) for holder in known.holders)
            return not (self.last_words or self.leavings)
        said = Answer(one.holders, contested=one.contested)
        return said != known or one in self.contradicting

    def outcome(
        self, known: Answer, other: Sequence[Word]
    ) -> tuple[State, frozenset[int], frozenset[int]]:
        """The state, who holds the city, and who is coming."""
        stated = all(one.change is Change.STATED for one in other)
        if not other or (stated and not known.holders):
            return state_of(known), known.holders, NOBODY
        if stated and all(one in self.contradicting for one in other):
            rivals = known.holders.union(*(one.holders for one in other))
            return State.CONTESTED, rivals, NOBODY
        coming = NOBODY.union(*(one.holders for one in other))
        if not coming:
            return State.CHANGING, *self.leaving(known, other)
        taking = (one for one in other if one.change is Change.HANDED_OVER)
        losing = (one.former for one in taking if one in self.contradicting or not known.holders)
        return State.CHANGING, known.holders.union(*losing), coming

    def leaving(
        self, known: Answer, other: Iterable[Word]
    ) -> tuple[frozenset[int], frozenset[int]]:
        """Who holds the city while some leave and nobody comes, and who stays."""
        gone = NOBODY.union(*(one.former for one in other))
        stay = frozenset(one for one in known.holders if not self.kin.among(one, gone))
        return known.holders or gone, stay
