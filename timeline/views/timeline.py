"""The answer that the front page, a city's and a faction's page have in common: their timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from django_htmx.http import HttpResponseClientRedirect

from timeline import paging
from timeline.caching import kept
from timeline.filters import LANES, LIST, MAP, NEWEST, TABLE, VIEWS, EventFilter
from timeline.models import Edition
from timeline.rail import Counts, Group, asked, counts_of, rail, unreadable
from timeline.views.atlas import mapped
from timeline.views.citing import answer_to_cite
from timeline.views.htmx import wants_part
from timeline.views.lanes import in_lanes
from timeline.views.places import is_canonical
from timeline.views.strip import strip
from timeline.views.table import tabled
from timeline.vocabulary import namesakes, vocabulary


def answer(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    edition: Edition,
    subject: tuple[str, str] | None = None,
) -> HttpResponse:
    """The whole page or, for htmx, its results; 400 with the faults and no events if unreadable."""
    question = EventFilter(request.GET, vocabulary(edition), subject=subject)
    part = wants_part(request)
    if not question.faults and not part and not is_canonical(request, question.address()):
        return HttpResponseRedirect(question.address())
    if part and question.is_open:
        return HttpResponseClientRedirect(question.address())  # more than results
    # A template would take `question.view` for the field of the form.
    context |= {"edition": edition, "question": question, "view": question.view}
    context |= contents(question, edition)
    if is_beyond_all(question, context):
        return HttpResponseRedirect(question.turned())
    if counted := context.get("counts"):
        context["cite"] = answer_to_cite(request, question, counted.total, edition)
        context["strip"] = strip(question, context, counted.total)
    response = render(
        request,
        "events/_results.html" if part else template,
        context,
        status=400 if question.faults else 200,
    )
    if part and not question.faults:
        response["HX-Push-Url"] = question.address()
    return response


def is_beyond_all(question: EventFilter, context: dict[str, Any]) -> bool:
    """Whether a place in the list is asked for from which on nothing stands any more.

    The record moves on under readers: what was there may have been withdrawn since.
    """
    if question.faults or not (question.after or question.before) or "page" not in context:
        return False
    return bool(context["counts"].total and not context["page"].events)


def contents(question: EventFilter, edition: Edition) -> dict[str, Any]:
    """What the answer shows, whatever the view: counts, choices, ways on; and the view's own."""
    if question.faults:
        return {"choices": drawn(question, unreadable(question)), "links": {}}
    counted = counts_of(question, edition)
    shown = {
        "counts": counted,
        "choices": choices(question, counted, edition),
        "links": links(question),
        "tabs": tabs(question),
        "namesakes": namesakes(question.value("q") or "", edition),
        "view_template": f"events/_{question.view}.html",
    }
    return shown | SHOWN_AS[question.view](question, edition)


def listed(question: EventFilter, edition: Edition) -> dict[str, Any]:
    """A page of events, and the pages beside it."""
    page = paging.page_of(
        question.events(),
        newest=question.order == NEWEST,
        after=question.after,
        before=question.before,
        size=page_size(question),
    )
    paging.mark_gaps(page.events, question.events())
    return {"page": page, **question.beside(page)}


def page_size(question: EventFilter) -> int:
    """Fewer below the drawings of the front page and of a faction, where nothing more is asked."""
    if question.pairs():
        return paging.PAGE
    if question.subject is None:
        return paging.FIRST_OF_ALL
    return paging.FIRST_OF_A_FACTION if question.subject[0] == "faction" else paging.PAGE


# A view's template is `events/_<view>.html`; it is drawn with what this finds for it.
SHOWN_AS: dict[str, Callable[[EventFilter, Edition], dict[str, Any]]] = {
    LIST: listed,
    LANES: in_lanes,
    MAP: mapped,
    TABLE: tabled,
}
TABS = {
    LIST: gettext_lazy("List"),
    LANES: gettext_lazy("Lanes"),
    MAP: gettext_lazy("Map"),
    TABLE: gettext_lazy("Table"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """A way to look at the same events; the one in sight has no address."""

    label: str
    url: str


def tabs(question: EventFilter) -> list[Tab]:
    return [
        Tab(str(TABS[view]), "" if view == question.view else question.turned(view=view))
        for view in VIEWS
    ]


def choices(question: EventFilter, counted: Counts, edition: Edition) -> SafeString:
    """The filters with their counts, drawn once for all pages of the same question."""
    name = f"choices {question.subject} {asked(question)}"
    return kept(edition, name, lambda: drawn(question, rail(question, counted)))


def drawn(question: EventFilter, groups: list[Group]) -> SafeString:
    return render_to_string("events/_groups.html", {"question": question, "groups": groups})


def links(question: EventFilter) -> dict[str, str]:
    """Addresses out of this page: the other order, the data, all of it."""
    pairs = question.question()
    return {
        "oldest": question.turned(order=None),
        "newest": question.turned(order=NEWEST),
        "clear": question.address([]),
        "csv": question.address(pairs, path="/events.csv"),
        "json": question.address(pairs, path="/events.json"),
    }
