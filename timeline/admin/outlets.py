"""Outlets, also added from an article in a small window."""

from django.contrib import admin
from django.http import HttpRequest

from timeline.admin.entry import EntryAdmin
from timeline.admin.site import site
from timeline.models import Outlet


@admin.register(Outlet, site=site)
class OutletAdmin(EntryAdmin[Outlet]):
    list_display = ("name", "country", "scale", "run_by")
    list_filter = ("scale", "country")
    list_select_related = ("run_by",)
    search_fields = ("name", "homepage")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("run_by",)
    fields = ("name", "slug", "homepage", "country", "scale", "run_by")

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        if obj is not None and obj.articles.exists():
            return False
        return super().has_delete_permission(request, obj)
