"""Who acts in a clause that has no subject of its own."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TypeVar

from .clauses import clause_at
from .inflecting import Form
from .mentions import PRONOUNS, Mention
from .sentenced import Given, Sentenced
from .words import words_of

K = TypeVar("K", bound=Hashable)

_ALONE = words_of("also then had has have later finally first again been already to")
_NOT_ACTING = frozenset(
    ["supporter", "by", "from", "against", "at", "mediator", "to", "on", "over", "with"]
)


def inherited(told: Sentenced[K], wanted: str) -> Given[K]:
    """Who acts in a clause without a subject of its own: that of the clause it hangs on."""
    clause = told.clause
    if told.cue.kind == "offensive_began" and (opening := _opening_it(told)):
        return [(opening, wanted)]
    if told.cue.entry.noun or _has_own_subject(told):
        return []
    if told.cue.passive and wanted == "signatory":
        return []
    others = [
        one
        for one in told.mentions
        if not told.said(one) or one.head in PRONOUNS or _is_of_the_speaker(told)
    ]
    earlier = [one for one in others if one.start < clause.start]
    if not earlier:
        later = [one for one in others if clause.end <= one.start and not one.marker]
        return [(later[0], wanted)] if later and told.at == 0 else []
    if clause.lead.startswith(("which", "who", "that")):
        joined = earlier[-2:] if earlier[-1].marker == "and" else earlier[-1:]
        return [(one, wanted) for one in joined]
    acting = list(_acting(earlier))
    return [(one, wanted) for one in _of_the_nearest_clause(told, acting or earlier)]


def _opening_it(told: Sentenced[K]) -> Mention[K] | None:
    """Who acts in the clause behind: "the war began when X attacked"."""
    behind = told.clauses[told.at + 1 : told.at + 2]
    if not behind or behind[0].lead not in ("when", "as", "after"):
        return None
    inside = [one for one in told.mentions if behind[0].start <= one.start < behind[0].end]
    return next((one for one in inside if not one.marker and not one.backs), None)


def _is_of_the_speaker(told: Sentenced[K]) -> bool:
    """Whether who speaks is who acts: "claimed to have killed"."""
    return told.between(told.clause.start, told.cue.start).startswith(" to ")


def _acting(mentions: Sequence[Mention[K]]) -> Iterator[Mention[K]]:
    """Those that can be a subject; who is joined to one that cannot, cannot either."""
    acts = True
    for mention in mentions:
        if mention.marker != "and":
            acts = mention.marker not in _NOT_ACTING and not mention.backs
        if acts:
            yield mention


def _of_the_nearest_clause(told: Sentenced[K], acting: Sequence[Mention[K]]) -> list[Mention[K]]:
    """The first of the last clause that has one, and those joined to it by "and"."""
    last = clause_at(told.clauses, acting[-1].start)
    first, *others = [one for one in acting if clause_at(told.clauses, one.start) == last]
    joined = [first]
    for one in others:
        if one.marker != "and":
            break
        joined.append(one)
    return joined


def _has_own_subject(told: Sentenced[K]) -> bool:
    if told.clause.lead.startswith(("who", "which", "that")):
        return False
    before = told.between(told.clause.start, told.cue.start).strip(" ,;:-")
    words = [word for word in before.removeprefix(told.clause.lead).split() if word not in _ALONE]
    return len(words) > 1 and (told.cue.form is not Form.ING or told.clause.lead == "")
