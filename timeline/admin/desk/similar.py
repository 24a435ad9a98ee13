"""While an event is being typed: what is on record already and could be the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from timeline import doubles
from timeline.actions import permits
from timeline.admin.desk.filled import Filled, typed
from timeline.admin.desk.form import Forms
from timeline.admin.desk.marks import when_of
from timeline.admin.desk.showing import article_of
from timeline.admin.entry import who
from timeline.admin.numbers import number_in
from timeline.dates import When
from timeline.doubles import Agreement, Compared, Number, Quoted, Told
from timeline.models import Article, Citation, City, Comparison, Event, Faction, Figure
from timeline.wording.comparing import in_common

PART = "admin/timeline/desk/_similar.html"
NOTHING_NEW = 204
WORDED = ("headline", "quotations")


class Alike(NamedTuple):
    """`told` is the event at hand as far as it is typed; `events` closest first."""

    told: Told
    events: list[Event]


class Line(NamedTuple):
    """An event on record, how it compares, and whether whoever looks may add a source to it."""

    event: Event
    rows: list[Compared]
    may_attach: bool

    @property
    def in_common(self) -> str:
        return in_common(self.rows)

    @property
    def differing(self) -> list[Compared]:
        """What sets the two apart, or could; other words for the same do not."""
        told = (row for row in self.rows if row.field not in WORDED)
        return [row for row in told if row.agreement in {Agreement.MEETS, Agreement.DIFFERS}]


@require_safe
def similar(request: HttpRequest, number: int) -> HttpResponse:
    """The list for what the query has typed; 204 where the same events are shown already."""
    context = about(request, article_of(request, number), typed(request.GET))
    if context["shown"] == request.GET.get("similar"):
        return HttpResponse(status=NOTHING_NEW)
    return TemplateResponse(request, PART, context)


def about(request: HttpRequest, article: Article, filled: Filled) -> dict[str, Any]:
    """What the list of similar events is made from, for a form that holds `filled`.

    `looked_at` is sent back with the form: what was looked at need not be shown again on saving.
    It becomes `opened` when the list is opened; that it stands there, closed, is no look at it.
    """
    told, events = alike(article, filled)
    shown = [event.pk for event in events]
    return {
        "article": article,
        "lines": [line(request, told, event) for event in events],
        "shown": listed(shown),
        "looked_at": listed(sorted(looked_at(filled))),
        "opened": listed(sorted(looked_at(filled) | set(shown))),
        "compare_address": compare_address(article, desk_query(request)),
    }


def desk_query(request: HttpRequest) -> str:
    """What the desk's address asks for, on which the form stands; htmx says it in a header."""
    htmx = request.htmx  # type: ignore[attr-defined]
    return urlsplit(htmx.current_url or "").query


def compare_address(article: Article, query: str) -> str:
    """Where comparing is asked for; the query keeps in view what the desk points at."""
    address = reverse("admin:timeline_article_compare", args=[article.pk])
    return f"{address}?{query}" if query else address


def line(request: HttpRequest, told: Told, event: Event) -> Line:
    return Line(event, doubles.compare(told, event), permits.may_edit(who(request), event))


def alike(article: Article, filled: Filled) -> Alike:
    """Events like the one that was typed, without itself and those it was compared with."""
    forms = bound(article, filled)
    told = told_of(forms)
    own = filled.number("event")
    leave_out = compared_with(own) | {own} if own else set()
    events = doubles.similar(
        city=told.city,
        kind=told.kind,
        factions=[faction.pk for faction, _role in told.factions],
        earliest=told.when.earliest if told.when else None,
        latest=told.when.latest if told.when else None,
        locality=told.locality,
        numbers=told.numbers,
        leave_out=leave_out,
    )
    return Alike(told, events)


def bound(article: Article, filled: Filled) -> Forms:
    """The form as it would come if it were sent now; its event and citation are nobody's."""
    forms = Forms(filled, event=Event(), citation=Citation(article=article), bound=True)
    forms.is_valid()
    return forms


def told_of(forms: Forms) -> Told:
    """What of the form can be read so far; what cannot is left out."""
    known = forms.form.cleaned_data
    city, article = known.get("city"), forms.article
    quoted = Quoted(known.get("quotation", ""), article.outlet.name, article.published_on)
    return Told(
        when=when_told(known),
        city=city if isinstance(city, City) else None,
        kind=known.get("kind", ""),
        factions=tuple(_parties(forms)),
        locality=known.get("locality", ""),
        headline=known.get("headline", ""),
        quotations=(quoted,) if quoted.words else (),
        numbers=tuple(Number(figure.measure, figure.low, figure.high) for figure in figures(forms)),
    )


def when_told(known: dict[str, Any]) -> When | None:
    if not known.get("earliest") and not known.get("latest"):
        return None
    try:
        return when_of(known)
    except ValueError:  # bounds that cross are the form's to complain of
        return None


def _parties(forms: Forms) -> Iterable[tuple[Faction, str]]:
    forms.parties.is_valid()
    for row in forms.parties.forms:
        faction = row.cleaned_data.get("faction")
        if faction:
            yield faction, row.cleaned_data.get("role", "")


def figures(forms: Forms) -> list[Figure]:
    """The numbers that were typed, not saved."""
    forms.figures.is_valid()
    filled_in = (row for row in forms.figures.forms if row.cleaned_data.get("printed"))
    return [Figure(**row.cleaned_data) for row in filled_in]


def compared_with(event: int) -> set[int]:
    """Those on which somebody has found already how they stand to this event."""
    found = Comparison.objects.filter(event=event)
    return set(found.values_list("other", flat=True))


def looked_at(filled: Filled) -> set[int]:
    """Numbers of the similar events that were looked at while this form was filled in."""
    given = (number_in(part) for part in filled.values.get("looked_at", "").split(","))
    return {number for number in given if number}


def listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))
