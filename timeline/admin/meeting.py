"""The page on which the second of two at the same form sees what the first saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.forms.models import BaseModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.actions.conflicts import ChangedMeanwhile
from timeline.actions.revisions import snapshot
from timeline.admin.conflicts import TAKE, Formset, Meeting
from timeline.admin.numbers import number_in
from timeline.differences import Difference, Snapshot, as_stored, differences
from timeline.models import Revision

if TYPE_CHECKING:
    Admin = admin.ModelAdmin[Any]
    Form = BaseModelForm[Any]


@dataclass(slots=True)
class Conflict:
    """What others saved meanwhile, and the form with both in it."""

    sent: QueryDict
    revisions: list[Revision]
    differences: list[Difference]
    clashes: dict[str, SafeString]
    is_new: bool  # whether anything was sent that is not stored by now

    def mark(self, context: dict[str, Any]) -> None:
        """Says beside every field that both changed what the others made of it."""
        for form in forms_of(context):
            if words := self.clashes.get(form.prefix or ""):
                form.add_error(None, words)
            for name in form.fields:
                if words := self.clashes.get(form.add_prefix(name)):
                    form.add_error(name, words)


def forms_of(context: dict[str, Any]) -> Iterator[Form]:
    yield context["adminform"].form
    for inline in context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            yield form
            if figures := getattr(form, "figures", None):
                yield from figures.forms


def bring_together(
    model_admin: Admin, request: HttpRequest, subject: models.Model, changed: ChangedMeanwhile
) -> Conflict:
    """What was sent, with what the others saved since worked into it."""
    seen, now = state(subject, number_seen(request)), as_stored(snapshot(subject))
    form, formsets = blank_forms(model_admin, request, subject)
    meeting = Meeting(request.POST)
    meeting.of_form(form, "", seen, now)
    for name, formset in formsets.items():
        meeting.of_rows(formset, name, seen.get(name, ()), now.get(name, ()))
    is_new = meeting.is_row_touched(form, "", now) or any(
        meeting.are_rows_touched(formset, name, now.get(name, ()))
        for name, formset in formsets.items()
    )
    meeting.sent.data["seen"] = str(changed.revisions[-1].number)
    kind = str(subject._meta.model_name)
    told = differences(seen, now, kind=kind) if seen else []
    return Conflict(meeting.sent.data, changed.revisions, told, meeting.clashes, is_new)


def take_stored(model_admin: Admin, request: HttpRequest, subject: models.Model) -> None:
    """Replaces what was typed by what is stored, wherever the box for it was ticked."""
    if not any(name.startswith(TAKE) for name in request.POST):
        return
    seen = state(subject, number_seen(request))
    form, formsets = blank_forms(model_admin, request, subject)
    meeting = Meeting(request.POST)
    meeting.take(form, "", seen)
    for name, formset in formsets.items():
        meeting.take_in_rows(formset, name, seen.get(name, ()))
    request.POST = meeting.sent.data  # type: ignore[assignment]


def blank_forms(
    model_admin: Admin, request: HttpRequest, subject: models.Model
) -> tuple[Form, dict[str, Formset]]:
    """The form and, by their prefix, its rows as they would be shown to whoever asks."""
    form = model_admin.get_form(request, subject, change=True)(instance=subject)
    rows = (made for made, _inline in model_admin.get_formsets_with_inlines(request, subject))
    return form, {made.get_default_prefix(): made(instance=subject) for made in rows}


def state(subject: models.Model, number: int) -> Snapshot:
    """The state of this number; empty where none was recorded."""
    found = Revision.objects.of(subject).numbered(number)
    return found.snapshot if found else {}


def number_seen(request: HttpRequest) -> int:
    return number_in(request.POST.get("seen", "")) or 0


def too_late(
    model_admin: Admin,
    request: HttpRequest,
    subject: models.Model | None,
    changed: ChangedMeanwhile,
) -> HttpResponse:
    """Says what happened, with the words that were typed, so that they are not lost."""
    seen = state(subject, number_seen(request)) if subject else {}
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "original": subject,
        "title": _("Not saved"),
        "revisions": changed.revisions,
        "typed": list(typed_words(request.POST, set(words_in(seen)))),
    }
    return TemplateResponse(request, "admin/timeline/too_late.html", context, status=409)


SHORTEST = 4  # letters; what is shorter is a number or a code
NOT_TYPED = {"csrfmiddlewaretoken", "seen"}


def typed_words(sent: QueryDict, known: set[str]) -> Iterator[str]:
    """What was typed and was not there before, as it stands in the fields."""
    for name, value in sent.items():
        words = str(value).replace("\r\n", "\n").strip()
        if name not in NOT_TYPED and len(words) >= SHORTEST and words not in known:
            yield words


def words_in(snapshot: Snapshot) -> Iterator[str]:
    for value in snapshot.values():
        if isinstance(value, list):
            for row in value:
                yield from words_in(row)
        else:
            yield str(value).strip()
