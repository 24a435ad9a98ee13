"""Finding the words of the lexicon in a text, and telling what happened from what did not."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from .inflecting import Form, forms
from .lexicon import Entry
from .nouns import NOUNS
from .reading import Reading, Sentence, Token
from .verbs import VERBS
from .words import BE, CITY, DATE, FACTION, NUMBER, WORD

K = TypeVar("K", bound=Hashable)


class Head(NamedTuple):
    entry: Entry
    form: Form
    rank: int


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of the lexicon where they stand: the head from `start`, up to `end`.

    `passive`: those before it are who it is done to.
    """

    entry: Entry
    form: Form
    start: int
    end: int
    head_end: int
    sentence: Sentence
    passive: bool


_NOT = re.compile(
    r"(?:\bnot|n't|\bnever|\bno longer|\bwithout|\bnor|\bneither|\bfailed to|\bfailing to|"
    r"\bunable to|\brefus\w+ to|\bden\w+|\brather than|\binstead of|\bhardly|\bnearly|\balmost|"
    r"\byet to)(?: \w+){0,3} $"
)
_TO_COME = re.compile(
    r"(?:\b(?:will|would|could|may|might|should|must|can|cannot|shall)|'ll|'d)(?: \w+){0,3} $"
)
_PURPOSE = re.compile(r"\bto(?: \w+ly)? (?:be |have been |finally )?$")
_MANAGED = re.compile(
    r"\b(?:manag\w+|able|succeed\w+|went on|began|begun|start\w+|continu\w+|helped|allowed|forc\w+|"
    r"forcing|compelled|caused|led|prompt\w+|"
    r"appear\w+|is said|are said|was said|were said|believed|reported|claimed|seem\w*)"
    rf"(?: {WORD}){{0,5}} to(?: \w+ly)? (?:have (?:been )?|be )?$"
)
_IF = re.compile(r"\b(?:if|unless|whether|in case|should)\b[^,;.]*$")
_HABIT = re.compile(
    r"\b(?:often|regularly|routinely|usually|frequently|sometimes|always|repeatedly|typically|"
    r"generally|every (?:day|week|year))(?: \w+){0,2} $"
)
_ATTEMPT = re.compile(
    r"\b(?:threat(?:s|en\w*)?|plans?|planned|planning|bid|fears?|risk|possib\w+|potential|"
    r"proposed|proposal|calls? for|called for|calling for|urged?|urging|demand\w*|hop\w+|"
    r"attempt\w*|prospect\w*|warn\w+|prevent\w*|avoid\w*|need|needs|in case of|ready for|"
    r"prepar\w+|imminent|future|upcoming|expected|possible|tr(?:y|ied|ying) to|seek\w*|sought|"
    r"if|against any|any|no|aim\w*|want\w*|intend\w*|vow\w*|pledg\w+|promis\w+|looming|talk of|"
    r"chance of|on the brink of|discuss\w*|consider\w*|negotiat\w+ (?:a|over)|push for|"
    rf"sign of|terms of|violat\w+)(?: (?:{WORD})){{0,4}} $"
)
_PROGRESS = re.compile(rf"{BE} (?:\w+ly |now |still )?$")
_PASSIVE = re.compile(
    rf"{BE}(?: (?:\w+ly|then|also|later|first|finally|again|now|all|both|since|been|being)){{0,3}} $"
)
_BY = re.compile(r" (?:\w+ ){0,3}?by\b")
_HAPPENS = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|hit|struck|destroy\w*|target\w*|erupt\w*|broke out|took place|"
    r"occur\w*|happen\w*|left|began|begun|started|ended|resum\w*|hold|held|carr\w+ out|carr\w+|"
    r"launch\w*|conduct\w*|claimed|broke|caused|intensif\w*|entered|came into|went into|"
    r"took effect|takes effect|collaps\w+|report\w*|continu\w*|rag\w+|rock\w*|flatten\w*|damag\w*|"
    r"exploded?|went off|ripp\w+|tore|flar\w+|signed|reach\w*|agreed|announc\w+|declared|"
    r"brokered|mediated|discovered|found|unearthed|forced|sent|triggered|spread|swept|died|die|"
    r"dead|survived|escaped|shook|heard|gathered|staged|called|fell|lost|captured|seized|"
    r"withdrew|detonated|blew|landed|fired|lifted|imposed|completed|followed)\b"
)
_GERUND_OF_NOTHING = re.compile(
    r"\b(?:of|for|from|against|about|at|without|despite|in|on|like|stop|keep|is|are|was|were) $"
)
_SAYS_IT = re.compile(r"\b(?:accused of|blamed for|responsible for|suspected of|charged with) $")


