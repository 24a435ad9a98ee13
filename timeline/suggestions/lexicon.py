"""How the tables of the lexicon are read, and the roles that grammar gives to the factions.

A record of a table is a kind and a frame, then verbs by their base, or nouns as they stand:

    captured TAKING: capture seize
      then {NP}{PLACE}

`also` goes on with the heads. `then` is what must follow at once and `before` what must stand at
once before, `unless` and `unless-before` what must not; several lines of one sort are
alternatives. They are patterns over the text in small letters, where names and dates are marks;
words in braces stand for the patterns of `words`. A verb in the passive finds what must follow it
before it. `since` asks for a date that says since when, `fighters` for somebody under arms before
it; `telling` makes a noun an event even without a date or a verb of happening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from . import words

Frame = Mapping[str, str]
"""A role (FIELD-GUIDE E2) for each place in the sentence.

`subject` is who does it and `object` to whom it is done, in either voice; the other keys are the
prepositions before a faction.
"""

FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "TAKING": {
            "subject": "captor",
            "object": "former_holder",
            "from": "former_holder",
            "against": "former_holder",
            "over": "former_holder",
            "to": "captor",
        },
        "LOSING": {"subject": "former_holder", "of": "former_holder", "to": "captor"},
        "FALLING": {"to": "captor", "of": ""},
        "HELD": {"to": "captor", "of": "captor", "by": "captor"},
        "BLASTING": {
            "subject": "perpetrator",
            "object": "target",
            "against": "target",
            "on": "target",
        },
        "YIELDING": {"subject": "signatory", "to": "captor", "of": "signatory"},
        "FIGHTING": {
            "subject": "attacker",
            "object": "defender",
            "against": "defender",
            "with": "defender",
            "on": "defender",
            "to": "defender",
            "between": "attacker",
            "from": "attacker",
        },
        "SUFFERING": {
            "subject": "defender",
            "by": "attacker",
            "from": "attacker",
        },
        "STRIKING": {
            "subject": "attacker",
            "object": "target",
            "against": "target",
            "on": "target",
            "at": "target",
            "of": "target",
        },
        "HARMING": {
            "subject": "perpetrator",
            "object": "victim",
            "against": "victim",
            "of": "victim",
            "on": "victim",
        },
        "AGREEING": {
            "subject": "signatory",
            "with": "signatory",
            "between": "signatory",
            "against": "signatory",
            "to": "signatory",
            "of": "signatory",
        },
        "TAKING_PART": {
            "subject": "participant",
            "object": "participant",
            "with": "participant",
            "from": "participant",
            "to": "participant",
        },
        "GATHERING": {"subject": "participant", "against": "target"},
        "DISPERSING": {"subject": "perpetrator", "object": "victim", "against": "target"},
        "CLAIMING": {"subject": "claimant"},
        "NOBODY": {},
    }
)

_PATTERNS = {
    name: pattern
    for name, pattern in vars(words).items()
    if name.isupper() and type(pattern) is str
}
_HEAD = re.compile(r"(?P<kind>\w+) (?P<frame>[A-Z_]+): (?P<heads>.+)")
_MACRO = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """Words that tell of an event of a kind; the patterns are None where nothing is asked."""

    kind: str
    heads: tuple[str, ...]
    frame: Frame
    noun: bool
    then: re.Pattern[str] | None = None
    turned: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    unless_before: re.Pattern[str] | None = None
    since: bool = False
    fighters: bool = False
    telling: bool = False


def entries(table: str, *, nouns: bool = False) -> Iterator[Entry]:
    """Yield the records of a table in their order: of those that fit a word the first stands."""
    for record in re.split(r"\n(?=\w)", table.strip()):
        yield _entry(record.splitlines(), noun=nouns)


def _entry(lines: list[str], *, noun: bool) -> Entry:
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise ValueError(f"not the head of a record: {lines[0]}")
    asked: dict[str, list[str]] = {}
    for line in lines[1:]:
        sort, _, pattern = line.strip().partition(" ")
        asked.setdefault(sort, []).append(_MACRO.sub(lambda name: _PATTERNS[name[1]], pattern))
    return Entry(
        kind=head["kind"],
        heads=tuple(" ".join([head["heads"], *asked.get("also", [])]).split()),
        frame=FRAMES[head["frame"]],
        noun=noun,
        then=_compiled(" (?:{})", asked.get("then")),
        turned=_compiled(r"(?<!\w)(?:{})[^;.]{{0,60}}$", asked.get("then")),
        unless=_compiled(" (?:{})", asked.get("unless")),
        before=_compiled(r"(?<!\w)(?:{})[ -]$", asked.get("before")),
        unless_before=_compiled(r"(?<!\w)(?:{})[ -]$", asked.get("unless-before")),
        since="since" in asked,
        fighters="fighters" in asked,
        telling="telling" in asked,
    )


def _compiled(around: str, patterns: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(around.format("|".join(patterns))) if patterns else None
