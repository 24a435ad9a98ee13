"""How well an event is known: a grade that follows from who says what, and why.

The rule, in the order in which it is applied; numbers in brackets are those of `Rule`:

A *party* is a faction that the event names, a group it belonged to, or a part of it, on the days
of the event. A *party's word* is what a party to the conflict claims, or anybody whose faction is
a party, or what an outlet prints that a party runs. A *source* is an outlet; an article that
retells another counts as the outlet of that other one, wherever it is printed. A source is
*independent* in what it prints as no party's word; it *says so* where it asserts or concedes the
event. It is *of standing* if it is neither new media nor of a scale that fits no other, or if a
monitor, a UN body or a journalist on site says so there.

1. A data set's record that no account tells of has the grade of its data set.
2. *Refuted*: two or more independent sources deny it, nobody but parties asserts it, and the
   party that it burdens does not concede it.
3. *Disputed*: somebody denies it, be it conceded otherwise.
4. *Confirmed*: the party that it burdens concedes it, in an outlet that no other party runs.
5. *Confirmed*: a UN body says so, and in another independent source somebody else does.
6. *Corroborated*: two or more independent sources say so.
7. *Reported*: one independent source of standing does.
8. *Unconfirmed*: one independent source without standing does;
9. parties alone do;
10. nobody does.

Who doubts neither supports nor disputes. After the field guide of the project (confidence), which
follows Airwars: a word against oneself weighs, a word for oneself does not.
"""

from timeline.evidence.assessing import Assessment, Rule, assess
from timeline.evidence.case import Account, Case, burdens
from timeline.evidence.grades import Grade, in_force, is_above
from timeline.evidence.weighing import SOURCES, Weight

__all__ = [
    "SOURCES",
    "Account",
    "Assessment",
    "Case",
    "Grade",
    "Rule",
    "Weight",
    "assess",
    "burdens",
    "in_force",
    "is_above",
]
