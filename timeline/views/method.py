"""How the record is made, in words that can be applied by hand."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.method import method as document
from timeline.models import Edition
from timeline.views.edition import of_one_edition


@require_safe
@of_one_edition
def method(request: HttpRequest, edition: Edition) -> HttpResponse:
    context = {"edition": edition, "method": document()}
    return render(request, "method/page.html", context)
