"""Merging two events, cities or factions: choose the other, look at both, say why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from timeline import doubles, wording
from timeline.actions import permits
from timeline.actions.conflicts import latest
from timeline.actions.merging import merge_cities, merge_events, merge_factions, plan
from timeline.actions.merging.rules import Mergeable
from timeline.admin import two_events
from timeline.admin.entry import in_words, who
from timeline.admin.numbers import number_in
from timeline.admin.review.onwards import WayBack, way_back
from timeline.admin.site import site
from timeline.admin.two_events import TwoEventsForm
from timeline.models import City, Event, Faction
from timeline.models.vocabulary import Status
from timeline.wording.lists import listed

MERGE: dict[type[Mergeable], Callable[..., None]] = {
    Event: merge_events,
    City: merge_cities,
    Faction: merge_factions,
}
TITLES = {
    Event: gettext_lazy("Merge two events"),
    City: gettext_lazy("Merge two cities"),
    Faction: gettext_lazy("Merge two factions"),
}
MOST_OFFERED = 20


class MergeForm(forms.Form):
    """`seen_going` and `seen_kept` are the numbers of the states that were looked at."""

    seen_going = forms.IntegerField(widget=forms.HiddenInput)
    seen_kept = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(max_length=1000, widget=forms.Textarea({"rows": 3}))


class Offer(NamedTuple):
    """One that could be the same, and what tells it from others."""

    subject: Mergeable
    about: str


def urls(admin_site: AdminSite, model: type[models.Model]) -> list[URLPattern]:
    """The address below that of events, cities or factions; `with` is the number of the other."""
    name = f"timeline_{model._meta.model_name}_merge"
    view = admin_site.admin_view(merge)
    return [path("<int:number>/merge/", view, {"model": model}, name=name)]


def address(subject: Mergeable | None, request: HttpRequest) -> str:
    """Where this is merged with another; "" for whoever may not, and for what cannot be."""
    if subject is None or subject.pk is None or not may_merge(request, type(subject)):
        return ""
    if isinstance(subject, Event) and subject.status == Status.WITHDRAWN:
        return ""
    return page_of(subject)


def page_of(subject: Mergeable) -> str:
    return reverse(f"admin:timeline_{subject._meta.model_name}_merge", args=[subject.pk])


def may_merge(request: HttpRequest, model: type[Mergeable]) -> bool:
    return permits.may(who(request), f"merge_{model._meta.model_name}")


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, number: int, model: type[Mergeable]) -> HttpResponse:
    """Offers others to choose from; with one chosen, shows both, and merges it into this one."""
    if not may_merge(request, model):
        raise PermissionDenied
    kept = find(model, str(number))
    if not request.GET.get("with"):
        return choice(request, kept)
    going = find(model, request.GET["with"])
    if going.pk == kept.pk:
        raise Http404
    if request.method != "POST" and only_the_other_way(going, kept):
        return redirect(side_by_side(going, kept, opened_from(request, kept)))
    if "_two" in request.POST and isinstance(kept, Event) and isinstance(going, Event):
        return both_kept(request, kept, going)
    return merged(request, kept, going)


def merged(request: HttpRequest, kept: Mergeable, going: Mergeable) -> HttpResponse:
    """The two side by side, until they are merged with a reason."""
    form, back = MergeForm(request.POST or None), opened_from(request, kept)
    numbers = going.pk, kept.pk
    if form.is_valid() and carried_out(going, kept, form, request):
        if back and isinstance(kept, Event):
            return redirect(back.after_merging(kept))
        return redirect(form_of(kept))
    return comparison(request, type(kept), *numbers, form=form)


def both_kept(request: HttpRequest, kept: Event, going: Event) -> HttpResponse:
    """What sets two events apart is kept, and neither goes."""
    form, back = TwoEventsForm(kept, going, request.POST), opened_from(request, kept)
    if not two_events.kept_both(form, back.reviewed if back else None, by=who(request)):
        return comparison(request, Event, going.pk, kept.pk, two=form)
    messages.success(request, _("Both are kept, with what you found."))
    return redirect(back.address if back else form_of(kept))


def opened_from(request: HttpRequest, kept: Mergeable) -> WayBack | None:
    return way_back(request) if isinstance(kept, Event) else None


def side_by_side(kept: Mergeable, going: Mergeable, back: WayBack | None) -> str:
    """The page on which the two are compared, the first of them to be kept."""
    query = {"with": going.pk} | (back.query if back else {})
    return f"{page_of(kept)}?{urlencode(query)}"


def form_of(subject: Mergeable) -> str:
    return reverse(f"admin:timeline_{subject._meta.model_name}_change", args=[subject.pk])


def find(model: type[Mergeable], number: str) -> Mergeable:
    rows = model._default_manager
    found: Mergeable | None = rows.filter(pk=number_in(number) or 0).first()
    if found is None:
        raise Http404
    return found


def only_the_other_way(going: Mergeable, kept: Mergeable) -> bool:
    """A draft goes, not what readers know, whichever of the two the editor came from."""
    return bool(plan(going, kept).refusal) and not plan(kept, going).refusal


def carried_out(going: Mergeable, kept: Mergeable, form: MergeForm, request: HttpRequest) -> bool:
    given, name = form.cleaned_data, str(going)
    seen = given["seen_going"], given["seen_kept"]
    try:
        MERGE[type(kept)](going, into=kept, by=who(request), note=given["note"], seen=seen)
    except (ValidationError, IntegrityError) as refused:
        form.add_error(None, in_words(refused))
        return False
    told = _("Merged: “{gone}” is part of “{kept}” from now on.")
    messages.success(request, format_html(told, gone=name, kept=kept))
    return True


def choice(request: HttpRequest, kept: Mergeable) -> HttpResponse:
    """Those that are alike, or that the words or the number asked for find."""
    words = request.GET.get("q", "").replace("\x00", "").strip()
    offers = found_by(words, request, kept) if words else alike(kept)
    context = about(request, kept) | {"words": words, "offers": offers}
    part = "part" in request.GET
    template = "_offers.html" if part else "choose.html"
    return TemplateResponse(request, f"admin/timeline/merge/{template}", context)


def found_by(words: str, request: HttpRequest, kept: Mergeable) -> list[Offer]:
    desk = site.get_model_admin(type(kept))
    others = desk.get_queryset(request).exclude(pk=kept.pk)
    if isinstance(kept, Event):
        others = others.exclude(status=Status.WITHDRAWN)
    numbered = others.filter(pk=number_in(words) or 0)
    named, _twice = desk.get_search_results(request, others, words)
    found = {row.pk: row for row in [*numbered, *named[:MOST_OFFERED]]}
    return offered(found.values())


def alike(kept: Mergeable) -> list[Offer]:
    """What the record itself suggests: events like it, others with one of its spellings."""
    if isinstance(kept, Event):
        parties = kept.participations.values_list("faction", flat=True)
        return offered(
            doubles.similar(
                city=kept.city_id,
                kind=kept.kind,
                factions=list(parties),
                earliest=kept.earliest,
                latest=kept.latest,
                leave_out=[kept.pk],
            )
        )
    rows = type(kept).objects.exclude(pk=kept.pk)
    spellings = [kept.name, *kept.names.values_list("name", flat=True)]
    found = {row.pk: row for words in spellings for row in rows.spelled(words)}
    return offered(list(found.values())[:MOST_OFFERED])


def offered(rows: Any) -> list[Offer]:
    return [Offer(row, traits(row)) for row in rows]


def traits(subject: Mergeable) -> str:
    """In a few words, what tells it from others of its name."""
    if isinstance(subject, Event):
        place = str(subject.city or subject.locality)
        words = [wording.when(subject.when), place, subject.get_status_display()]
    elif isinstance(subject, City):
        words = [subject.province, str(subject.country.name)]
    else:
        words = [subject.get_kind_display()]
    number = _("number %(number)s") % {"number": subject.pk}
    return listed(word for word in [*words, number] if word)


def comparison(
    request: HttpRequest,
    model: type[Mergeable],
    going_number: int,
    kept_number: int,
    *,
    form: MergeForm | None = None,
    two: TwoEventsForm | None = None,
) -> HttpResponse:
    # As they are stored: what was refused half done has changed the two at hand.
    going, kept = find(model, str(going_number)), find(model, str(kept_number))
    back = opened_from(request, kept)
    context = about(request, kept) | {
        "going": going,
        "going_address": form_of(going),
        "consequence": consequence(going),
        "traits": {"kept": traits(kept), "going": traits(going)},
        "plan": plan(going, kept),
        "swap": "" if plan(kept, going).refusal else side_by_side(going, kept, back),
        "seen": {"going": latest(going), "kept": latest(kept)},
        "form": form or MergeForm(),
        "two": two or two_at_hand(kept, going),
    }
    return TemplateResponse(request, "admin/timeline/merge/compare.html", context)


def two_at_hand(kept: Mergeable, going: Mergeable) -> TwoEventsForm | None:
    """For events that may turn out to be two; None where one of them was withdrawn."""
    if not isinstance(kept, Event) or not isinstance(going, Event):
        return None
    gone = Status.WITHDRAWN in {kept.status, going.status}
    return None if gone else TwoEventsForm(kept, going)


def consequence(going: Mergeable) -> str:
    """What becomes of the one that goes, in a sentence."""
    if not isinstance(going, Event):
        return _("Its name stays as another spelling, and its address leads to the one kept.")
    if going.was_public:
        return _(
            "It is withdrawn, and its address leads readers to the one kept. They see this reason."
        )
    return _("Readers never saw it: it is deleted, and its history stays.")


def about(request: HttpRequest, kept: Mergeable) -> dict[str, Any]:
    name, back = kept._meta.model_name, opened_from(request, kept)
    return {
        **site.each_context(request),
        "opts": kept._meta,
        "kept": kept,
        "title": TITLES[type(kept)],
        "list_address": reverse(f"admin:timeline_{name}_changelist"),
        "kept_address": form_of(kept),
        "page": page_of(kept),
        "back": back,
        "back_query": urlencode(back.query) if back else "",
    }
