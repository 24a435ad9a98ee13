"""What a button of the form at hand does: look again, save, submit, publish, go on.

Whatever is refused, the form comes back as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from timeline.actions import comparing, conflicts, events, taking
from timeline.actions.conflicts import ChangedMeanwhile
from timeline.actions.taking import Part, TakenAlready
from timeline.admin import dating
from timeline.admin.desk import filling, marks
from timeline.admin.desk.at_hand import SAVED, AtHand, forms_of, key_of, laid_out, number_in, stored
from timeline.admin.desk.comparing import compare_first
from timeline.admin.desk.filled import FIELDS, Filled, merged, plain, typed
from timeline.admin.desk.form import Forms
from timeline.admin.entry import in_words, who
from timeline.desk import Reading, reading_of
from timeline.models import Article, Citation, Event, Figure, Revision

DATE = "admin/timeline/desk/_date.html"
LOOKS_AGAIN = ("_read", "_take", "_confirm", "_strip")


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent back; `event` is None for a new one."""

    request: HttpRequest
    reading: Reading
    filled: Filled
    event: Event | None

    @property
    def article(self) -> Article:
        return self.reading.article

    def shown(self, filled: Filled | None = None, **more: Any) -> AtHand:
        return laid_out(self.request, self.reading, filled or self.filled, self.event, **more)


def save(request: HttpRequest, article: Article) -> HttpResponse | AtHand:
    """Does what the button says; the answer, or the form to show again."""
    filled = typed(request.POST)
    event = event_of(filled)
    sent = Sent(request, reading_of(article), filled, event)
    if "_add" in request.POST:
        return another_quotation(sent)
    if any(button in request.POST for button in LOOKS_AGAIN):
        return looked_at_again(sent)
    return saved(sent)


def event_of(filled: Filled) -> Event | None:
    number = number_in(filled.values, "event")
    return Event.objects.filter(pk=number).first() if number else None


# Looking again, without saving


def looked_at_again(sent: Sent) -> HttpResponse | AtHand:
    """The form with its date read anew, or with another value taken for a field."""
    post = sent.request.POST
    filled = sent.filled.updated(strip=post.get("_strip", ""))
    if take := post.get("_take"):
        name, _equals, value = take.partition("=")
        filled = filled.updated(**{name: value}) if name in FIELDS else filled
    forms = forms_of(filled, sent.article, sent.event, bound=True)
    forms.form.is_valid()
    fault = " ".join(map(str, forms.form.errors.get("date_printed", [])))
    filled = dated(filled, forms)
    hand = sent.shown(filled, fault=fault, confirmed="_confirm" in post)
    if sent.request.htmx:  # type: ignore[attr-defined]
        return TemplateResponse(sent.request, DATE, {"hand": hand})
    return hand


def dated(filled: Filled, forms: Forms) -> Filled:
    """With the date as the form understood it, and what its buttons then stand on."""
    cleaned = forms.form.cleaned_data
    if forms.form.errors.keys() & {"date_printed", *dating.READ}:
        return filled
    changed = set(forms.form.changed_data)
    values = {name: plain(cleaned.get(name)) for name in ("read_on", *dating.READ)}
    last = cleaned.get("latest") or cleaned.get("earliest")
    kept = cleaned.get("mark", "") if changed & {"mark", "day"} else ""
    mark = kept or marks.name(marks.when_of(cleaned))
    return filled.updated(**values, mark=mark, day=plain(last))


# Saving


def saved(sent: Sent) -> HttpResponse | AtHand:
    forms = forms_of(sent.filled, sent.article, sent.event, bound=True)
    if not forms.is_valid():
        return sent.shown(forms=forms)
    if sent.event is None and (before := sent_before(sent)):
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


def sent_before(sent: Sent) -> Event | None:
    """The event that this very form made when it was sent the first time."""
    key = key_of(sent.filled)
    return Event.objects.filter(entry_key=key).first() if key else None


