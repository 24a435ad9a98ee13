"""What all pages of entry share: saving through actions, and refusals that lose nothing."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django import forms
from django.apps import apps
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from timeline.admin.days import DayField, DayInput
from timeline.models import Revision, User

M = TypeVar("M", bound=models.Model)


class EntryForm(forms.ModelForm[M]):
    """A form that also shows why an action refused what was sent."""

    refusal: ValidationError | None = None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned


class EntryAdmin(admin.ModelAdmin[M]):
    """Saves the rows, then has `settle` call the action, in one transaction.

    What the action refuses is rolled back, and the form comes back as it was typed, with the
    reason on top.
    """

    object_history_template = "admin/history.html"
    formfield_overrides = {
        models.DateField: {"form_class": DayField, "widget": DayInput},
        models.URLField: {"assume_scheme": "https"},
    }

    class Media:
        js = (
            forms.Script("js/admin/once.js", type="module"),
            forms.Script("js/admin/unsaved.js", type="module"),
        )

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> M | None:
        """What is to be saved is held from here on: nobody decides on it before it is written."""
        found: M | None = super().get_object(request, object_id, from_field)
        if found and request.method == "POST" and connection.in_atomic_block:
            held = self.model._default_manager.select_for_update(no_key=True)
            found.refresh_from_db(from_queryset=held)
        return found

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except (ValidationError, IntegrityError) as refused:
            request.refusal = in_words(refused)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(
        self, request: HttpRequest, obj: M | None = None, *args: Any, **kwargs: Any
    ) -> type[forms.ModelForm[M]]:
        form = super().get_form(request, obj, *args, **kwargs)
        form.refusal = getattr(request, "refusal", None)  # type: ignore[attr-defined]
        return form

    def save_related(
        self,
        request: HttpRequest,
        form: BaseModelForm[M],
        formsets: Any,
        change: bool,  # noqa: FBT001 - Django's signature
    ) -> None:
        super().save_related(request, form, formsets, change)
        self.settle(request, form, change=change)

    def settle(self, request: HttpRequest, form: BaseModelForm[M], *, change: bool) -> None:
        """Calls the action for what was saved; its ValidationError becomes the form's."""

    def has_delete_permission(self, request: HttpRequest, obj: M | None = None) -> bool:
        """Not even what readers see no more: earlier states of the record still name it."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or not Revision.objects.published_with(obj).exists()

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        subject = self.get_object(request, object_id)
        revisions = Revision.objects.of(subject).select_related("by") if subject else ()
        return super().history_view(
            request, object_id, {**(extra_context or {}), "revisions": revisions}
        )


def who(request: HttpRequest) -> User:
    """Whoever is signed in; the admin lets nobody else in."""
    return cast(User, request.user)


def in_words(refused: ValidationError | IntegrityError) -> ValidationError:
    """Why nothing was saved; the database names the promise that would have been broken."""
    if isinstance(refused, ValidationError):
        return ValidationError(refused.messages)
    broken = getattr(getattr(refused.__cause__, "diag", None), "constraint_name", None)
    if broken == "event_has_evidence":
        return ValidationError(
            _("What is published must keep at least one quotation from an article.")
        )
    for model in apps.get_app_config("timeline").get_models():
        for constraint in model._meta.constraints:
            # Two of the same are more often one entry sent twice than a mistake in it.
            if constraint.name == broken and isinstance(constraint, models.CheckConstraint):
                return ValidationError(constraint.get_violation_error_message())
    return ValidationError(
        _("Somebody saved the same at this moment. Load the page again to see it.")
    )
