"""What was published, corrected, withdrawn and merged, the newest first."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from timeline.caching import kept
from timeline.changes import page_of
from timeline.filters.changes import ChangesFilter
from timeline.models import Edition, Revision
from timeline.views.edition import of_one_edition
from timeline.views.places import is_canonical

Change = Revision.Change
WAYS = (
    ("", _("All")),
    (Change.PUBLISHED, _("Published")),
    (Change.CORRECTED, _("Corrected")),
    (Change.WITHDRAWN, _("Withdrawn")),
    (Change.MERGED, _("Merged")),
)


class Way(NamedTuple):
    """A link to one kind of change."""

    label: str
    url: str
    chosen: bool


@require_safe
@of_one_edition
def changes(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The list; 400 with the faults and no changes if the question cannot be read."""
    question = ChangesFilter(request.GET)
    if not question.faults and not is_canonical(request, question.address()):
        return HttpResponseRedirect(question.address())
    context = {"edition": edition, "question": question, "ways": ways(question)}
    if not question.faults:
        context |= contents(question, edition)
    status = 400 if question.faults else 200
    return render(request, "changes/page.html", context, status=status)


def contents(question: ChangesFilter, edition: Edition) -> dict[str, Any]:
    asked, after, before = question.revisions(), question.after, question.before
    page = kept(edition, question.address(), lambda: page_of(asked, after=after, before=before))
    return {
        "page": page,
        "later": question.turned(before=page.later) if page.later else None,
        "earlier": question.turned(after=page.earlier) if page.earlier else None,
    }


def ways(question: ChangesFilter) -> list[Way]:
    alone = question.chosen if len(question.chosen) < 2 else ["several"]
    return [
        Way(str(label), question.only(change), chosen=alone == ([change] if change else []))
        for change, label in WAYS
    ]