@transaction.atomic
def carried_out(sent: Sent, forms: Forms) -> Event:
    form, by = forms.form, who(sent.request)
    event, cleaned = form.instance, form.cleaned_data
    write_claim(form.citation, cleaned)
    rows: dict[str, Any] = {
        "parts": [Part(*row) for row in forms.parties.rows()],
        "figures": figures_of(forms),
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
    if "_submit" in sent.request.POST:
        events.submit(event, by=by)
    if "_publish" in sent.request.POST:
        events.publish(event, by=by)
    return event


def write_claim(citation: Citation, cleaned: dict[str, Any]) -> None:
    for name in ("claimant_words", "claimant_kind", "claimant_faction", "stance"):
        setattr(citation, name, cleaned[name])


def figures_of(forms: Forms) -> list[Figure]:
    return [form.instance for form in forms.figures if form.has_changed()]


def refused(sent: Sent, refusal: ValidationError) -> AtHand:
    """The form as it was typed, bound anew: the one before may hold rows that were rolled back."""
    event = event_of(sent.filled)
    forms = forms_of(sent.filled, sent.article, event, bound=True)
    forms.is_valid()
    forms.form.add_error(None, refusal)
    return laid_out(sent.request, sent.reading, sent.filled, event, forms=forms)


def gone_on(sent: Sent, event: Event) -> HttpResponse:
    """To the event as saved, or to the next proposal."""
    say(sent, event)
    sent.request.session[SAVED] = sent.filled.values.get("entry_key", "")
    desk = reverse("admin:timeline_article_desk", args=[sent.article.pk])
    if "_next" in sent.request.POST and (key := next_proposal(sent)):
        return redirect(f"{desk}?proposal={key}")
    return redirect(f"{desk}?event={event.pk}")


def say(sent: Sent, event: Event) -> None:
    post = sent.request.POST
    done = _("Saved: {event}")
    if "_publish" in post:
        done = _("Published: {event}")
    elif "_submit" in post:
        done = _("Submitted for review: {event}")
    messages.success(sent.request, format_html(done, event=event))


def next_proposal(sent: Sent) -> str:
    """The key of the first open one after the words just taken, else of the first at all."""
    start = sent.filled.values.get("start", "")
    after = int(start) if start.isdecimal() else -1
    proposal = reading_of(sent.article).next_proposal(after)
    return proposal.key if proposal else ""


# What happened meanwhile


def taken_already(sent: Sent, forms: Forms, event: Event) -> HttpResponse | AtHand:
    """The same form came twice: the event is there; what was typed since would change it."""
    there = stored(event, sent.article)
    if there.same_as(understood(forms)):
        messages.info(sent.request, _("This was saved already; nothing was entered twice."))
        return gone_on_to(sent, event)
    messages.warning(
        sent.request,
        _("This event was saved before. What you typed since is in the form: save to change it."),
    )
    values = {name: there.values.get(name, "") for name in ("event", "citation", "seen")}
    filled = understood(forms, sent.filled).updated(**values)
    return laid_out(sent.request, sent.reading, filled, event)


def gone_on_to(sent: Sent, event: Event) -> HttpResponse:
    sent.request.session[SAVED] = sent.filled.values.get("entry_key", "")
    desk = reverse("admin:timeline_article_desk", args=[sent.article.pk])
    return redirect(f"{desk}?event={event.pk}")


def understood(forms: Forms, beside: Filled | None = None) -> Filled:
    """What the form's values mean, in the shape in which an event as stored is shown."""
    cleaned = forms.form.cleaned_data
    named = {name: cleaned.get(name) for name in FIELDS}
    named["quotation"] = forms.form.citation.quotation
    parties = [
        {"faction": faction, "role": role, "basis": basis}
        for faction, role, basis in forms.parties.rows()
    ]
    figures = [vars(figure) for figure in figures_of(forms)]
    return Filled.of({**(beside.values if beside else {}), **named}, parties, figures)


def changed_meanwhile(sent: Sent, changed: ChangedMeanwhile) -> AtHand:
    """What was typed, with what only the other changed; where both did, theirs stands beside."""
    event = event_of(sent.filled)
    if event is None:  # it was deleted: what was typed can be saved as a new one
        return sent.shown(sent.filled.updated(event="", citation=""))
    theirs = stored(event, sent.article, number_in(sent.filled.values, "citation"))
    seen = (
        Revision.objects.of(event).filter(number=number_in(sent.filled.values, "seen") or 0).first()
    )
    before = filling.from_state(seen.snapshot, sent.article) if seen else theirs
    both = merged(sent.filled, before=before, theirs=theirs)
    messages.warning(sent.request, changed.messages[0])
    return laid_out(
        sent.request,
        sent.reading,
        both.filled.updated(seen=theirs.values["seen"]),
        event,
        theirs={name: theirs.values.get(name, "") for name in both.contested},
        taken_over=both.taken_over,
    )


# Another quotation for the event at hand


def another_quotation(sent: Sent) -> HttpResponse | AtHand:
    """Has the event rest on more words of the same article, those from `add_start` on."""
    start, end = (number_in(sent.filled.values, name) for name in ("add_start", "add_end"))
    if sent.event is None or start is None or end is None:
        return sent.shown()
    citation = Citation(article=sent.article, quotation=sent.reading.words(start, end))
    before = conflicts.latest(sent.event)
    try:
        comparing.attach(sent.event, citation, by=who(sent.request))
    except (ValidationError, PermissionDenied) as refusal:
        messages.error(sent.request, " ".join(getattr(refusal, "messages", [str(refusal)])))
    else:
        messages.success(sent.request, _("Added as another quotation."))
    # What was typed and not saved stays; what somebody else changed is still to be shown.
    seen = number_in(sent.filled.values, "seen")
    now = conflicts.latest(sent.event) if seen == before else seen
    return again(sent, sent.filled.updated(seen=str(now or 0)))


def again(sent: Sent, filled: Filled) -> AtHand:
    """The form as typed, around the article and the event as they are by now."""
    event = event_of(filled)
    return laid_out(sent.request, reading_of(sent.article), filled, event)
