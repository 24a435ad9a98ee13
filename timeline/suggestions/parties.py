"""Which factions take part in an event, and in which role, from the grammar around its words."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from .clauses import Clause
from .cues import Cue
from .inflecting import Form
from .mentions import Mention
from .proposal import Part, Reason
from .reading import Reading
from .words import ARMED_WORDS, STATE_WORDS, WORD, any_of

K = TypeVar("K", bound=Hashable)

ONE_SIDE = frozenset({"attacker", "captor", "perpetrator"})
OTHER_SIDE = frozenset({"defender", "former_holder", "target", "victim"})
_DOING = re.compile(
    r"\b(?:carried out|carry out|launched|launching|conducted|conducting|mounted|staged|began|"
    r"started|ordered|intensified|resumed|responded with|unleashed|claimed|made|committed|stepped up|"
    r"accused of|blamed for|suspected|using|used|fought|suffered|signed|reached|agreed|declared|"
    rf"announced|struck|completed)(?: {WORD}){{0,4}} $"
)
_SUFFERING = re.compile(
    rf"\b(?:killed|wounded|injured|hit|struck|destroyed|died|targeted|captured|lost|damaged) "
    rf"(?:{WORD} ){{0,3}}(?:in|by|during) (?:{WORD} ){{0,4}}$"
)
_STATE_NAME = re.compile(
    rf"\b{any_of('army forces military troops government police navy guard guards ministry')}\b"
)
_ARMED_NAME = re.compile(
    rf"\b{any_of('front movement brigade brigades militia rebels rebel islamic state jihadist group qaeda')}\b"
)


@dataclass(slots=True)
class Telling(Generic[K]):
    """An event while it is being read: a cue, its clause, and who stands in which role."""

    cue: Cue
    clause: Clause
    mentions: list[tuple[Mention[K], str]] = field(default_factory=list)


def roles(
    reading: Reading[K], cue: Cue, found: Sequence[Clause], at: int, mentions: Sequence[Mention[K]]
) -> list[tuple[Mention[K], str]]:
    """The mentions that take part in the event of a cue, each with its role."""
    here = found[at]
    mine = [one for one in mentions if here.start <= one.start < here.end]
    given: list[tuple[Mention[K], str]] = []
    for mention in mine:
        role = _role(reading, cue, mention, given)
        if role:
            given.append((mention, role))
    frame = cue.entry.frame
    wanted = frame.get("object" if cue.passive else "subject")
    if wanted and not any(role == wanted and m.start < cue.start for m, role in given):
        given = [*_inherited(reading, cue, found, at, mentions, wanted), *given]
    given.extend(_held_by(reading, cue, found, at, mentions))
    return given


def _role(
    reading: Reading[K], cue: Cue, mention: Mention[K], given: list[tuple[Mention[K], str]]
) -> str:
    frame, marker = cue.entry.frame, mention.marker
    if not frame:
        return ""
    if mention.backs or marker == "supporter":
        return "supporter"
    if marker in ("partner", "mediator"):
        return marker
    if marker == "and":
        return _like_the_one_before(reading, cue, mention, given) or _unmarked(
            reading, cue, mention
        )
    if marker == "by":
        if cue.start < mention.start or cue.passive or cue.entry.noun:
            return frame.get("subject", "")
        return ""
    if marker == "between":
        return frame.get("between", "")
    if marker in (
        "in",
        "near",
        "including",
        "like",
        "than",
        "said",
        "into",
        "under",
        "for",
        "called",
    ):
        return frame.get("object", "") if mention.start > cue.start and marker != "said" else ""
    if marker == "of" and not cue.entry.noun:
        return _unmarked(reading, cue, mention)
    if marker and mention.start < cue.start:
        return _before_the_cue(reading, cue, mention)
    if marker == "from" and cue.entry.noun:
        return frame.get("from", frame.get("subject", ""))
    if marker:
        return frame.get(marker, "")
    return _unmarked(reading, cue, mention)


def _before_the_cue(reading: Reading[K], cue: Cue, mention: Mention[K]) -> str:
    """ "Fighters from X captured": a subject that has its name behind a preposition."""
    if mention.marker in ("from", "of") and not cue.entry.noun:
        return _unmarked(reading, cue, mention)
    return cue.entry.frame.get(mention.marker, "")


def _unmarked(reading: Reading[K], cue: Cue, mention: Mention[K]) -> str:
    frame = cue.entry.frame
    if mention.start > cue.start:
        return frame.get("subject" if cue.passive else "object", frame.get("object", ""))
    if mention.speaks:
        return ""
    if not cue.entry.noun:
        return frame.get("object" if cue.passive else "subject", "")
    between = reading.marked[mention.end : cue.start]
    if _SUFFERING.search(between):
        return frame.get("object", "")
    if len(between.split()) <= 3 or _DOING.search(between):
        return frame.get("subject", "")
    return ""


def _like_the_one_before(
    reading: Reading[K], cue: Cue, mention: Mention[K], given: list[tuple[Mention[K], str]]
) -> str:
    if not given:
        return ""
    before, role = given[-1]
    between = reading.marked[before.end : mention.start]
    if (before.start < cue.start) != (mention.start < cue.start) or len(between) > 60:
        return ""
    if role == cue.entry.frame.get("between") and before.marker == "between":
        return cue.entry.frame.get("object", role)
    return role


def _inherited(
    reading: Reading[K],
    cue: Cue,
    found: Sequence[Clause],
    at: int,
    mentions: Sequence[Mention[K]],
    wanted: str,
) -> list[tuple[Mention[K], str]]:
    """Who acts in a clause without a subject of its own: that of the clause it hangs on."""
    clause = found[at]
    before_cue = reading.marked[clause.start : cue.start]
    if cue.entry.noun or _has_own_subject(before_cue, clause.lead, cue):
        return []
    earlier = [one for one in mentions if one.start < clause.start and not one.speaks]
    if not earlier:
        later = [one for one in mentions if clause.end <= one.start and not one.marker]
        return [(later[0], wanted)] if later and at == 0 else []
    if clause.lead.startswith(("which", "who", "that")):
        return [(earlier[-1], wanted)]
    first = [
        one for one in earlier if one.marker not in ("supporter", "by", "from", "against", "of")
    ]
    return [(first[0] if first else earlier[0], wanted)]


def _has_own_subject(before: str, lead: str, cue: Cue) -> bool:
    rest = before.strip(" ,;:-").removeprefix(lead).strip()
    words = [
        word for word in rest.split() if word not in ("also", "then", "had", "has", "have", "later")
    ]
    return len(words) > 1 and cue.form is not Form.ING


_HELD = re.compile(
    r"\b(?:held|controlled|occupied|defended|run|besieged) by (?:the )?$|\bfrom (?:the )?$"
)


def _held_by(
    reading: Reading[K], cue: Cue, found: Sequence[Clause], at: int, mentions: Sequence[Mention[K]]
) -> list[tuple[Mention[K], str]]:
    loser = cue.entry.frame.get("from")
    if loser != "former_holder" or at + 1 >= len(found):
        return []
    after = found[at + 1]
    return [
        (one, loser)
        for one in mentions
        if after.start <= one.start < after.end
        and _HELD.search(reading.marked[after.start : one.start])
    ]


def parts(reading: Reading[K], given: Sequence[tuple[Mention[K], str]]) -> tuple[Part[K], ...]:
    """The parts of an event; a faction stands once, in the first role found."""
    made: dict[K, Part[K]] = {}
    for mention, role in given:
        if mention.key is None or mention.key in made:
            continue
        rule = "described_faction" if mention.head else "named_faction"
        why = Reason(
            "faction", rule, mention.start, mention.end,
            reading.text[mention.start : mention.end], inferred=bool(mention.head),
        )  # fmt: skip
        made[mention.key] = Part(mention.key, role, why)
    return tuple(made.values())


class Memory(Generic[K]):
    """Which factions the text has spoken of, and on which side they stood."""

    def __init__(self, reading: Reading[K], known: Sequence[tuple[int, K, str]]) -> None:
        self._reading = reading
        self._known = sorted(known, key=lambda one: one[0])
        self._classes = _classes(reading)

    def meant(self, mention: Mention[K], role: str, others: set[K]) -> K | None:
        """The faction that "the rebels" or "they" stands for, None if the text leaves it open."""
        fitting = [
            (at, key, other_role)
            for at, key, other_role in self._known
            if key not in others and self._fits(key, mention.head)
        ]
        same = [one for one in fitting if _side(one[2]) == _side(role) and _side(role)]
        if mention.head in ("it", "they", "them"):
            near = [one for one in fitting if mention.start - 400 < one[0] < mention.start]
            return near[-1][1] if near else None
        return self._nearest(same, mention.start) or self._nearest(fitting, mention.start)

    @staticmethod
    def _nearest(known: Sequence[tuple[int, K, str]], at: int) -> K | None:
        before = [one for one in known if one[0] < at]
        if before:
            return before[-1][1]
        return known[0][1] if known else None

    def _fits(self, key: K, head: str) -> bool:
        side = self._classes.get(key, "")
        if head in STATE_WORDS:
            return side != "armed"
        if head in ARMED_WORDS:
            return side != "state"
        return True


def _classes(reading: Reading[K]) -> dict[K, str]:
    """Whether a faction is spoken of as a state's or as an armed group."""
    classes: dict[K, str] = {}
    for match in reading.factions:
        words = reading.low[max(0, match.start - 20) : match.end + 14]
        if _ARMED_NAME.search(reading.low, match.start, match.end + 14):
            classes.setdefault(match.key, "armed")
        elif _STATE_NAME.search(words):
            classes.setdefault(match.key, "state")
    return classes


def _side(role: str) -> int:
    return 1 if role in ONE_SIDE else 2 if role in OTHER_SIDE else 0


def resolved(
    given: Sequence[tuple[Mention[K], str]], memory: Memory[K]
) -> list[tuple[Mention[K], str]]:
    """The same mentions, those that are no names given the faction they stand for."""
    others = {mention.key for mention, _ in given if mention.key is not None}
    known: list[tuple[Mention[K], str]] = []
    for mention, role in given:
        key = mention.key if mention.key is not None else memory.meant(mention, role, others)
        if key is not None:
            others.add(key)
            known.append((replace(mention, key=key), role))
    return known
