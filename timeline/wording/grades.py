"""Why an event has its grade, and what each of its accounts counts for: in sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from timeline.evidence import SOURCES, Assessment, Rule, Weight
from timeline.models import Citation, Event
from timeline.models.vocabulary import Grade
from timeline.wording.lists import listed

RULES: Mapping[Rule, str | Promise] = {
    Rule.DISPUTED: gettext_lazy("it is denied: %(who)s."),
    Rule.CONCEDED: gettext_lazy("the party it burdens concedes it: %(who)s."),
    Rule.INQUIRY: gettext_lazy("a UN body says so, and another independent source: %(who)s."),
    Rule.REPORTED: gettext_lazy("one independent source says so: %(who)s."),
    Rule.WEAK: gettext_lazy("one source says so, and it is of unknown standing: %(who)s."),
    Rule.PARTIES: gettext_lazy("only parties to it say so: %(who)s."),
    Rule.NOBODY: gettext_lazy("no account says so."),
}
WEIGHTS: Mapping[Weight, str | Promise] = {
    Weight.SOURCE: gettext_lazy("counts as an independent source"),
    Weight.WEAK_SOURCE: gettext_lazy("counts as an independent source of unknown standing"),
    Weight.AGAIN: gettext_lazy("the same outlet counts once already"),
    Weight.COPY: gettext_lazy("copies what counts already"),
    Weight.CONCESSION: gettext_lazy("the party it burdens concedes it: that counts most"),
    Weight.PARTY: gettext_lazy("a party’s own word: does not count"),
    Weight.PARTY_OUTLET: gettext_lazy("printed by an outlet that a party runs: does not count"),
    Weight.DENIAL: gettext_lazy("denies it"),
    Weight.PARTY_DENIAL: gettext_lazy("denies it, as a party to it"),
    Weight.DOUBT: gettext_lazy("doubts it: counts neither way"),
    Weight.PARTY_DOUBT: gettext_lazy("doubts it, as a party to it: counts neither way"),
}
SPOKEN = {Rule.DISPUTED, Rule.CONCEDED, Rule.PARTIES}  # rules in which who speaks matters
COUNTED = SOURCES | {Weight.CONCESSION}


@dataclass(frozen=True, slots=True)
class Weighed:
    """One account and what it counts for; `counts` where it supports the event."""

    citation: Citation
    words: str
    counts: bool


def by_rule(event: Event, assessment: Assessment, citations: Collection[Citation]) -> str:
    """The grade that the rule gives, and why.

    The citations are the event's, with their articles, outlets and claiming factions.
    """
    return _("%(grade)s by the rule, because %(reason)s") % {
        "grade": Grade(assessment.grade.value).label,
        "reason": reason(event, assessment, citations),
    }


def reason(event: Event, assessment: Assessment, citations: Collection[Citation]) -> str:
    """The part of the rule that gave the grade, as the end of a sentence."""
    told = {each.pk: each for each in citations}
    spoken = assessment.rule in SPOKEN
    names = (who(told[key], spoken=spoken) for key in assessment.decisive if key in told)
    about = {
        "who": listed(dict.fromkeys(names)),
        "number": len(assessment.decisive),
        "dataset": event.dataset,
    }
    return of_many(assessment) % about


def of_many(assessment: Assessment) -> str:
    number = len(assessment.decisive)
    if assessment.rule is Rule.RECORDED:
        return _("it is a record of “%(dataset)s”, whose records have this grade.")
    if assessment.rule is Rule.REFUTED:
        return ngettext(
            "%(number)s independent source denies it, and nobody but parties says so: %(who)s.",
            "%(number)s independent sources deny it, and nobody but parties says so: %(who)s.",
            number,
        )
    if assessment.rule is Rule.CORROBORATED:
        return ngettext(
            "%(number)s independent source says so: %(who)s.",
            "%(number)s independent sources say so: %(who)s.",
            number,
        )
    return str(RULES[assessment.rule])


def who(citation: Citation, *, spoken: bool) -> str:
    """Whose account it is: the outlet's or, where it matters who speaks, the claimant's in it."""
    outlet = str(citation.article.outlet)
    if not spoken:
        return outlet
    if citation.claimant_faction:
        return _("%(claimant)s in %(outlet)s") % {
            "claimant": citation.claimant_faction,
            "outlet": outlet,
        }
    if citation.claimant_words:
        return _("“%(claimant)s” in %(outlet)s") % {
            "claimant": citation.claimant_words,
            "outlet": outlet,
        }
    return outlet


def weighed(assessment: Assessment, citations: Collection[Citation]) -> Iterator[Weighed]:
    """What each account counts for, in the order of the citations."""
    weights = dict(assessment.weights)
    for citation in citations:
        weight = weights[citation.pk]
        yield Weighed(citation, words_of(weight, citation), weight in COUNTED)


def words_of(weight: Weight, citation: Citation) -> str:
    words = str(WEIGHTS[weight])
    retold = citation.article.retells
    if retold is None:
        return words
    return _("%(words)s; from %(outlet)s") % {"words": words, "outlet": retold.outlet}


def set_by_editor(event: Event) -> str:
    """That an editor set another grade, where it counts; "" where the rule does."""
    if not event.grade_set or event.grade_set != event.grade or event.grade == event.grade_by_rule:
        return ""
    about = {"rule": Grade(event.grade_by_rule).label}
    if not event.grade_reason.strip():
        return _("The grade was lowered by an editor; by the rule it is “%(rule)s”.") % about
    return _("The grade was set by an editor; by the rule it is “%(rule)s”.") % about
