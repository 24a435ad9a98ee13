"""Numbers in a sentence that say how many were killed, injured, captured, displaced or missing.

A number counts only where a verb or noun beside it says what became of whom, so that dates,
distances, ages, shares and sums of money are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .count import NotANumber
from .fates import AHEAD, BEHIND, DEAD, FORCED_WHAT, TOLL
from .reading import QUANTITY, counted
from .whom import PHRASE, group


@dataclass(frozen=True, slots=True)
class Found:
    """A number from `start` to before `end`, in code points of the text, `printed` there.

    `measure` is a code of `timeline.models.vocabulary.Measure`. `whom` is "" for people at large.
    The bounds are as in `Count`, and so is the rule.
    """

    start: int
    end: int
    printed: str
    measure: str
    whom: str
    low: int | None
    high: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Number:
    """A number, what it counts, and where the words for that end."""

    found: re.Match[str]
    whom: str
    phrase_end: int
    of_them: bool


REACH = 200  # characters within which words belong to a number
_NO_NOUN = re.compile(
    r"(?:[.,;:!?)”\"]|$| (?:and|in|on|at|near|by|when|while|after|before|others?|more|during|from|"
    r"according|as|with|overnight|that|since|there|so|also)\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:,|,? and|,? as well as|,? plus|, including)(?: another)? ?", re.IGNORECASE
)
_THEM = re.compile(
    r" (?:of (?:them|whom|those|these)|among them)(?: (?:were|was|are|being))?"
    r"(?P<who>[^.;:!?]{0,80})",
    re.IGNORECASE,
)
_NOT_SAID = re.compile(
    r"\b(?:would|could|might|(?-i:may)|will|threaten\w*|plan(?:s|ned|ning)?|vow\w*|if|unless|"
    r"to (?:kill|wound|capture|arrest|detain|execute|abduct|displace))\b",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")
_CLAUSE = re.compile(r"[.;:!?]\s|[;:!?]|\n")
_YEAR = re.compile(r"(?:in|since|until|by|from|of|during|before|after|early|late|mid-?) $", re.I)
_MONTH = r"jan\w*|feb\w*|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*"
_DATED = re.compile(rf"(?: (?:{_MONTH})\b|[:/.]\d|(?:st|nd|rd|th)\b)", re.IGNORECASE)
_AFTER_MONTH = re.compile(rf"\b(?:{_MONTH}) $", re.IGNORECASE)
_INSIDE = re.compile(r"[\w\-/:.,]$")
_NAME_OR_SUM = re.compile(
    r"(?:[$€£#]|\b(?:no\.|aged|brigade|battalion|division|unit|route) ?)$", re.I
)


def find(text: str) -> list[Found]:
    """The numbers of the text that say how many, of whom, and what became of them, in order.

    What is only planned, threatened or supposed is left out.
    """
    line = _WRAPPED.sub(" ", text)
    found = [one for clause in _clauses(line) for one in _in_clause(line, *clause)]
    return [replace(one, printed=text[one.start : one.end]) for one in found]


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CLAUSE.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _in_clause(text: str, start: int, end: int) -> Iterator[Found]:
    numbers = list(_numbers(text, start, end))
    measures = [_measure(text, number, start, end) for number in numbers]
    for at in range(1, len(numbers)):  # "killed 8 fighters and 20 civilians"
        if not measures[at] and _goes_on(text, numbers[at - 1], numbers[at]):
            measures[at] = measures[at - 1]
    for at in range(len(numbers) - 2, -1, -1):  # "8 fighters and 20 civilians were killed"
        if not measures[at] and _joined(text, numbers[at], numbers[at + 1]):
            measures[at] = measures[at + 1]
    for number, measure in zip(numbers, measures, strict=True):
        if measure and not _NOT_SAID.search(_before(text, number, start)):
            yield from _told(text, number, measure)


def _numbers(text: str, start: int, end: int) -> Iterator[_Number]:
    for found in QUANTITY.finditer(text, start, end):
        before = text[max(start, found.start() - 24) : found.start()]
        if _is_date(found, before, text) or _INSIDE.search(before) or _NAME_OR_SUM.search(before):
            continue
        them = _THEM.match(text, found.end(), end)
        phrase = _phrase(them["who"] if them else text[found.end() : min(end, found.end() + REACH)])
        begin = them.start("who") if them else found.end()
        whom = phrase["whom"] if phrase else ""
        stop = begin + (phrase.end() if phrase else 0)
        yield _Number(found, group(whom), stop, of_them=bool(them))


def _phrase(words: str) -> re.Match[str] | None:
    return re.match(PHRASE, words, re.IGNORECASE)


def _is_date(found: re.Match[str], before: str, text: str) -> bool:
    if re.fullmatch(r"\d{4}", found[0]):
        return bool(_YEAR.search(before) or _AFTER_MONTH.search(before))
    if not re.fullmatch(r"\d{1,2}", found[0]):
        return False
    return bool(_DATED.match(text, found.end()) or _AFTER_MONTH.search(before))


def _measure(text: str, number: _Number, start: int, end: int) -> str:
    """What the words behind or before the number say became of those it counts; "" for nothing."""
    if number.of_them:
        return ""
    if DEAD.match(text, number.found.end()):
        return "killed"
    for pattern in BEHIND:
        if behind := pattern.match(text, number.phrase_end, end):
            return behind.lastgroup or ""
    if not (number.phrase_end > number.found.end() or _NO_NOUN.match(text, number.found.end())):
        return ""
    before = _before(text, number, start)
    ahead = AHEAD.search(before)
    if ahead is None:
        return "killed" if TOLL.search(before) else ""
    measure = ahead.lastgroup or ""
    forced = re.match(r"forc|dr", ahead[0], re.IGNORECASE)
    if forced and not FORCED_WHAT.match(text, number.phrase_end, end):
        return ""
    return measure


def _before(text: str, number: _Number, start: int) -> str:
    at = number.found.start()
    return text[max(start, at - REACH) : at]


def _goes_on(text: str, last: _Number, number: _Number) -> bool:
    """Whether a number takes up what was said of the last: joined to it, or a part of it."""
    if number.of_them:
        return True
    return _joined(text, last, number)


def _joined(text: str, last: _Number, number: _Number) -> bool:
    between = text[last.phrase_end : number.found.start()]
    both_named = number.phrase_end > number.found.end()
    return both_named and bool(_JOINED.fullmatch(between))


def _told(text: str, number: _Number, measure: str) -> Iterator[Found]:
    found = number.found
    try:
        count = counted(found)
    except NotANumber:
        return
    printed = text[found.start() : found.end()]
    if printed.casefold().startswith("the "):
        return
    place = found.start(), found.end()
    yield Found(*place, printed, measure, number.whom, count.low, count.high, count.rule)
