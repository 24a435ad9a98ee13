"""What all pages of entry share: saving through actions, and refusals that lose nothing."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar, cast

from django import forms
from django.apps import apps
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from timeline.actions.conflicts import ChangedMeanwhile, demand_unchanged, latest
from timeline.admin import history
from timeline.admin.days import DayField, DayInput
from timeline.admin.meeting import Conflict, bring_together, number_seen, take_stored, too_late
from timeline.admin.numbers import number_in
from timeline.models import Revision, User

M = TypeVar("M", bound=models.Model)


class EntryForm(forms.ModelForm[M]):
    """A form that also shows why an action refused what was sent.

    Where two save at once, fields that stand `together` are one: they are taken over, or kept,
    as a whole. A method `seen_<name>` tells what a field that is no column showed of a snapshot.
    """

    refusal: ValidationError | None = None
    together: ClassVar[tuple[tuple[str, ...], ...]] = ()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned


class EntryAdmin(admin.ModelAdmin[M]):
    """Saves the rows, then has `settle` call the action, in one transaction.

    What the action refuses is rolled back, and the form comes back as it was typed, with the
    reason on top. So it does when somebody else saved the same since the form was opened: brought
    together with what they saved, to be looked at and saved again.
    """

    form = EntryForm  # type: ignore[assignment]
    object_history_template = "admin/history.html"
    formfield_overrides = {
        models.DateField: {"form_class": DayField, "widget": DayInput},
        models.URLField: {"assume_scheme": "https"},
    }

    class Media:
        js = (
            forms.Script("js/admin/named_boxes.js", type="module"),
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
            if "seen" in request.POST:
                demand_unchanged(found, seen=number_seen(request))
        return found

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context = {"seen": self.seen(request, object_id), **(extra_context or {})}
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except ChangedMeanwhile as changed:
            return self.meet(request, object_id or "", form_url, extra_context, changed)
        except (ValidationError, IntegrityError) as refused:
            request.refusal = in_words(refused)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, context)

    def seen(self, request: HttpRequest, object_id: str | None) -> int:
        """The number of the state that the form shows, found before it is read."""
        number = number_in(object_id or "")
        subject = self.model(pk=number) if number else None
        if request.method != "POST":
            return latest(subject) if subject else 0
        if subject:
            take_stored(self, request, subject)
        return number_seen(request)

    def meet(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str,
        extra_context: dict[str, Any] | None,
        changed: ChangedMeanwhile,
    ) -> HttpResponse:
        """The form with both in it; where it may be saved no more, what was typed, to copy."""
        subject = super().get_object(request, unquote(object_id))
        if subject is None or not self.has_change_permission(request, subject):
            return too_late(self, request, subject, changed)
        conflict = bring_together(self, request, subject, changed)
        if is_sent_twice(request, conflict):
            return redirect(request.path)
        request.POST = conflict.sent  # type: ignore[assignment]
        request.refusal = ValidationError(changed.messages)  # type: ignore[attr-defined]
        context = {**(extra_context or {}), "conflict": conflict}
        return self.changeform_view(request, object_id, form_url, context)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        conflict = context.get("conflict")
        if isinstance(conflict, Conflict):
            conflict.mark(context)
        return super().render_change_form(request, context, *args, **kwargs)

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
        context = history.context(subject) if subject else {}
        return super().history_view(request, object_id, {**(extra_context or {}), **context})


def who(request: HttpRequest) -> User:
    """Whoever is signed in; the admin lets nobody else in."""
    return cast(User, request.user)


def is_sent_twice(request: HttpRequest, conflict: Conflict) -> bool:
    """Whether the same person saved the very same just before, and asks for nothing else now."""
    same_person = all(revision.by_id == who(request).pk for revision in conflict.revisions)
    decides = {"_submit", "_publish"} & request.POST.keys()
    return same_person and not conflict.is_new and not decides


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
