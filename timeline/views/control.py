"""Who held each city on a day: as list and map, and as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from timeline.caching import kept
from timeline.exports import as_json, control_as_json
from timeline.filters.control import ControlFilter, address
from timeline.holdings import holdings, record_of
from timeline.models import Edition
from timeline.views.control_day import describe
from timeline.views.edition import of_one_edition
from timeline.views.htmx import wants_part
from timeline.views.places import is_canonical


@require_safe
@of_one_edition
def control(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The page or, for htmx, its day; 400 with the fault and no cities if it cannot be read."""
    question = ControlFilter(request.GET)
    part = wants_part(request)
    if not question.faults and not part and not is_canonical(request, question.address()):
        return HttpResponseRedirect(question.address())
    context = {"edition": edition, "question": question}
    if not question.faults:
        context |= shown(question.on, edition)
    template = "control/_day.html" if part else "control/page.html"
    status = 400 if question.faults else 200
    return render(request, template, context, status=status)


@require_safe
@of_one_edition
def json(request: HttpRequest, edition: Edition) -> HttpResponse:
    question = ControlFilter(request.GET)
    if question.faults:
        return JsonResponse(
            {"error": _("This question cannot be read."), "faults": question.faults}, status=400
        )
    record = record_of(edition)
    day = question.on or record.last
    found = holdings(record.cities.values(), record.courses, day) if day else []
    document = control_as_json.document(
        day,
        found,
        about=about(request, question, edition),
        address=lambda event: request.build_absolute_uri(event.get_absolute_url()),
    )
    response = HttpResponse(as_json.written(document) + "\n", content_type="application/json")
    response["Content-Disposition"] = 'inline; filename="control.json"'
    return response


def about(request: HttpRequest, question: ControlFilter, edition: Edition) -> dict[str, Any]:
    return {
        "title": "Dateline",
        "question": request.build_absolute_uri(address(question.on, "control.json")),
        "edition": edition.number,
        "licence": settings.LICENCE_URL,
        "demonstration": edition.demonstration,
    }


def shown(asked: date | None, edition: Edition) -> dict[str, Any]:
    """The page of a day, drawn once; that of the record's last day where none is asked for."""
    last = kept(edition, "last day of control", lambda: record_of(edition).last)
    day = asked or last
    if day is None:
        return {"day": None}
    name = f"control on {day} {'asked for' if asked else ''}"
    return {"day": day, "drawn": kept(edition, name, lambda: drawn(edition, day, asked))}


def drawn(edition: Edition, day: date, asked: date | None) -> SafeString:
    context = describe(record_of(edition), day) | {"asked": asked}
    return render_to_string("control/_shown.html", context)
