"""The clauses of a sentence: which words belong to one verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .words import DATE, WORD

SAYING = (
    r"(?:said|says|reported|reports|announced|confirmed|told|added|claimed|claims|stated|wrote|"
    r"acknowledged|admitted|conceded|denied|denies|estimated|estimates|insisted|alleged|recalled|"
    r"believe|believes|noted|say|report|explained)"
)
_PAST_VERBS = (
    r"(?:(?!(?:allied|armed|united|affiliated|unidentified|masked|combined)\b)\w+ed|took|drove|"
    r"fell|fled|shot|set|left|began|burnt|then|struck|hit|withdrew|lost|won|"
    r"blew|broke|was|were|had|has|have|made|ran|went|overran|sent|held|freed|cut|put|laid|"
    r"later|again|also|never|is|are|will|would|gave|came|overthrew|beat|threw|fought|found|kept|"
    r"led|rose|flew|swept|tore|sank|stole|blew up|got|saw|sought|stood|told|spoke|wrote|grew)\b"
)
# "Soldiers dressed as aid workers" are no clause that "as" opens.
_NO_ROLE = "".join(
    f"(?<! {word})"
    for word in ("dressed", "posing", "known", "disguised", "such", "described", "used", "acting")
)
_BOUNDARY = re.compile(
    r"; |: | - | — |, only(?= to\b)|, (?:and|but|while|as|after|before|when|where|which|who|whose|"
    r"leaving|with|then|so|although|though|despite)\b"
    rf"|(?P<said>(?<!was)(?<!were)(?<!been)(?<!being)(?<!'s) {SAYING}"
    rf"(?: {DATE}+| in a statement| on state television)*"
    rf"(?= (?!{DATE}|in |on |responsibility|credit)))"
    rf"|(?P<source>, (?=(?:according to\b|(?:{WORD} ){{0,9}}{SAYING}\b"
    rf"(?: {WORD}| {DATE}+)*[.,]?$)))"
    rf"|, (?=(?!(?:including|involving|according|being|following)\b){WORD}ing\b)"
    rf"|(?P<series>, (?={_PAST_VERBS}))"
    r"| (?:(?:after|before)(?![,.])|while|when|where|because|that|which|who|until|although|though|"
    rf"whereas|once|since(?! \w+(?:ed|en|wn)\b)|but|and (?={_PAST_VERBS}))\b"
    rf"|{_NO_ROLE} as(?! (?:well|many|much|few|part|of|a|an|the \w+ of|they are|soon|long|far)\b)\b"
)
_VERBED = re.compile(rf" {_PAST_VERBS}")
_FRONTED = re.compile(r"\W*(?:after|when|as|while|before|once|although|because|since|with)\b")
_ACCORDING = re.compile(r"\W*according to [^,]+(?=,)")
_VERB = re.compile(rf" {_PAST_VERBS}[^,]*(?=,)")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text; `lead` is what opens it, "" for the first.

    `is_source` tells of one that says whose word the rest is.
    """

    start: int
    end: int
    lead: str
    is_source: bool = False


def clauses(marked: str, start: int, end: int) -> list[Clause]:
    """The clauses between two places of a text, in order; together they leave nothing out."""
    found: list[Clause] = []
    at, lead, source = start, "", False
    if front := _front(marked, start, end):
        found.append(front)
        at = front.end
    for boundary in _BOUNDARY.finditer(marked, at, end):
        if boundary["series"] and not _VERBED.search(marked, at, boundary.start()):
            continue
        if not marked[at : boundary.start()].strip(f" {DATE}-*•"):
            continue
        said = bool(boundary["said"])
        stop = boundary.end() if said else boundary.start()
        if stop <= at:
            lead = boundary[0].strip(" ,")
            continue
        found.append(Clause(at, stop, lead, source or said))
        at, source = stop, bool(boundary["source"])
        lead = "" if said else boundary[0].strip(" ,")
    found.append(Clause(at, end, lead, source))
    return found


def _front(marked: str, start: int, end: int) -> Clause | None:
    """A subordinate clause that opens the sentence, up to the comma after its verb."""
    if source := _ACCORDING.match(marked, start, end):
        return Clause(start, source.end(), "according to", is_source=True)
    opened = _FRONTED.match(marked, start, end)
    verb = _VERB.search(marked, opened.end(), end) if opened else None
    return Clause(start, verb.end(), opened[0].strip()) if opened and verb else None


def has_verb(words: str) -> bool:
    """Whether a stretch has a verb in the past."""
    return bool(_VERBED.search(words))


def clause_at(found: Sequence[Clause], at: int) -> int:
    """The number of the clause that a place lies in."""
    return max(n for n, clause in enumerate(found) if clause.start <= at or n == 0)
