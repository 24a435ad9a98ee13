"""What merging two would bring over, and what would be lost, told before anybody decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.text import Truncator

from timeline.actions.merging import events
from timeline.actions.merging.rows import gaps, sort
from timeline.actions.merging.rules import FILLED, RULES, Mergeable, Rule
from timeline.actions.revisions import snapshot
from timeline.differences import Told, as_stored, names_in, told
from timeline.models import Citation, Event, Participation

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

MOST_LISTED = 12
LONGEST = 160  # characters of a quotation


@dataclass(frozen=True)
class Share:
    """Rows of one kind: the first of them in words, and how many are not listed."""

    label: StrOrPromise
    rows: list[str]
    more: int


class Fate(StrEnum):
    """What becomes of a value of the one that goes."""

    SAME = "same"
    LOST = "lost"
    TAKEN = "taken"  # what is kept has nothing there
    SPELLING = "spelling"
    ADDRESS = "address"
    NOTHING = "nothing"  # there is none


@dataclass(frozen=True)
class Value:
    """A column in words, as what is kept has it and as the other has it; "" for nothing."""

    label: str
    kept: str
    other: str
    fate: Fate


@dataclass(frozen=True)
class Plan:
    """`refusal` is why it cannot be done, "" where it can."""

    values: list[Value]
    following: list[Share]
    doubles: list[Share]
    refusal: str


def plan(dropped: Mergeable, into: Mergeable) -> Plan:
    """Reads only. Whoever saves either of the two meanwhile may still change what happens."""
    shares = [sorted_out(rule, dropped, into) for rule in RULES[type(into)]]
    return Plan(
        values=list(values(dropped, into)),
        following=[following for following, _doubles in shares if following.rows],
        doubles=[doubles for _following, doubles in shares if doubles.rows],
        refusal=refusal(dropped, into),
    )


def sorted_out(rule: Rule, dropped: Mergeable, into: Mergeable) -> tuple[Share, Share]:
    """The rows that go over, and those that have a twin there or would tie it to itself."""
    found = sort(rule, rule.leading_to(dropped, into).select_related(), into)
    return share(rule, found.follow), share(
        rule, [*(row for row, _twin in found.doubles), *found.ties]
    )


def share(rule: Rule, rows: list[Any]) -> Share:
    listed = [in_words(rule, row) for row in rows[:MOST_LISTED]]
    return Share(rule.model._meta.verbose_name_plural or "", listed, len(rows) - len(listed))


def in_words(rule: Rule, row: Any) -> str:
    """The row without the one that it leads to, which all of them have in common."""
    if isinstance(row, Participation) and rule.column == "faction":
        return f"{row.event}: {row.get_role_display()}"
    if isinstance(row, Citation):
        return f"{row.article.outlet}: “{Truncator(row.quotation).chars(LONGEST)}”"
    return str(row)


def values(dropped: Mergeable, into: Mergeable) -> Iterator[Value]:
    """Every column that is entered and that one of them has a value in."""
    kept, other = as_stored(snapshot(into)), as_stored(snapshot(dropped))
    names = names_in([kept, other])
    taken = {name for group in gaps(into, dropped, FILLED[type(into)]) for name in group}
    pairs = zip(told(type(into), kept, names), told(type(into), other, names), strict=True)
    for mine, theirs in pairs:
        if mine.words or theirs.words:
            fate = fate_of(mine, theirs, taken)
            yield Value(mine.label, mine.words, theirs.words, fate)


def fate_of(mine: Told, theirs: Told, taken: set[str]) -> Fate:
    if not theirs.words:
        return Fate.NOTHING
    if mine.words == theirs.words:
        return Fate.SAME
    if mine.name in taken:
        return Fate.TAKEN
    return {"name": Fate.SPELLING, "slug": Fate.ADDRESS}.get(mine.name, Fate.LOST)


def refusal(dropped: Mergeable, into: Mergeable) -> str:
    if not (isinstance(dropped, Event) and isinstance(into, Event)):
        return ""
    try:
        events.refuse(dropped, into)
    except ValidationError as refused:
        return " ".join(refused.messages)
    return ""
