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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
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
            "for": "signatory",
            "to": "signatory",
            "of": "signatory",
        },
        "BROKERING": {"subject": "mediator", "between": "signatory", "with": "signatory"},
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
# A mark is no letter to "\b", which would find no edge behind the name of a city.
_EDGE = rf"(?:(?<={words.LETTER})(?!{words.LETTER})|(?<!{words.LETTER})(?={words.LETTER}))"
_MACRO = re.compile(r"\{([A-Z_]+)\}")


@dataclass(frozen=True, eq=False)
class Entry:
    """Words that tell of an event of a kind; the patterns are None where nothing is asked.

    A pattern is compiled when its words are first met: a text holds few of the lexicon's.
    """

    kind: str
    heads: tuple[str, ...]
    frame: Frame
    noun: bool
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def then(self) -> re.Pattern[str] | None:
        return self._pattern(rf" (?:{words.DATE}+ )?(?:{{}})", "then")

    @cached_property
    def turned(self) -> re.Pattern[str] | None:
        """What must follow the verb, standing before it."""
        return self._pattern(r"(?<!\w)(?:{})[^;.]{{0,60}}$", "then")

    @cached_property
    def unless(self) -> re.Pattern[str] | None:
        return self._pattern(" (?:{})", "unless")

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        return self._pattern(r"(?<!\w)(?:{})[ -]$", "before")

    @cached_property
    def unless_before(self) -> re.Pattern[str] | None:
        return self._pattern(r"(?<!\w)(?:{})[ -]$", "unless-before")

    def asks(self, sort: str) -> bool:
        return sort in self.asked

    def _pattern(self, around: str, sort: str) -> re.Pattern[str] | None:
        patterns = self.asked.get(sort)
        if not patterns:
            return None
        joined = _MACRO.sub(lambda name: _PATTERNS[name[1]], "|".join(patterns))
        return re.compile(around.format(joined.replace(r"\b", _EDGE)))


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
        asked.setdefault(sort, []).append(pattern)
    heads = " ".join([head["heads"], *asked.get("also", [])]).split()
    return Entry(head["kind"], tuple(heads), FRAMES[head["frame"]], noun, asked)
