"""What may be done with what stands here, and what is kept about those who read it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from timeline.models import Dataset, Edition
from timeline.views.edition import of_one_edition


@require_safe
@of_one_edition
def licence(request: HttpRequest, edition: Edition) -> HttpResponse:
    context = {
        "edition": edition,
        "licence": settings.LICENCE,
        "licence_url": settings.LICENCE_URL,
        "datasets": list(Dataset.objects.in_use()),
    }
    return render(request, "terms/licence.html", context)


@require_safe
@of_one_edition
def privacy(request: HttpRequest, edition: Edition) -> HttpResponse:
    return render(request, "terms/privacy.html", {"edition": edition})
