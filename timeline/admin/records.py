"""What is looked at and never entered here: revisions and old addresses; and data sets."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.forms.models import BaseModelForm
from django.http import HttpRequest

from timeline.actions import datasets
from timeline.admin.entry import EntryAdmin, who
from timeline.admin.site import site
from timeline.models import Dataset, OldAddress, Revision


class ReadOnlyAdmin(admin.ModelAdmin[Any]):
    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Revision, site=site)
class RevisionAdmin(ReadOnlyAdmin):
    list_display = ("at", "subject_kind", "subject_id", "number", "change", "by", "public", "note")
    list_filter = ("subject_kind", "change", "public")
    list_select_related = ("by",)
    date_hierarchy = "at"
    search_fields = ("note", "=subject_id")
    ordering = ("-at", "-id")


@admin.register(OldAddress, site=site)
class OldAddressAdmin(ReadOnlyAdmin):
    list_display = ("kind", "slug", "target")
    list_filter = ("kind",)
    search_fields = ("slug",)


@admin.register(Dataset, site=site)
class DatasetAdmin(EntryAdmin[Dataset]):
    list_display = ("name", "version", "licence", "republish", "grade")

    def get_readonly_fields(self, request: HttpRequest, obj: Dataset | None = None) -> Any:
        """The short name tells demonstration from record, and stays."""
        return ("slug",) if obj else ()

    def settle(self, request: HttpRequest, form: BaseModelForm[Dataset], *, change: bool) -> None:
        datasets.saved(form.instance, by=who(request))

    def has_delete_permission(self, request: HttpRequest, obj: Dataset | None = None) -> bool:
        return False