@cache
def pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


def _heads() -> dict[str, list[Head]]:
    heads: dict[str, list[Head]] = {}
    for rank, entry in enumerate((*VERBS, *NOUNS)):
        for head in entry.heads.split():
            given = [(head, Form.NOUN)] if entry.noun else forms(head)
            for word, form in given:
                heads.setdefault(word, []).append(Head(entry, form, rank))
    return heads


HEADS = _heads()


def cues_in(reading: Reading[K], sentence: Sentence) -> Iterator[Cue]:
    """Yield the words of the lexicon in a sentence, told as having happened or not."""
    for token in reading.tokens(sentence):
        for head in HEADS.get(token.word, ()):
            if cue := _cue(reading, sentence, token, head):
                yield cue
                break


def _cue(reading: Reading[K], sentence: Sentence, token: Token, head: Head) -> Cue | None:
    entry, end = head.entry, token.end
    before = reading.marked[sentence.start : token.start]
    if entry.before and not pattern(entry.before).search(before):
        return None
    if entry.unless_before and pattern(entry.unless_before).search(before):
        return None
    if entry.unless and pattern(entry.unless).match(reading.marked, end, sentence.end):
        return None
    passive = _is_passive(reading, sentence, token, head, before)
    if entry.then:
        then = pattern(entry.then).match(reading.marked, end, sentence.end)
        if then is None and not passive:
            return None
        if then is None and not _fits_passive(entry, before):
            return None
        end = then.end() if then else end
    return Cue(entry, head.form, token.start, end, token.end, sentence, passive)


def _fits_passive(entry: Entry, before: str) -> bool:
    """Whether what must follow the verb stands before it: "the town was captured"."""
    turned = pattern(rf"(?:{entry.then})[^;.]{{0,40}}$")
    return bool(turned.search(" " + before[-120:]))


def _is_passive(
    reading: Reading[K], sentence: Sentence, token: Token, head: Head, before: str
) -> bool:
    if head.form not in (Form.FINITE, Form.PARTICIPLE):
        return False
    if _PASSIVE.search(before):
        return True
    return bool(_BY.match(reading.marked, token.end, sentence.end)) and not before.endswith(
        ("have ", "has ", "had ")
    )


def happened(reading: Reading[K], cue: Cue) -> bool:
    """Whether the words tell of something that took place: no plan, wish, denial or habit."""
    sentence = cue.sentence
    before = reading.marked[sentence.start : cue.start]
    if reading.is_quoted(cue.start) or reading.low[sentence.end - 1] == "?":
        return False
    if _NOT.search(before) or _TO_COME.search(before) or _HABIT.search(before):
        return False
    if _IF.search(before):
        return False
    if cue.form is Form.NOUN:
        return _noun_happened(reading, cue, before)
    return _verb_happened(reading, cue, before)


def _verb_happened(reading: Reading[K], cue: Cue, before: str) -> bool:
    if _PURPOSE.search(before):
        return bool(_MANAGED.search(before)) and not _ATTEMPT.search(before)
    if cue.form is Form.BASE:
        return cue.sentence.headline or bool(re.search(r"\bsaw (?:\S+ ){1,5}$", before))
    if cue.form is Form.PRESENT:
        return cue.sentence.headline
    if cue.form is Form.ING:
        if _SAYS_IT.search(before):
            return True
        return not (_GERUND_OF_NOTHING.search(before) or _ATTEMPT.search(before))
    return True


def _noun_happened(reading: Reading[K], cue: Cue, before: str) -> bool:
    if _ATTEMPT.search(before[-60:]):
        return False
    if cue.entry.telling:
        return True
    around = reading.marked[
        max(cue.sentence.start, cue.start - 90) : min(cue.sentence.end, cue.end + 90)
    ]
    return DATE in around or bool(_HAPPENS.search(around))


_UNUSED = (CITY, FACTION, NUMBER)
