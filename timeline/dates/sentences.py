"""What the sentence around an expression says: its tense, where it ends, what came first."""

from __future__ import annotations

import re

from .words import SHORT_MONTHS, SHORT_WEEKDAYS, any_of

_I = re.IGNORECASE
_NEAR = 60
_UNTIL = re.compile(r"until\b", _I)
_LONGER_THAN_NOW = re.compile(
    r"\b(?:extend\w*|prolong\w*|renew\w*|runs?|running|valid|remain\w*|delay\w*|postpon\w*|"
    r"adjourn\w*|put off)\b[^.;]*$",
    _I,
)
_COMING = re.compile(
    r"\b(?:will|would|shall|won't|'ll|due|scheduled|planned|expected|slated|upcoming|deadline|"
    r"set (?:for|to)|(?:is|are) to|begins|starts|expires|opens|resumes|takes effect|going to|"
    r"plans? to|intends? to|hopes? to|called for|calls for|needs? to|"
    r"(?:vow|promis|pledg|threaten|agre)ed to|"
    r"to (?:take effect|come into (?:force|effect)|begin|start|resume)|"
    r"(?:must|should|ought to|has to|have to)(?! have\b))\b"
)
_PAST = re.compile(
    r"\b(?<!be )(?<!been )(?:said|told|fell|took|began|struck|hit|left|fled|shot|seized|was|were|"
    r"had|won|lost|met|made|came|went|saw|broke|fought|drove|gave|led|sent|says|blew|rose|"
    r"withdrew|overran|has|have|according|did|[a-z]{2,}ed)\b"
)
_WAS_TO_COME = re.compile(
    r"\b(?:was|were|been) (?:to|due|scheduled|supposed|expected|meant|set)\b"
    r"(?!.*\b(?:is|are|will)\b)",
    _I,
)
_ENDING = re.compile(r"\b(?:end|ends|ending|halt|halts|halting|stop|stopping)\b", _I)
_BOUNDARY = re.compile(
    r"[.!?](?=\s)(?<!\b[A-Z].)(?<!\b[ap]\.m.)(?<!\b(?:Gen|Col|Maj|Sgt|Mrs).)"
    r"(?<!\b(?:Mr|Ms|Dr|Lt|St).)|\.(?=\s+[A-Z])(?<=\b[ap]\.m.)|\n\n|;|\n"
)
_SINCE = re.compile(r"\bsince\b", _I)
_ENDS_A_LABEL = re.compile(r" ?:\s")
_ABBREVIATION = re.compile(rf"\b(?:{any_of((*SHORT_MONTHS, *SHORT_WEEKDAYS))})\.", _I)


def speaks_of_the_future(text: str, start: int, end: int) -> bool:
    """Whether the nearest verb before the expression (or after it, at a beginning) looks ahead.

    What a chronology puts behind its date, "27 November: an offensive begins", has happened.
    """
    if _ENDS_A_LABEL.match(text, end):
        return False
    before = _BOUNDARY.split(text[max(0, start - 200) : start])[-1]
    if _UNTIL.match(text, start) and _LONGER_THAN_NOW.search(before):
        return True
    if cues := _cues(before):
        return _looks_ahead(max(cues), cues)
    cues = _cues(_BOUNDARY.split(text[end : end + 120], maxsplit=1)[0])
    return _looks_ahead(min(cues), cues) if cues else False


def _cues(words: str) -> list[tuple[int, bool]]:
    """Where verbs stand, and whether each looks ahead."""
    words = words.lower()
    coming = [(found.start(), True) for found in _COMING.finditer(words)]
    return coming + [(found.start(), False) for found in _PAST.finditer(words)]


def was_to_come(text: str, start: int) -> bool:
    """Whether it was due by then, as is told of a day that has come as well: "was to end on"."""
    return bool(_WAS_TO_COME.search(_BOUNDARY.split(text[max(0, start - _NEAR) : start])[-1]))


def speaks_of_an_end(text: str, start: int) -> bool:
    """Whether a length of time is over even where its end is still to come: "will end years of"."""
    return bool(_ENDING.search(text, max(0, start - _NEAR), start + _NEAR))


def _looks_ahead(nearest: tuple[int, bool], cues: list[tuple[int, bool]]) -> bool:
    """A participle such as "scheduled" is both; then it is the coming that counts."""
    return nearest[1] or (nearest[0], True) in cues


def goes_on_since(between: str) -> bool:
    """Whether a length of time began on the date after it: "for years, since a coup in 1970"."""
    return bool(_SINCE.search(between))


def same_sentence(text: str, one: int, other: int) -> bool:
    """Whether no sentence ends between two places of a text; none is longer than 1,000 letters."""
    if abs(one - other) > 1000:
        return False
    between = text[min(one, other) : max(one, other)]
    return not (_BOUNDARY.search(between) and _BOUNDARY.search(_ABBREVIATION.sub("", between)))


def tells_what_came_before(text: str) -> bool:
    """Whether the words between an expression and a passage make the passage the earlier one."""
    return bool(re.match(r" (?:shortly |just |soon )?after\b", text, _I))
