"""What has an address of its own on the site, which others may know."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import BaseModelForm
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext as _

from timeline.actions import addresses
from timeline.admin.entry import EntryAdmin, EntryForm
from timeline.models import Edition

M = TypeVar("M", bound=models.Model)


class AddressedForm(EntryForm[M]):
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


class AddressedAdmin(EntryAdmin[M]):
    def get_prepopulated_fields(self, request: HttpRequest, obj: M | None = None) -> Any:
        """The address follows the name only until there is one that others may know."""
        return {} if obj else {"slug": ("name",)}

    def delete_model(self, request: HttpRequest, obj: M) -> None:
        """Questions may no longer name it."""
        super().delete_model(request, obj)
        Edition.objects.move()

    def old_slug(self, form: BaseModelForm[M]) -> str:
        """The address that was in the form before anything was typed; empty for what is new."""
        return str(form.initial.get("slug", ""))
