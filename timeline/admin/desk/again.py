"""Buttons of the form at hand that save nothing of it: read anew, take, confirm, add words."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from timeline.actions import comparing, conflicts
from timeline.admin import dating
from timeline.admin.desk import marks
from timeline.admin.desk.at_hand import AtHand, forms_of, laid_out
from timeline.admin.desk.filled import FIELDS, Filled, plain
from timeline.admin.desk.form import Forms
from timeline.admin.desk.sent import Sent, event_of
from timeline.admin.entry import who
from timeline.desk import reading_of
from timeline.models import Citation

DATE = "admin/timeline/desk/_date.html"
HEADLINE = "admin/timeline/desk/_headline_made.html"
LOOKS_AGAIN = ("_read", "_take", "_confirm", "_strip")


def looked_at_again(sent: Sent) -> HttpResponse | AtHand:
    """The form with its date read anew, or with another value taken for a field."""
    post = sent.request.POST
    filled = sent.filled.updated(strip=post.get("_strip", ""))
    if "_confirm" in post:
        filled = filled.updated(confirmed="on")
    if take := post.get("_take"):
        name, _equals, value = take.partition("=")
        filled = filled.updated(**{name: value}) if name in FIELDS else filled
    forms = forms_of(filled, sent.article, sent.event, bound=True)
    forms.is_valid()
    fault = " ".join(map(str, forms.form.errors.get("date_printed", [])))
    filled = headlined(dated(filled, forms), forms.headline())
    hand = sent.shown(filled, fault=fault)
    if sent.request.htmx:  # type: ignore[attr-defined]
        part = HEADLINE if post.get("_read") == "headline" else DATE
        return TemplateResponse(sent.request, part, {"hand": hand})
    return hand


def headlined(filled: Filled, made: str) -> Filled:
    """With the headline as it is made by now, unless somebody typed another."""
    if not made:
        return filled
    own = filled.values.get("headline", "") not in {"", filled.values.get("headline_made", "")}
    taken = filled if own else filled.updated(headline=made)
    return taken.updated(headline_made=made)


def dated(filled: Filled, forms: Forms) -> Filled:
    """With the date as the form understood it, and what its buttons then stand on."""
    cleaned = forms.form.cleaned_data
    if forms.form.errors.keys() & {"date_printed", *dating.READ}:
        return filled
    try:
        when = marks.when_of(cleaned)
    except ValueError:  # bounds that cross are complained of when the form is saved
        return filled
    changed = set(forms.form.changed_data)
    values = {name: plain(cleaned.get(name)) for name in ("read_on", *dating.READ)}
    last = cleaned.get("latest") or cleaned.get("earliest")
    kept = cleaned.get("mark", "") if changed & {"mark", "day"} else ""
    mark = kept or marks.name(when)
    rule = forms.form.instance.date_rule
    return filled.updated(**values, mark=mark, day=plain(last), date_rule=rule)


def another_quotation(sent: Sent) -> HttpResponse | AtHand:
    """Has the event rest on more words of the same article, those from `add_start` on."""
    start, end = (sent.filled.number(name) for name in ("add_start", "add_end"))
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
    seen = sent.filled.number("seen")
    now = conflicts.latest(sent.event) if seen == before else seen
    return again(sent, sent.filled.updated(seen=str(now or 0)))


def again(sent: Sent, filled: Filled) -> AtHand:
    """The form as typed, around the article and the event as they are by now."""
    event = event_of(filled)
    return laid_out(sent.request, reading_of(sent.article), filled, event)
