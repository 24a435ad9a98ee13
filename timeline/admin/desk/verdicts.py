"""What an editor found in comparing, carried out: attached, put under, kept apart, or left."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from timeline.actions import comparing as acts
from timeline.actions import permits
from timeline.actions.conflicts import ChangedMeanwhile
from timeline.actions.taking import TakenAlready
from timeline.admin.desk import comparing, meanwhile, saving, showing, similar
from timeline.admin.desk.addresses import desk_of
from timeline.admin.desk.at_hand import forms_of
from timeline.admin.desk.filled import typed
from timeline.admin.desk.form import Forms
from timeline.admin.desk.sent import Sent, event_of, gone_on_to, gone_on_to_next
from timeline.admin.entry import in_words, who
from timeline.admin.numbers import number_in
from timeline.desk import reading_of
from timeline.models import Article, Citation, Comparison, Event
from timeline.models.events_asked import EventQuerySet

Finding = Comparison.Finding
SAME = {Finding.SAME, Finding.DIFFERS}
CLAIM = {"quotation", "claimant_words", "claimant_kind", "claimant_faction", "stance"}


@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest, number: int) -> HttpResponse:
    """Compares, attaches at once, carries out a choice, or goes back to the form.

    Asked for without a form, as when the address is loaded again, it leads to the desk.
    """
    article = showing.article_of(request, number)
    if request.method != "POST":
        query = request.GET.urlencode()
        return redirect(f"{desk_of(article)}?{query}" if query else desk_of(article))
    permits.demand(who(request), "add_event")
    sent = sent_back(request, article)
    if "_back" in request.POST:
        return showing.shown(request, sent.shown())
    if (other := on_record(request)) is None:
        return form_again(sent)
    if "_attach" in request.POST:
        return carried_out(sent, other, lambda: attached(sent, other, ""))
    if "finding" in request.POST and "_compare" not in request.POST:
        return carried_out(sent, other, lambda: decided(sent, other))
    return comparing.compared(request, article, other)


def sent_back(request: HttpRequest, article: Article) -> Sent:
    filled = typed(request.POST)
    return Sent(request, reading_of(article), filled, event_of(filled))


def on_record(request: HttpRequest) -> Event | None:
    """The event that a button or the comparison names, if it can still be compared with."""
    sent = request.POST
    named = sent.get("_attach") or sent.get("_compare") or sent.get("other", "")
    return comparable().filter(pk=number_in(named) or 0).first()


def comparable() -> EventQuerySet:
    return Event.objects.not_withdrawn().select_related("city")


def carried_out(sent: Sent, other: Event, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Does it, or shows the comparison again with the reason why not."""
    try:
        with transaction.atomic():
            return act()
    except TakenAlready as already:
        return sent_before(sent, already.event)
    except ChangedMeanwhile as changed:
        return showing.shown(sent.request, meanwhile.changed_meanwhile(sent, changed))
    except PermissionDenied as refusal:
        fault = str(refusal)
    except (ValidationError, IntegrityError) as refusal:
        fault = " ".join(in_words(refusal).messages)
    there = comparable().filter(pk=other.pk).first()
    if there is None:
        return form_again(sent)
    return comparing.compared(sent.request, sent.article, there, fault=fault)


def sent_before(sent: Sent, event: Event) -> HttpResponse:
    """To the event that the form made, or the form about it, if anything was typed since."""
    forms = forms_of(sent.filled, sent.article, None, bound=True)
    if not forms.is_valid():
        return gone_on_to(sent, event)
    answer = meanwhile.taken_already(sent, forms, event)
    return answer if isinstance(answer, HttpResponse) else showing.shown(sent.request, answer)


def form_again(sent: Sent) -> HttpResponse:
    """The form as it was typed, where what it was compared with went meanwhile."""
    messages.error(sent.request, _("That event was withdrawn, merged or deleted meanwhile."))
    return showing.shown(sent.request, sent.shown())


def decided(sent: Sent, other: Event) -> HttpResponse:
    """Carries out the finding that was chosen."""
    chosen, words = (sent.filled.values.get(name, "") for name in ("finding", "words"))
    if chosen not in Finding.values:
        raise ValidationError(_("Choose one of the four."))
    finding = Finding(chosen)
    acts.demand_words(finding, words)
    if finding in SAME and comparing.may_attach(sent.request, sent.filled, other):
        return attached(sent, other, words)
    return kept(sent, other, finding, words)


# The same event: its new source


def attached(sent: Sent, other: Event, words: str) -> HttpResponse:
    """Adds what was quoted to the event on record, and goes on to the next proposal."""
    forms = forms_of(sent.filled, sent.article, None, bound=True)
    forms.is_valid()
    by = who(sent.request)
    acts.attach(
        other,
        account(forms, other),
        by=by,
        figures=similar.figures(forms),
        near=forms.form.cleaned_data.get("start"),
        note=words,
    )
    said = _("{outlet} is now a source of: {event}")
    messages.success(
        sent.request, format_html(said, outlet=sent.article.outlet, event=other.headline)
    )
    return gone_on_to_next(sent, other)


def account(forms: Forms, other: Event) -> Citation:
    """The citation as typed; with its own date where that is not the event's.

    Raises ValidationError where the words or the claimant cannot stand; what else is wrong with
    the form is of no concern to an event that has its own headline and place.
    """
    form, told = forms.form, similar.told_of(forms)
    faults = [fault for name in CLAIM & form.errors.keys() for fault in form.errors[name]]
    if faults:
        raise ValidationError(faults)
    citation = form.citation
    saving.write_claim(citation, form.cleaned_data)
    if told.when and (told.when.earliest, told.when.latest) != (other.earliest, other.latest):
        citation.when = told.when
        citation.date_rule = form.instance.date_rule
        citation.read_on = form.cleaned_data.get("read_on")
    return citation


# Two events: what was found is kept with the one at hand


def kept(sent: Sent, other: Event, finding: Finding, words: str) -> HttpResponse:
    """Saves the event at hand as its button asked for, with what was found."""
    forms = forms_of(sent.filled, sent.article, sent.event, bound=True)
    if not forms.is_valid():
        return showing.shown(sent.request, sent.shown(forms=forms))
    event, by = saving.written(sent, forms), who(sent.request)
    acts.keep_finding(event, other, finding, by=by, words=words)
    if finding == Finding.PART:
        larger = sent.request.POST.get("way") == "whole"
        part, whole = (other, event) if larger else (event, other)
        acts.make_part(part, whole, by=by, note=words)
    # Last, since what is submitted is no longer its author's to change.
    saving.passed_on(sent, event)
    if finding in SAME:
        messages.info(sent.request, _("Kept beside the one on record: an editor can merge them."))
    return saving.gone_on(sent, event)
