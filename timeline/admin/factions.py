"""Factions: their spellings and allegiances, whose dates are typed as words."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.forms.models import BaseModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline import dates
from timeline.actions import factions
from timeline.admin import dating
from timeline.admin.addressed import AddressedForm
from timeline.admin.entry import who
from timeline.admin.labelled import LabelledRows
from timeline.admin.site import site
from timeline.admin.spelled import SpelledAdmin, SpellingInline
from timeline.models import Allegiance, Faction, FactionName
from timeline.wording.allegiances import span


class FactionForm(AddressedForm[Faction]):
    class Meta:
        model = Faction
        fields: tuple[str, ...] = ()  # the admin names them
        widgets = {
            "colour_light": forms.TextInput(attrs={"size": 8, "placeholder": "#0b6e99"}),
            "colour_dark": forms.TextInput(attrs={"size": 8, "placeholder": "#6cc5ec"}),
        }


class FactionNameInline(SpellingInline):
    model = FactionName


class AllegianceForm(forms.ModelForm[Allegiance]):
    class Meta:
        model = Allegiance
        fields = ("relation", "other", "since_printed", "until_printed", "source")
        widgets = {
            "since_printed": forms.TextInput(attrs={"size": 14}),
            "until_printed": forms.TextInput(attrs={"size": 14}),
            "source": forms.TextInput(attrs={"size": 28}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since = self.bounds("since", cleaned.get("since_printed", ""))
        until = self.bounds("until", cleaned.get("until_printed", ""))
        if since[0] and until[1] and since[0] > until[1]:
            self.add_error("until_printed", _("An allegiance cannot end before it begins."))
        return cleaned

    def bounds(self, end: str, phrase: str) -> tuple[date | None, date | None]:
        """Reads one end into its two columns; nothing typed is open or not known."""
        earliest = latest = None
        try:
            when = dating.read(phrase, None) if phrase else None
        except dates.UnreadableDate:
            self.add_error(
                f"{end}_printed",
                _("This cannot be read as a date. Give a year, a month, a day, or “mid-2016”."),
            )
            return None, None
        if when:
            earliest, latest = when.earliest, when.latest
        setattr(self.instance, f"{end}_earliest", earliest)
        setattr(self.instance, f"{end}_latest", latest)
        return earliest, latest


class AllegianceInline(admin.TabularInline[Allegiance, Faction]):
    model = Allegiance
    form = AllegianceForm
    formset = LabelledRows
    fk_name = "faction"
    autocomplete_fields = ("other",)
    fields = ("relation", "other", "since_printed", "until_printed", "meaning", "source")
    readonly_fields = ("meaning",)
    extra = 1

    @admin.display(description=gettext_lazy("meaning"), empty_value="")
    def meaning(self, allegiance: Allegiance) -> str:
        """How the days as printed were read when it was saved."""
        return span([allegiance])


@admin.register(Faction, site=site)
class FactionAdmin(SpelledAdmin[Faction]):
    form = FactionForm
    inlines = (FactionNameInline, AllegianceInline)
    list_display = ("name", "kind", "uses")
    list_filter = ("kind",)
    fields = (("name", "slug"), "kind", ("colour_light", "colour_dark"), "description")

    def settle(self, request: HttpRequest, form: BaseModelForm[Faction], *, change: bool) -> None:
        if change:
            factions.saved(form.instance, by=who(request), old_slug=self.old_slug(form))
        else:
            factions.entered(form.instance, by=who(request))

    def delete_model(self, request: HttpRequest, obj: Faction) -> None:
        factions.removed(obj, by=who(request))

    def has_delete_permission(self, request: HttpRequest, obj: Faction | None = None) -> bool:
        if obj is not None and in_use(obj):
            return False
        return super().has_delete_permission(request, obj)


def in_use(faction: Faction) -> bool:
    rows = (faction.participations, faction.followers, faction.claims, faction.outlets)
    return any(row.exists() for row in rows)
