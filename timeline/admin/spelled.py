"""What cities and factions share: any spelling finds them, and an old address still leads there."""

from __future__ import annotations

from typing import Any, TypeVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseModelForm
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from timeline.actions import addresses
from timeline.admin.entry import EntryAdmin, EntryForm

M = TypeVar("M", bound=models.Model)


class SpelledForm(EntryForm[M]):
    """The address may be left empty: it then follows the name."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if slug := self.fields.get("slug"):
            slug.required = False

    def clean_slug(self) -> str:
        named = slugify(self.cleaned_data.get("name", ""), allow_unicode=True)
        slug = str(self.cleaned_data["slug"] or named)
        if not slug:
            raise ValidationError(_("Give an address: the name has nothing that could be one."))
        try:
            addresses.demand_free(self.instance, slug)
        except ValidationError as taken:
            raise ValidationError(taken.messages) from None
        return slug


class SpellingInline(admin.TabularInline[Any, Any]):
    fields = ("name", "language", "script", "kind")
    extra = 1


class SpelledAdmin(EntryAdmin[M]):
    search_fields = ("name",)
    search_help_text = gettext_lazy("A name in any spelling")

    def get_queryset(self, request: HttpRequest) -> Any:
        return self.model._default_manager.get_queryset().most_used_first()  # type: ignore[attr-defined]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        return queryset.spelled_like(search_term), False

    @admin.display(description=gettext_lazy("uses"), ordering="uses")
    def uses(self, subject: Any) -> int:
        return int(subject.uses)

    def get_prepopulated_fields(self, request: HttpRequest, obj: M | None = None) -> Any:
        """The address follows the name only until there is one that others may know."""
        return {} if obj else {"slug": ("name",)}

    def old_slug(self, form: BaseModelForm[M]) -> str:
        return str(form.initial.get("slug", ""))
