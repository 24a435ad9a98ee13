"""The event at hand beside one on record: what agrees, what differs, and four ways on.

All that was typed travels along in hidden fields, so that nothing is lost on the way back.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest
from django.template.response import TemplateResponse

from timeline import doubles
from timeline.actions import permits
from timeline.admin.desk import showing, similar
from timeline.admin.desk.filled import Filled, typed
from timeline.admin.entry import who
from timeline.desk import reading_of
from timeline.doubles import Compared
from timeline.models import Article, Event
from timeline.wording.comparing import in_common

# Fields of the comparison itself; the rest is the form at hand.
OWN = (
    *("csrfmiddlewaretoken", "_compare", "_attach", "_back", "other"),
    *("finding", "way", "words", "looked_at"),
)


class Comparison(NamedTuple):
    """What the page shows. `finding`, `way` and `words` are what was chosen, if it was refused."""

    other: Event
    rows: list[Compared]
    in_common: str
    others: list[Event]
    may_attach: bool
    accounts: int
    has_outlet: bool
    carried: list[tuple[str, str]]
    finding: str = "same"
    way: str = "part"
    words: str = ""
    fault: str = ""


def compare_first(request: HttpRequest, article: Article) -> TemplateResponse | None:
    """The comparison with what is like the new event and was never shown; None to go on saving."""
    filled = typed(request.POST)
    if filled.values.get("event"):
        return None
    known = similar.looked_at(filled)
    unseen = [one for one in similar.alike(article, filled).events if one.pk not in known]
    return compared(request, article, unseen[0]) if unseen else None


def compared(
    request: HttpRequest, article: Article, other: Event, *, fault: str = ""
) -> TemplateResponse:
    """The comparison with this one; `fault` says why the choice was refused."""
    filled = typed(request.POST)
    told, events = similar.alike(article, filled)
    rows = doubles.compare(told, other)
    sent = request.POST
    comparison = Comparison(
        other=other,
        rows=rows,
        in_common=in_common(rows),
        others=[one for one in events if one != other],
        may_attach=may_attach(request, filled, other),
        accounts=other.citations.count() + 1,
        has_outlet=other.citations.filter(article__outlet=article.outlet_id).exists(),
        carried=carried(request, [one.pk for one in (other, *events)], filled),
        finding=sent.get("finding", "same"),
        way=sent.get("way", "part"),
        words=sent.get("words", ""),
        fault=fault,
    )
    return shown(request, article, comparison)


def shown(request: HttpRequest, article: Article, comparison: Comparison) -> TemplateResponse:
    part = showing.part_asked_for(request) == "right"
    context: dict[str, Any] = showing.about(request, reading_of(article)) | {
        "comparison": comparison,
        "compare_address": similar.compare_address(article, request.GET.urlencode()),
    }
    return TemplateResponse(request, showing.RIGHT if part else showing.PAGE, context)


def may_attach(request: HttpRequest, filled: Filled, other: Event) -> bool:
    """Whether the words at hand can go over to the other event, or wait for an editor to merge.

    An event that is stored already is merged, with all that it has.
    """
    return not filled.values.get("event") and permits.may_edit(who(request), other)


def carried(request: HttpRequest, shown: list[int], filled: Filled) -> list[tuple[str, str]]:
    """All fields of the form at hand, as they were sent; what is shown here counts as looked at."""
    looked_at = similar.listed(sorted(similar.looked_at(filled) | set(shown)))
    kept = [name for name in request.POST if name not in OWN]
    return [*((name, request.POST[name]) for name in kept), ("looked_at", looked_at)]
