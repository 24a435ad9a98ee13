"""Finding the words of the lexicon in a text, with the form and the voice they stand in."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from . import control, fighting, people, talks
from .inflecting import Form, forms
from .lexicon import Entry, Frame, entries
from .reading import Reading, Sentence, Token
from .words import BE, CITY, CIVILIAN_NOUN, DATE, FACTION, FIGHTER_NOUN, WORD

K = TypeVar("K", bound=Hashable)

_PASSIVE = re.compile(
    rf"(?<!\w){BE}(?: (?:\w+ly|then|also|later|first|finally|again|now|all|both|since|been|being|"
    r"even|already|twice|once)){0,3} $"
)
_JOINED_PASSIVE = re.compile(
    rf"(?<!\w)(?:was|were|been) {WORD}(?: [^,;.]*?)? and (?:then |later )?$"
)
_BY = re.compile(
    rf" (?:(?:{DATE}+|\w+ly|again|there|first|later|earlier"
    rf"|(?:in|at|near|on) (?:the )?(?:{CITY}+|\w+)) )*"
    r"by\b(?! (?:car|road|air|boat|helicopter|land|sea|night|then|now)\b)"
)
_HAVE = re.compile(r"\b(?:have|has|had|having)(?: \w+ly| also| already| since)? $")
# Before a noun these make a participle its adjective: "the besieged city", "two captured soldiers".
_ATTRIBUTE = re.compile(
    r"\b(?:the|a|an|of|for|with|many|some|other|its|their|his|newly|recently|internally|this|"
    r"that|these|those|most|\d+|two|three|four|five|six|ten|dozens|hundreds|thousands) $"
)
_ALWAYS_ATTRIBUTE = re.compile(r"\b(?:the|these|those|its|their) $")
_MOVING = re.compile(rf" (?:{FIGHTER_NOUN}|{CIVILIAN_NOUN}|{FACTION})")
_RELATIVE = re.compile(
    rf"(?<!said)(?<!says)(?<!announced)(?<!claimed),? (?:which|that) (?:{WORD} ){{1,4}}$"
)
_MOVES = frozenset({"retreat", "flee", "withdraw", "surrender", "protest", "defect"})
_GERUND = re.compile(r"\b(?:the|a|an|its|their|his|this|that|of) $")
_NOT_A_NOUN = re.compile(
    r" (?:the|a|an|to|by|in|on|at|with|from|it|them|its|their|his|her|after|before|during|when|"
    r"while|as|and|or|near|several|some|many|more|dozens|hundreds|thousands|over|into|out|up|off|"
    r"back|down|under|all|both|two|three|around|about|at|against|inside|outside|for|there|through|"
    r"past|along|across|onto|towards?|behind|\d+)\b"
    r"|[.,;:)]|$"
)


_NAMES = re.compile(f"[{FACTION}{DATE}]")
_NEXT = 25
_APPOSITION = re.compile(
    r", (?:[^,;.]|\d,\d){1,90}?,(?= (?:was|were|had been|has been|have been)\b)"
)


class Head(NamedTuple):
    entry: Entry
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Words of the lexicon where they stand: the head from `start` to `head_end`, all to `end`.

    `passive`: those before it are who it is done to.
    """

    entry: Entry
    kind: str
    frame: Frame
    form: Form
    start: int
    end: int
    head_end: int
    sentence: Sentence
    passive: bool


def _heads() -> dict[str, list[Head]]:
    """Every form of every head; nouns come first, since a word that is both is more often one."""
    heads: dict[str, list[Head]] = {}
    tables = (control, fighting, people, talks)
    for table in tables:
        for entry in entries(table.NOUNS, nouns=True):
            for word in entry.heads:
                heads.setdefault(word, []).append(Head(entry, Form.NOUN))
    for table in (talks, people, control, fighting):
        for entry in entries(table.VERBS):
            for verb in entry.heads:
                for word, form in forms(verb):
                    heads.setdefault(word, []).append(Head(entry, form))
    return {word: sorted(found, key=_vagueness) for word, found in heads.items()}


def _vagueness(head: Head) -> int:
    """The more an entry asks of the words around it, the earlier it is tried."""
    return 0 if head.entry.asks("before") else 1 if head.entry.asks("then") else 2


