"""Events: entered with factions and citations, submitted, published, corrected, withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import connection
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import wording
from timeline.actions import comparing, events, grading, permits
from timeline.admin import decisions, merging, restoring, review
from timeline.admin.bulk import BulkDecisions
from timeline.admin.buttons import buttons
from timeline.admin.citations import CitationInline
from timeline.admin.entry import who
from timeline.admin.event_form import CorrectionForm, EventForm, grade_by_rule
from timeline.admin.figures import read_figure
from timeline.admin.labelled import LabelledRows
from timeline.admin.numbers import number_in
from timeline.admin.read_date import meaning_of, read_date
from timeline.admin.returned import return_of
from timeline.admin.site import site
from timeline.models import Article, Citation, Event, Participation
from timeline.models.events_asked import EventQuerySet

FIELDSETS = (
    (
        gettext_lazy("What"),
        {"fields": ("headline", "kind", "summary", "parent", ("language", "graphic"))},
    ),
    (
        gettext_lazy("When"),
        {
            "fields": (
                ("date_printed", "read_on"),
                "meaning",
                ("earliest", "latest", "precision"),
                ("lasted", "circa", "uncertain"),
                ("start_latest", "end_earliest"),
            )
        },
    ),
    (
        gettext_lazy("Where"),
        {
            "fields": (
                ("city", "locality", "place_precision"),
                ("latitude", "longitude"),
            )
        },
    ),
    (
        gettext_lazy("Evidence"),
        {
            "fields": (
                "grade_by_rule_and_why",
                "grade_set",
                "grade_reason",
                "reference",
                ("killed_low", "killed_best", "killed_high"),
                ("injured_low", "injured_best", "injured_high"),
            )
        },
    ),
)
WHY = (gettext_lazy("Correction"), {"fields": ("note", "public")})


class ParticipationInline(admin.TabularInline[Participation, Event]):
    model = Participation
    formset = LabelledRows
    fields = ("faction", "role", "side", "basis")
    autocomplete_fields = ("faction",)

    def get_extra(self, request: HttpRequest, obj: Event | None = None, **kwargs: Any) -> int:
        """Two empty rows to begin with, for the two sides of most events."""
        return 0 if obj and obj.participations.exists() else 2


@admin.register(Event, site=site)
class EventAdmin(BulkDecisions):
    form = EventForm
    inlines = (ParticipationInline, CitationInline)
    list_display = (
        "date_in_words",
        "headline",
        "city",
        "kind",
        "status",
        "grade",
        "entered_by",
        "citation_count",
    )
    list_display_links = ("headline",)
    list_filter = (
        "status",
        "grade",
        ("city", admin.RelatedOnlyFieldListFilter),
        ("dataset", admin.RelatedOnlyFieldListFilter),
        "kind",
        ("entered_by", admin.RelatedOnlyFieldListFilter),
    )
    list_select_related = ("city", "entered_by")
    date_hierarchy = "earliest"
    search_fields = ("headline",)
    search_help_text = gettext_lazy("Words, and names of cities and factions in any spelling")
    autocomplete_fields = ("city", "parent")
    readonly_fields = ("meaning", "grade_by_rule_and_why")

    class Media:
        js = (
            forms.Script("js/admin/article_text.js", type="module"),
            forms.Script("js/admin/date.js", type="module"),
            forms.Script("js/admin/figures.js", type="module"),
            forms.Script("js/admin/quotation.js", type="module"),
        )

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("read-date/", wrap(read_date), name="timeline_event_read_date"),
            path("read-figure/", wrap(read_figure), name="timeline_event_read_figure"),
            *review.urls(self.admin_site),
            *merging.urls(self.admin_site, Event),
            *restoring.urls(self.admin_site),
            *(
                path(
                    f"<int:number>/{name}/",
                    wrap(decisions.decide),
                    {"name": name},
                    name=f"timeline_event_{name}",
                )
                for name in decisions.DECISIONS
            ),
            *super().get_urls(),
        ]

    # The list

    def get_queryset(self, request: HttpRequest) -> EventQuerySet:
        """Counts citations row by row: joined, they would be counted before a page is cut out."""
        cited = Citation.objects.filter(event=OuterRef("pk")).order_by().values("event")
        count = Subquery(cited.annotate(number=Count("*")).values("number"))
        return Event.objects.defer("search", "words").annotate(cited=Coalesce(count, 0))

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[EventQuerySet, bool]:
        if not search_term.strip():
            return queryset, False
        half_typed = Q(headline__icontains=search_term.strip())
        return queryset.filter(half_typed | Q(pk__in=Event.objects.saying(search_term))), False

    @admin.display(description=gettext_lazy("date"), ordering="sorted_on")
    def date_in_words(self, event: Event) -> str:
        return wording.when(event.when)

    @admin.display(description=gettext_lazy("citations"), ordering="cited")
    def citation_count(self, event: Any) -> int:
        return int(event.cited)

    # Who may

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        if obj is not None and not permits.may_edit(who(request), obj):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        if obj is not None and (obj.published_at or not permits.may_edit(who(request), obj)):
            return False
        return super().has_delete_permission(request, obj)

    # The form

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Event | None:
        """Before an event is held, whoever could close a circle of parts waits for the others."""
        if request.POST.get("parent") and connection.in_atomic_block:
            comparing.one_at_a_time()
        return super().get_object(request, object_id, from_field)

    def corrects(self, request: HttpRequest, event: Event | None) -> bool:
        return bool(event and event.is_published and self.has_change_permission(request, event))

    def get_form(
        self, request: HttpRequest, obj: Event | None = None, *args: Any, **kwargs: Any
    ) -> type[forms.ModelForm[Event]]:
        if self.corrects(request, obj):
            kwargs["form"] = CorrectionForm
        return super().get_form(request, obj, *args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        return (*FIELDSETS, WHY) if self.corrects(request, obj) else FIELDSETS

    @admin.display(description=gettext_lazy("means"))
    def meaning(self, event: Event) -> SafeString:
        """What the date means; the script puts the answer of `read_date` in its place."""
        words = meaning_of(event.when) if event.pk else ""
        return format_html('<output id="date-meaning">{}</output>', words)

    @admin.display(description=gettext_lazy("grade"))
    def grade_by_rule_and_why(self, event: Event) -> str:
        return grade_by_rule(event)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        article = self.article_asked_for(request)
        if article is None:
            return super().get_changeform_initial_data(request)
        return {"read_on": article.published_on, "language": article.language}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Event, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        article = self.article_asked_for(request)
        if article and request.method == "GET" and isinstance(inline, CitationInline):
            kwargs["initial"] = [{"article": article.pk}]
        return kwargs

    def article_asked_for(self, request: HttpRequest) -> Article | None:
        """The article that an event is being taken from, by the address of the page."""
        number = number_in(request.GET.get("article", ""))
        return Article.objects.filter(pk=number or 0).first()

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        event = context.get("original")
        context["buttons"] = buttons(request, event)
        context["merge_address"] = merging.address(event, request)
        context["returned"] = return_of(event) if event else None
        context["show_save_and_continue"] = not (event and event.was_public)
        context["show_save_and_add_another"] = not event
        return super().render_change_form(request, context, *args, **kwargs)

    # Saving

    def settle(self, request: HttpRequest, form: BaseModelForm[Event], *, change: bool) -> None:
        event, by = form.instance, who(request)
        if event.parent and "parent" in form.changed_data:
            comparing.refuse_circle(event, event.parent)
        if not change:
            events.entered(event, by=by)
        elif event.is_published:
            given = form.cleaned_data
            events.correct(event, by=by, note=given["note"], public=given["public"])
        else:
            events.changed(event, by=by)
        if {"grade_set", "grade_reason"} & {*form.changed_data}:
            grading.demand_reason(event)
        if "_submit" in request.POST:
            events.submit(event, by=by)
        if "_publish" in request.POST:
            events.publish(event, by=by)

    def response_add(
        self, request: HttpRequest, obj: Event, post_url_continue: str | None = None
    ) -> HttpResponse:
        if moved := response_to_move(request, obj):
            return moved
        response = super().response_add(request, obj, post_url_continue)
        if "_addanother" in request.POST and (first := obj.citations.first()):
            return HttpResponseRedirect(f"{request.path}?article={first.article_id}")
        return response

    def response_change(self, request: HttpRequest, obj: Event) -> HttpResponse:
        return response_to_move(request, obj) or super().response_change(request, obj)

    def get_view_on_site_url(self, obj: Event | None = None) -> str | None:
        return super().get_view_on_site_url(obj) if obj and obj.was_public else None


def response_to_move(request: HttpRequest, event: Event) -> HttpResponse | None:
    """Back to the event, after one of the buttons that also change its status."""
    if "_publish" in request.POST:
        link = format_html('<a href="{}">{}</a>', event.get_absolute_url(), event)
        messages.success(request, format_html(_("Published: {event}"), event=link))
    elif "_submit" in request.POST:
        messages.success(request, _("Submitted for review: %(event)s") % {"event": event})
    else:
        return None
    return redirect("admin:timeline_event_change", event.pk)
