"""What an entry of the lexicon is, and the roles that its grammar gives to the factions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Frame = Mapping[str, str]
"""A role (FIELD-GUIDE E2) for each place in the sentence.

`subject` is who does it and `object` to whom it is done, in either voice; the other keys are the
prepositions before a faction, and `rest` is for a faction in no such place.
"""

TAKING: Frame = {
    "subject": "captor",
    "object": "former_holder",
    "from": "former_holder",
    "against": "former_holder",
    "over": "former_holder",
    "to": "captor",
}
LOSING: Frame = {"subject": "former_holder", "to": "captor", "from": "former_holder"}
YIELDING: Frame = {"subject": "signatory", "to": "captor", "object": "signatory"}
FIGHTING: Frame = {
    "subject": "attacker",
    "object": "defender",
    "against": "defender",
    "with": "defender",
    "on": "defender",
    "to": "defender",
    "between": "attacker",
}
STRIKING: Frame = {
    "subject": "attacker",
    "object": "target",
    "against": "target",
    "on": "target",
    "at": "target",
    "of": "target",
}
HARMING: Frame = {
    "subject": "perpetrator",
    "object": "victim",
    "against": "victim",
    "of": "victim",
    "on": "victim",
}
AGREEING: Frame = {
    "subject": "signatory",
    "object": "signatory",
    "with": "signatory",
    "between": "signatory",
    "against": "signatory",
    "from": "signatory",
    "to": "signatory",
}
TAKING_PART: Frame = {
    "subject": "participant",
    "object": "participant",
    "with": "participant",
    "from": "participant",
    "to": "participant",
}
GATHERING: Frame = {"subject": "participant", "against": "target", "object": "perpetrator"}
DISPERSING: Frame = {"subject": "perpetrator", "object": "victim", "against": "target"}
CLAIMING: Frame = {"subject": "claimant"}
NOBODY: Frame = {}


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that tell of an event.

    `heads` are verbs by their base, or nouns as they stand; `then` is what must follow and
    `before` what must stand before the head, `unless` and `unless_before` what must not: patterns
    over the text in small letters in which names and dates are marks (see `words`). A noun that is
    not `telling` names an event only beside a date or a verb of happening.
    """

    kind: str
    heads: str
    frame: Frame = field(default_factory=dict)
    then: str = ""
    before: str = ""
    unless: str = ""
    unless_before: str = ""
    noun: bool = False
    telling: bool = False