HEADS = _heads()
_BASES = {word for word, heads in HEADS.items() for head in heads if head.form is Form.BASE}


def cues_in(reading: Reading[K], sentence: Sentence) -> Iterator[Cue]:
    """Yield the words of the lexicon in a sentence, whether told as having happened or not."""
    for token in reading.tokens(sentence):
        if cue := next(readings(reading, sentence, token), None):
            yield cue


def readings(reading: Reading[K], sentence: Sentence, token: Token) -> Iterator[Cue]:
    """Yield what one word of a sentence can tell of, the likeliest first."""
    if _is_in_a_name(reading, token):
        return
    for head in HEADS.get(token.word, ()):
        if cue := _cue(reading, sentence, token, head):
            yield cue


def _is_in_a_name(reading: Reading[K], token: Token) -> bool:
    mark = reading.marked[token.start]
    return mark in (DATE, CITY) or (mark == FACTION and reading.text[token.start].isupper())


def _cue(reading: Reading[K], sentence: Sentence, token: Token, head: Head) -> Cue | None:
    entry, end = head.entry, token.end
    before = reading.marked[sentence.start : token.start]
    if entry.noun and before.endswith(" to ") and token.word in _BASES:
        return None
    if entry.before and not _precedes(entry.before, before, reading.low[sentence.start :]):
        return None
    if entry.unless_before and entry.unless_before.search(before):
        return None
    if entry.unless and entry.unless.match(reading.marked, end, sentence.end):
        return None
    if _is_attribute(reading, sentence, token, head, before):
        return None
    passive = _is_passive(reading, sentence, token, head, before)
    if entry.then:
        turns = passive or _RELATIVE.search(before)
        turned = turns and _turned(entry, before)
        then = None if turned else _follows(entry, reading, end, sentence.end)
        if then is None and not turned:
            return None
        end = then.end() if then else end
    return Cue(
        entry, entry.kind, entry.frame, head.form, token.start, end, token.end, sentence, passive
    )


def _precedes(asked: re.Pattern[str], before: str, low: str) -> bool:
    """Whether what must stand before does, also in the name of a faction: "the Saudi air force"."""
    if asked.search(before):
        return True
    return FACTION in before and bool(asked.search(low[: len(before)]))


def _follows(entry: Entry, reading: Reading[K], end: int, stop: int) -> re.Match[str] | None:
    """What must follow the verb, also where it is part of the name of a faction or a date."""
    if entry.then is None:
        return None
    found = entry.then.match(reading.marked, end, stop)
    if found is None and _NAMES.search(reading.marked, end, min(end + _NEXT, stop)):
        return entry.then.match(reading.low, end, stop)
    return found


def _turned(entry: Entry, before: str) -> bool:
    """Whether what must follow the verb stands before it: "the town was captured"."""
    subject = _APPOSITION.sub("", before[-160:])
    return bool(entry.turned and entry.turned.search(subject[-120:]))


def _is_attribute(
    reading: Reading[K], sentence: Sentence, token: Token, head: Head, before: str
) -> bool:
    if head.form in (Form.FINITE, Form.PARTICIPLE):
        if _ALWAYS_ATTRIBUTE.search(before):
            return True
        return bool(
            _ATTRIBUTE.search(before)
            and not _NOT_A_NOUN.match(reading.marked, token.end, sentence.end)
        )
    if head.form is not Form.ING:
        return False
    if head.entry.heads[0] in _MOVES and _MOVING.match(reading.marked, token.end, sentence.end):
        return True
    return bool(_GERUND.search(before))


def _is_passive(
    reading: Reading[K], sentence: Sentence, token: Token, head: Head, before: str
) -> bool:
    if head.form not in (Form.FINITE, Form.PARTICIPLE):
        return False
    if _PASSIVE.search(before) or _JOINED_PASSIVE.search(before):
        return True
    if _HAVE.search(before):
        return False
    if sentence.headline and _NOT_A_NOUN.match(reading.marked, token.end, sentence.end):
        return True
    return bool(_BY.match(reading.marked, token.end, sentence.end))
