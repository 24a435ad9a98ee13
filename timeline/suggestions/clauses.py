"""The clauses of a sentence: which words belong to one verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .words import WORD

_BOUNDARY = re.compile(
    r"; |: | - |, (?:and|but|while|as|after|before|when|where|which|who|whose|leaving|with|then|so)\b"
    rf"|, (?=(?!(?:including|involving|according)\b){WORD}ing\b)"
    r"| (?:after|before|while|when|where|because|that|which|who|until|although|though|whereas|"
    r"once|and (?=(?:\w+ed|took|drove|fell|fled|shot|set|left|began|burnt|captured|seized|then|"
    r"forced|killed|struck|hit|withdrew|lost|won|blew|raised|entered|declared|"
    r"broke|launched|signed|was|were|had|has|have)\b))\b"
    r"| as(?! (?:well|many|much|few|part|of|a|an|the \w+ of|they are|soon|long|far)\b)\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the text; `lead` is the word that opens it, "" for the first."""

    start: int
    end: int
    lead: str


def clauses(marked: str, start: int, end: int) -> list[Clause]:
    """The clauses between two places of a text, in order; together they leave nothing out."""
    found: list[Clause] = []
    at, lead = start, ""
    for boundary in _BOUNDARY.finditer(marked, start, end):
        if boundary.start() == at:
            lead = boundary[0].strip(" ,")
            continue
        found.append(Clause(at, boundary.start(), lead))
        at, lead = boundary.start(), boundary[0].strip(" ,")
    found.append(Clause(at, end, lead))
    return found


def clause_at(found: Sequence[Clause], at: int) -> int:
    """The number of the clause that a place lies in."""
    return max(n for n, clause in enumerate(found) if clause.start <= at or n == 0)
