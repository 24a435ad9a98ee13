"""Who held a city when: the rule, from single pieces of evidence to stretches of days.

In words that can be applied by hand; the sentences are numbered as in `docs/method.md`.

What counts as evidence
 1. Only published events that are not refuted, and only those placed at the town itself: what
    happens in a locality, a district or near the town hands over nothing and states nothing.
 2. A *handover*: a capture, a transfer, a surrender, an agreement or a withdrawal with a captor.
    It says who holds the city from then on: the captors, and whoever is named as holder beside
    them since it keeps a part. Often it says from whom it was taken: the former holders; in a
    surrender where nobody is named so, the signatories.
 3. A *leaving*: a withdrawal without a captor. Its former holders leave; where nobody is named so,
    its participants and defenders do. A withdrawal that names a holder hands over to it.
 4. A *statement*: an event of any kind that names a holder; or the beginning of a siege, whose
    defenders, or else targets, hold the city. (Who defended when a siege was lifted may be the
    besiegers: it has to name the holder.) What lasted states it for the day it began. "About" a
    date reaches its own length farther to both sides, and seven days at least.
 5. Of a faction and a larger group it was part of on those days only the larger stands. Those
    named on one side, or on none, hold the city together; on two sides they contest it.

Which word is the last
 6. An event is *past* from its latest possible day on, and *under way* from its earliest until the
    day before that. One that has no latest day is never past.
 7. One event follows another for sure if its earliest day comes after the other's latest. The
    *last word* on a day is what the past handovers and statements say that no other past one
    follows for sure.
 8. If they say the same, that is who holds the city; so it is if one of them names all whom the
    others name. If they differ, the city is contested between all they name, until a later word
    settles it. What was entered first does not matter.
 9. While a handover or a leaving is under way that says otherwise, the city is changing hands:
    from those of the last word, or if there is none from the former holders, to those who are
    coming. While a statement is, that names others besides those of the last word, it is too; but
    if there is no last word, it is not known who holds the city.
10. A leaving, once past, takes a faction and its member groups off every word that does not follow
    it for sure. If nobody is left, it is not known who holds the city, until the next word.
11. A leaving whose days meet those of a handover from the same faction (or from nobody said) is
    one change with it, on the days of the handover; if nobody was said, it was taken from those
    who left.
12. A statement gives way to a handover whose days meet its own, if it names the old or the new
    holder, or if the handover does not say from whom. It only repeats the last word
    before it if it names nobody else: then it proves, and changes nothing.

Who held it before
13. The earliest evidence of all says who held the city before it, if it says from whom the city
    was taken or who left: since a day that the record does not know. (Not if another one that
    begins on the same day brought these in.)
14. If an event says from whom the city was taken, or who holds it, and the last word named none of
    these, nor a group they belong to or a member of theirs, then the city is contested between
    both from the day after that word was last heard to the day before the event can begin. If it
    is a statement, the contest goes on until it is past.
15. The last word holds on, without an end.

Weak evidence
16. What is unconfirmed or disputed hands over nothing. From its earliest day on the city is
    contested between those who held it and those who are said to; until a better word that did
    not give way is past whose latest day is the same or a later one. If only one faction is known
    at all, it is not known who holds the city. A weak leaving changes nothing. Days on which the
    city is changing hands stay so, here and in 14.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from timeline.spans.doubting import claims, doubted
from timeline.spans.following import course
from timeline.spans.kin import Kin
from timeline.spans.pieces import joined
from timeline.spans.settling import settled
from timeline.spans.span import Change, Evidence, Span, State

__all__ = ["Change", "Evidence", "Span", "State", "spans"]


def spans(
    evidence: Iterable[Evidence], belongs: Mapping[int, Collection[int]] | None = None
) -> list[Span]:
    """Stretches of days, oldest first, without a gap or an overlap, from what is known of a city.

    `belongs` gives for a faction all groups that it was ever a part of, merged into or followed by
    (so that what is said of the one can fit the other). The order of `evidence` is of no account.
    """
    kin = Kin(belongs or {})
    known = sorted(evidence, key=lambda one: one.key)
    words = settled([one for one in known if not one.weak], kin)
    pieces, contradictions = course(words, kin)
    return joined(doubted(pieces, [*contradictions, *claims(known, words)], kin), known, kin)
