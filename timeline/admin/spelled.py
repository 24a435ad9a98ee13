"""What cities and factions share: any spelling finds them, and what is most used comes first."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from timeline.admin import merging
from timeline.admin.addressed import AddressedAdmin
from timeline.admin.labelled import LabelledRows

M = TypeVar("M", bound=models.Model)


class SpellingInline(admin.TabularInline[Any, Any]):
    formset = LabelledRows
    fields = ("name", "language", "script", "kind")
    extra = 1


class SpelledAdmin(AddressedAdmin[M]):
    search_fields = ("name",)
    search_help_text = _("A name in any spelling")

    def get_queryset(self, request: HttpRequest) -> Any:
        return self.model._default_manager.get_queryset().most_used_first()  # type: ignore[attr-defined]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return queryset.spelled_like(search_term), False

    def get_urls(self) -> list[URLPattern]:
        return [*merging.urls(self.admin_site, self.model), *super().get_urls()]

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["merge_address"] = merging.address(context.get("original"), request)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("uses"), ordering="uses")
    def uses(self, subject: Any) -> int:
        return int(subject.uses)
