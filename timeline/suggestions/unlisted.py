"""Names of places that no list has, where the words beside them tell that they are places.

They have no key, so no event is placed in them; but "overran Mingora" tells of a capture, whether
the list of cities knows Mingora or not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from timeline.dates.words import MONTHS, SHORT_MONTHS, WEEKDAYS

from .words import any_of, words_of

_NAME = r"[A-ZÀ-Þ][\w'’-]*[\w]"
_FIRST = any_of(
    "Al El Ad Ar As Tel Tal Deir Jabal Kafr Khan Umm Wadi Mount Fort Port Camp San Santa New Old "
    "Ain Ras Beit Bir Sidi Kara Novo Velyka Mala Bani"
)
_TAKEN = any_of(
    "captured took retook seized overran recaptured entered left lost abandoned held recovered "
    "liberated stormed attacked shelled bombed besieged bombarded raided taken "
    "encircled reached regained reclaimed reoccupied conquered occupied won evacuated vacated fled "
    "quit surrounded retaking capturing taking seizing overrunning capture take retake seize"
)
_BEFORE = rf"(?:{_TAKEN}|in|near|at|from|into|around|outside)"
_AFTER = (
    r"(?=[.,;:)]|$|\n| (?:and|on|in|from|after|before|to|with|by|when|while|at|for|as|last|during|"
    r"without|but|where|which|that|again|then|back|overnight|yesterday|today|this|late|early|"
    r"unopposed|\w+ly|\d+)\b)"
)
_PLACED = re.compile(
    rf"(?<=[\w,;] )\b{_BEFORE} (?:the )?(?P<place>(?:{_FIRST}[ -])?{_NAME}){_AFTER}"
)
_FELL = re.compile(
    rf"(?P<place>{_NAME}(?: {_NAME})?) (?:fell|followed|was (?:captured|retaken|overrun|shelled))\b"
)
_NO_PLACES = words_of(
    "islam god parliament congress ramadan christmas easter ashura eid twitter facebook telegram "
    "he she it they we i you this that these those another others everyone nobody some many most "
    "both all none nothing what there here on in at a an the but and then later then police army "
    "rebels residents soldiers troops fighting clashes government state monday"
) | {word.lower() for word in (*MONTHS, *SHORT_MONTHS, *WEEKDAYS)}


def unlisted_places(text: str, taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield where names of places stand that are neither listed nor part of a date.

    `taken` are the places in the text that names and dates have.
    """
    for pattern in (_PLACED, _FELL):
        for found in pattern.finditer(text):
            start, end = found.span("place")
            if start not in taken and end - 1 not in taken and _is_a_place(found["place"]):
                yield start, end


def _is_a_place(name: str) -> bool:
    return not _NO_PLACES.intersection(name.lower().split()) and not name.isupper()
