"""What happened while the form at hand was open: it was sent before, or somebody else saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from timeline.actions.conflicts import ChangedMeanwhile
from timeline.admin.desk import filling
from timeline.admin.desk.at_hand import AtHand, Theirs, laid_out, stored
from timeline.admin.desk.dated import date_at_hand
from timeline.admin.desk.filled import FIELDS, ROWS, Filled, Row, merged
from timeline.admin.desk.form import Forms
from timeline.admin.desk.sent import Sent, event_of, gone_on_to
from timeline.models import Article, Event, Revision
from timeline.models.vocabulary import ClaimantKind, Kind, Role, Stance

CODES = {"kind": Kind, "claimant_kind": ClaimantKind, "stance": Stance}


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
    return laid_out(sent.request, sent.reading, filled, event, made=event)


def understood(forms: Forms, beside: Filled | None = None) -> Filled:
    """What the form's values mean, in the shape in which an event as stored is shown."""
    cleaned = forms.form.cleaned_data
    named = {name: cleaned.get(name) for name in FIELDS}
    named["quotation"] = forms.form.citation.quotation
    parties = [
        {"faction": faction, "role": role, "basis": basis}
        for faction, role, basis in forms.parties.rows()
    ]
    figures = [vars(figure) for figure in forms.figure_rows()]
    return Filled.of({**(beside.values if beside else {}), **named}, parties, figures)


def changed_meanwhile(sent: Sent, changed: ChangedMeanwhile) -> AtHand:
    """What was typed, with what only the other changed; where both did, theirs stands beside."""
    event = event_of(sent.filled)
    if event is None:  # it was deleted: what was typed can be saved as a new one
        return sent.shown(sent.filled.updated(event="", citation=""))
    theirs = stored(event, sent.article, sent.filled.number("citation"))
    seen = Revision.objects.of(event).numbered(sent.filled.number("seen") or 0)
    before = filling.from_state(seen.snapshot, sent.article) if seen else theirs
    both = merged(sent.filled, before=before, theirs=theirs)
    messages.warning(sent.request, changed.messages[0])
    return laid_out(
        sent.request,
        sent.reading,
        both.filled.updated(seen=theirs.values["seen"]),
        event,
        theirs={name: their(theirs, name, sent.article) for name in both.contested},
        taken_over=both.taken_over,
    )


def their(theirs: Filled, name: str, article: Article) -> Theirs:
    """What the other gave the field, in words, and what to take of it."""
    if name == "date_printed":
        return Theirs(date_at_hand(theirs, article.published_on).words, "")
    if name in ROWS:
        return Theirs(", ".join(map(row_told, theirs.row_sets()[name])), "")
    value = theirs.values.get(name, "")
    return Theirs(str(CODES[name](value).label) if name in CODES and value else value, value)


def row_told(row: Row) -> str:
    if "printed" in row:
        return row["printed"]
    return f"{row['faction']} ({Role(row['role']).label})"
