"""What a button of the form at hand does: look again, save, submit, publish, go on.

Whatever is refused, the form comes back as it was typed.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from timeline.actions import events, taking
from timeline.actions.conflicts import ChangedMeanwhile
from timeline.actions.taking import Part, TakenAlready
from timeline.admin.desk.again import LOOKS_AGAIN, another_quotation, looked_at_again
from timeline.admin.desk.at_hand import AtHand, forms_of, laid_out, made_of
from timeline.admin.desk.comparing import compare_first
from timeline.admin.desk.filled import typed
from timeline.admin.desk.form import Forms
from timeline.admin.desk.meanwhile import changed_meanwhile, taken_already
from timeline.admin.desk.sent import Sent, as_another, event_of, gone_on_to, gone_on_to_next
from timeline.admin.entry import in_words, who
from timeline.desk import reading_of
from timeline.models import Article, Citation, Event


def save(request: HttpRequest, article: Article) -> HttpResponse | AtHand:
    """Does what the button says; the answer, or the form to show again."""
    filled = typed(request.POST)
    if "_another" in request.POST:
        filled = as_another(filled)
    event = event_of(filled)
    sent = Sent(request, reading_of(article), filled, event)
    if "_add" in request.POST:
        return another_quotation(sent)
    if any(button in request.POST for button in LOOKS_AGAIN):
        return looked_at_again(sent)
    return saved(sent)


def saved(sent: Sent) -> HttpResponse | AtHand:
    forms = forms_of(sent.filled, sent.article, sent.event, bound=True)
    if not forms.is_valid():
        return sent.shown(forms=forms)
    if sent.event is None and (before := made_of(sent.filled)):
        return taken_already(sent, forms, before)
    if comparison := compare_first(sent.request, sent.article):
        return comparison
    try:
        event = carried_out(sent, forms)
    except TakenAlready as already:
        return taken_already(sent, forms, already.event)
    except ChangedMeanwhile as changed:
        return changed_meanwhile(sent, changed)
    except PermissionDenied as refusal:
        return refused(sent, ValidationError(str(refusal)))
    except (ValidationError, IntegrityError) as refusal:
        return refused(sent, in_words(refusal))
    return gone_on(sent, event)


@transaction.atomic
def carried_out(sent: Sent, forms: Forms) -> Event:
    event = written(sent, forms)
    passed_on(sent, event)
    return event


def written(sent: Sent, forms: Forms) -> Event:
    """The event with what the form says of it, new or changed."""
    form, by = forms.form, who(sent.request)
    event, cleaned = form.instance, form.cleaned_data
    write_claim(form.citation, cleaned)
    rows: dict[str, Any] = {
        "parts": [Part(*row) for row in forms.parties.rows()],
        "figures": forms.figure_rows(),
        "near": cleaned.get("start"),
    }
    if sent.event is None:
        taking.start_from_quote(event, form.citation, by=by, **rows)
    else:
        why: dict[str, Any] = {
            "note": cleaned.get("note", ""),
            "public": cleaned.get("public", True),
        }
        seen = cleaned.get("seen") or 0
        taking.change_as_told(event, form.citation, by=by, seen=seen, **rows, **why)
    return event


def passed_on(sent: Sent, event: Event) -> None:
    """Submits or publishes it, if its button says so."""
    if "_submit" in sent.request.POST:
        events.submit(event, by=who(sent.request))
    if "_publish" in sent.request.POST:
        events.publish(event, by=who(sent.request))


def write_claim(citation: Citation, cleaned: dict[str, Any]) -> None:
    for name in ("claimant_words", "claimant_kind", "claimant_faction", "stance"):
        setattr(citation, name, cleaned[name])


def refused(sent: Sent, refusal: ValidationError) -> AtHand:
    """The form as it was typed, bound anew: the one before may hold rows that were rolled back."""
    event = event_of(sent.filled)
    forms = forms_of(sent.filled, sent.article, event, bound=True)
    forms.is_valid()
    forms.form.add_error(None, refusal)
    return laid_out(sent.request, sent.reading, sent.filled, event, forms=forms)


def gone_on(sent: Sent, event: Event) -> HttpResponse:
    """To the event as saved, or to the next proposal if the button says so."""
    say(sent, event)
    go = gone_on_to_next if "_next" in sent.request.POST else gone_on_to
    return go(sent, event)


def say(sent: Sent, event: Event) -> None:
    post = sent.request.POST
    done = _("Saved: {event}")
    if "_publish" in post:
        done = _("Published: {event}")
    elif "_submit" in post:
        done = _("Submitted for review: {event}")
    messages.success(sent.request, format_html(done, event=event))
