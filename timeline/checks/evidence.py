"""Whether the evidence bears what the event says: quotations, numbers, grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from timeline import figures as counting
from timeline import quotes, wording
from timeline.checks.check import Check, Quoted
from timeline.evidence import Rule
from timeline.models import Citation, Event, Figure
from timeline.models.grading import assessments
from timeline.models.vocabulary import Grade
from timeline.wording import grades


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
    """Whether the numbers stand, as printed, in the words that give them, and mean what they do."""
    inside = 0
    for each in found:
        for figure in each.citation.figures.all():
            if quotes.locate(figure.printed, each.quotation):
                inside += 1
            else:
                yield _stray(figure, each)
            if is_misread(figure):
                said = _("“%(printed)s” cannot be the number beside it: was that mistyped?")
                yield Check.doubt(said % {"printed": figure.printed})
    if inside:
        said = ngettext(
            "The number stands in its quotation.",
            "%(number)s numbers stand in their quotations.",
            inside,
        )
        yield Check.well(said % {"number": inside})


def is_misread(figure: Figure) -> bool:
    """Whether the bounds share no number with those of the printed words."""
    try:
        count = counting.read(figure.printed)
    except counting.NotANumber:
        return False
    return _below(figure.low, count.high) or _below(count.low, figure.high)


def _below(low: int | None, high: int | None) -> bool:
    return low is not None and high is not None and high < low


def _stray(figure: Figure, each: Quoted) -> Check:
    about = {"printed": figure.printed}
    if quotes.locate(figure.printed, each.sentences):
        return Check.doubt(_("“%(printed)s” stands beside its quotation, not in it.") % about)
    if quotes.locate(figure.printed, each.body):
        return Check.doubt(_("“%(printed)s” stands elsewhere in the article.") % about)
    return Check.wrong(_("“%(printed)s” does not stand in the article.") % about)


def grade(event: Event, citations: Sequence[Citation]) -> Check:
    """What the rule makes of the accounts, and what an editor made of it."""
    assessment = assessments([event.pk])[event.pk]
    said = grades.by_rule(event, assessment, citations)
    if words := grades.set_by_editor(event) or _without_effect(event):
        return Check(passed=None, words=f"{words} {event.grade_reason}".strip(), rule=said)
    if assessment.rule in {Rule.DISPUTED, Rule.REFUTED}:
        return Check.doubt(said)
    return Check.well(said)


def _without_effect(event: Event) -> str:
    """Of a grade that was set without a reason and that the rule does not reach by now."""
    if event.grade_set in {"", event.grade}:
        return ""
    about = {"grade": Grade(event.grade_set).label}
    return _("“%(grade)s” was set without a reason, and the rule does not give as much.") % about
