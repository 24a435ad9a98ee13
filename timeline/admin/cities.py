"""Cities: picked from the bundled gazetteer, or entered by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.text import slugify
from django_countries import countries

from timeline import gazetteer
from timeline.actions import cities
from timeline.admin.addressed import AddressedForm
from timeline.admin.entry import who
from timeline.admin.numbers import number_in
from timeline.admin.site import site
from timeline.admin.spelled import SpelledAdmin, SpellingInline
from timeline.models import City, CityName


class CityForm(AddressedForm[City]):
    class Meta:
        model = City
        fields: tuple[str, ...] = ()  # the admin names them


class CityNameInline(SpellingInline):
    model = CityName

    def get_extra(self, request: HttpRequest, obj: City | None = None, **kwargs: Any) -> int:
        """As many rows as the gazetteer fills, and an empty one."""
        place = place_asked_for(request)
        return len(place.spellings()) + 1 if place else 1


@admin.register(City, site=site)
class CityAdmin(SpelledAdmin[City]):
    form = CityForm
    inlines = (CityNameInline,)
    change_list_template = "admin/timeline/city/change_list.html"
    add_form_template = "admin/timeline/city/add_form.html"
    list_display = ("name", "country", "province", "uses")
    list_filter = ("country",)
    fields = (
        ("name", "slug"),
        ("country", "province"),
        ("latitude", "longitude"),
        ("population", "geonames_id"),
    )

    class Media:
        js = (forms.Script("js/admin/finding.js", type="module"),)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("gazetteer/", wrap(self.gazetteer), name="timeline_city_gazetteer"),
            *super().get_urls(),
        ]

    def gazetteer(self, request: HttpRequest) -> HttpResponse:
        """Cities of the world with the name asked for; `part` leaves out the page around them."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        context: dict[str, Any] = {
            "searched": request.GET.get("name", ""),
            "matches": matches(request),
            "is_popup": IS_POPUP_VAR in request.GET,
        }
        if "part" in request.GET:
            return TemplateResponse(request, "admin/timeline/city/_matches.html", context)
        context |= {**self.admin_site.each_context(request), "opts": self.opts}
        return TemplateResponse(request, "admin/timeline/city/gazetteer.html", context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        place = place_asked_for(request)
        if place is None:
            return super().get_changeform_initial_data(request)
        name = place.spelled(request.GET.get("name", ""))
        return {
            "name": name,
            "slug": slugify(name, allow_unicode=True),
            "country": place.country,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "population": place.population or None,
            "geonames_id": place.geonames_id,
        }

    def get_formset_kwargs(
        self, request: HttpRequest, obj: City, inline: Any, prefix: str
    ) -> dict[str, Any]:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        place = place_asked_for(request)
        if place and request.method == "GET":
            kwargs["initial"] = [spelling._asdict() for spelling in place.spellings()]
        return kwargs

    def settle(self, request: HttpRequest, form: BaseModelForm[City], *, change: bool) -> None:
        if change:
            cities.saved(form.instance, by=who(request), old_slug=self.old_slug(form))
        else:
            cities.entered(form.instance, by=who(request))

    def has_delete_permission(self, request: HttpRequest, obj: City | None = None) -> bool:
        if obj is not None and obj.events.exists():
            return False
        return super().has_delete_permission(request, obj)


def place_asked_for(request: HttpRequest) -> gazetteer.Place | None:
    """The place of the gazetteer that the page's address names."""
    number = number_in(request.GET.get("geonames", ""))
    return gazetteer.get(number) if number else None


def matches(request: HttpRequest) -> list[dict[str, Any]]:
    """Places to choose from, each with its name as typed and the city it already is here."""
    words = request.GET.get("name", "")
    places = gazetteer.search(words)
    numbers = [place.geonames_id for place in places]
    here = {city.geonames_id: city for city in City.objects.filter(geonames_id__in=numbers)}
    return [
        {
            "place": place,
            "name": place.spelled(words),
            "country": countries.name(place.country),
            "here": here.get(place.geonames_id),
        }
        for place in places
    ]
