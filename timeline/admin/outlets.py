"""Outlets, also added from an article in a small window."""

from django.contrib import admin
from django.forms.models import BaseModelForm
from django.http import HttpRequest

from timeline.actions import articles
from timeline.admin.addressed import AddressedAdmin, AddressedForm
from timeline.admin.entry import who
from timeline.admin.site import site
from timeline.models import Outlet


class OutletForm(AddressedForm[Outlet]):
    class Meta:
        model = Outlet
        fields: tuple[str, ...] = ()  # the admin names them


@admin.register(Outlet, site=site)
class OutletAdmin(AddressedAdmin[Outlet]):
    form = OutletForm
    list_display = ("name", "country", "scale", "run_by")
    list_filter = ("scale", "country")
    list_select_related = ("run_by",)
    search_fields = ("name", "homepage")
    autocomplete_fields = ("run_by",)
    fields = ("name", "slug", "homepage", "country", "scale", "run_by")

    def settle(self, request: HttpRequest, form: BaseModelForm[Outlet], *, change: bool) -> None:
        if change:
            articles.outlet_saved(form.instance, by=who(request), old_slug=self.old_slug(form))
        else:
            articles.outlet_entered(form.instance, by=who(request))

    def has_delete_permission(self, request: HttpRequest, obj: Outlet | None = None) -> bool:
        if obj is not None and obj.articles.exists():
            return False
        return super().has_delete_permission(request, obj)
