"""Reading one phrase: what an editor types, or the words of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from . import expressions
from .edtf import from_edtf
from .finding import look_through
from .grammar import Anchor, plain
from .typed import typed, without_hour
from .value import Unread, UnreadableDate, When

_LONGEST = 300
_CIRCA = re.compile(
    r"(?:circa|c\.|ca\.|ca(?= )|around|about|approximately|approx\.?(?= )|roughly|near|"
    r"on or about|on or around) *",
    re.IGNORECASE,
)
_UNCERTAIN = re.compile(
    r"(?:possibly|perhaps|maybe|probably|likely|reportedly|allegedly) +", re.IGNORECASE
)
_LEADING = re.compile(r"(?:on|in|at|from) +(?=circa|c\.|ca\.|about|around|approx|roughly)", re.I)
# Words that turn a date into another one: what stands beside them is not the whole of the phrase.
_TURNING = re.compile(
    r"\b(?:not|before|after|until|till|since|by|eve|day|days|week|weeks|month|months|year|years|"
    r"earlier|later|ago|anniversary|between|from|previous|following|every|each|last|next|turn)\b",
    re.IGNORECASE,
)


def read(phrase: str, *, published: date | None = None, southern: bool = False) -> When:
    """What a phrase says, read against the day the article was published.

    ISO 8601 and EDTF are understood as such first ("2010-11" is a month, "2014-15" two years).
    Words then follow the field guide: a weekday is the latest one by the publication day, that day
    included; "from ... to", a dash and "through" say that it lasted, "between" and "and" that it
    happened within; "by" and "until" include their day, "before" ends the day before; a length of
    time is the day, month or year in which it began. ``southern`` turns the seasons round.

    Raises UnreadableDate, whose ``reason`` says why.
    """
    printed = phrase.strip()
    if not printed:
        raise UnreadableDate("empty")
    if len(printed) > _LONGEST:
        raise UnreadableDate("not_a_date")
    text = " ".join(plain(printed).split()).rstrip(".,;:!")
    return replace(_read(text, Anchor(published, southern)), phrase=printed)


def _read(text: str, anchor: Anchor) -> When:
    if re.match(r"[\[{.\d?~%/]", text):
        try:
            return from_edtf(text)
        except UnreadableDate as unread:
            if unread.reason == "crossed":
                raise
    return _read_words(text, anchor)


def _read_words(text: str, anchor: Anchor) -> When:
    for read_as in (expressions.read, typed.read):
        try:
            return read_as(text, anchor)
        except UnreadableDate as unread:
            if unread.reason != "not_a_date":
                raise
    if (day := without_hour(text)) != text:
        return _read(day, anchor)
    if text.endswith("?"):
        return replace(_read(text.rstrip("? "), anchor), uncertain=True)
    if match := _UNCERTAIN.match(text):
        return replace(_read(text[match.end() :], anchor), uncertain=True)
    text = _LEADING.sub("", text)
    if match := _CIRCA.match(text):
        try:
            return replace(_read(text[match.end() :], anchor), circa=True)
        except UnreadableDate as unread:
            if unread.reason != "not_a_date":
                raise
    return _only_expression(text, anchor)


def _only_expression(text: str, anchor: Anchor) -> When:
    """The one date in a phrase of more words ("Sunday advance"), if nothing beside it turns it."""
    found = list(look_through(text, published=anchor.published, southern=anchor.southern))
    if len(found) != 1:
        raise UnreadableDate("not_a_date")
    only = found[0]
    beside = f"{text[: only.start]} {text[only.end :]}"
    if _TURNING.search(beside) or re.search(r"\d", beside):
        raise UnreadableDate("not_a_date")
    if isinstance(only, Unread):
        raise UnreadableDate(only.reason)
    return only.when
