"""Whether the evidence bears what the event says: quotations, numbers, grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import quotes, wording
from timeline.checks.check import Check, Quoted
from timeline.models import Citation, Event, Figure
from timeline.models.vocabulary import ClaimantKind, Grade, Stance

ENOUGH = {Grade.UNCONFIRMED: 0, Grade.REPORTED: 1, Grade.CORROBORATED: 2}
"""How many independent outlets each grade needs; the others do not depend on their number."""


def quotations(event: Event, citations: Sequence[Citation], found: list[Quoted]) -> Iterator[Check]:
    """Whether every quotation still stands in its article; the database holds that it once did."""
    if not citations:
        yield _without_quotation(event)
        return
    gone = [each for each in found if each.citation.gone_since]
    for each in gone:
        said = _("“%(words)s” is no longer in the article since %(day)s; an earlier text has it.")
        yield Check.doubt(said % words_of(each))
    if found and not gone:
        said = ngettext(
            "The quotation stands in its article, word for word.",
            "All %(number)s quotations stand in their articles, word for word.",
            len(found),
        )
        yield Check.well(said % {"number": len(found)})
    for citation in citations:
        if not citation.text_id:
            said = _("%(outlet)s is cited without its words.")
            yield Check.doubt(said % {"outlet": citation.article.outlet})


def _without_quotation(event: Event) -> Check:
    if event.dataset_id and event.external_id:
        return Check.well(_("It rests on a record of %(name)s.") % {"name": event.dataset})
    return Check.wrong(_("No article is cited: nothing shows where this comes from."))


def words_of(each: Quoted) -> dict[str, str]:
    words, since = each.quotation, each.citation.gone_since
    return {
        "words": words if len(words) <= 60 else f"{words[:59]}…",
        "day": wording.day(since.date()) if since else "",
    }


def figures(found: list[Quoted]) -> Iterator[Check]:
    """Whether the numbers stand, as printed, in the words that give them."""
    inside = 0
    for each in found:
        for figure in each.citation.figures.all():
            if quotes.locate(figure.printed, each.quotation):
                inside += 1
            else:
                yield _stray(figure, each)
    if inside:
        said = ngettext(
            "The number stands in its quotation.",
            "%(number)s numbers stand in their quotations.",
            inside,
        )
        yield Check.well(said % {"number": inside})


def _stray(figure: Figure, each: Quoted) -> Check:
    about = {"printed": figure.printed}
    if quotes.locate(figure.printed, each.sentences):
        return Check.doubt(_("“%(printed)s” stands beside its quotation, not in it.") % about)
    if quotes.locate(figure.printed, each.body):
        return Check.doubt(_("“%(printed)s” stands elsewhere in the article.") % about)
    return Check.wrong(_("“%(printed)s” does not stand in the article.") % about)


def grade(event: Event, citations: Sequence[Citation]) -> Check:
    """Whether as many independent outlets say so as the grade needs; field guide, E6."""
    number = len(independent(citations))
    about = {"grade": event.grade_label, "number": number}
    if event.grade not in ENOUGH:
        return _beyond_number(event, citations)
    if number >= ENOUGH[Grade(event.grade)]:
        said = ngettext(
            "“%(grade)s”: %(number)s independent outlet says so.",
            "“%(grade)s”: %(number)s independent outlets say so.",
            number,
        )
        return Check.well(said % about)
    if event.grade_reason:
        return _reasoned(event)
    said = ngettext(
        "“%(grade)s” needs more than the %(number)s independent outlet that says so.",
        "“%(grade)s” needs more than the %(number)s independent outlets that say so.",
        number,
    )
    return Check.doubt(said % about)


def independent(citations: Sequence[Citation]) -> set[int]:
    """Outlets that say so of themselves: neither a party, nor its paper, nor a copy of another."""
    return {
        citation.article.outlet_id
        for citation in citations
        if citation.stance in {Stance.ASSERTS, Stance.CONCEDES}
        and citation.claimant_kind != ClaimantKind.PARTY
        and citation.article.outlet.run_by_id is None
        and citation.article.retells_id is None
    }


def _beyond_number(event: Event, citations: Sequence[Citation]) -> Check:
    stances = {citation.stance for citation in citations}
    bears = {
        Grade.CONFIRMED: Stance.CONCEDES in stances,
        Grade.DISPUTED: bool(stances & {Stance.DENIES, Stance.DOUBTS}),
    }
    if bears.get(Grade(event.grade)):
        return Check.well(_("“%(grade)s”: the accounts say so.") % {"grade": event.grade_label})
    if event.grade_reason:
        return _reasoned(event)
    said = _("“%(grade)s”, but no account concedes or denies it, and no reason is given.")
    return Check.doubt(said % {"grade": event.grade_label})


def _reasoned(event: Event) -> Check:
    about = {"grade": event.grade_label, "reason": event.grade_reason}
    return Check.doubt(_("“%(grade)s”, because: %(reason)s") % about)
